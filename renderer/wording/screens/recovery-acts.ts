/** What the acts of safeguarding, putting back and bringing up to date are called in the journal, and their details. */
import type { WordingLanguage } from '../grammar.ts';

interface ActWords {
  readonly acts: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, string>>;
}

export const recoveryActs: Readonly<Record<WordingLanguage, ActWords>> = {
  nl: {
    acts: {
      'study.makeRecoverySheet': 'herstelblad gemaakt',
      'study.confirmRecoverySheet': 'herstelblad in gebruik genomen',
      'study.makeSafeguard': 'herstelbestand of reservekopie begonnen',
      'study.safeguardMade': 'herstelbestand of reservekopie gemaakt',
      'study.safeguardNotMade': 'herstelbestand of reservekopie niet gemaakt',
      'study.voidSafeguard': 'vervallen verklaard',
      'study.settleSafeguard': 'vernietiging van iets vervallens opgegeven',
      'study.foundOlder': 'onderzoek blijkt teruggezet',
      'study.reconcile': 'teruggezet onderzoek bijgewerkt',
    },
    details: {
      kind: 'soort',
      epoch: 'sleutelperiode',
      keyring: 'sleutelbos nummer',
      sheet: 'blad',
      sha256: 'SHA-256',
      state: 'stand',
      since: 'bekend tot en met',
      last: 'laatste regel van toen',
      interviewed: 'interviews zonder antwoorden',
    },
  },
  en: {
    acts: {
      'study.makeRecoverySheet': 'recovery sheet made',
      'study.confirmRecoverySheet': 'recovery sheet put into use',
      'study.makeSafeguard': 'recovery file or backup begun',
      'study.safeguardMade': 'recovery file or backup made',
      'study.safeguardNotMade': 'recovery file or backup not made',
      'study.voidSafeguard': 'put down as void',
      'study.settleSafeguard': 'destruction of something void put down',
      'study.foundOlder': 'study found to be put back',
      'study.reconcile': 'study that was put back brought up to date',
    },
    details: {
      kind: 'kind',
      epoch: 'period of keys',
      keyring: 'keyring number',
      sheet: 'sheet',
      sha256: 'SHA-256',
      state: 'state',
      since: 'known until',
      last: 'last entry of then',
      interviewed: 'interviews without answers',
    },
  },
};

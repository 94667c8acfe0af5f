/** The words of what a delivery comes to: its sum with every part of it, its refused rows, and what it brings about. */
import type { AppliedKind, RefusalReason } from '../../../shared/intake/report.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  sum: (read: string, parts: string) => `${read} gelezen = ${parts}`,
  sumTogether: (sum: string) => `Samen: ${sum}`,
  accepted: (count: string) => `${count} aangenomen`,
  undecidedPart: (count: string) => `${count} nog te beslissen`,
  nobodyRefused: '0 geweigerd',
  applied: {
    changed: 'gewijzigd',
    unchanged: 'al bekend en gelijk gebleven',
    died: 'overleden',
    moved: 'verhuisd',
    objects: 'maakt bezwaar',
    stopped: 'niet meer te benaderen',
  } satisfies Record<AppliedKind, string> as Readonly<Record<string, string>>,
  reasons: {
    deceased: 'overleden',
    objection: 'met bezwaar',
    'no-consent': 'zonder toestemming',
    unreachable: 'zonder bruikbaar adres of nummer',
    duplicate: 'dubbel',
    suppressed: 'op een lijst van mensen die niet benaderd mogen worden',
    minor: 'jonger dan 18',
    represented: 'met een vertegenwoordiger die niet te bereiken is',
    'other-group': 'al in een andere doelgroep',
    'same-address': 'op hetzelfde adres als iemand anders',
    'left-out': 'door u weggelaten',
    'not-drawn': 'niet getrokken',
    'unknown-person': 'niet in dit onderzoek',
    'no-news': 'zonder bericht',
  } satisfies Record<RefusalReason, string> as Readonly<Record<string, string>>,
  refusedRows: (count: number, number: string) => (count === 1 ? '1 geweigerde rij' : `${number} geweigerde rijen`),
  rows: (numbers: string) => `rij ${numbers}`,
  moreRows: (count: string) => ` en nog ${count}`,
  saveRefused: 'Bewaar de geweigerde rijen voor de opdrachtgever',
  saveUnread: 'Bewaar voor de opdrachtgever welke cellen niet te lezen waren',
  saveRefusedText: 'In dit bestand staan alleen rijnummers, redenen en soorten gegevens, geen persoonsgegevens.',
  refusedName: (group: string, day: string) => `geweigerde-rijen-${group}-${day}.xlsx`,
  refusedSaved: (rows: string, name: string) => `${rows} bewaard in ${name}.`,
  refusedCount: { one: 'regel', other: 'regels' },
  withEmail: (withEmail: string, accepted: string) => `Met e-mailadres: ${withEmail} van ${accepted}.`,
  stopped: (count: number, number: string) =>
    count === 1
      ? '1 persoon wordt door deze levering niet meer benaderd.'
      : `${number} mensen worden door deze levering niet meer benaderd.`,
  goneCount: (count: number, number: string, isStopped: boolean) =>
    `${count === 1 ? '1 persoon staat' : `${number} mensen staan`} niet meer op deze lijst en ${
      count === 1
        ? isStopped
          ? 'wordt niet meer benaderd'
          : 'blijft meedoen'
        : isStopped
          ? 'worden niet meer benaderd'
          : 'blijven meedoen'
    }.`,
};

const en: typeof nl = {
  sum: (read, parts) => `${read} read = ${parts}`,
  sumTogether: (sum) => `Together: ${sum}`,
  accepted: (count) => `${count} accepted`,
  undecidedPart: (count) => `${count} to be decided`,
  nobodyRefused: '0 refused',
  applied: {
    changed: 'changed',
    unchanged: 'known and unchanged',
    died: 'deceased',
    moved: 'moved',
    objects: 'who object',
    stopped: 'not to be contacted any more',
  },
  reasons: {
    deceased: 'deceased',
    objection: 'with an objection',
    'no-consent': 'without consent',
    unreachable: 'without a usable address or number',
    duplicate: 'double',
    suppressed: 'on a list of people who must not be approached',
    minor: 'younger than 18',
    represented: 'with a representative who cannot be reached',
    'other-group': 'in another group already',
    'same-address': 'at the same address as someone else',
    'left-out': 'left out by you',
    'not-drawn': 'not drawn',
    'unknown-person': 'not in this study',
    'no-news': 'without news',
  },
  refusedRows: (count, number) => (count === 1 ? '1 refused row' : `${number} refused rows`),
  rows: (numbers) => `row ${numbers}`,
  moreRows: (count) => ` and ${count} more`,
  saveRefused: 'Save the refused rows for the client',
  saveUnread: 'Save for the client which cells could not be read',
  saveRefusedText: 'This file has only row numbers, reasons and kinds of data in it, no personal data.',
  refusedName: (group, day) => `refused-rows-${group}-${day}.xlsx`,
  refusedSaved: (rows, name) => `${rows} saved in ${name}.`,
  refusedCount: { one: 'line', other: 'lines' },
  withEmail: (withEmail, accepted) => `With an e-mail address: ${withEmail} of ${accepted}.`,
  stopped: (count, number) =>
    count === 1
      ? '1 person is not contacted any more because of this delivery.'
      : `${number} people are not contacted any more because of this delivery.`,
  goneCount: (count, number, isStopped) =>
    `${count === 1 ? '1 person is' : `${number} people are`} not on this list any more and ${
      isStopped
        ? `${count === 1 ? 'is' : 'are'} not contacted any more`
        : `${count === 1 ? 'goes' : 'go'} on taking part`
    }.`,
};

export const intakeOutcomeWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

/** The sealed settings of a study: what everyone in it may read, by name and type. */
import type { Day } from '../shared/calendar.ts';
import { refuse } from '../shared/problem.ts';
import type { AgreementDraft } from '../shared/study/agreement.ts';
import type { AttemptId } from '../shared/study/attempt.ts';
import type { Bureau } from '../shared/study/bureau.ts';
import type { Caller } from '../shared/study/calling.ts';
import type { CaseId } from '../shared/study/case.ts';
import type { Group, GroupCode } from '../shared/study/group.ts';
import type { IdleTimes } from '../shared/study/idle-times.ts';
import type { InterviewRules } from '../shared/study/interview-rules.ts';
import type { LetterLayout } from '../shared/study/letter-layout.ts';
import type { Mailbox, MailHost } from '../shared/study/mail-host.ts';
import { upgradedProtocol } from '../shared/study/older-protocol.ts';
import type { PersonId } from '../shared/study/person.ts';
import type { Protocol } from '../shared/study/protocol.ts';
import type { Questionnaire } from '../shared/study/questionnaire.ts';
import type { Script } from '../shared/study/script.ts';
import type { Strata } from '../shared/study/stratum.ts';
import type { OpenStudy } from './session.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** One name, or one name per group: 'protocol residents'. */
interface SettingTypes {
  readonly title: string;
  readonly agreement: AgreementDraft;
  readonly bureau: Bureau;
  readonly mailHost: MailHost;
  /** By group and step: the hash of the text, bureau and mail host with which a test message was sent last. */
  readonly emailTests: Readonly<Record<string, string>>;
  /** Where messages come back. */
  readonly mailbox: Mailbox;
  /** How far which mailbox was read. */
  readonly mailboxRead: {
    readonly of: string;
    readonly uidValidity: string;
    readonly nextUid: number;
    readonly on: Day;
  };
  readonly letterLayout: LetterLayout;
  /** By batch: whose letters were made again in it, and a hash of the sealed contact data that stand on them. */
  readonly reprinted: Readonly<Record<string, readonly { readonly caseId: CaseId; readonly contact: string }[]>>;
  /** By the random id of a person of staff. */
  readonly callers: Readonly<Record<PersonId, Caller>>;
  /** The one dataset that was made, and on whose instruction. */
  readonly exported: { readonly instruction: number };
  /** Who signed for it that fewer than two people hold some key. */
  readonly fewHolders: { readonly by: string; readonly on: Day };
  readonly idleTimes: IdleTimes;
  /** The study's own; absent: those that every study begins with. */
  readonly scripts: readonly Script[];
  readonly interviewRules: InterviewRules;
  readonly strata: Strata;
  /** Keyed hashes of people who must not be approached, as `suppressed.ts` makes them. */
  readonly suppressed: readonly string[];
  /** Letters that were made before their person's data changed. */
  readonly outdatedLetters: readonly AttemptId[];
  /** Of the web, per group: when they were read last, and which column was read as what: heading -> target. */
  readonly returns: { readonly lastOn?: Day; readonly columns: Readonly<Record<string, string>> };
  readonly group: Group;
  readonly questionnaire: Questionnaire;
  /** Versions under which answers were given, oldest first, without the one in use: a response is read against its own. */
  readonly earlierQuestionnaires: readonly Questionnaire[];
  readonly protocol: Protocol;
  /** Nobody is contacted, of the study or of this group, as long as it is there. */
  readonly halt: { readonly since: Day };
}
type SettingName = keyof SettingTypes;

export interface Settings {
  find<N extends SettingName>(name: N, group?: GroupCode): Promise<SettingTypes[N] | undefined>;
  get<N extends SettingName>(name: N, group?: GroupCode): Promise<SettingTypes[N]>;
  /**
   * Seals a new value; the returned function stores it, to be called inside a write. It refuses `study.changed-meanwhile` when another
   * value was stored while this one was being sealed.
   */
  seal<N extends SettingName>(name: N, value: SettingTypes[N], group?: GroupCode): Promise<() => void>;
  /** Inside a write: as if it had never been set. */
  remove(name: SettingName, group?: GroupCode): void;
}

const nothing = new Uint8Array(0);

export function settingsOf(study: OpenStudy, vault: OpenVault): Settings {
  const place = (row: string) => ({ table: 'settings', row, field: 'value' });
  const rowOf = (name: SettingName, group?: GroupCode) => (group === undefined ? name : `${name} ${group}`);
  const find: Settings['find'] = async (name, group) => {
    const row = rowOf(name, group);
    const sealed = study.store.settings.find(row);
    if (sealed === undefined) return undefined;
    const known = study.settings.get(row);
    if (known !== undefined && Buffer.compare(known.sealed, sealed) === 0) return known.value as never;
    const [text] = await vault.ask('openSettings', [{ ...place(row), sealed }]);
    // Whoever changes a part of it puts the rest back as it was read: another value may have been stored meanwhile.
    const now = study.store.settings.find(row);
    if (now === undefined || Buffer.compare(now, sealed) !== 0) return find(name, group);
    const value = name === 'protocol' ? upgradedProtocol(JSON.parse(text!)) : JSON.parse(text!);
    study.settings.set(row, { sealed, value });
    return value;
  };
  return {
    find,
    remove: (name, group) => study.store.settings.remove(rowOf(name, group)),
    get: async (name, group) => (await find(name, group)) ?? refuse('study.damaged', { where: `settings.${name}` }),
    async seal(name, value, group) {
      const row = rowOf(name, group);
      const before = study.store.settings.find(row);
      const [sealed] = await vault.ask('sealSettings', [{ ...place(row), text: JSON.stringify(value) }]);
      return () => {
        const isAsBefore = Buffer.compare(study.store.settings.find(row) ?? nothing, before ?? nothing) === 0;
        if (!isAsBefore) refuse('study.changed-meanwhile', {});
        study.store.settings.put(row, sealed!);
      };
    },
  };
}

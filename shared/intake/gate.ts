/**
 * The gate of a study: which rows of the extracts become cases, and why the others do not.
 *
 * Rows are judged in the order of `refusalReasons`, and the first reason that applies is told:
 * 1. deceased, or 2. objection: for this row, or for another row of the same person anywhere in the files. One "no" is enough, however
 *    many rows say otherwise (AVG art. 7(3), 21).
 * 3. no-consent: under opt-in a yes with its date is needed, not later than today (AVG art. 7(1)). A cell about consent that cannot be
 *    read counts as no consent under every basis.
 * 4. unreachable: no channel that was agreed to has an address or number.
 * 5. duplicate: the same person was accepted before, in these files or earlier. So of a pair the first that can be accepted stays.
 */
import type { Day } from '../calendar.ts';
import { type Agreement, refuseOutsideAgreement } from '../study/agreement.ts';
import { type Channel, type ContactData, type ContactField, usableChannels } from '../study/contact-data.ts';
import type { ConsentBasis, Group } from '../study/group.ts';
import type { ExtractRow, RowValues } from './extract.ts';
import { identityKeys } from './identity.ts';
import { plainWord } from './plain-word.ts';
import { type ContactRead, type ReadPhone, readContact } from './read-contact.ts';
import { type AppliedKind, appliedKinds, type IntakeReport, type RefusalReason, refusalReasons } from './report.ts';

export interface IntakeFile {
  /** Counts from 1. */
  readonly file: number;
  readonly rows: readonly ExtractRow[];
  /** The stratum of rows that name none: a file per team. */
  readonly stratum?: string;
}

export interface Intake {
  /** In the order in which they are taken in. */
  readonly files: readonly IntakeFile[];
  readonly group: Group;
  readonly agreement: Pick<Agreement, 'allowedFields' | 'startsOn' | 'endsOn'>;
  readonly today: Day;
  /** Identity keys of the people of this group who were accepted before. */
  readonly known: ReadonlySet<string>;
  readonly readPhone: ReadPhone;
}

export interface AcceptedRow {
  readonly file: number;
  readonly row: number;
  readonly contact: ContactData;
  readonly stratum?: string;
  readonly basis: ConsentBasis;
  /** Its identity keys; personal data. */
  readonly identity: readonly string[];
}

export interface IntakeResult {
  readonly accepted: readonly AcceptedRow[];
  /** One for each file, in order. */
  readonly reports: readonly IntakeReport[];
  /** Keys out of `known` of people of whom a row now tells that they died or object: their cases have to be ended. */
  readonly ended: readonly { readonly key: string; readonly reason: 'deceased' | 'objection' }[];
}

/**
 * The channels of a basis when the row names none. Opt-in has none: consent must show for which channel it was given. An objection letter
 * covers e-mail, letter and telephone; a business contact is approached at work by e-mail only.
 */
const channelsOfBasis: Readonly<Record<ConsentBasis, readonly Channel[]>> = {
  'opt-in': [],
  'no-objection': ['email', 'letter', 'phone'],
  'business-contact': ['email'],
};

interface Candidate {
  readonly file: number;
  readonly row: number;
  readonly read: ContactRead;
  readonly contact: ContactData;
  readonly stratum?: string;
  readonly basis: ConsentBasis;
  readonly identity: readonly string[];
}

/**
 * Judges all rows. Whatever they hold, each file's report adds up: read = accepted + refused. Refuses as a whole outside the days of the
 * agreement (AVG art. 28(3): subject and duration).
 */
export function acceptRows(intake: Intake): IntakeResult {
  refuseOutsideAgreement(intake.agreement, intake.today);
  const candidates = intake.files.flatMap((file) => file.rows.map((row) => candidateOf(file, row, intake)));
  const gone = endingKeys(candidates);
  const taken = new Set(intake.known);
  const judged = candidates.map((candidate) => {
    const reason = findReason(candidate, gone, taken, intake.today);
    if (reason === undefined || reason === 'duplicate') for (const key of candidate.identity) taken.add(key);
    return { candidate, reason };
  });
  return {
    accepted: judged.flatMap(({ candidate, reason }) => (reason === undefined ? [acceptedRow(candidate)] : [])),
    reports: intake.files.map(({ file }) =>
      reportOf(
        file,
        judged.filter(({ candidate }) => candidate.file === file),
      ),
    ),
    ended: [...gone].flatMap(([key, reason]) => (intake.known.has(key) ? [{ key, reason }] : [])),
  };
}

function candidateOf(file: IntakeFile, { row, values }: ExtractRow, intake: Intake): Candidate {
  const allowed = onlyAllowed(values, intake.agreement.allowedFields);
  const read = readContact(allowed, intake.readPhone);
  const said = read.stratum ?? file.stratum;
  const { stratum, basis } = basisOf(said, intake.group);
  const channels = allowed.channels === undefined ? channelsOfBasis[basis] : read.contact.channels;
  const contact = { ...read.contact, channels };
  const identity = identityKeys(contact, basis);
  return { file: file.file, row, read, contact, ...(stratum === undefined ? {} : { stratum }), basis, identity };
}

/** The reader gives no other fields; this is the second lock on the same door. */
function onlyAllowed(values: RowValues, allowed: readonly ContactField[]): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => allowed.includes(field as ContactField)));
}

/** How the people of a stratum were asked; a stratum is spelled as in the group, however the file writes it. */
function basisOf(said: string | undefined, group: Group): { readonly stratum?: string; readonly basis: ConsentBasis } {
  if (said === undefined) return { basis: group.consentBasis };
  const word = plainWord(said);
  const [stratum, basis] = Object.entries(group.consentBasisByStratum).find(([name]) => plainWord(name) === word) ?? [];
  return { stratum: stratum ?? said, basis: basis ?? group.consentBasis };
}

/**
 * The keys of everyone who died or objects, by any of their rows. Keys are followed: a row with the number of someone who objects and an
 * address of its own makes that address theirs too.
 */
function endingKeys(candidates: readonly Candidate[]): ReadonlyMap<string, 'deceased' | 'objection'> {
  const deceased = closure(candidates, ({ read }) => read.deceased);
  const objecting = closure(candidates, ({ read, basis }) => isObjection(read, basis));
  return new Map([
    ...[...objecting].map((key) => [key, 'objection'] as const),
    ...[...deceased].map((key) => [key, 'deceased'] as const),
  ]);
}

/** The keys of the rows that `applies` to, and of all rows that share a key with these, and so on. */
function closure(candidates: readonly Candidate[], applies: (candidate: Candidate) => boolean): ReadonlySet<string> {
  const keys = new Set(candidates.filter(applies).flatMap(({ identity }) => identity));
  for (let before = -1; before < keys.size; ) {
    before = keys.size;
    for (const { identity } of candidates)
      if (identity.some((key) => keys.has(key))) for (const key of identity) keys.add(key);
  }
  return keys;
}

/** Where nobody was asked for a yes, a no is an objection. */
function isObjection(read: ContactRead, basis: ConsentBasis): boolean {
  return read.consent === 'objection' || (read.consent === 'not-given' && basis !== 'opt-in');
}

function findReason(
  { read, contact, basis, identity }: Candidate,
  gone: ReadonlyMap<string, 'deceased' | 'objection'>,
  taken: ReadonlySet<string>,
  today: Day,
): RefusalReason | undefined {
  if (read.deceased || identity.some((key) => gone.get(key) === 'deceased')) return 'deceased';
  if (isObjection(read, basis) || identity.some((key) => gone.get(key) === 'objection')) return 'objection';
  if (read.consent === 'unreadable' || (basis === 'opt-in' && !hasConsent(read, today))) return 'no-consent';
  if (usableChannels(contact).length === 0) return 'unreachable';
  return identity.some((key) => taken.has(key)) ? 'duplicate' : undefined;
}

function hasConsent({ consent, contact }: ContactRead, today: Day): boolean {
  return consent === 'given' && contact.consentOn !== undefined && contact.consentOn <= today;
}

function acceptedRow({ file, row, contact, stratum, basis, identity }: Candidate): AcceptedRow {
  return { file, row, contact, ...(stratum === undefined ? {} : { stratum }), basis, identity };
}

const nothingApplied = Object.fromEntries(appliedKinds.map((kind) => [kind, 0])) as Record<AppliedKind, number>;

type Judged = { readonly candidate: Candidate; readonly reason: RefusalReason | undefined };

function reportOf(file: number, judged: readonly Judged[]): IntakeReport {
  const refusedRows = judged.flatMap(({ candidate: { row }, reason }) => (reason ? [{ row, reason }] : []));
  const refused = Object.fromEntries(
    refusalReasons.map((reason) => [reason, refusedRows.filter((each) => each.reason === reason).length]),
  ) as Record<RefusalReason, number>;
  return {
    file,
    read: judged.length,
    accepted: judged.filter(({ reason }) => reason === undefined).length,
    applied: nothingApplied,
    undecided: 0,
    refused,
    refusedRows,
    remarks: judged.flatMap(({ candidate: { row, read } }) =>
      read.unreadable.map((field) => ({ row, field, what: 'unreadable' as const })),
    ),
  };
}

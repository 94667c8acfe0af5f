/**
 * A later delivery of the same list, as it is now. Who is new went through the gate; of whoever was taken in before the newer row counts:
 *
 * - died, objects, or says no after all: the case ends, as it does whenever a list tells so;
 * - on a list of people not to approach: stopped;
 * - may not be approached as the row stands (no consent that can be shown, a minor, someone else decides): no channel is left, and the case
 *   stays open, because a newer list may mend that;
 * - else what changed is stored. A channel that was agreed to and is not any more is obeyed.
 *
 * Who is not on the list any more is counted, and stopped when the manager wants that. Someone without anything by which they could be found
 * again is never taken for gone.
 */
import type { ContactData, ContactField } from '../study/contact-data.ts';
import type { GroupCode } from '../study/group.ts';
import { type Effects, endsOf, PeopleByKey, type PersonThere } from './effects.ts';
import type { Fate, JudgedRow } from './fate.ts';
import type { IntakeResult } from './intake.ts';
import { isSameContact, newerContact } from './newer-contact.ts';
import type { AppliedKind, RefusalReason } from './report.ts';

export interface Difference {
  readonly group: GroupCode;
  readonly known: readonly PersonThere[];
  /** By number of the list: the fields that it has columns for. */
  readonly fields: ReadonlyMap<number, ReadonlySet<ContactField>>;
  readonly gone: 'keep' | 'stop';
}

/** The fates of rows about people who were there, and what it does to them. `result`: what the gate made of the delivery. */
export function differenceOf(
  result: Pick<IntakeResult, 'judged' | 'met' | 'ended' | 'questions'>,
  { group, known, fields, gone }: Difference,
): { readonly judged: readonly JudgedRow[]; readonly effects: Effects } {
  const here = known.filter((person) => person.group === group);
  const byKey = new PeopleByKey();
  for (const person of here) byKey.add(person, person.identity);
  const byId = new Map(known.map((person) => [person.key, person]));
  const met = new Map(result.met.map(({ file, row, key }) => [`${file} ${row}`, byId.get(key)]));
  const seen = new Set<PersonThere>();
  const ends = endsOf(result.ended, known);
  const changes = new Map<string, ContactData>();

  const judged = result.judged.map((row): JudgedRow => {
    const { candidate, fate } = row;
    const person = met.get(`${candidate.file} ${candidate.row}`) ?? byKey.find(candidate.identity)[0];
    if (person === undefined || fate.kind !== 'refused') return row;
    if (seen.has(person)) return { candidate, fate: { kind: 'refused', reason: 'duplicate' } };
    seen.add(person);
    return { candidate, fate: { kind: 'applied', as: applied(row, person, fate.reason) } satisfies Fate };
  });

  function applied({ candidate }: JudgedRow, person: PersonThere, reason: RefusalReason): AppliedKind {
    const why = ends.get(person.key);
    if (why !== undefined) return why === 'deceased' ? 'died' : 'objects';
    if (!person.isOpen) return 'unchanged';
    if (reason === 'suppressed') {
      ends.set(person.key, 'objection');
      return 'stopped';
    }
    const newer = newerContact(person.contact, candidate, fields.get(candidate.file) ?? new Set(), 'list');
    const now = closing.includes(reason) ? { ...newer, channels: [] } : newer;
    if (isSameContact(now, person.contact)) return 'unchanged';
    changes.set(person.key, now);
    return 'changed';
  }

  // A row that looks like someone who is there waits for a person to say so: meanwhile they are not gone.
  const perhaps = new Set(result.questions.map(({ other }) => other?.contact));
  const missing = here.filter(
    (person) =>
      person.isOpen &&
      !person.isRestricted &&
      person.identity.length > 0 &&
      !seen.has(person) &&
      !perhaps.has(person.contact),
  );
  const left = missing.filter(({ key }) => !ends.has(key));
  if (gone === 'stop') for (const { key } of left) ends.set(key, 'gone');
  return { judged, effects: { ends, changes, suppress: [], gone: left.length } };
}

/** As the row stands they may not be approached, by any channel. */
const closing: readonly RefusalReason[] = ['no-consent', 'minor', 'represented'];

/**
 * A list of people who must not be approached: of the client (who objects), or of the bureau itself. Everyone who may be meant is stopped, in
 * every group: by a number, by name with day of birth and postcode, by a telephone or e-mail, by name and home. In doubt nobody is
 * contacted, because an objection counts (AVG art. 21) and one respondent less does not. The list is remembered, so that
 * whoever comes with a later delivery is refused there.
 */
import type { ContactData } from '../study/contact-data.ts';
import type { Candidate } from './candidate.ts';
import { type Applied, type EndReason, PeopleByKey, type PersonThere } from './effects.ts';
import type { Fate, JudgedRow } from './fate.ts';
import { stopListKeys, stopListLookUps } from './identity.ts';
import type { JudgingStep } from './intake.ts';

export function* applyingStops(
  candidates: readonly Candidate[],
  known: readonly PersonThere[],
): Generator<JudgingStep, Applied> {
  const total = known.length + candidates.length;
  let done = 0;
  const people = new PeopleByKey();
  for (const person of known) {
    people.add(person, stopListLookUps(person.contact));
    yield { done: ++done, total };
  }
  const ends = new Map<string, EndReason>();
  const suppress: ContactData[] = [];
  const judged: JudgedRow[] = [];
  for (const candidate of candidates) {
    judged.push({ candidate, fate: stopped(candidate) });
    yield { done: ++done, total };
  }
  return { judged, effects: { ends, changes: new Map(), suppress, gone: 0 }, questions: [], undecided: 0 };

  function stopped({ contact }: Candidate): Fate {
    suppress.push(contact);
    const found = people.find(stopListKeys(contact));
    if (found.length === 0) return { kind: 'refused', reason: 'unknown-person' };
    const open = found.filter(({ isOpen, key }) => isOpen && !ends.has(key));
    for (const { key } of open) ends.set(key, 'objection');
    return { kind: 'applied', as: open.length > 0 ? 'stopped' : 'unchanged' };
  }
}

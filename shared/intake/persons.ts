/** The people whom the rows of a delivery are about: what any row of a person says, and where they are known already. */
import type { Candidate } from './candidate.ts';
import { keysAcrossGroups } from './identity.ts';
import type { Ending, Intake, KnownPerson } from './intake.ts';
import { isMinor, isObjection } from './row-rule.ts';
import { People } from './same-person.ts';

/** All rows of one person share one of these; a row without identity keys has its own. */
export interface Person {
  deceased: boolean;
  objects: boolean;
  suppressed: boolean;
  /** They were asked and said no. */
  declined: boolean;
  /** Something stands in a row about what they want, and it cannot be read: it may be a no. */
  unclear: boolean;
  minor: boolean;
  /** Someone else decides in their place. */
  guardian: boolean;
  /** Someone else decides about their care. */
  mentor: boolean;
  /** In this group, taken in before. */
  known?: KnownPerson;
  /** Exactly this person in other groups; none: undefined. */
  elsewhere?: readonly KnownPerson[];
}

export interface Persons {
  /** One for each candidate, in order. */
  readonly persons: readonly Person[];
  readonly endings: readonly Ending[];
}

/** Stops at every row and everyone known, so that others may have their turn. */
export function* personsOf(candidates: readonly Candidate[], intake: Intake): Generator<void, Persons> {
  const people = new People();
  const here = intake.known.filter(({ group }) => group === intake.group.code);
  const elsewhere = new Map<string, readonly KnownPerson[]>();
  for (const known of intake.known) {
    if (known.group !== intake.group.code)
      for (const key of keysAcrossGroups(known.contact, known.identity))
        elsewhere.set(key, [...(elsewhere.get(key) ?? []), known]);
    yield;
  }
  for (const { identity } of [...here, ...candidates]) {
    people.join(identity);
    yield;
  }
  const byNumber = new Map<number, Person>();
  const personOf = (identity: readonly string[]): Person => {
    const number = people.personOf(identity);
    const found = number === undefined ? undefined : byNumber.get(number);
    const person = found ?? newPerson();
    if (number !== undefined) byNumber.set(number, person);
    return person;
  };
  for (const known of here) {
    personOf(known.identity).known ??= known;
    yield;
  }
  const persons: Person[] = [];
  for (const candidate of candidates) {
    const person = personOf(candidate.identity);
    addTo(person, candidate, intake);
    for (const key of keysAcrossGroups(candidate.contact, candidate.identity)) {
      for (const other of elsewhere.get(key) ?? []) {
        if (!person.elsewhere?.includes(other)) person.elsewhere = [...(person.elsewhere ?? []), other];
        if (other.ended === 'deceased') person.deceased = true;
        if (other.ended === 'objection') person.objects = true;
      }
    }
    persons.push(person);
    yield;
  }
  return { persons, endings: yield* endingsOf(here, persons, personOf) };
}

function newPerson(): Person {
  const said = { deceased: false, objects: false, suppressed: false, declined: false, unclear: false };
  return { ...said, minor: false, guardian: false, mentor: false };
}

function addTo(person: Person, { read, basis, contact }: Candidate, { today, isSuppressed }: Intake): void {
  if (read.deceased) person.deceased = true;
  if (isObjection(read, basis)) person.objects = true;
  if (read.consent === 'not-given') person.declined = true;
  if (read.consent === 'unreadable') person.unclear = true;
  if (isSuppressed?.(contact)) person.suppressed = true;
  if (isMinor(contact, today)) person.minor = true;
  if (contact.representative?.kind === 'guardian') person.guardian = true;
  if (contact.representative?.kind === 'mentor') person.mentor = true;
}

/** People taken in before of whom a row now tells that they died or want no more of it; who said yes and now says no withdrew, AVG art. 7(3). */
function* endingsOf(
  here: readonly KnownPerson[],
  persons: readonly Person[],
  personOf: (identity: readonly string[]) => Person,
): Generator<void, readonly Ending[]> {
  const endings = new Map<string, Ending['reason']>();
  const end = ({ key }: KnownPerson, person: Person) => {
    if (person.deceased) endings.set(key, 'deceased');
    else if (person.objects || person.declined) endings.set(key, 'objection');
  };
  for (const known of here) {
    end(known, personOf(known.identity));
    yield;
  }
  for (const person of persons) for (const known of person.elsewhere ?? []) end(known, person);
  return [...endings].map(([key, reason]) => ({ key, reason }));
}

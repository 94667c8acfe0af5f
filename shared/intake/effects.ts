/** What a delivery does to people who are in the study already, and by what they are found. */
import type { ContactData } from '../study/contact-data.ts';
import type { ConsentBasis } from '../study/group.ts';
import type { JudgedRow } from './fate.ts';
import type { Ending, KnownPerson } from './intake.ts';
import type { Question } from './question.ts';

export interface PersonThere extends KnownPerson {
  readonly basis: ConsentBasis;
  /** Their case has not ended: they may still be contacted, or may be again when a restriction is lifted. */
  readonly isOpen: boolean;
  /** Their data are set aside, AVG art. 18. What they want counts all the same. */
  readonly isRestricted?: boolean;
  /** Whether they answered, so that something is left to take back. */
  readonly hasAnswered: boolean;
}

/**
 * Why a case ends. `withdrawal`: who said yes says no, AVG art. 7(3), so their answers go too; `objection`: they were never asked for a yes,
 * AVG art. 21. `gone`: the client does not have them on its list any more.
 */
export type EndReason = 'deceased' | 'objection' | 'withdrawal' | 'gone';

export interface Effects {
  /** By key: whose case ends, and why. */
  readonly ends: ReadonlyMap<string, EndReason>;
  /** By key: contact data as they are now. */
  readonly changes: ReadonlyMap<string, ContactData>;
  /** People who are to be remembered as not to be approached, because nobody here is known by what is said of them. */
  readonly suppress: readonly ContactData[];
  /** Open cases that the newer list lacks. */
  readonly gone: number;
}

export interface Applied {
  /** All rows in order, with their fates. */
  readonly judged: readonly JudgedRow[];
  readonly effects: Effects;
  readonly questions: readonly Question[];
  /** Rows that wait for a decision, however many. */
  readonly undecided: number;
}

/** A no of this person: what they said yes to is taken back, or they object to what they were never asked. */
export function endOf({ basis }: Pick<PersonThere, 'basis'>): EndReason {
  return basis === 'opt-in' ? 'withdrawal' : 'objection';
}

/** Whether ending this case changes anything: it is open, or there are answers to take back. */
export function isToEnd({ isOpen, hasAnswered }: PersonThere, why: EndReason): boolean {
  return isOpen || (why === 'withdrawal' && hasAnswered);
}

/** Whose case ends by what the gate found in a delivery of people. */
export function endsOf(ended: readonly Ending[], known: readonly PersonThere[]): Map<string, EndReason> {
  const byKey = new Map(known.map((person) => [person.key, person]));
  return new Map(
    ended.flatMap(({ key, reason }): [string, EndReason][] => {
      const person = byKey.get(key)!;
      const why = reason === 'deceased' ? reason : endOf(person);
      return isToEnd(person, why) ? [[key, why]] : [];
    }),
  );
}

/** People by keys, as many as have one. */
export class PeopleByKey {
  readonly #people = new Map<string, PersonThere[]>();

  add(person: PersonThere, keys: readonly string[]): void {
    for (const key of keys) {
      const found = this.#people.get(key);
      if (found === undefined) this.#people.set(key, [person]);
      else found.push(person);
    }
  }

  /** Everyone with any of the keys, each once. */
  find(keys: readonly string[]): readonly PersonThere[] {
    return [...new Set(keys.flatMap((key) => this.#people.get(key) ?? []))];
  }
}

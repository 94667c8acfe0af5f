/** Judges the rows of a delivery one after another: who came before counts. */
import type { Candidate } from './candidate.ts';
import type { Fate } from './fate.ts';
import { addressKey } from './identity.ts';
import type { Intake, KnownPerson } from './intake.ts';
import { likelyPairs } from './likely-pairs.ts';
import { type Portrait, portraitOf } from './likeness.ts';
import type { Person } from './persons.ts';
import type { Question, QuestionReason } from './question.ts';
import type { RefusalReason } from './report.ts';
import { rowRefusal } from './row-rule.ts';

/** Why a row cannot be accepted for what is known of its person: what no decision overrides. */
export function refusalOf(candidate: Candidate, person: Person, { group, today }: Intake): RefusalReason | undefined {
  if (person.deceased) return 'deceased';
  if (person.objects) return 'objection';
  if (person.suppressed) return 'suppressed';
  const alone = rowRefusal(candidate, group, today);
  if (alone === 'no-consent' || person.declined || person.unclear) return 'no-consent';
  if (group.excludesMinors && person.minor) return 'minor';
  if (person.guardian && candidate.contact.representative?.kind !== 'guardian') return 'represented';
  return alone;
}

/** For a row, by its place: those who may be the same person, among everyone known and the rows, in that order. */
export type Likely = ReadonlyMap<number, readonly (KnownPerson | number)[]>;

/** @param alone why each row is refused by itself */
export function* likelyOf(
  candidates: readonly Candidate[],
  persons: readonly Person[],
  alone: readonly (RefusalReason | undefined)[],
  { known }: Intake,
): Generator<void, Likely> {
  // Whoever is refused for a reason of their own row only, is no reason to ask about someone else.
  const compared = [...candidates.keys()].filter((index) => alone[index] === undefined || isLeftAlone(persons[index]!));
  const portraits: Portrait[] = [];
  for (const { contact, identity } of known) {
    portraits.push(portraitOf(contact, identity));
    yield;
  }
  for (const index of compared) {
    portraits.push(portraitOf(candidates[index]!.contact, candidates[index]!.identity));
    yield;
  }
  const pairs = yield* likelyPairs(portraits, known.length);
  return new Map(
    compared.flatMap((index, at) => {
      const others = pairs.get(known.length + at);
      if (others === undefined) return [];
      return [[index, others.map((place) => known[place] ?? compared[place - known.length]!)] as const];
    }),
  );
}

function isLeftAlone({ deceased, objects, suppressed, declined }: Person): boolean {
  return deceased || objects || suppressed || declined;
}

export class Judge {
  readonly questions: Question[] = [];
  readonly #intake: Intake;
  readonly #candidates: readonly Candidate[];
  readonly #persons: readonly Person[];
  readonly #alone: readonly (RefusalReason | undefined)[];
  readonly #likely: Likely;
  readonly #decided: ReadonlyMap<string, boolean>;
  /** People who were accepted, or who wait for a decision or were left out by one. */
  readonly #seen = new Set<Person>();
  readonly #addresses: Set<string | undefined>;

  constructor(
    intake: Intake,
    candidates: readonly Candidate[],
    persons: readonly Person[],
    alone: readonly (RefusalReason | undefined)[],
    likely: Likely,
  ) {
    this.#intake = intake;
    this.#candidates = candidates;
    this.#persons = persons;
    this.#alone = alone;
    this.#likely = likely;
    this.#decided = new Map((intake.decisions ?? []).map(({ file, row, take }) => [`${file} ${row}`, take]));
    const here = intake.onePerAddress ? intake.known.filter(({ group }) => group === intake.group.code) : [];
    this.#addresses = new Set(here.map(({ contact }) => addressKey(contact)));
  }

  /** Of the row at this place; to be asked of all of them, in order. */
  fateOf(index: number): Fate {
    const candidate = this.#candidates[index]!;
    const person = this.#persons[index]!;
    const refused = this.#alone[index];
    if (refused !== undefined) return { kind: 'refused', reason: refused };
    if (person.known !== undefined || this.#seen.has(person)) return { kind: 'refused', reason: 'duplicate' };
    const take = this.#decided.get(`${candidate.file} ${candidate.row}`);
    const question = this.#questionOn(index);
    const isInOtherGroup = question?.why === 'other-group' && take === false;
    const address = addressKey(candidate.contact);
    const isShared = this.#intake.onePerAddress && address !== undefined && this.#addresses.has(address);
    if (isShared && !isInOtherGroup) return { kind: 'refused', reason: 'same-address' };
    this.#seen.add(person);
    if (question !== undefined) this.questions.push({ ...question, ...(take === undefined ? {} : { take }) });
    if (take === false) return { kind: 'refused', reason: isInOtherGroup ? 'other-group' : 'left-out' };
    if (question !== undefined && take === undefined) return { kind: 'undecided' };
    this.#addresses.add(address);
    return { kind: 'accepted' };
  }

  #questionOn(index: number): Omit<Question, 'take'> | undefined {
    const { file, row, contact } = this.#candidates[index]!;
    const { elsewhere, mentor } = this.#persons[index]!;
    const ask = (why: QuestionReason, other?: Question['other']) => {
      return { file, row, why, contact, ...(other === undefined ? {} : { other }) };
    };
    const others = this.#likely.get(index) ?? [];
    const stopped = others.find((other) => this.#isLeftAlone(other));
    if (stopped !== undefined) return ask('perhaps-stopped', this.#beside(stopped));
    if (mentor) return ask('mentor');
    if (elsewhere !== undefined) return ask('other-group', this.#beside(elsewhere[0]!));
    const same = others.find((other) => typeof other !== 'number' || this.#isSeenBefore(other, index));
    return same === undefined ? undefined : ask('perhaps-same', this.#beside(same));
  }

  #isLeftAlone(other: KnownPerson | number): boolean {
    return typeof other === 'number' ? isLeftAlone(this.#persons[other]!) : other.ended !== undefined;
  }

  /** An earlier row whose person was accepted, waits or was left out; a later one is asked about itself. */
  #isSeenBefore(other: number, index: number): boolean {
    const person = this.#persons[other]!;
    return other < index && person !== this.#persons[index] && this.#seen.has(person);
  }

  #beside(other: KnownPerson | number): NonNullable<Question['other']> {
    if (typeof other !== 'number') return { group: other.group, contact: other.contact };
    const { file, row, contact } = this.#candidates[other]!;
    return { file, row, contact };
  }
}

/**
 * A list of what happened to people since they were taken in, in whatever group they are. What someone wants counts before what moved: died,
 * then objects, then a question to the manager (they phoned the client, or it is not clear what happened), then another address or number.
 *
 * A row finds people by what is certain (their number within the group of the list, name with day of birth and postcode); else by what is
 * likely (name with day of birth, a telephone or e-mail of that name, name and address), when that is one person only. An objection counts for
 * everyone who is likely: nobody is contacted in doubt. Who died or objects and is not found is remembered, for the next delivery.
 */
import type { ContactData, ContactField } from '../study/contact-data.ts';
import type { GroupCode } from '../study/group.ts';
import type { Candidate } from './candidate.ts';
import { type Applied, type EndReason, endOf, isToEnd, PeopleByKey, type PersonThere } from './effects.ts';
import type { Fate, JudgedRow } from './fate.ts';
import { keysAcrossGroups, stopListKeys, stopListLookUps } from './identity.ts';
import type { JudgingStep } from './intake.ts';
import { isSameAddress, isSameContact, newerContact, withoutAddress } from './newer-contact.ts';
import { plainWord } from './plain-word.ts';
import type { Decision, Question, QuestionReason } from './question.ts';
import { type News, readNews } from './read-news.ts';
import type { AppliedKind } from './report.ts';

export interface UpdateRow {
  readonly candidate: Candidate;
  /** As it stands in the list. */
  readonly news?: string | undefined;
  /** The fields that have something in this row; an empty cell tells nothing. */
  readonly fields: ReadonlySet<ContactField>;
}

export interface Updates {
  readonly group: GroupCode;
  readonly known: readonly PersonThere[];
  readonly decisions: readonly Decision[];
}

/** As many questions as are shown at once. */
const questionsShown = 100;

/**
 * A row may say by what someone is found in another one, a surname or a telephone that they have now: then the list is gone through again,
 * until it tells nothing more of that kind. Stops at everyone known and every row, so that others may have their turn.
 */
export function* applyingUpdates(rows: readonly UpdateRow[], updates: Updates): Generator<JudgingStep, Applied> {
  const contacts = new Map(updates.known.map(({ key, contact }) => [key, contact]));
  const also = new Map<string, readonly ContactData[]>();
  for (let turn = 1; ; turn += 1) {
    const told = new Map<string, UpdateRow[]>();
    const applied = yield* appliedOnce(rows, updates, also, told);
    let isNew = false;
    for (const [key, about] of told) {
      const before = also.get(key) ?? [];
      const now = contactsTold(contacts.get(key)!, before, about);
      isNew ||= now.length > before.length;
      also.set(key, now);
    }
    if (!isNew || turn === turnsAtMost) return applied;
  }
}

/** Rows that contradict one another could go on for ever. */
const turnsAtMost = 6;
const contactsAtMost = 200;

/** Every contact that `rows` make of `contact`, in whatever order they stand: by each of them another row may mean this person. */
function contactsTold(contact: ContactData, before: readonly ContactData[], rows: readonly UpdateRow[]) {
  const found = [contact, ...before];
  for (let at = 0; at < found.length; at += 1)
    for (const { candidate, fields } of rows) {
      if (found.length > contactsAtMost) break;
      // By which channel someone may be reached tells nothing of who they are.
      const newer = { ...newerContact(found[at]!, candidate, fields, 'news'), channels: contact.channels };
      if (!found.some((each) => isSameContact(each, newer))) found.push(newer);
    }
  return found.slice(1);
}

/**
 * @param also what is known of people besides, by key
 * @param told gets the rows that tell of another address, number or name, by key
 */
function* appliedOnce(
  rows: readonly UpdateRow[],
  { group, known, decisions }: Updates,
  also: ReadonlyMap<string, readonly ContactData[]>,
  told: Map<string, UpdateRow[]>,
): Generator<JudgingStep, Applied> {
  const total = known.length + 2 * rows.length;
  let done = 0;
  const step = (): JudgingStep => ({ done: ++done, total });
  const certain = new PeopleByKey();
  const likely = new PeopleByKey();
  for (const person of known) {
    const across = keysAcrossGroups(person.contact, person.identity);
    certain.add(person, person.group === group ? [...person.identity, ...across] : across);
    const contacts = [person.contact, ...(also.get(person.key) ?? [])];
    likely.add(person, [...new Set(contacts.flatMap((contact) => likelyKeys(contact, stopListLookUps)))]);
    yield step();
  }
  // What a list tells of someone who is certain says by what they are likely in its other rows.
  for (const { candidate } of rows) {
    for (const person of certainly(candidate)) likely.add(person, likelyKeys(candidate.contact, stopListLookUps));
    yield step();
  }
  const decided = new Map(decisions.map(({ file, row, take }) => [`${file} ${row}`, take]));
  const ends = new Map<string, EndReason>();
  const changes = new Map<string, ContactData>();
  const suppress: ContactData[] = [];
  const questions: Question[] = [];

  const judged: JudgedRow[] = [];
  for (const row of rows) {
    judged.push({ candidate: row.candidate, fate: fateOf(row) });
    yield step();
  }
  const waiting = questions.filter(({ take }) => take === undefined);
  return {
    judged,
    effects: { ends, changes, suppress, gone: 0 },
    questions: [...waiting, ...questions.filter(({ take }) => take !== undefined)].slice(0, questionsShown),
    undecided: waiting.length,
  };

  function fateOf(row: UpdateRow): Fate {
    const { candidate } = row;
    const what = happened(row);
    const people = found(candidate, what === 'objects');
    if (people.length === 0) {
      if (what === 'died' || what === 'objects') suppress.push(candidate.contact);
      return { kind: 'refused', reason: 'unknown-person' };
    }
    if (what === 'called' || what === 'unreadable') return asked(row, people, what);
    if (what === 'died') return { kind: 'applied', as: end(people, () => 'deceased', 'died') };
    if (what === 'objects') return { kind: 'applied', as: end(people, endOf, 'objects') };
    const as = change(row, people, what === 'moved');
    return as === undefined ? { kind: 'refused', reason: 'no-news' } : { kind: 'applied', as };
  }

  function certainly({ contact, identity }: Candidate): readonly PersonThere[] {
    return certain.find([...identity, ...keysAcrossGroups(contact, identity)]);
  }

  function found(candidate: Candidate, isObjection: boolean): readonly PersonThere[] {
    const sure = certainly(candidate);
    if (sure.length > 0) return sure;
    const perhaps = likely.find(likelyKeys(candidate.contact, stopListKeys));
    return isObjection || perhaps.length === 1 ? perhaps : [];
  }

  function end(people: readonly PersonThere[], why: (person: PersonThere) => EndReason, as: AppliedKind): AppliedKind {
    let isAny = false;
    for (const person of people) {
      const reason = why(person);
      if (!isToEnd(person, reason)) continue;
      isAny = true;
      // Whoever died did not refuse, whatever another row says.
      if (ends.get(person.key) !== 'deceased') ends.set(person.key, reason);
      changes.delete(person.key);
    }
    return isAny ? as : 'unchanged';
  }

  /** Whether they go on is for the manager to say; what the row tells of an address or number counts either way. */
  function asked(row: UpdateRow, people: readonly PersonThere[], what: QuestionReason & News): Fate {
    const { file, row: nr, contact } = row.candidate;
    if (!people.some(({ isOpen }) => isOpen)) return { kind: 'applied', as: 'unchanged' };
    const take = decided.get(`${file} ${nr}`);
    const [person] = people;
    const other = { group: person!.group, contact: person!.contact };
    const news = row.news === undefined ? {} : { news: row.news };
    questions.push({ file, row: nr, why: what, contact, other, ...news, ...(take === undefined ? {} : { take }) });
    if (take === undefined) return { kind: 'undecided' };
    if (!take) return { kind: 'applied', as: end(people, () => 'objection', 'stopped') };
    return { kind: 'applied', as: change(row, people, false) ?? 'unchanged' };
  }

  /** Undefined when the row tells nothing that was not known. */
  function change(row: UpdateRow, people: readonly PersonThere[], isMoved: boolean) {
    const { candidate, fields } = row;
    let as: AppliedKind | undefined;
    for (const person of people) {
      told.set(person.key, [...(told.get(person.key) ?? []), row]);
      const before = changes.get(person.key) ?? person.contact;
      const newer = newerContact(before, candidate, fields, 'news');
      const isElsewhere = !isSameAddress(newer, before);
      // A list that grows tells the same address again: it is where they live now.
      const isUnknown = isMoved && !isElsewhere && !addressFields.every((field) => fields.has(field));
      const now = isUnknown ? withoutAddress(newer) : newer;
      const isSame = isSameContact(now, before);
      if (isSame && !isMoved) continue;
      if (isSame || !person.isOpen || ends.has(person.key)) {
        as ??= 'unchanged';
        continue;
      }
      as = isMoved || isElsewhere ? 'moved' : as === 'moved' ? as : 'changed';
      changes.set(person.key, now);
    }
    return as;
  }
}

/** With these a letter arrives. */
const addressFields = ['street', 'houseNumber', 'postcode'] as const satisfies readonly ContactField[];

/** What the row says, by its own column or by those of death and consent. */
function happened({ candidate: { read }, news }: UpdateRow): News {
  const told = news === undefined ? 'nothing' : readNews(news);
  if (read.deceased || told === 'died') return 'died';
  if (read.consent === 'objection' || read.consent === 'not-given' || told === 'objects') return 'objects';
  // A cell about consent that cannot be read is no yes, and perhaps a no.
  return told === 'nothing' && read.consent === 'unreadable' ? 'unreadable' : told;
}

/** Numbers are given out anew in every source, and those of this group are among what is certain. */
function likelyKeys(contact: ContactData, keysOf: (contact: ContactData) => readonly string[]): readonly string[] {
  const { initials = '', prefix = '', surname, birthDate } = contact;
  const keys = keysOf(contact).filter((key) => !key.startsWith('number '));
  if (surname === undefined || birthDate === undefined) return keys;
  return [...keys, `born ${plainWord(`${initials}${prefix}${surname}`)} ${birthDate}`];
}

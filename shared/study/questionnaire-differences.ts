/** What a new version of a questionnaire changes. */
import type { Item, ItemName, Questionnaire, Text } from './questionnaire.ts';

export const differenceKinds = [
  'added',
  'removed',
  'text',
  'kind',
  'choices',
  'condition',
  'constraint',
  'order',
  'other',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface QuestionnaireDifferences {
  /** In the order of the new version, those that are gone last; only what differs. */
  readonly items: readonly { readonly item: ItemName; readonly changed: readonly DifferenceKind[] }[];
  readonly languagesAdded: readonly string[];
  readonly languagesRemoved: readonly string[];
}

export function questionnaireDifferences(before: Questionnaire, after: Questionnaire): QuestionnaireDifferences {
  const old = new Map(before.items.map((item) => [item.name, item]));
  const now = new Map(after.items.map((item) => [item.name, item]));
  const languages = after.languages.filter((language) => before.languages.includes(language));
  const moved = movedItems(before, after);
  const changed = after.items.map((item) => {
    const was = old.get(item.name);
    const kinds: readonly DifferenceKind[] = was === undefined ? ['added'] : changesOf(was, item, languages);
    return { item: item.name, changed: moved.has(item.name) ? [...kinds, 'order' as const] : kinds };
  });
  const removed = before.items
    .filter(({ name }) => !now.has(name))
    .map(({ name }) => ({ item: name, changed: ['removed' as const] }));
  return {
    items: [...changed.filter((each) => each.changed.length > 0), ...removed],
    languagesAdded: after.languages.filter((language) => !before.languages.includes(language)),
    languagesRemoved: before.languages.filter((language) => !after.languages.includes(language)),
  };
}

/** Only in languages that both versions have: a translation that came or went is told once, as a language. */
function changesOf(was: Item, item: Item, languages: readonly string[]): readonly DifferenceKind[] {
  const written = (text: Text | undefined) => languages.map((language) => text?.[language] ?? '');
  const texts = ({ label, hint, instruction, probe, requiredMessage, constraint }: Item) =>
    [label, hint, instruction, probe, requiredMessage, constraint?.message].map(written);
  const choices = ({ choices: all = [], choiceFilter }: Item) => [
    all.map(({ name, label, missing, positive, columns }) => [name, written(label), missing, positive, columns]),
    choiceFilter,
  ];
  const rest = (one: Item) => [
    one.required,
    one.requiredWhen,
    one.calculation,
    one.default,
    one.appearance,
    one.readsAnswers,
    one.specialCategory,
    one.sections,
  ];
  const looked: readonly (readonly [DifferenceKind, (one: Item) => unknown])[] = [
    ['text', texts],
    ['kind', ({ kind }) => kind],
    ['choices', choices],
    ['condition', ({ relevant }) => relevant],
    ['constraint', ({ constraint }) => constraint?.test],
    ['other', rest],
  ];
  return looked.filter(([, of]) => !isSame(of(was), of(item))).map(([kind]) => kind);
}

/** Plain data, whatever the order in which fields were written. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (value: object, field: string) => (value as Readonly<Record<string, unknown>>)[field];
  return [...fields].every((field) => isSame(at(one, field), at(other, field)));
}

/** The fewest items that can have been moved: all but the longest row of items that both versions have in the same order. */
function movedItems(before: Questionnaire, after: Questionnaire): ReadonlySet<ItemName> {
  const places = new Map(before.items.map(({ name }, index) => [name, index]));
  const both = after.items.map(({ name }) => name).filter((name) => places.has(name));
  // Per length the row that ends lowest, as patience sorting has it; each item knows the one before it.
  const ends: ItemName[] = [];
  const previous = new Map<ItemName, ItemName>();
  for (const name of both) {
    const at = ends.findIndex((end) => places.get(end)! > places.get(name)!);
    const length = at === -1 ? ends.length : at;
    if (length > 0) previous.set(name, ends[length - 1]!);
    ends[length] = name;
  }
  const kept = new Set<ItemName>();
  for (let name = ends.at(-1); name !== undefined; name = previous.get(name)) kept.add(name);
  return new Set(both.filter((name) => !kept.has(name)));
}

/**
 * What everything of a questionnaire is called on LimeSurvey: question and subquestion codes of at most 20 letters and digits, answer codes of
 * at most 5, without an underscore, and unique whatever the case of their letters. Structure and returns both take the names from here, so that what is
 * asked on the web comes home to the same items. The same questionnaire always gives the same names.
 */
import type { Item, ItemName, Questionnaire, Section } from '../study/questionnaire.ts';

export const longestQuestionCode = 20;
export const longestAnswerCode = 5;

export interface PlatformCodes {
  /** Of every item, notes and calculations too. A statement of a grid has the code of its row. */
  readonly questions: ReadonlyMap<ItemName, string>;
  /** Question codes of grids that are one question there (an array), by the name of their section. */
  readonly grids: ReadonlyMap<string, string>;
  /** Per item with choices: choice -> answer code; of a multiple choice the codes of its subquestions. */
  readonly choices: ReadonlyMap<ItemName, ReadonlyMap<string, string>>;
}

/** Names that the platform keeps for itself. */
const reserved = [
  'id',
  'token',
  'submitdate',
  'lang',
  'sid',
  'savedid',
  'self',
  'that',
  'this',
  'qid',
  'gid',
  'sgq',
  'time',
  'other',
];

/** The grid around an item as the platform can have it, an array: single choices with the same answers, all required or none. */
export function arrayOf(questionnaire: Questionnaire, item: Item): Section | undefined {
  const name = item.sections.at(-1);
  const section = questionnaire.sections.find((one) => one.name === name);
  if (section?.isGrid !== true || item.kind !== 'select-one') return undefined;
  const inside = questionnaire.items.filter(({ sections, kind }) => sections.at(-1) === name && kind !== 'note');
  const answers = (one: Item) => JSON.stringify([one.required, (one.choices ?? []).map((choice) => choice.name)]);
  const isOne = inside.every((one) => one.kind === 'select-one' && answers(one) === answers(item));
  const isPlain = inside.every((one) => one.constraint === undefined && one.requiredWhen === undefined);
  return isOne && isPlain ? section : undefined;
}

export function platformCodes(questionnaire: Questionnaire): PlatformCodes {
  const { items, sections } = questionnaire;
  const arrays = sections.filter((section) => items.some((item) => arrayOf(questionnaire, item) === section));
  // Rows of a grid are told apart within it, but are named as the questions are: no name is there twice, wherever one looks.
  const named = codesFor(
    [...items.map(({ name }) => name), ...arrays.map(({ name }) => `grid ${name}`)],
    longestQuestionCode,
    { begin: 'Q', taken: reserved },
  );
  const choices = new Map<ItemName, ReadonlyMap<string, string>>();
  for (const item of items) {
    if (item.choices === undefined) continue;
    const limit = item.kind === 'select-multiple' ? longestQuestionCode : longestAnswerCode;
    const taken = item.kind === 'select-multiple' ? ['other'] : [];
    const names = item.choices.map(({ name }) => name);
    choices.set(item.name, codesFor(names, limit, { begin: item.kind === 'select-multiple' ? 'S' : '', taken }));
  }
  return {
    questions: new Map(items.map(({ name }) => [name, named.get(name)!])),
    grids: new Map(arrays.map(({ name }) => [name, named.get(`grid ${name}`)!])),
    choices,
  };
}

/** Names that may stand keep themselves; the others become what is left of them, with a number where that is taken. */
function codesFor(
  names: readonly string[],
  limit: number,
  { begin, taken: never }: { readonly begin: string; readonly taken: readonly string[] },
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const taken = new Set(never);
  const isFree = (code: string) => !taken.has(code.toLowerCase());
  const take = (name: string, code: string) => {
    taken.add(code.toLowerCase());
    codes.set(name, code);
  };
  const isCode = begin === '' ? /^[A-Za-z0-9]+$/ : /^[A-Za-z][A-Za-z0-9]*$/;
  for (const name of names) if (isCode.test(name) && name.length <= limit && isFree(name)) take(name, name);
  for (const name of names) {
    if (codes.has(name)) continue;
    const left = name.replace(/^grid /, '').replaceAll(/[^A-Za-z0-9]/g, '');
    const stem = begin !== '' && !/^[A-Za-z]/.test(left) ? `${begin}${left}` : left || 'A';
    let code = stem.slice(0, limit);
    for (let nr = 2; !isFree(code); nr += 1) code = `${stem.slice(0, limit - String(nr).length)}${nr}`;
    take(name, code);
  }
  return codes;
}

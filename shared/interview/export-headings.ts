/** What a heading of an export may stand for: a name in the questionnaire, the platform's code of it, or the text of a question in any of its languages. */
import { type Item, isAsked, type Questionnaire, type Text } from '../study/questionnaire.ts';
import type { ExportLayout } from './export-layout.ts';
import { otherTextOf } from './other-text.ts';
import { arrayOf, type PlatformCodes } from './platform-codes.ts';
import { type ReturnTarget, targetText } from './return-target.ts';

const codeHeaders = ['token', 'code', 'inlogcode', 'access code', 'toegangscode'];
/** The words for a date of sending in and a language, as code headings and full headings have them. */
const ownHeaders: readonly (readonly [words: readonly string[], kind: 'code' | 'submitdate' | 'startlanguage'])[] = [
  [codeHeaders, 'code'],
  [['submitdate', 'date submitted', 'datum inzending', 'datum ingezonden'], 'submitdate'],
  [['startlanguage', 'start language', 'begintaal', 'starttaal'], 'startlanguage'],
];

/** By the names in the questionnaire and the platform's codes: `Q`, `Q[SQ]`, `Q_SQ`; and what the platform adds of itself. */
export function namesOf(
  questionnaire: Questionnaire,
  codes: PlatformCodes,
): (header: string) => ReturnTarget | undefined {
  const exact = new Map<string, ReturnTarget>();
  const put = (name: string, target: ReturnTarget) => {
    if (!exact.has(name)) exact.set(name, target);
  };
  const asked = questionnaire.items.filter(isAsked);
  for (const item of asked) put(item.name, { kind: 'answer', item });
  for (const item of asked) putParts(questionnaire, codes, item, put);
  // LimeSurvey takes codes for the same whatever the case of their letters.
  const anyCase = new Map<string, ReturnTarget | undefined>();
  for (const [name, target] of exact) {
    const plain = name.toLowerCase();
    const isSame = !anyCase.has(plain) || sameTarget(anyCase.get(plain), target);
    anyCase.set(plain, isSame ? target : undefined);
  }
  return (header) => {
    const found = exact.get(header) ?? anyCase.get(header.toLowerCase());
    if (found !== undefined) return found;
    // An item may itself be called 'code': a header is the platform's only when no item has that name.
    const kind = ownHeaders.find(([words]) => words.includes(header.toLowerCase()))?.[1];
    return kind === undefined ? undefined : { kind };
  };
}

const sameTarget = (one: ReturnTarget | undefined, other: ReturnTarget) =>
  one !== undefined && targetText(one) === targetText(other);

function putParts(
  questionnaire: Questionnaire,
  codes: PlatformCodes,
  item: Item,
  put: (name: string, target: ReturnTarget) => void,
): void {
  const code = codes.questions.get(item.name)!;
  const parts = (sub: string, target: ReturnTarget) => {
    for (const name of [item.name, code])
      for (const header of [`${name}[${sub}]`, `${name}_${sub}`]) put(header, target);
  };
  put(code, { kind: 'answer', item });
  const array = arrayOf(questionnaire, item);
  if (array !== undefined) {
    const grid = codes.grids.get(array.name)!;
    for (const section of [array.name, grid])
      for (const row of [item.name, code])
        for (const header of [`${section}[${row}]`, `${section}_${row}`]) put(header, { kind: 'answer', item });
  }
  const other = otherTextOf(questionnaire, item);
  if (item.kind === 'select-multiple') {
    for (const [choice, sub] of codes.choices.get(item.name)!)
      for (const part of [choice, sub]) parts(part, { kind: 'choice', item, choice });
    if (other !== undefined) parts('other', { kind: 'choice', item, choice: other.choice.name });
  } else if (other !== undefined) {
    parts('other', { kind: 'answer', item: other.text });
    parts(other.choice.name, { kind: 'answer', item: other.text });
  }
  if (item.kind === 'rank')
    for (let place = 1; place <= (item.choices ?? []).length; place += 1)
      parts(String(place), { kind: 'place', item, place });
}

export type ByText = (text: string) => ReturnTarget | 'ambiguous' | undefined;

/** By full headings: `Text`, `Text [Choice]`, `Grid [Statement]`, `Text [Other]`. */
export function textsOf(questionnaire: Questionnaire): ByText {
  const known = new Map<string, ReturnTarget | 'ambiguous'>();
  const put = (written: string, target: ReturnTarget) => {
    const text = plainText(written);
    if (text === '') return;
    const before = known.get(text);
    const isSame = before !== undefined && before !== 'ambiguous' && targetText(before) === targetText(target);
    known.set(text, before === undefined || isSame ? target : 'ambiguous');
  };
  for (const item of questionnaire.items.filter(isAsked)) {
    const array = arrayOf(questionnaire, item);
    const other = otherTextOf(questionnaire, item);
    for (const text of written(item.label)) {
      put(text, { kind: 'answer', item });
      if (array !== undefined)
        for (const title of written(array.label)) put(`${title} [${text}]`, { kind: 'answer', item });
      for (const choice of item.kind === 'select-multiple' ? (item.choices ?? []) : [])
        for (const label of written(choice.label))
          put(`${text} [${label}]`, { kind: 'choice', item, choice: choice.name });
      if (item.kind === 'rank')
        for (const index of (item.choices ?? []).keys())
          for (const word of ['', 'Rank ', 'Ranking ', 'Rang '])
            put(`${text} [${word}${index + 1}]`, { kind: 'place', item, place: index + 1 });
      if (other === undefined) continue;
      for (const word of ['Other', 'Anders', ...written(other.choice.label)])
        put(
          `${text} [${word}]`,
          item.kind === 'select-multiple'
            ? { kind: 'choice', item, choice: other.choice.name }
            : { kind: 'answer', item: other.text },
        );
    }
  }
  return (text) => known.get(plainText(text));
}

const written = (text: Text) => [...new Set(Object.values(text))];

/** Without marks of form and with one kind of space; what is filled in from an answer stands for itself, however it is written. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\$?\{[^{}]*\}/g, '{}')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const vvName = /^(\d+X\d+X\d+)(.*)$/;

/**
 * What stands behind the numbers in a VV name. Where that is a number too, as with the places of a ranking, it cannot be told from
 * them by one name alone: what all columns under the same text begin with is the number of their question.
 */
export function vvParts({ columns }: ExportLayout): (name: string, text: string) => string {
  const byText = new Map<string, string[]>();
  for (const { header, text } of columns) {
    const [, numbers, part] = vvName.exec(header) ?? [];
    if (text !== undefined && part === '') byText.set(text, [...(byText.get(text) ?? []), numbers!]);
  }
  return (name, text) => {
    const [, numbers, part] = vvName.exec(name) ?? [];
    const group = byText.get(text) ?? [];
    if (numbers === undefined || part !== '' || group.length < 2) return part ?? '';
    let begin = numbers;
    while (!group.every((one) => one.startsWith(begin) && one !== begin)) begin = begin.slice(0, -1);
    return numbers.slice(begin.length);
  };
}

/** A VV name like `841748X3X3SQ001`: the text above it says which question, what stands behind the numbers which part of it. */
export function vvTarget(
  {
    questionnaire,
    codes,
    byName,
    byText,
  }: {
    readonly questionnaire: Questionnaire;
    readonly codes: PlatformCodes;
    readonly byName: (header: string) => ReturnTarget | undefined;
    readonly byText: ByText;
  },
  part: string,
  text: string,
): ReturnTarget | 'ambiguous' | undefined {
  const whole = byText(text);
  if (part === '') return whole;
  if (whole !== undefined && whole !== 'ambiguous' && whole.kind === 'answer') {
    const found = byName(`${whole.item.name}[${part}]`);
    if (found !== undefined) return found;
  }
  // The text is that of a grid: the part is the code of its row.
  const grids = questionnaire.sections.filter(({ label }) =>
    written(label).some((one) => plainText(one) === plainText(text)),
  );
  const rows = grids.flatMap((section) => {
    const found = byName(`${codes.grids.get(section.name) ?? section.name}[${part}]`);
    return found === undefined ? [] : [found];
  });
  return rows.length > 1 ? 'ambiguous' : (rows[0] ?? (whole === 'ambiguous' ? whole : undefined));
}

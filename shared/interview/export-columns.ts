/**
 * Which column of an export is read as what. A heading is looked for as the name of an item, then as the platform's code of it, then as
 * the text of a question in any language of the questionnaire; a text that two questions share is read as neither. What a person said of a column goes before all.
 */
import { isAsked, type Questionnaire } from '../study/questionnaire.ts';
import { namesOf, textsOf, vvParts, vvTarget } from './export-headings.ts';
import { type Column, type ExportLayout, isPlatformsOwn } from './export-layout.ts';
import { otherTextOf } from './other-text.ts';
import { platformCodes } from './platform-codes.ts';
import { type ReturnTarget, targetsOf, targetText } from './return-target.ts';

export type ReturnsKind = 'limesurvey-codes' | 'limesurvey-full' | 'vv' | 'table';

export interface ReadColumn extends Column {
  /** Absent: not read. */
  readonly target?: ReturnTarget;
  /** Two questions have this text. */
  readonly isAmbiguous: boolean;
}

export interface ExportColumns {
  readonly kind: ReturnsKind;
  readonly columns: readonly ReadColumn[];
  /** Targets that a column is needed for and has none. */
  readonly missing: readonly string[];
  /** Headings of columns that are read as the same thing. */
  readonly twice: readonly string[];
  /** Of a mapping: what is no target of this questionnaire. */
  readonly wrong?: { readonly header: string; readonly target: string };
}

/** `chosen`: header -> target, as a person said it; 'none' for a column that is not read. */
export function exportColumns(
  questionnaire: Questionnaire,
  layout: ExportLayout,
  chosen: Readonly<Record<string, string>>,
): ExportColumns {
  const targets = new Map(targetsOf(questionnaire).map((target) => [targetText(target), target]));
  targets.set('none', { kind: 'none' });
  const codes = platformCodes(questionnaire);
  const byName = namesOf(questionnaire, codes);
  const byText = textsOf(questionnaire);
  const partOf = vvParts(layout);
  let wrong: ExportColumns['wrong'];
  const found = layout.columns.map((column): ReadColumn & { readonly by: 'name' | 'text' | 'chosen' | 'nothing' } => {
    const said = Object.hasOwn(chosen, column.header) ? chosen[column.header]! : undefined;
    if (said !== undefined) {
      const target = targets.get(said);
      if (target === undefined) wrong ??= { header: column.header, target: said };
      return { ...column, ...(target === undefined ? {} : { target }), isAmbiguous: false, by: 'chosen' };
    }
    const plain = column.isAgain ? column.header.replace(/ \(\d+\)$/, '') : column.header;
    const named = byName(plain);
    if (named !== undefined) return { ...column, target: named, isAmbiguous: false, by: 'name' };
    const written =
      column.text === undefined
        ? byText(plain)
        : vvTarget({ questionnaire, codes, byName, byText }, partOf(plain, column.text), column.text);
    if (written === undefined || written === 'ambiguous')
      return { ...column, isAmbiguous: written === 'ambiguous', by: 'nothing' };
    return { ...column, target: written, isAmbiguous: false, by: 'text' };
  });
  const columns = found.map(({ by: _, ...column }) => column);
  const isPlatform = found.some(({ header }) => isPlatformsOwn(header) && !/^id$/i.test(header));
  const byItsText = found.filter(({ by }) => by === 'text').length;
  const kind = layout.isVv
    ? 'vv'
    : isPlatform && byItsText === 0
      ? 'limesurvey-codes'
      : byItsText > found.filter(({ by, target }) => by === 'name' && target?.kind === 'answer').length
        ? 'limesurvey-full'
        : isPlatform
          ? 'limesurvey-codes'
          : 'table';
  return {
    kind,
    columns,
    missing: missingIn(questionnaire, columns, kind),
    twice: twiceIn(columns),
    ...(wrong === undefined ? {} : { wrong }),
  };
}

function missingIn(questionnaire: Questionnaire, columns: readonly ReadColumn[], kind: ReturnsKind): readonly string[] {
  const there = new Set(columns.flatMap(({ target }) => (target === undefined ? [] : [targetText(target)])));
  const own = [
    ...(there.has('code') ? [] : ['token']),
    // A table of another make need not say when a row came: everything in it was sent in.
    ...(there.has('submitdate') || kind === 'table' ? [] : ['submitdate']),
  ];
  const asked = questionnaire.items.filter(isAsked);
  // The text of "other" comes in the column of its choice.
  const within = asked.flatMap((item) => {
    const other = otherTextOf(questionnaire, item);
    const isThere =
      other !== undefined &&
      item.kind === 'select-multiple' &&
      there.has(targetText({ kind: 'choice', item, choice: other.choice.name }));
    return isThere ? [other.text.name] : [];
  });
  const absent = asked.flatMap((item) => {
    const whole = targetText({ kind: 'answer', item });
    if (there.has(whole) || within.includes(item.name)) return [];
    const parts =
      item.kind === 'select-multiple'
        ? (item.choices ?? []).map(({ name }) => `${item.name}[${name}]`)
        : item.kind === 'rank' && there.has(`${item.name}[1]`)
          ? (item.choices ?? []).map((_, index) => `${item.name}[${index + 1}]`)
          : [whole];
    // Whoever wrote what else it was chose "other": no column of its own is needed.
    const other = otherTextOf(questionnaire, item);
    const said = other !== undefined && there.has(targetText({ kind: 'answer', item: other.text }));
    const implied = said ? `${item.name}[${other.choice.name}]` : undefined;
    return parts.filter((part) => !there.has(part) && part !== implied);
  });
  return [...own, ...absent];
}

function twiceIn(columns: readonly ReadColumn[]): readonly string[] {
  const byTarget = new Map<string, string[]>();
  for (const { header, target, isAgain } of columns) {
    if (target === undefined || target.kind === 'none') continue;
    const plain = isAgain ? header.replace(/ \(\d+\)$/, '') : header;
    byTarget.set(targetText(target), [...(byTarget.get(targetText(target)) ?? []), plain]);
  }
  const twice = [...byTarget.values()].filter((headers) => headers.length > 1).flat();
  // In one column or in one per choice, not both.
  const whole = columns.filter(({ target }) => target?.kind === 'answer');
  const both = whole.flatMap(({ header, target }) => {
    const { item } = target as Extract<ReturnTarget, { kind: 'answer' }>;
    const isInParts = columns.some(
      ({ target: part }) => (part?.kind === 'choice' || part?.kind === 'place') && part.item === item,
    );
    return isInParts ? [header] : [];
  });
  return [...new Set([...twice, ...both])];
}

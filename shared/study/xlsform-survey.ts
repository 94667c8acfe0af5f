/** The `survey` sheet of an XLSForm workbook: its rows as items and sections, and every cell that is not taken. */

import { columnsIn, type Expression } from './expression.ts';
import type { Item, ItemKind, Section, Text } from './questionnaire.ts';
import { type Cells, expressionIn, parseCell, readCells } from './xlsform-cells.ts';
import type { ListedChoice } from './xlsform-choices.ts';
import { isComment, placeOf, type SurveyColumn } from './xlsform-columns.ts';
import { markGrids } from './xlsform-grid.ts';
import { appearanceOf, itemOf, type OpenGroup, optional, sectionOf, specialCategoryOf } from './xlsform-item.ts';
import { otherChoice, otherItem } from './xlsform-other.ts';
import type { Languages, Report, Sheet, SheetRow } from './xlsform-sheet.ts';

/** One row of the sheet that names something, with where it refers to what; for the checks of what it refers to. */
export interface SurveyEntry {
  readonly name: string;
  readonly row: SheetRow;
  /** 'refused': a row of a type that is not taken, known so that references to it are no second fault. */
  readonly kind: ItemKind | 'group' | 'refused';
  /** Name of the group around it. */
  readonly inside?: string;
  readonly expressions: readonly { readonly column: SurveyColumn; readonly expression: Expression }[];
  readonly texts: readonly { readonly column: SurveyColumn; readonly text: Text }[];
  /** Of an item. */
  readonly item?: Item;
  /** Its choices as the other sheet has them. */
  readonly listed: readonly ListedChoice[];
}

export interface SurveyRead {
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
  readonly entries: readonly SurveyEntry[];
}

/** The further columns of the choices that choice filters name, so that the other sheet may have them. */
export function columnsOfFilters(sheet: Sheet): ReadonlySet<string> {
  const named = sheet.rows.flatMap((row) => {
    const written = sheet.cell(row, 'choice_filter');
    const filter = written === '' ? undefined : parseCell(written, 'choice_filter');
    return filter === undefined || filter.kind === 'fault' ? [] : [...columnsIn(filter)];
  });
  return new Set(named.filter((column) => !ownColumns.has(column)));
}

/** What a bare name in a filter cannot mean, `name` apart: these columns have a meaning of their own. */
const ownColumns: ReadonlySet<string> = new Set(['name', 'list_name', 'label', 'missing', 'positive']);

/** Reads every row, reporting what is wrong in each. */
export function readSurvey(
  sheet: Sheet,
  lists: ReadonlyMap<string, readonly ListedChoice[]>,
  languages: Languages,
  report: Report,
): SurveyRead {
  const items: Item[] = [];
  const sections: Section[] = [];
  const entries: SurveyEntry[] = [];
  const groups: OpenGroup[] = [];
  sheet.reportColumns(report, (row) => !isComment(sheet, row));
  for (const row of sheet.rows) {
    if (isComment(sheet, row)) continue;
    const cells = readCells(sheet, row, languages, report);
    const { type } = cells;
    if (type.kind === 'unsupported') {
      entries.push({ ...cells, row, kind: 'refused', listed: [] });
      continue;
    }
    if (type.kind === 'end-group') {
      closeGroup(sheet, row, groups, report);
      continue;
    }
    const inside = optional('inside', groups.at(-1)?.name);
    if (type.kind === 'begin-group') {
      entries.push({ ...cells, row, kind: 'group', listed: [], ...inside });
      groups.push(groupOf(sheet, row, cells, groups, report));
      sections.push(sectionOf(cells, languages, appearanceOf(row, { sheet, report }) ?? ''));
      continue;
    }
    const item = itemOf(row, cells, type, { sheet, groups: [...groups], lists, languages, report });
    const listed = type.kind === 'select' ? (lists.get(type.list) ?? []) : [];
    const hasOther = type.kind === 'select' && type.orOther;
    const label = hasOther ? item.choices?.find(({ name }) => name === otherChoice)?.label : undefined;
    const texts = label === undefined ? [] : [{ column: 'other_label' as const, text: label }];
    entries.push({ ...cells, texts: [...cells.texts, ...texts], row, kind: item.kind, item, listed, ...inside });
    items.push(item);
    if (!hasOther) continue;
    const other = otherItem(item, sheet, row, languages, report);
    const question = [{ column: 'other_question' as const, text: other.label }];
    entries.push({
      ...{ name: other.name, row, kind: 'text', expressions: [], texts: question, item: other, listed: [] },
      ...inside,
    });
    items.push(other);
  }
  for (const { name, row } of groups) report({ ...placeOf(sheet, row, 'type'), fault: 'group-unbalanced', what: name });
  const rows = new Map(entries.map(({ name, row }) => [name, row]));
  const typePlace = (name: string) => placeOf(sheet, rows.get(name)!, 'type');
  return { items, sections: markGrids(sections, items, typePlace, report), entries };
}

function groupOf(sheet: Sheet, row: SheetRow, cells: Cells, groups: readonly OpenGroup[], report: Report): OpenGroup {
  return {
    name: cells.name,
    row,
    ...optional('relevant', expressionIn(cells, 'relevant')),
    ...optional('specialCategory', specialCategoryOf(row, groups.at(-1)?.specialCategory, { sheet, report })),
  };
}

function closeGroup(sheet: Sheet, row: SheetRow, groups: OpenGroup[], report: Report): void {
  const group = groups.pop();
  const name = sheet.cell(row, 'name');
  if (group === undefined || (name !== '' && name !== group.name))
    report({ ...placeOf(sheet, row, 'type'), fault: 'group-unbalanced', ...(name === '' ? {} : { what: name }) });
}

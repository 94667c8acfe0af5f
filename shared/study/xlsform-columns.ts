/** The columns of the `survey` sheet, and which of them each kind of row takes; content in any other is a fault. */
import type { ItemKind } from './questionnaire.ts';
import { isNo } from './xlsform-choices.ts';
import type { Report, Sheet, SheetRow } from './xlsform-sheet.ts';

export const surveyColumns = {
  type: 'plain',
  name: 'plain',
  label: 'translated',
  hint: 'translated',
  /** For the interviewer, never read aloud; XLSForm calls it guidance_hint. */
  instruction: 'translated',
  /** Ours: how to ask on. */
  probe: 'translated',
  required: 'plain',
  required_message: 'translated',
  relevant: 'plain',
  constraint: 'plain',
  constraint_message: 'translated',
  calculation: 'plain',
  default: 'plain',
  choice_filter: 'plain',
  appearance: 'plain',
  /** Ours: whether the answers are read aloud with the question. */
  read_aloud: 'plain',
  /** Ours: AVG art. 9 and 10. */
  special_category: 'plain',
  /** Ours: the texts of `or_other` where ours do not do. */
  other_label: 'translated',
  other_question: 'translated',
} as const;
export type SurveyColumn = keyof typeof surveyColumns;

/** Other names of columns; one that stands beside its own name is there twice, and told as such. */
export const surveyAliases = { relevance: 'relevant', guidance_hint: 'instruction' } as const;

const asked = [
  'label',
  'hint',
  'instruction',
  'probe',
  'required',
  'required_message',
  'relevant',
  'constraint',
  'constraint_message',
  'appearance',
  'special_category',
] as const;
const open = [...asked, 'default', 'read_aloud'] as const;
const closed = [...open, 'choice_filter', 'other_label', 'other_question'] as const;

export const takenBy: Readonly<Record<ItemKind | 'begin-group' | 'end-group', readonly SurveyColumn[]>> = {
  text: open,
  integer: open,
  decimal: open,
  date: open,
  'select-one': closed,
  'select-multiple': closed,
  rank: [...asked, 'read_aloud', 'choice_filter'],
  acknowledge: asked,
  note: ['label', 'hint', 'instruction', 'relevant', 'appearance', 'special_category'],
  calculate: ['relevant', 'calculation', 'special_category'],
  'begin-group': ['label', 'relevant', 'appearance', 'special_category'],
  'end-group': [],
};

/** A row that only says something to its reader: no type, name, label, nor anything that would do something. */
export function isComment(sheet: Sheet, row: SheetRow): boolean {
  const says: readonly SurveyColumn[] = ['type', 'name', 'required', 'relevant', 'constraint', 'calculation'];
  return says.every((column) => sheet.cell(row, column) === '') && sheet.texts(row, 'label').size === 0;
}

/** Reports what `row` has in columns that it does not take. */
export function reportUntaken(sheet: Sheet, row: SheetRow, taken: readonly SurveyColumn[], report: Report): void {
  for (const column of Object.keys(surveyColumns) as SurveyColumn[]) {
    if (column === 'type' || column === 'name' || taken.includes(column)) continue;
    const given =
      surveyColumns[column] === 'plain' ? sheet.cell(row, column) : [...sheet.texts(row, column).values()][0];
    if (given === undefined || given === '' || (column === 'required' && isNo(given))) continue;
    report({ ...placeOf(sheet, row, column), fault: 'value-unsupported', what: column });
  }
}

export function placeOf(sheet: Sheet, row: SheetRow, column: SurveyColumn) {
  return { sheet: sheet.name, row: row.number, column: sheet.header(column) } as const;
}

/** 10,000 workbooks that nobody made on purpose: fixtures with cells changed, moved and dropped. Each is taken or refused with its place. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interviewView } from '../../../shared/interview/interview-view.ts';
import { plainConduct } from '../../../shared/study/conduct.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { xlsformOf } from '../../../shared/study/write-xlsform.ts';
import { fourLanguages } from '../../fixtures/workbooks/four-languages.ts';
import { national } from '../../fixtures/workbooks/national.ts';
import { refusedWorkbooks } from '../../fixtures/workbooks/refused.ts';
import { type Sheets, workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';
import { takenWorkbooks } from '../../fixtures/workbooks/workbooks.ts';
import { workedMs } from '../../worked.ts';

const all: readonly Sheets[] = [
  ...[...takenWorkbooks, ...refusedWorkbooks].map(({ sheets }) => sheets),
  national,
  fourLanguages,
];
const cells = [...new Set(all.flatMap((sheets) => Object.values(sheets).flat(2)))];
const odd = [
  '__proto__',
  'constructor',
  '${',
  '${q}',
  '.',
  "'",
  '😀',
  '\u202e',
  '(((',
  '1e999',
  'x'.repeat(20_000),
  'null',
];

/** A change to one place of a workbook; places are taken modulo what there is. */
const anyChange = fc.record({
  sheet: fc.nat(2),
  row: fc.nat(60),
  column: fc.nat(25),
  way: fc.constantFrom('cell', 'odd', 'row-gone', 'row-twice', 'column-gone', 'sheet-of-another'),
  nr: fc.nat(5_000),
});
type Change = typeof anyChange extends fc.Arbitrary<infer C> ? C : never;

function changed(sheets: Sheets, { sheet, row, column, way, nr }: Change): Sheets {
  const name = Object.keys(sheets)[sheet % Object.keys(sheets).length]!;
  const rows = sheets[name]!;
  const at = rows.length === 0 ? 0 : row % rows.length;
  const across = column % Math.max(1, ...rows.map((cellsOfRow) => cellsOfRow.length));
  const put = (cell: string) =>
    rows.map((of, nrOfRow) => (nrOfRow === at ? Object.assign([...of], { [across]: cell }) : of));
  switch (way) {
    case 'cell':
      return { ...sheets, [name]: put(cells[nr % cells.length]!).map((of) => Array.from(of, (cell) => cell ?? '')) };
    case 'odd':
      return { ...sheets, [name]: put(odd[nr % odd.length]!).map((of) => Array.from(of, (cell) => cell ?? '')) };
    case 'row-gone':
      return { ...sheets, [name]: rows.toSpliced(at, 1) };
    case 'row-twice':
      return { ...sheets, [name]: rows.toSpliced(at, 0, rows[at] ?? []) };
    case 'column-gone':
      return { ...sheets, [name]: rows.map((of) => of.toSpliced(across, 1)) };
    default:
      return { ...sheets, [name]: all[nr % all.length]![name] ?? [] };
  }
}

test('10,000 of them are taken or refused with a place, and what is taken reads the same after it was written', () => {
  const seen = { read: 0, faulty: 0 };
  let slowest = 0;
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(anyChange, { maxLength: 4 }), (sheets, changes) => {
      const workbook = workbookOfSheets(changes.reduce(changed, sheets));
      let read!: ReturnType<typeof readXlsform>;
      const took = workedMs(() => {
        read = readXlsform(workbook);
      });
      slowest = Math.max(slowest, took);
      seen[read.kind] += 1;
      if (read.kind === 'faulty') {
        expect(read.faults.length).toBeGreaterThan(0);
        for (const { sheet, row } of read.faults) {
          expect(sheet).toBeTruthy();
          if (row !== undefined) expect(row).toBeGreaterThan(0);
        }
        return;
      }
      const { questionnaire } = read;
      const kept = new Set(questionnaire.items.flatMap((item) => item.sections));
      const sections = questionnaire.sections.filter(({ name }) => kept.has(name));
      expect(readXlsform(xlsformOf(questionnaire))).toEqual({
        kind: 'read',
        questionnaire: { ...questionnaire, sections },
      });
      const state = {
        language: questionnaire.defaultLanguage,
        today: '2026-05-01' as never,
        saved: 0,
        mode: 'phone' as const,
      };
      interviewView(questionnaire, new Map(), { ...state, conduct: plainConduct });
    }),
    { numRuns: 10_000 },
  );
  expect(Math.min(seen.read, seen.faulty)).toBeGreaterThan(1_000);
  // Reading a workbook, proofs of what can never be among it, is bounded too: what the thread itself worked, not what it waited.
  expect(slowest).toBeLessThan(2_000);
});

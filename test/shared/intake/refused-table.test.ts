import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusedTable } from '../../../shared/intake/refused-table.ts';
import { appliedKinds, type IntakeReport, refusalReasons } from '../../../shared/intake/report.ts';

const nobody = {
  accepted: 0,
  applied: Object.fromEntries(appliedKinds.map((kind) => [kind, 0])) as IntakeReport['applied'],
  refused: Object.fromEntries(refusalReasons.map((reason) => [reason, 0])) as IntakeReport['refused'],
  undecided: 0,
};
const reportOf = (
  file: number,
  refusedRows: IntakeReport['refusedRows'],
  remarks: IntakeReport['remarks'] = [],
): IntakeReport => ({ ...nobody, file, read: refusedRows.length, refusedRows, remarks });

test('every refused row and every remark is one line, by list and row, and no line is the same as another', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 2, max: 100_000 }), { maxLength: 30 });
  const reasons = fc.array(fc.constantFrom(...refusalReasons), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(rows, reasons, rows), { maxLength: 5 }), (lists) => {
      const reports = lists.map(([refused, why, remarked], index) => ({
        sheet: 1,
        report: reportOf(
          index + 1,
          refused.map((row, at) => ({ row, reason: why[at]! })),
          remarked.map((row) => ({ row, field: 'phone' as const, what: 'unreadable' as const })),
        ),
      }));
      const [headers, ...lines] = refusedTable(reports);
      expect(headers!.length).toBe(6);
      expect(lines.length).toBe(
        lists.reduce((sum, [refused, , remarked]) => sum + refused.length + remarked.length, 0),
      );
      const places = lines.map(([file, , row]) => [Number(file), Number(row)] as const);
      expect(places).toEqual(places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
      expect(new Set(lines.map((line) => JSON.stringify(line))).size).toBe(lines.length);
    }),
  );
});

test('every reason has words of its own', () => {
  const lines = refusedTable([
    {
      sheet: 1,
      report: reportOf(
        1,
        refusalReasons.map((reason, at) => ({ row: at + 2, reason })),
      ),
    },
  ]);
  const words = lines.slice(1).map((line) => line[3]);
  expect(new Set(words).size).toBe(refusalReasons.length);
  expect(words).not.toContain(undefined);
});

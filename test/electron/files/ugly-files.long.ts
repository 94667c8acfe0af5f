/** One file for each ugliness that comes in, each with the report that it must give; through the reader process and the gate. */
import { describe, expect, it, test } from 'vitest';
import { readPhone } from '../../../electron/files/phone-number.ts';
import { readExtract } from '../../../electron/files/read-file.ts';
import { day } from '../../../shared/calendar.ts';
import { acceptRows } from '../../../shared/intake/gate.ts';
import { Refusal } from '../../../shared/problem.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';
import { uglyContainers } from '../../fixtures/ugly-files/ugly-containers.ts';
import { uglyContents } from '../../fixtures/ugly-files/ugly-contents.ts';
import { list, type UglyFile, type UglyReport } from '../../fixtures/ugly-files/ugly-file.ts';
import { uglyLists } from '../../fixtures/ugly-files/ugly-lists.ts';
import { uglyTexts } from '../../fixtures/ugly-files/ugly-texts.ts';
import { uglyWorkbooks } from '../../fixtures/ugly-files/ugly-workbooks.ts';

const all = [...uglyTexts, ...uglyContents, ...uglyLists, ...uglyWorkbooks, ...uglyContainers];
const today = day('2026-06-01');

/** What becomes of a file, in the words of the table: the same shape as its `report`. */
async function reportOf({ bytes, password, basis = 'no-objection', allowed = contactFields, report }: UglyFile) {
  const group: Group = {
    code: 'people' as GroupCode,
    title: 'People',
    consentBasis: basis,
    asked: { text: 'Letter 1', source: 'The archive' },
    consentBasisByStratum: {},
  };
  const agreement = { allowedFields: allowed, startsOn: day('2026-01-01'), endsOn: day('2027-12-31') };
  const extract = await readExtract(await bytes(), { allowed, today }, 1, { password });
  const intake = { files: [{ file: 1, rows: extract.rows }], group, agreement, today, known: [], readPhone };
  const { reports, accepted } = acceptRows(intake);
  const one = reports[0]!;
  const expected = report as UglyReport;
  // Whatever the file is, its report adds up.
  const refusedRows = Object.values(one.refused).reduce((sum, count) => sum + count, 0);
  expect(one.accepted + refusedRows + one.undecided).toBe(one.read);
  return {
    read: one.read,
    accepted: one.accepted,
    refused: Object.fromEntries(Object.entries(one.refused).filter(([, count]) => count > 0)),
    remarks: one.remarks.toSorted((a, b) => a.row - b.row || a.field.localeCompare(b.field)),
    contacts: accepted.slice(0, expected.contacts?.length ?? 0).map(({ contact }) => contact),
    hiddenRows: extract.hiddenRows,
    columns: Object.fromEntries(extract.columns.map(({ column, becomes }) => [column, becomes])),
    sheet: extract.sheet,
  };
}

/** What must be found: what the table leaves out is not there, but for contacts, columns and the sheet. */
function whole(report: UglyReport): object {
  return { refused: {}, remarks: [], hiddenRows: 0, ...report };
}

async function expectReport(file: UglyFile): Promise<void> {
  const outcome = await reportOf(file).catch((error: unknown) => error);
  if ('problem' in file.report) {
    expect(outcome).toBeInstanceOf(Refusal);
    expect((outcome as Refusal).problem).toMatchObject(file.report);
  } else {
    expect(outcome).toMatchObject(whole(file.report));
    expect(Object.keys((outcome as UglyReport).refused ?? {})).toEqual(Object.keys(file.report.refused ?? {}));
    expect((outcome as UglyReport).remarks).toEqual(file.report.remarks ?? []);
  }
}

describe('ugly files', () => {
  it('are at least forty, each with a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ ugly }) => ugly)).size).toBe(all.length);
  });

  // Each waits for a process of its own; opening what is locked is work, and has ten seconds.
  describe.concurrent('that are not locked', () => {
    test.each([...uglyTexts, ...uglyContents, ...uglyLists, ...uglyWorkbooks])('with $ugly', expectReport);
  });

  test.each(uglyContainers)('with $ugly', expectReport);

  it('of which one would be judged otherwise fail the table', async () => {
    const [file] = uglyTexts;
    const found = await reportOf({
      ...file!,
      bytes: () => new Uint8Array(Buffer.from(list.map((row) => row.slice(1).join(';')).join('\n'))),
    });
    expect(found).not.toMatchObject(whole(file!.report as UglyReport));
  });
});

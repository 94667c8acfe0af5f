/** The faults of a workbook as lines: 'survey 2 type: type-unsupported geopoint'. */
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import type { Workbook } from '../../../shared/study/workbook.ts';

/** None when it is taken. */
export function faultsOf(workbook: Workbook): readonly string[] {
  const read = readXlsform(workbook);
  if (read.kind === 'read') return [];
  return read.faults.map(({ sheet, row, column, fault, what, at }) => {
    const place = [sheet, row, column].filter((part) => part !== undefined).join(' ');
    return [`${place}:`, fault, what, at === undefined ? undefined : `@${at}`]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

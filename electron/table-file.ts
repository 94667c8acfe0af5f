/** A table written as the name of the file says: a workbook that types every cell, or CSV that no spreadsheet takes for a formula. */
import { type CsvCell, csvText } from '../shared/export/csv.ts';
import { refuse } from '../shared/problem.ts';
import { workbookBytes } from './files/workbook-bytes.ts';
import { writeFileSafely } from './files/write-file.ts';

/** `name`: of the sheet in a workbook. Refuses `file.not-written` when the drive is full or gone. */
export function writeTable(path: string, name: string, rows: readonly (readonly CsvCell[])[]): void {
  const isWorkbook = path.toLowerCase().endsWith('.xlsx');
  const bytes = isWorkbook ? workbookBytes(name, rows) : new TextEncoder().encode(csvText(rows));
  try {
    writeFileSafely(path, bytes);
  } catch {
    refuse('file.not-written', {});
  }
}

/** A sheet as a table: a header row and the rows with content under it. */
import type { Table } from '../../shared/study/table.ts';

/** The first row with content is the header row. Undefined when there is no content. */
export function tableOf(rows: readonly (readonly string[])[]): Table | undefined {
  const headerRow = rows.findIndex(hasContent);
  if (headerRow < 0) return undefined;
  return {
    headers: rows[headerRow]!,
    rows: rows.flatMap((cells, index) => (index > headerRow && hasContent(cells) ? [{ row: index + 1, cells }] : [])),
  };
}

function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}

/** One sheet or CSV file with a header row, as text: what a web survey or a spreadsheet hands over. */
export interface Table {
  /** As written, trimmed; a column without a header is ''. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Counts from 1, as a spreadsheet shows it. */
  readonly row: number;
  /** Trimmed; may be shorter than `headers` when the last cells are empty. */
  readonly cells: readonly string[];
}

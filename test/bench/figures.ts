/** Figures of a measurement: median, 95th percentile, and how they are printed. */

export interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly n: number;
}

/** Throws when there is nothing to describe. */
export function figuresOf(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  const [median, p95, max] = [at(0.5), at(0.95), sorted.at(-1)];
  if (median === undefined || p95 === undefined || max === undefined) throw new RangeError('nothing was measured');
  return { median, p95, max, n: sorted.length };
}

export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: string;
  readonly target: string;
}

export function printedTable(lines: readonly Line[]): string {
  const columns: readonly (keyof Line)[] = ['what', 'ours', 'floor', 'ratio', 'target'];
  const head: Line = { what: '', ours: 'ours', floor: 'floor', ratio: 'ratio', target: 'target' };
  const widths = columns.map((column) => Math.max(...[head, ...lines].map((line) => line[column].length)));
  return [head, ...lines]
    .map((line) =>
      columns
        .map((column, i) => line[column].padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Reads the name of the limit that a file goes over, so that it can be told in words: '100000 × 200' are rows and columns. */

export type FileLimit =
  /** The size of the file itself, as it is written: '20 MB'. */
  | { readonly kind: 'size'; readonly size: string }
  | { readonly kind: 'cells'; readonly rows: number; readonly columns: number }
  /** A workbook is a packed file: the parts in it, their size when unpacked, and how many times smaller packing made them. */
  | { readonly kind: 'parts'; readonly parts: number }
  | { readonly kind: 'unpacked-size'; readonly size: string }
  | { readonly kind: 'packing'; readonly times: number };

/** What `name` says; a name of another form is taken as a size. */
export function readFileLimit(name: string): FileLimit {
  const [, rows, columns] = /^(\d+) × (\d+)$/.exec(name) ?? [];
  if (rows !== undefined) return { kind: 'cells', rows: Number(rows), columns: Number(columns) };
  const [, packed] = /^(.+) \(zip\)$/.exec(name) ?? [];
  if (packed === undefined) return { kind: 'size', size: name };
  if (/^\d+$/.test(packed)) return { kind: 'parts', parts: Number(packed) };
  const [, times] = /^(\d+) : 1$/.exec(packed) ?? [];
  return times === undefined ? { kind: 'unpacked-size', size: packed } : { kind: 'packing', times: Number(times) };
}

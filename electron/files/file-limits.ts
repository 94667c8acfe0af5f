/** How large a file of the user may be. Shared by the office and the reader process. */

export const fileLimits = {
  bytes: 20_000_000,
  /** Of a backup: the study of a hundred thousand people is smaller. */
  backupBytes: 150_000_000,
  rows: 100_000,
  columns: 200,
  readerMs: 10_000,
  readerHeapMegabytes: 768,
} as const;

/** Names of the limits as they are told, without words of any language. */
export const limitNames = {
  bytes: '20 MB',
  backupBytes: '150 MB',
  cells: '100000 × 200',
  entries: '200 (zip)',
  unpackedBytes: '100 MB (zip)',
  ratio: '200 : 1 (zip)',
} as const;

export const supportedKinds: readonly string[] = ['.xlsx', '.csv', '.tsv', '.txt'];

/** How many bytes a file may have that is read as it is. */
export const bytesAtMost = (as?: 'backup'): number => (as === 'backup' ? fileLimits.backupBytes : fileLimits.bytes);

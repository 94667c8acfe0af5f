/** How large a file of the user may be. Shared by the office and the reader process. */

export const fileLimits = {
  bytes: 20_000_000,
  /** Of a backup: the study of a hundred thousand people is smaller. */
  backupBytes: 150_000_000,
  rows: 100_000,
  columns: 200,
  readerMs: 10_000,
  /** All that a reader process may hold. */
  readerMegabytes: 768,
  /** What of it JavaScript may have: beside it stand the program, the bytes of the file, what is unpacked of it and the answer. */
  readerHeapMegabytes: 512,
} as const;

/** Of messages that came in. */
export const mailLimits = {
  /** What is read of one: a report, and what someone wrote themselves, stand in front of what is attached. */
  messageBytes: 400_000,
  messageLines: 20_000,
  headerBytes: 200_000,
  /** Parts within parts. */
  depth: 30,
  /** Parts looked at. */
  parts: 50,
  /** In one mbox. */
  messages: 20_000,
  zip: { entries: 5_000, unpackedBytes: 100_000_000, ratio: 200 },
} as const;

/** Names of the limits as they are told, without words of any language. */
export const limitNames = {
  bytes: '20 MB',
  backupBytes: '150 MB',
  cells: '100000 × 200',
  entries: '200 (zip)',
  messages: '5000 (zip)',
  unpackedBytes: '100 MB (zip)',
  ratio: '200 : 1 (zip)',
} as const;

export type LimitName = keyof typeof limitNames;

export const supportedKinds: readonly string[] = ['.xlsx', '.xls', '.ods', '.csv', '.tsv', '.txt'];

/** How many bytes a file may have that is read as it is. */
export const bytesAtMost = (as?: 'backup'): number => (as === 'backup' ? fileLimits.backupBytes : fileLimits.bytes);

/** Names in a study folder. Results hold nothing personal and stay; the others go at destruction. A file of any other name is left alone. */
export const studyFiles = {
  keyring: 'keyring',
  /** The keyring of the epoch that is being turned to. */
  nextKeyring: 'keyring.next',
  database: 'study.db',
  lock: 'office.lock',
  results: 'results',
} as const;

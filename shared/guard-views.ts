/** Views of what guards a study: people and their keys, locking, safeguards, and what is asked about one person. */
import type { KeyName, Role } from './study/person.ts';

/** Who holds a key of the study: names of staff. A key that one person holds is lost with their passphrase. */
export interface KeyHolders {
  readonly key: KeyName;
  readonly holders: readonly string[];
}

/** Someone added or renewed: the passphrase for their first sign-in, shown once and kept nowhere. */
export interface Invited {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly oneTimePassphrase: string;
}

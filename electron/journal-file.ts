/**
 * The journal as a file that anyone can check without a key of the study: a line of JSON per entry, each with the SHA-256 of the line
 * before, then a line that says what was found of the journal here, and last this installation's signature over that line. Lines end with
 * a line feed; a hash is over the bytes of a line without it. `scripts/check-journal.ts` checks such a file.
 */
import { createHash } from 'node:crypto';
import type { Day } from '../shared/calendar.ts';
import type { JournalHead, JournalState } from '../shared/study/journal.ts';
import type { Installation } from './installation.ts';
import type { JournalEntry } from './store/journal.ts';

/** What is said of the journal as a whole. */
export interface JournalSeal {
  readonly study: string;
  /** The day on which the file was made. */
  readonly on: Day;
  readonly appVersion: string;
  /** Number of the first entry at which the chain of the study's own seals is broken. */
  readonly brokenAt?: number;
  readonly state: JournalState;
  readonly head?: JournalHead;
}

export function journalFile(entries: readonly JournalEntry[], seal: JournalSeal, installation: Installation): string {
  const lines: string[] = [];
  let before = '';
  const add = (line: object) => {
    const text = JSON.stringify(line);
    lines.push(text);
    before = createHash('sha256').update(text).digest('hex');
    return text;
  };
  for (const { seq, on, person, act, detail } of entries) add({ seq, on, person, act, detail, before });
  const publicKey = installation.publicKey();
  const sealed = add({ veldwerk: 'journal', format: 1, entries: entries.length, ...seal, publicKey, before });
  lines.push(JSON.stringify({ signature: installation.sign(Buffer.from(sealed)) }));
  return `${lines.join('\n')}\n`;
}

/** How people compare a public key: the first 128 bits of its SHA-256, in groups of four hex digits. */
export function fingerprint(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return hash.slice(0, 32).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

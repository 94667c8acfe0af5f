/**
 * Watches the journal of the open study: compares it with the head that is kept outside, and moves that head along with every entry. A
 * journal that is not the one that was here before is not followed: its head stays until people have looked into it.
 */
import { isSameJournal, type JournalHead, type JournalState, journalState } from '../shared/study/journal.ts';
import type { HeadFile } from './journal-head.ts';
import type { Appended } from './store/journal.ts';
import type { Store } from './store/store.ts';

type Journal = Pick<Store['journal'], 'last' | 'macAt'>;

export class JournalWatch {
  readonly #study: string;
  readonly #journal: Journal;
  readonly #file: HeadFile;
  /** The last entry as this office knows it. */
  #last: Pick<Appended, 'seq' | 'mac'> | undefined;
  #head: JournalHead | undefined;
  #state: JournalState;

  /** `isNew`: of a study that is being made, which has no entry yet and no head. */
  constructor(study: string, journal: Journal, file: HeadFile, { isNew = false } = {}) {
    this.#study = study;
    this.#journal = journal;
    this.#file = file;
    this.#head = file.found;
    this.#last = journal.last();
    this.#state = isNew ? 'agrees' : this.#compared();
  }

  /** How the journal that is in the database now stands to the head: `cut`, `rewritten` and `unknown` stay until `accept`. */
  get state(): JournalState {
    // A study that is being made has no head yet.
    if (isSameJournal(this.#state) && this.#head !== undefined) this.#state = this.#compared();
    return this.#state;
  }

  /** The newest head that the journal was found to agree with; when it no longer does, what was known of it. */
  get head(): JournalHead | undefined {
    return this.#head;
  }

  /** Called after an entry was committed. */
  note(entry: Appended): void {
    const last = this.#last;
    this.#last = entry;
    if (!isSameJournal(this.#state)) return;
    // Something else wrote in the file since the last entry, or took from it.
    if (entry.seq <= (last?.seq ?? 0)) this.#state = 'cut';
    else if (entry.seq !== (last?.seq ?? 0) + 1 || entry.before !== (last?.mac ?? '')) this.#state = 'rewritten';
    else this.#move(entry, (head) => this.#file.put(head));
  }

  /** Goes on from the journal as it is, after people have looked into what is missing: from here on this one is known. */
  accept(): void {
    const last = this.#journal.last();
    if (last === undefined) return;
    this.#last = last;
    this.#move(last, (head) => this.#file.replace(head));
  }

  close(): void {
    this.#file.close();
  }

  #compared(): JournalState {
    return journalState(this.#head, this.#journal.last()?.seq ?? 0, this.#journal.macAt);
  }

  #move({ seq, on, mac }: Pick<Appended, 'seq' | 'on' | 'mac'>, put: (head: JournalHead) => void): void {
    const head = { study: this.#study, seq, on, mac };
    try {
      put(head);
    } catch {
      // A full disk must not undo what was committed: the head on the disk lags, and the journal goes on from it.
    }
    this.#head = head;
    this.#state = 'agrees';
  }
}

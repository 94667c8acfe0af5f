/**
 * Wrong passphrases slow the next try down, and stand in the journal. They are counted per study and name as it was typed, also of names
 * that nobody has; the count outlives a restart, in a file that holds no name. The derivation of a key protects the keyring itself: this
 * is for whoever tries at the door.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../shared/calendar.ts';
import { Refusal, refuse } from '../shared/problem.ts';
import { nobody } from '../shared/study/person.ts';
import type { Host } from './desk.ts';
import { removeFile, writeFileSafely } from './files/write-file.ts';
import type { OpenStudy, Session } from './session.ts';
import type { Entry } from './studies.ts';
import { readKeyringHeader } from './vault/keyring.ts';

/** Wrong ones in a row that cost nothing but their derivation; a slip of the finger is no attack. */
const freeTries = 3;
const longestWaitSeconds = 300;
/** More names than anybody has; what is tried least goes first, so that trying names does not make a count forgotten. */
const namesAtMost = 500;

/** How long the next try has to wait after so many wrong ones in a row: 1, 2, 4 … 300 seconds from the third on. */
export function waitSeconds(wrongInARow: number): number {
  return wrongInARow < freeTries ? 0 : Math.min(2 ** (wrongInARow - freeTries), longestWaitSeconds);
}

interface Tried {
  readonly wrong: number;
  /** When it was tried last, in milliseconds since 1970 by the clock of the machine. */
  readonly at: number;
}

interface Counts {
  readonly tried: Readonly<Record<string, Tried>>;
  /** Per study, those that do not stand in its journal yet. */
  readonly unjournalled: Readonly<Record<string, number>>;
}

export class WrongPassphrases {
  readonly #host: Host;
  readonly #session: Session;
  readonly #path: string;
  /** By the clock that nobody can set: when each was tried last. */
  readonly #elapsed = new Map<string, number>();

  constructor(host: Host, session: Session) {
    this.#host = host;
    this.#session = session;
    this.#path = join(host.ownFolder, 'wrong-passphrases.json');
  }

  /** An entry that refuses `session.wait` as long as this name has to wait, before any key is derived. */
  guarded(name: string, entry: Entry): Entry {
    return (vault, file, deviceSecret) =>
      this.counted(readKeyringHeader(file).study, name, () => entry(vault, file, deviceSecret));
  }

  /** Any try of a passphrase of this name: refuses `session.wait` before it is tried, and counts it when it was wrong. */
  async counted<T>(study: string, name: string, attempt: () => Promise<T>): Promise<T> {
    const tag = this.#host.installation.tag('name', [study, name]);
    this.#refuseEarly(tag);
    // Counted before it is known: many tries at the same time are many tries.
    const before = this.#read().tried[tag];
    this.#put(tag, { wrong: (before?.wrong ?? 0) + 1, at: this.#host.clock.now().getTime() });
    try {
      const done = await attempt();
      this.#put(tag, undefined);
      return done;
    } catch (error) {
      const problem = error instanceof Refusal ? error.problem.problem : undefined;
      if (problem === 'session.wrong-name-or-passphrase') this.#note(study);
      // The one-time passphrase was right: choosing another is the same try.
      else if (problem === 'session.choose-passphrase') this.#put(tag, undefined);
      else this.#takeBack(tag);
      throw error;
    }
  }

  /** Puts into the journal what was tried while the study was closed. */
  journal({ id, store }: OpenStudy, on: Day): void {
    const count = this.#read().unjournalled[this.#tagOf(id)] ?? 0;
    if (count === 0) return;
    store.write({ on, person: nobody, act: 'study.wrongPassphrases', detail: { count } }, () => undefined);
    this.#setUnjournalled(id, 0);
  }

  /** Forgets what was not journalled of a study that is no more. */
  forget(study: string): void {
    this.#setUnjournalled(study, 0);
  }

  #refuseEarly(tag: string): void {
    const tried = this.#read().tried[tag];
    if (tried === undefined) return;
    const wait = waitSeconds(tried.wrong);
    const { clock } = this.#host;
    // A clock that was set back makes nobody wait longer than the wait is, and one set forward does not help who waits here.
    const byHour = Math.max(0, clock.now().getTime() - tried.at);
    const here = this.#elapsed.get(tag);
    const passed = here === undefined ? byHour : Math.min(byHour, clock.elapsedMs() - here);
    const seconds = Math.ceil(wait - passed / 1000);
    if (seconds > 0) refuse('session.wait', { seconds });
  }

  #note(study: string): void {
    const open = this.#session.study;
    if (open?.id === study && this.#isJournalled(open)) return;
    this.#setUnjournalled(study, (this.#read().unjournalled[this.#tagOf(study)] ?? 0) + 1);
  }

  /** False when the study was damaged: then it is counted, and whoever tried hears nothing else than otherwise. */
  #isJournalled({ store }: OpenStudy): boolean {
    try {
      const on = store.study.get().practiceDay ?? this.#host.today();
      store.write({ on, person: nobody, act: 'study.wrongPassphrases', detail: { count: 1 } }, () => undefined);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  #takeBack(tag: string): void {
    const tried = this.#read().tried[tag];
    if (tried !== undefined) this.#put(tag, tried.wrong > 1 ? { ...tried, wrong: tried.wrong - 1 } : undefined);
  }

  #put(tag: string, tried: Tried | undefined): void {
    const counts = this.#read();
    const { [tag]: _, ...others } = counts.tried;
    if (tried === undefined) this.#elapsed.delete(tag);
    else this.#elapsed.set(tag, this.#host.clock.elapsedMs());
    const most = Object.entries(others).sort(([, a], [, b]) => b.wrong - a.wrong || b.at - a.at);
    const kept = Object.fromEntries(most.slice(0, namesAtMost - 1));
    this.#write({ ...counts, tried: tried === undefined ? kept : { ...kept, [tag]: tried } });
  }

  #setUnjournalled(study: string, count: number): void {
    const counts = this.#read();
    const tag = this.#tagOf(study);
    const { [tag]: before = 0, ...others } = counts.unjournalled;
    if (before !== count) this.#write({ ...counts, unjournalled: count === 0 ? others : { ...others, [tag]: count } });
  }

  #tagOf(study: string): string {
    return this.#host.installation.tag('study', [study]);
  }

  /** What cannot be read counts as nothing: whoever can change this file can delete it too. */
  #read(): Counts {
    try {
      const { tried, unjournalled } = JSON.parse(readFileSync(this.#path, 'utf8')) as Partial<Counts>;
      return { tried: tried ?? {}, unjournalled: unjournalled ?? {} };
    } catch {
      return { tried: {}, unjournalled: {} };
    }
  }

  #write(counts: Counts): void {
    const isEmpty = Object.keys({ ...counts.tried, ...counts.unjournalled }).length === 0;
    if (isEmpty) removeFile(this.#path);
    else writeFileSafely(this.#path, new TextEncoder().encode(`${JSON.stringify(counts)}\n`));
  }
}

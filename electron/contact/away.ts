/** Who has a case in hand and is not there: locked for a while, or gone with an office that ended. Their case is put down after a quarter of an hour. */
import type { PersonId } from '../../shared/study/person.ts';
import type { Host } from '../desk.ts';
import type { Session } from '../session.ts';
import { putDownOf } from './put-down.ts';

/** Long enough to come back from a lock, or to sign in again after a crash, with the person still on the telephone. */
const awayMinutes = 15;

export class Away {
  readonly #host: Host;
  readonly #session: Session;
  /** As `elapsedMs` of the clock has it: since when they are not at any place. */
  readonly #since = new Map<PersonId, number>();

  constructor(host: Host, session: Session) {
    this.#host = host;
    this.#session = session;
  }

  /** To be called again and again. */
  async check(): Promise<void> {
    const { study, seats, locked } = this.#session;
    if (study === undefined) return this.#since.clear();
    const isIn = new Set([...seats.values()].map(({ id }) => id));
    const isLocked = new Set([...locked.values()].map(({ id }) => id));
    const nowMs = this.#host.clock.elapsedMs();
    const holders = study.store.cases.holders();
    for (const person of this.#since.keys())
      if (isIn.has(person) || !holders.includes(person)) this.#since.delete(person);
    for (const person of holders) {
      if (isIn.has(person)) continue;
      const since = this.#since.get(person) ?? nowMs;
      this.#since.set(person, since);
      if (nowMs - since < awayMinutes * 60_000) continue;
      await putDownOf(this.#host, this.#session, person, isLocked.has(person) ? 'locked' : 'away');
    }
  }
}

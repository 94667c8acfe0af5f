/**
 * Locks places: when someone asks, when nobody has been seen at one for a while, and all of them when the machine sleeps or is locked
 * itself. Whoever is locked keeps their place and the case in their hand; their vault, and so every key of theirs, is gone.
 */
import { defaultIdleTimes, type IdleTimes, idleMinutesOf } from '../shared/study/idle-times.ts';
import type { PersonId } from '../shared/study/person.ts';
import { Away } from './contact/away.ts';
import type { Host } from './desk.ts';
import type { LockedPerson, OpenStudy, SeatId, Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { endShiftWhenOver } from './shift.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** `key`: whoever sat there; `idle`: nobody was seen; `sleep`: the machine slept, or its own screen was locked. */
export type LockReason = 'key' | 'idle' | 'sleep';

/** What a window asks without anyone doing anything there. */
const askedByItself: readonly string[] = ['study.here', 'contact.shift', 'contact.appointments'];

const checkEveryMs = 5_000;
/** Someone's vault that was asked more recently is at work for a colleague: what two people do together is not cut short. */
const atWorkMs = 10_000;
/** A machine that was away for longer than this between two checks slept, even if nobody told. */
const asleepMs = 60_000;

interface Seen {
  lastMs: number;
  /** Requests of this seat that are being answered. */
  busy: number;
}

type OnBug = (reference: string, request: string, error: unknown) => void;

export class Locking {
  readonly #host: Host;
  readonly #session: Session;
  readonly #onBug: OnBug;
  readonly #seen = new Map<SeatId, Seen>();
  readonly #stop: () => void;
  readonly #away: Away;
  #checkedAt: number;
  /** As the manager set them, and as whoever signed in last could read it. */
  #times: IdleTimes = defaultIdleTimes;

  constructor(host: Host, session: Session, onBug: OnBug) {
    this.#host = host;
    this.#session = session;
    this.#onBug = onBug;
    this.#checkedAt = host.clock.now().getTime();
    this.#away = new Away(host, session);
    this.#stop = host.clock.every(checkEveryMs, () => this.#check());
  }

  /** Someone asks something at this seat; the function given back says that it was answered. */
  asked(seat: SeatId, request: string): () => void {
    const seen = this.#seen.get(seat) ?? { lastMs: 0, busy: 0 };
    this.#seen.set(seat, seen);
    if (!askedByItself.includes(request)) seen.lastMs = this.#host.clock.elapsedMs();
    seen.busy += 1;
    return () => {
      seen.busy -= 1;
      const { seats, locked } = this.#session;
      if (seen.busy === 0 && !seats.has(seat) && !locked.has(seat)) this.#seen.delete(seat);
    };
  }

  /** How long places may stand idle from now on. */
  useTimes(times: IdleTimes): void {
    this.#times = times;
  }

  /** As they stand in the study. Someone who awaits the key of the study cannot read them: then they stay as they are. */
  async readTimes(study: OpenStudy, vault: OpenVault): Promise<void> {
    try {
      this.#times = (await settingsOf(study, vault).find('idleTimes')) ?? defaultIdleTimes;
    } catch {
      // Whoever signs in next may know.
    }
  }

  lock(seat: SeatId, why: LockReason): void {
    const person = this.#session.lock(seat);
    if (person === undefined) return;
    this.#host.onNews?.(seat, 'locked');
    this.#note(person, why);
  }

  /** At once, also during a call: nobody is looking after any of these places. */
  lockAll(): void {
    for (const seat of [...this.#session.seats.keys()]) this.#guard(() => this.lock(seat, 'sleep'));
  }

  close(): void {
    this.#stop();
  }

  #note({ id }: LockedPerson, why: LockReason): void {
    const { study } = this.#session;
    if (study === undefined) return;
    const on = study.store.study.get().practiceDay ?? this.#host.today();
    study.store.write({ on, person: id, act: 'study.lock', detail: { why } }, () => undefined);
  }

  #check(): void {
    const now = this.#host.clock.now().getTime();
    const isBack = now - this.#checkedAt > asleepMs;
    this.#checkedAt = now;
    this.#guard(() => endShiftWhenOver(this.#host, this.#session));
    this.#away.check().catch((error: unknown) => this.#onBug('away', 'contact.release', error));
    // Without a window there is nobody to be told that a place is locked: a script, the command line.
    if (this.#host.onNews === undefined) return;
    if (isBack) this.lockAll();
    for (const [seat, { id, roles, vault }] of [...this.#session.seats]) {
      const seen = this.#seen.get(seat);
      const idleMs = this.#host.clock.elapsedMs() - (seen?.lastMs ?? 0);
      const isIdle = idleMs >= idleMinutesOf(roles, this.#times) * 60_000;
      const isAtWork = (seen?.busy ?? 0) > 0 || vault.idleMs() < atWorkMs;
      // Long work goes on until it ends, and a call until it is over.
      if (isIdle && !isAtWork && !this.#isInCall(id)) this.#guard(() => this.lock(seat, 'idle'));
    }
  }

  /** A journal that cannot be written does not keep the next place from being locked. */
  #guard(deed: () => void): void {
    try {
      deed();
    } catch (error) {
      this.#onBug('locking', 'study.lock', error);
    }
  }

  #isInCall(person: PersonId): boolean {
    try {
      return this.#session.study?.store.cases.findHeldBy(person) !== undefined;
    } catch {
      // A case that was changed outside keeps no place open.
      return false;
    }
  }
}

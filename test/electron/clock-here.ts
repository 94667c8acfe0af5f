/** A clock that stands until a test lets time pass. */
import type { Clock } from '../../electron/clock.ts';

export interface TestClock extends Clock {
  /** Lets so many minutes pass, with everything that wakes in them. */
  pass(minutes: number): void;
  /** As a machine that sleeps: the hour goes on and nothing wakes. */
  sleep(minutes: number): void;
  /** Sets the hour of this machine. */
  set(hour: number, minute?: number): void;
}

const tickMs = 1_000;

export function testClock(): TestClock {
  let elapsed = 0;
  let now = new Date(2026, 2, 2, 9, 0).getTime();
  const timers = new Set<{ readonly ms: number; readonly work: () => void; due: number }>();
  return {
    now: () => new Date(now),
    elapsedMs: () => elapsed,
    every(ms, work) {
      const timer = { ms, work, due: elapsed + ms };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(minutes) {
      for (let left = Math.round(minutes * 60_000); left > 0; left -= tickMs) {
        elapsed += tickMs;
        now += tickMs;
        for (const timer of timers) {
          if (timer.due > elapsed) continue;
          timer.due = elapsed + timer.ms;
          timer.work();
        }
      }
    },
    sleep(minutes) {
      now += minutes * 60_000;
    },
    set(hour, minute = 0) {
      const at = new Date(now);
      at.setHours(hour, minute, 0, 0);
      now = at.getTime();
    },
  };
}

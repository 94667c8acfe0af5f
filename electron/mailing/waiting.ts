/** Waiting in the middle of a run: by the clock of the office, and only as long as nobody ends it. */
import type { Clock } from '../clock.ts';

/** How often is looked whether it is over. */
const lookEveryMs = 200;

export function waitUntil(atMs: number, clock: Clock, isOver: () => boolean): Promise<void> {
  if (clock.elapsedMs() >= atMs || isOver()) return Promise.resolve();
  return new Promise((resolve) => {
    // The clock lets an office with nothing else to do end; this one has.
    const stay = setInterval(() => undefined, 1 << 30);
    const end = clock.every(lookEveryMs, () => {
      if (clock.elapsedMs() < atMs && !isOver()) return;
      end();
      clearInterval(stay);
      resolve();
    });
  });
}

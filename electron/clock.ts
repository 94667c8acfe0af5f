/** What tells the office the time, and wakes it now and then. */

export interface Clock {
  /** The day and hour on this machine. */
  readonly now: () => Date;
  /** Milliseconds that passed since some moment, whatever the hour was set to meanwhile. */
  readonly elapsedMs: () => number;
  /** Does `work` again and again; the function given back ends it. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export const clockOfThisMachine: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  every(ms, work) {
    const timer = setInterval(work, ms);
    // An office with nothing else to do may end.
    timer.unref();
    return () => clearInterval(timer);
  },
};

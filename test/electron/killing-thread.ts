/** A thread that kills its own process at a moment, without waiting for anyone: it falls where it falls, also inside a sync. */
import { Worker } from 'node:worker_threads';

export interface KillingThread {
  /** From then on it can be told a moment. */
  readonly ready: Promise<void>;
  /** Kills at this moment of `process.hrtime.bigint()`. */
  killAt(moment: bigint): void;
  /** What was to be cut short is over. */
  end(): Promise<unknown>;
}

/** Ready to kill when `isArmed`; else there is no thread, and nothing kills. */
export function killingThread(isArmed: boolean): KillingThread {
  if (!isArmed) return { ready: Promise.resolve(), killAt: () => undefined, end: () => Promise.resolve() };
  const flag = new BigInt64Array(new SharedArrayBuffer(8));
  const thread = new Worker(
    `const { workerData } = require('node:worker_threads');
     Atomics.wait(workerData.flag, 0, 0n);
     while (process.hrtime.bigint() < workerData.flag[0]);
     process.kill(process.pid, 'SIGKILL');`,
    { eval: true, workerData: { flag } },
  );
  return {
    ready: new Promise((online) => thread.once('online', () => online())),
    killAt(moment) {
      Atomics.store(flag, 0, moment);
      Atomics.notify(flag, 0);
    },
    end: () => thread.terminate(),
  };
}

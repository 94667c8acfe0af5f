/** Long work in the office stops for others now and then: a call in between, and whoever waits for an answer gets one. */
import { setImmediate } from 'node:timers/promises';
import { clockOfThisMachine } from './clock.ts';

/** Lets others go first; throws to end the work, for whoever cancelled it. */
export type Pause = (done: number, total: number) => Promise<void>;

/** As long as work goes on before it stops, in milliseconds. */
const turn = 12;

export const letOthersGo: Pause = () => setImmediate();

/** Carries out work that stops often, in turns with pauses between; it need not say how far it is where nobody is told. */
export async function inTurns<R>(
  work: Generator<{ readonly done: number; readonly total: number } | undefined, R>,
  pause: Pause = letOthersGo,
): Promise<R> {
  const { elapsedMs } = clockOfThisMachine;
  let until = elapsedMs() + turn;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (elapsedMs() < until) continue;
    await pause(step.value?.done ?? 0, step.value?.total ?? 0);
    until = elapsedMs() + turn;
  }
}

/** Those of `all` that pass, looked at in turns: what each is asked takes the store some questions. */
export function thoseWho<T>(all: readonly T[], passes: (one: T) => boolean): Promise<readonly T[]> {
  const passing = function* (): Generator<undefined, readonly T[]> {
    const found: T[] = [];
    for (const one of all) {
      if (passes(one)) found.push(one);
      yield;
    }
    return found;
  };
  return inTurns(passing());
}

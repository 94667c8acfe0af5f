/** The promise that every cut is held against. */
import { expect } from 'vitest';
import { typedAnswer } from '../../../scripts/demo/typed-answer.ts';
import type { DraftState } from '../../../shared/interview/draft-log.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import { type Cut, cutInterview, finishAfterwards, integrityOf, type Left, leftIn } from './after-cut.ts';
import type { Course } from './courses.ts';

/** Everything acknowledged is there, the file is whole, and what was cut can be held to its end. */
export const expectNothingLost =
  (course: Course = 'interview') =>
  async (folder: string, cut: Cut): Promise<void> => {
    expect(integrityOf(folder)).toBe('ok');
    const left = await leftIn(folder);
    expectAll(cut, left);
    if (left.state !== undefined) expectNoMoreThanOneUntold(cut, left.state);
    await finishAfterwards(folder, course);
    const finished = await leftIn(folder);
    expect(finished.finalCode).toBe(course === 'broken-off' ? '1.2' : '1.1');
    expectAll(cut, finished);
  };

function expectAll({ acknowledged }: Cut, { state, response }: Left): void {
  for (const { part, kind, item, value } of acknowledged) {
    const of = state?.parts[part === 0 ? 'talk' : part];
    const answers = of?.answers ?? new Map<string, Answer>(response?.answers);
    const notes = of?.notes ?? new Map<string, string>(response?.notes);
    if (kind === 'conduct') expect(of?.conduct ?? response?.conduct).toEqual(value);
    else if (kind === 'note') expect(notes.get(item as ItemName), item).toBe(value);
    // Of two entries that differed the first was taken.
    else if (response === undefined || part !== 2 || !String(value).endsWith(', again'))
      expect(typed(answers.get(item as ItemName)), item).toEqual(value);
  }
}

const typed = (answer: Answer | undefined) => (answer === undefined ? undefined : typedAnswer(answer));

/** The one write that was going on may be there without having been told. */
function expectNoMoreThanOneUntold({ acknowledged }: Cut, state: DraftState): void {
  let untold = 0;
  for (const part of [0, 1, 2] as const) {
    const { answers, notes } = state.parts[part === 0 ? 'talk' : part];
    const told = (kind: string) => acknowledged.filter((one) => one.part === part && one.kind === kind).length;
    expect(answers.size).toBeGreaterThanOrEqual(told('answer'));
    expect(notes.size).toBeGreaterThanOrEqual(told('note'));
    untold += answers.size - told('answer') + notes.size - told('note');
  }
  expect(untold).toBeLessThanOrEqual(1);
}

/** Two at a time: as many as the smallest machine has cores. */
export async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
}

/**
 * Cuts interviews at random moments until `kills` of them were killed and most of those inside a write; whatever was lost in any of them is
 * found. On a busy machine a moment may come too late, so more are tried, up to three times as many.
 */
export async function cutAtRandomMoments(
  prepared: string,
  kills: number,
  writes: number,
  course: Course = 'interview',
): Promise<{ readonly killed: number; readonly inside: number }> {
  let killed = 0;
  let inside = 0;
  for (let tried = 0; tried < 3 * kills && (killed < kills || 2 * inside <= killed); tried += 2) {
    // Not the first three writes: they tell how long a write takes.
    const moments = [tried, tried + 1].map((nr) => ['moment', String(4 + (nr % (writes - 4))), String(Math.random())]);
    await inPairs(moments, async (moment) => {
      const cut = await cutInterview(prepared, moment, expectNothingLost(course), course);
      if (cut.wasKilled) killed += 1;
      if (cut.wasKilled && cut.isInsideWrite) inside += 1;
    });
  }
  return { killed, inside };
}

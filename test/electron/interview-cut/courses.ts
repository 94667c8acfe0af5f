/**
 * What is held and cut: an interview, one that is broken off, and an entry of the same paper twice. Each goes on from wherever it stands, so
 * that what was cut is held to its end in the same way.
 */
import { type AskAs, refusalOf } from '../../../scripts/demo/asking.ts';
import { Refusal } from '../../../shared/problem.ts';
import type { Conduct } from '../../../shared/study/conduct.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { answerTo } from './answer-to.ts';

export const courses = ['interview', 'broken-off', 'entry'] as const;
export type Course = (typeof courses)[number];

/** What the office said is kept: in the conversation (part 0) or in the first or second entry. */
export interface Acknowledged {
  readonly part: 0 | 1 | 2;
  readonly kind: 'answer' | 'note' | 'conduct';
  readonly item: string;
  readonly value: unknown;
}

export const conduct: Conduct = { answeredBy: 'proxy', interpreter: 'at-hand', participants: 1 };
/** Answers after which the one that is broken off stops. */
const fewAnswers = 5;

export async function hold(
  course: Course,
  ask: AskAs,
  code: string,
  tell: (one: Acknowledged) => void = () => undefined,
): Promise<void> {
  if (course === 'entry') return enterTwice(ask, code, tell);
  if ((await ask('i', 'contact.nextCase', {})).kind === 'none') return;
  let view = await ask('i', 'interview.begin', { consent: 'spoken' });
  if (view.conduct.answeredBy === 'self') {
    view = await ask('i', 'interview.setConduct', { conduct });
    tell({ part: 0, kind: 'conduct', item: '-', value: conduct });
  }
  const isBrokenOff = course === 'broken-off';
  await answerAll(view, 0, ask, tell, isBrokenOff ? fewAnswers : Number.POSITIVE_INFINITY);
  if (isBrokenOff) await ask('i', 'interview.breakOff', {});
  else await ask('i', 'interview.finish', {});
}

async function answerAll(
  from: InterviewView,
  part: Acknowledged['part'],
  ask: AskAs,
  tell: (one: Acknowledged) => void,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  let view = from;
  while (view.next !== undefined && view.items.done < most) {
    const { item, kind } = view.next;
    const value = said(view.next, part);
    const next = await ask('i', 'interview.answer', { item, answer: value as never });
    if (value !== null) tell({ part, kind: 'answer', item, value });
    if (kind === 'text' || item.length % 4 === 0) {
      const text = `note to ${item}`;
      await ask('i', 'interview.note', { item, text });
      tell({ part, kind: 'note', item, value: text });
    }
    view = next;
  }
}

/** The second time open answers are typed otherwise: the paper is hard to read. */
function said(item: ItemView, part: Acknowledged['part']) {
  const answer = answerTo(item);
  return part === 2 && item.kind === 'text' ? `${answer}, again` : answer;
}

/** Of what differs the first entry is taken. */
async function enterTwice(ask: AskAs, code: string, tell: (one: Acknowledged) => void): Promise<void> {
  for (;;) {
    const begun = await ask('i', 'interview.beginEntry', { code, mode: 'paper' }).catch((error: unknown) => {
      if (error instanceof Refusal && error.problem.problem === 'interview.entry-impossible') return undefined;
      throw error;
    });
    if (begun === undefined) return;
    const { pass } = begun.interview.entry!;
    await answerAll(begun.interview, pass, ask, tell);
    if (pass === 2) await settleAll(ask);
    const { waitsForSecond } = await ask('i', 'interview.finish', {});
    if (!waitsForSecond) return;
  }
}

async function settleAll(ask: AskAs): Promise<void> {
  const { items } = await ask('i', 'interview.differences', {});
  const open = items.filter(({ taken }) => taken === undefined);
  if (open.length === 0) return;
  const { problem } = await refusalOf(ask('i', 'interview.finish', {}));
  if (problem !== 'interview.entries-differ') throw new Error(`finished with differences: ${problem}`);
  for (const { item } of open) await ask('i', 'interview.settleDifference', { item, take: 'first' });
}

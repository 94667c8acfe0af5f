/**
 * How the cases of a group stand, in codes: how they ended, what the open ones would be counted as, how each attempt came out and at which attempt it was, and
 * after which contact a response came. Counts only.
 */
import type { Day } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Channel } from '../study/contact-data.ts';
import { type AttemptOutcome, codesByStrength, type FinalCode } from '../study/disposition.ts';
import { interimCode } from '../study/final-code.ts';
import type { StepId } from '../study/protocol.ts';

/** One case as it is counted. */
export interface CodedCase {
  readonly code: FinalCode;
  readonly isOpen: boolean;
  /** Of a response: the day on which it counts as given; for one from the website the day on which it was read in. */
  readonly respondedOn?: Day;
  readonly attempts: readonly Pick<Attempt, 'channel' | 'step' | 'on' | 'outcome'>[];
}

export interface CodeCount {
  readonly code: FinalCode;
  readonly cases: number;
}

export interface InterimCount {
  readonly channel: Channel;
  readonly outcome: AttemptOutcome;
  /** The how manieth attempt at its person in this channel, from 1; absent where only sums were kept. */
  readonly nr?: number;
  readonly code: FinalCode;
  readonly attempts: number;
}

/** So many responses came after this contact, as the last one before them; without a step: before anything had reached the person. */
export interface BeforeResponse {
  readonly step?: StepId;
  readonly channel?: Channel;
  /** The how manieth contact with its person over all channels, from 1. */
  readonly nr?: number;
  readonly responses: number;
}

export interface Dispositions {
  readonly final: readonly CodeCount[];
  readonly open: readonly CodeCount[];
  readonly attempts: readonly InterimCount[];
  readonly beforeResponse: readonly BeforeResponse[];
}

/** Nothing of these reached anyone. */
const notMade: readonly AttemptOutcome[] = [
  'intended',
  'failed',
  'bounced',
  'returned',
  'moved',
  'disconnected',
  'wrong-number',
];

/** Codes in AAPOR's order, attempts by channel and number, contacts by number. `erased`: of people of whom only sums are left. */
export function dispositions(...given: Parameters<typeof countDispositions>): Dispositions {
  const counting = countDispositions(...given);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

/** As `dispositions`, case by case: whoever has other things to do does them in between. */
export function* countDispositions(
  cases: readonly CodedCase[],
  erased: { readonly final: readonly CodeCount[]; readonly attempts: readonly Omit<InterimCount, 'nr' | 'code'>[] },
): Generator<{ readonly done: number; readonly total: number }, Dispositions> {
  const final = new Map<string, CodeCount>();
  const open = new Map<string, CodeCount>();
  const attempts = new Map<string, InterimCount>();
  const before = new Map<string, BeforeResponse>();
  const addCode = (to: Map<string, CodeCount>, code: FinalCode, count: number) =>
    to.set(code, { code, cases: (to.get(code)?.cases ?? 0) + count });
  const addAttempt = (one: Omit<InterimCount, 'code'>) => {
    const key = `${one.channel} ${one.nr ?? ''} ${one.outcome}`;
    const sum = (attempts.get(key)?.attempts ?? 0) + one.attempts;
    attempts.set(key, { ...one, code: interimCode(one.channel, one.outcome), attempts: sum });
  };
  for (const [done, one] of cases.entries()) {
    yield { done, total: cases.length };
    addCode(one.isOpen ? open : final, one.code, 1);
    const made = one.attempts.filter(({ outcome }) => outcome !== 'intended').toSorted(byDay);
    const numbers = new Map<Channel, number>();
    for (const { channel, outcome } of made) {
      const nr = (numbers.get(channel) ?? 0) + 1;
      numbers.set(channel, nr);
      addAttempt({ channel, outcome, nr, attempts: 1 });
    }
    if (one.respondedOn === undefined) continue;
    const last = lastBefore(made, one.respondedOn);
    const key = last === undefined ? '' : `${last.nr} ${last.channel} ${last.step}`;
    before.set(key, { ...last, responses: (before.get(key)?.responses ?? 0) + 1 });
  }
  for (const { code, cases: count } of erased.final) addCode(final, code, count);
  for (const one of erased.attempts) addAttempt(one);
  const byCode = (counts: Map<string, CodeCount>) =>
    [...counts.values()].toSorted((a, b) => compareCodes(a.code, b.code));
  return {
    final: byCode(final),
    open: byCode(open),
    attempts: [...attempts.values()].toSorted(
      (a, b) =>
        compare(a.channel, b.channel) ||
        (a.nr ?? 0) - (b.nr ?? 0) ||
        compareCodes(a.code, b.code) ||
        compare(a.outcome, b.outcome),
    ),
    beforeResponse: [...before.values()].toSorted(
      (a, b) =>
        (a.nr ?? 0) - (b.nr ?? 0) || compare(a.channel ?? '', b.channel ?? '') || compare(a.step ?? '', b.step ?? ''),
    ),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const compareCodes = (a: FinalCode, b: FinalCode) => codesByStrength.indexOf(a) - codesByStrength.indexOf(b);
/** An interview is the last thing of its day. */
const byDay = (a: CodedCase['attempts'][number], b: CodedCase['attempts'][number]) =>
  compare(a.on, b.on) || Number(isInterview(a)) - Number(isInterview(b)) || compare(a.step, b.step);
const isInterview = ({ outcome }: { readonly outcome: AttemptOutcome }) =>
  outcome === 'completed' || outcome === 'broke-off';

/** The last contact until that day, and the how manieth it was. */
function lastBefore(
  made: CodedCase['attempts'],
  respondedOn: Day,
): Required<Omit<BeforeResponse, 'responses'>> | undefined {
  const contacts = made.filter(({ on, outcome }) => on <= respondedOn && !notMade.includes(outcome));
  const last = contacts.at(-1);
  return last && { step: last.step, channel: last.channel, nr: contacts.length };
}

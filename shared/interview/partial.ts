/** Whether an interview that was broken off counts as partial, AAPOR 1.2: what is enough is the study's to set, and is set before. */
import type { Day } from '../calendar.ts';
import type { Answers } from '../study/answer.ts';
import { isAsked, type Questionnaire } from '../study/questionnaire.ts';
import { route } from '../study/route.ts';

/**
 * Answered items as a share of the questions on the route, at least `fromPercent`; "don't know" is an answer. Without a share, or with
 * nothing answered at all, never.
 */
export function countsAsPartial(
  questionnaire: Questionnaire,
  answers: Answers,
  today: Day,
  fromPercent: number | undefined,
): boolean {
  if (fromPercent === undefined) return false;
  const asked = route(questionnaire, answers, today).filter(isAsked);
  const answered = asked.filter(({ name }) => answers.has(name)).length;
  return answered > 0 && answered * 100 >= asked.length * fromPercent;
}

/** The last day of the answers while an agreement is being filled in: it follows the end until someone chooses another. */
import { addDays, type Day, findDay } from '../../../shared/calendar.ts';
import type { AgreementDraft } from '../../../shared/study/agreement.ts';

/** As many as the office takes. */
const daysAtMost = 3653;

/** The last day on which anything may be kept, when the end and the number of days are there and can be reckoned with. */
export function lastDayOf({ endsOn, afterEndDays }: AgreementDraft): Day | undefined {
  const end = findDay(endsOn ?? '');
  if (end === undefined || afterEndDays === undefined || !Number.isInteger(afterEndDays)) return undefined;
  return afterEndDays < 0 || afterEndDays > daysAtMost ? undefined : addDays(end, afterEndDays);
}

/** The draft with one box filled in otherwise: a last day of the answers that is empty, or as reckoned before, is reckoned anew. */
export function changedDraft(before: AgreementDraft, change: AgreementDraft): AgreementDraft {
  const after = { ...before, ...change };
  const follows = before.answersEndOn === undefined || before.answersEndOn === lastDayOf(before);
  const last = lastDayOf(after);
  return 'answersEndOn' in change || !follows || last === undefined ? after : { ...after, answersEndOn: last };
}

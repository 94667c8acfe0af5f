/**
 * The two ends of an agreement. Contact data may be used up to and including `endsOn`: intake, contact, interviews. Answers may be kept and
 * exported up to and including `answersEndOn`; from then on the study can only be destroyed (AVG art. 5(1)(e), 28(3)(g)).
 */
import { addDays, type Day, daysBetween } from '../calendar.ts';
import { refuse } from '../problem.ts';
import type { AgreementDraft } from './agreement.ts';

export type AgreementDates = Pick<AgreementDraft, 'startsOn' | 'endsOn' | 'answersEndOn'>;

/** `before`: its first day has not come, or is not known yet. */
export type AgreementPhase = 'before' | 'in-force' | 'contact-ended' | 'answers-ended';

/** How long something may be asked: as long as contact data, or answers, may be used, or as long as there is a study. */
export type Until = 'contact-end' | 'answers-end' | 'always';

/** Days before an end from which everyone in the study is told. */
export const noticeDays = 14;

/** A day that is not filled in yet ends nothing. */
export function agreementPhase({ startsOn, endsOn, answersEndOn }: AgreementDates, today: Day): AgreementPhase {
  if (answersEndOn !== undefined && today > answersEndOn) return 'answers-ended';
  if (endsOn !== undefined && today > endsOn) return 'contact-ended';
  return startsOn === undefined || today < startsOn ? 'before' : 'in-force';
}

/** Refuses `study.contact-ended` or `study.answers-ended` when what may be asked only `until` then is asked after it. */
export function refuseAfterEnd(dates: AgreementDates, today: Day, until: Until): void {
  if (until === 'always') return;
  const phase = agreementPhase(dates, today);
  if (phase === 'answers-ended') refuse('study.answers-ended', { answersEndOn: dates.answersEndOn! });
  if (phase === 'contact-ended' && until === 'contact-end') refuse('study.contact-ended', { endsOn: dates.endsOn! });
}

export interface ComingEnd {
  readonly what: 'contact' | 'answers';
  /** The last day on which it may be used. */
  readonly on: Day;
  /** Days that are left after today: 0 on the last day. */
  readonly daysLeft: number;
  /** Whether everyone is told. */
  readonly isNear: boolean;
}

/** The next of the two ends that is today or later; undefined when there is none, or its day is not known. */
export function comingEnd({ endsOn, answersEndOn }: AgreementDates, today: Day): ComingEnd | undefined {
  const ends = [
    { what: 'contact' as const, on: endsOn },
    { what: 'answers' as const, on: answersEndOn },
  ];
  for (const { what, on } of ends) {
    if (on === undefined || today > on) continue;
    const daysLeft = daysBetween(today, on);
    return { what, on, daysLeft, isNear: daysLeft <= noticeDays };
  }
  return undefined;
}

/** The latest day to which answers may be kept: the days that field 13 gives for erasing, counted from the end. */
export function latestAnswersEnd({ endsOn, afterEndDays }: Pick<AgreementDraft, 'endsOn' | 'afterEndDays'>) {
  return endsOn === undefined || afterEndDays === undefined ? undefined : addDays(endsOn, afterEndDays);
}

/** What is wrong with the order of the days that are filled in. */
export function refuseDatesOutOfOrder(agreement: AgreementDraft): void {
  const { startsOn, endsOn, answersEndOn } = agreement;
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) refuse('study.agreement-dates-reversed', {});
  if (answersEndOn === undefined || endsOn === undefined) return;
  const latest = latestAnswersEnd(agreement);
  if (answersEndOn < endsOn || (latest !== undefined && answersEndOn > latest))
    refuse('study.answers-end-out-of-range', { from: endsOn, ...(latest === undefined ? {} : { until: latest }) });
}

/** An appointment (afspraak): a call that a respondent asked for on a day. */
import type { Day } from '../calendar.ts';
import type { Attempt } from './attempt.ts';

/**
 * The day of the earliest appointment that still stands: no other call was made on or after its day. Attempts carry days only, so of
 * two calls on the appointed day the one that did not make the appointment counts as the one that kept it.
 */
export function standingAppointment(
  attempts: readonly Pick<Attempt, 'on' | 'outcome' | 'appointmentOn'>[],
): Day | undefined {
  const days = attempts.flatMap((made) => {
    const { outcome, appointmentOn } = made;
    if (outcome !== 'appointment' || appointmentOn === undefined) return [];
    return attempts.some((other) => other !== made && other.on >= appointmentOn) ? [] : [appointmentOn];
  });
  return days.toSorted()[0];
}

/** An appointment (afspraak): a call or visit that a respondent asked for on a day. */
import type { Day } from '../calendar.ts';
import type { Attempt } from './attempt.ts';
import type { AttemptOutcome } from './disposition.ts';

type Made = Pick<Attempt, 'on' | 'outcome' | 'appointmentOn'>;
/** With these nobody was spoken with who could have said something else. */
const spokenWithNobody: readonly AttemptOutcome[] = [
  'intended',
  'no-answer',
  'busy',
  'voicemail',
  'wrong-number',
  'disconnected',
  'moved',
];

/**
 * The call in which the appointment was made that still stands: the newest one, as long as nothing else was said on its day or later, and no
 * other call has kept it. Of several on one day the earlier day counts. Only calls and visits are given.
 */
export function findAppointment<A extends Made>(calls: readonly A[]): Appointed<A> | undefined {
  const standing = calls.filter((made): made is Appointed<A> => {
    if (made.outcome !== 'appointment' || made.appointmentOn === undefined) return false;
    const appointment = made as Appointed<A>;
    return !calls.some((other) => other !== made && (keeps(other, appointment) || replaces(other, appointment)));
  });
  return standing.toSorted((a, b) => (a.appointmentOn < b.appointmentOn ? -1 : 1))[0];
}

type Appointed<A extends Made> = A & { readonly appointmentOn: Day };

/**
 * Attempts carry days only. Of two calls on the appointed day the one that did not make the appointment counts as the one that kept it; not
 * when both made one for this very day.
 */
function keeps(other: Made, { on, appointmentOn }: Appointed<Made>): boolean {
  const isMadeToday = on === appointmentOn && other.on === on;
  return other.on >= appointmentOn && !(isMadeToday && other.appointmentOn === appointmentOn);
}

/** Whether something else was agreed or said since: on a later day, or on the same one when it was no appointment. */
function replaces({ on, outcome }: Made, appointment: Made): boolean {
  if (outcome === 'appointment') return on > appointment.on;
  return on >= appointment.on && !spokenWithNobody.includes(outcome);
}

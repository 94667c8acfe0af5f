/** A case as whoever rings next sees it: what is due for it by telephone or on a visit, in which parts of the day, and for whom. */
import type { Day } from '../../shared/calendar.ts';
import { callingOf } from '../../shared/schedule/call-days.ts';
import type { Callable } from '../../shared/schedule/call-order.ts';
import { mayBeOffered } from '../../shared/schedule/daypart-balance.ts';
import { type DueContact, isDue } from '../../shared/schedule/due-contact.ts';
import { hasWebLink } from '../../shared/schedule/returns-age.ts';
import { findAppointment } from '../../shared/study/appointment.ts';
import { type Daypart, dayparts } from '../../shared/study/calling.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import { dueOf } from '../next-due.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Store } from '../store/store.ts';

/** How a case is reached while it is in hand. */
export type CallChannel = 'phone' | 'visit';

/** Of the groups in which someone can be asked anything. */
export type Protocols = ReadonlyMap<GroupCode, Protocol>;

export interface Candidate extends Callable {
  readonly group: GroupCode;
  readonly stratum?: string;
  readonly version: number;
  readonly due: DueContact;
  readonly channel: CallChannel;
  /** Only a senior rings whoever softly refused. */
  readonly isForSenior: boolean;
  /** They may have answered on the web. */
  readonly hasLink: boolean;
  /** In these parts of the day they are offered. */
  readonly parts: readonly Daypart[];
  /** The call in which the appointment was made that is due. */
  readonly appointment?: StoredAttempt;
}

export const isCall = ({ channel }: { readonly channel: string }): boolean =>
  channel === 'phone' || channel === 'visit';

/** Undefined when nobody is to be sent to this person today, or someone is already. */
export function candidateOf(
  one: StoredCase,
  protocols: Protocols,
  { store, today }: { readonly store: Store; readonly today: Day },
): Candidate | undefined {
  const protocol = protocols.get(one.group);
  const isReached = one.channels.some((channel) => isCall({ channel }));
  if (protocol === undefined || one.heldBy !== undefined || one.state.kind !== 'open' || !isReached) return undefined;
  const attempts = store.attempts.ofCase(one.id);
  const due = dueOf(protocol, one, store, attempts);
  if (due === undefined || due.kind === 'in-hand' || !isCall(due.step) || !isDue(due, protocol, today))
    return undefined;
  if (store.drafts.isEntered(one.id)) return undefined;
  const calls = attempts.filter(isCall);
  const calling = callingOf(protocol);
  const appointment = due.kind === 'appointment' ? findAppointment(calls) : undefined;
  return {
    id: one.id,
    group: one.group,
    version: one.version,
    due,
    attempts: calls.map(({ channel, daypart, outcome }) => ({
      ...{ channel, outcome },
      ...(daypart === undefined ? {} : { daypart }),
    })),
    channel: due.step.channel as CallChannel,
    isForSenior: appointment === undefined && calls.some(({ outcome }) => outcome === 'refused-soft'),
    hasLink: hasWebLink(attempts),
    parts: dayparts.filter((daypart) => mayBeOffered(calling, due, calls, { today, daypart })),
    ...(one.stratum === undefined ? {} : { stratum: one.stratum }),
    ...(appointment === undefined ? {} : { appointment }),
  };
}

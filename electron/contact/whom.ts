/** Whom whoever asks now may be given: by hours, parts of the day, languages, and what an interviewer knows of people. */
import { callingOf, isInWindow } from '../../shared/schedule/call-days.ts';
import { belowTarget } from '../../shared/schedule/call-order.ts';
import { areReturnsNew, type ReturnsAge } from '../../shared/schedule/returns-age.ts';
import type { Caller } from '../../shared/study/calling.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Session } from '../session.ts';
import type { Row, Wanted } from './call-queue.ts';
import type { CallRoom } from './call-room.ts';
import { speaks } from './caller-of.ts';
import type { CallChannel, Candidate, Protocols } from './candidates.ts';
import { minutesBetween, type Now } from './hour.ts';

/** An appointment is offered so many minutes before its hour, to whoever made it; and so many after it to others, when they are in. */
export const minutesBefore = 5;
const minutesAfter = 5;

export interface Asker {
  readonly person: PersonId;
  readonly caller: Caller;
  readonly channel: CallChannel;
  /** The people whom they know. */
  readonly acquainted: ReadonlySet<CaseId>;
}

export interface Around {
  readonly now: Now;
  readonly protocols: Protocols;
  readonly ages: ReadonlyMap<GroupCode, ReturnsAge>;
  readonly session: Session;
  /** Groups in which all contact was stopped. */
  readonly halted: ReadonlySet<GroupCode>;
  readonly room: CallRoom;
}

/** `waiting` is told of a group in which someone waits until returns were read. */
export function wantedBy(
  { person, caller, channel, acquainted }: Asker,
  { now, protocols, ages, session, halted, room }: Around,
  waiting: (group: GroupCode) => void,
): Wanted {
  const inWindow = (group: GroupCode) => {
    const isAnyHour = channel === 'visit' || !now.isHourKept;
    return isAnyHour || isInWindow(callingOf(protocols.get(group)!), now.today, now.at);
  };
  const waits = ({ group, hasLink, channel: by }: Pick<Row, 'group' | 'hasLink' | 'channel'>) => {
    const isWaiting = by === 'phone' && hasLink && !areReturnsNew(ages.get(group) ?? {}, now.today);
    if (isWaiting) waiting(group);
    return isWaiting;
  };
  const isIn = (of: PersonId) => [...session.seats.values(), ...session.locked.values()].some(({ id }) => id === of);
  const isHour = ({ appointment, due, group }: Candidate): boolean => {
    if (due.on < now.today) return inWindow(group);
    const { at, by } = room.hours.get(appointment!.id) ?? {};
    if (!now.isHourKept || at === undefined) return true;
    const left = minutesBetween(now.at, at);
    if (by === undefined || by === person) return left <= minutesBefore;
    return isIn(by) ? left <= -minutesAfter : left <= 0;
  };
  return {
    ...(now.isHourKept && channel === 'phone' ? { daypart: now.daypart } : {}),
    row(row) {
      const { group, stratum } = row;
      if (row.channel !== channel || halted.has(group) || !inWindow(group) || (row.isForSenior && !caller.isSenior))
        return undefined;
      const isPart = channel === 'visit' || !now.isHourKept || row.parts.includes(now.daypart);
      if (!isPart || waits(row)) return undefined;
      const calling = callingOf(protocols.get(group)!);
      const hasTargets = Object.keys(calling.targets).length > 0;
      const answered = hasTargets ? (room.answeredIn(group).get(stratum ?? '') ?? 0) : 0;
      return { belowTarget: hasTargets ? belowTarget(calling, stratum, answered) : 0 };
    },
    one: ({ id }) => !acquainted.has(id) && !room.passedOver.has(id) && speaks(caller, room.languages.get(id)),
    appointment: (candidate) =>
      candidate.channel === channel && !halted.has(candidate.group) && isHour(candidate) && !waits(candidate),
    hourOf: ({ appointment }) => room.hours.get(appointment!.id)?.at ?? '',
  };
}

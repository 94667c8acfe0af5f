/** One case for one interviewer: who is due, checked anew, given out with its key, and written down as an attempt before anyone is rung. */
import { addDays, type Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import { callDayFrom, callingOf, isInWindow, nextWindow } from '../../shared/schedule/call-days.ts';
import { isDue } from '../../shared/schedule/due-contact.ts';
import type { ReturnsAge } from '../../shared/schedule/returns-age.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { CaseInHand, NextCase } from '../../shared/views.ts';
import { openContacts } from '../contacts.ts';
import { refuseOldReturns } from '../deliveries.ts';
import { type Desk, newId } from '../desk.ts';
import { isHalted, refuseWhenHalted } from '../halt.ts';
import { handedTo } from '../hand-out.ts';
import { putEntryAside } from '../interview/entering.ts';
import { returnsAgeOf } from '../interview/returns-age.ts';
import { dueOf } from '../next-due.ts';
import { letOthersGo } from '../pause.ts';
import type { StoredCase } from '../store/cases.ts';
import { callRoomOf, openerOf } from './call-room.ts';
import { callerOf, speaks } from './caller-of.ts';
import { type CallChannel, type Candidate, candidateOf, isCall, type Protocols } from './candidates.ts';
import { bureauOf, inHand } from './case-in-hand.ts';
import { type Now, nowAt } from './hour.ts';
import { beginCallerBook } from './inbound.ts';
import { putDown } from './put-down.ts';
import { type Around, type Asker, wantedBy } from './whom.ts';

export async function nextCase(channel: CallChannel, desk: Desk): Promise<NextCase> {
  const { store, settings, session, person, today } = desk;
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  await bureauOf(desk);
  const protocols = await protocolsOf(desk);
  const held = store.cases.findHeldBy(person.id);
  if (held !== undefined) {
    const kept = await stillInHand(held, channel, protocols, desk);
    if (kept !== undefined) return { kind: 'case', case: kept };
  }
  const ages = new Map<GroupCode, ReturnsAge>();
  for (const group of protocols.keys()) ages.set(group, await returnsAgeOf(group, desk));
  const caller = await callerOf(person.id, settings);
  const room = callRoomOf(desk);
  await room.keepUp(protocols, desk);
  const acquainted = store.acquaintances.casesOf(person.id);
  const asker: Asker = { person: person.id, caller, channel, acquainted };
  const halted = new Set([...protocols.keys()].filter((group) => isHalted(group, desk)));
  const around: Around = { now: nowAt(desk), protocols, ages, session, halted, room };
  let waiting: GroupCode | undefined;
  const wanted = wantedBy(asker, around, (group) => {
    waiting ??= group;
  });
  for (;;) {
    const candidate = room.queue.reserve(wanted);
    if (candidate !== undefined) {
      const taken = await taking(candidate, asker, around, desk).finally(() => room.queue.letGo(candidate));
      if (taken === 'asked-twice') return nextCase(channel, desk);
      if (taken !== undefined) {
        beginCallerBook(openerOf(desk), desk);
        return { kind: 'case', case: taken };
      }
    } else if (room.isWhole) break;
    else {
      await letOthersGo(0, 0);
      room.readOn();
    }
  }
  if (waiting !== undefined) refuseOldReturns(waiting, ages.get(waiting) ?? {});
  // Where nobody is left because contact was stopped, that is what an interviewer is told.
  for (const group of protocols.keys()) refuseWhenHalted(group, desk);
  refuseOutsideWindow(asker, around);
  const nextDue = await nextDay(asker, around);
  return { kind: 'none', ...(nextDue === undefined ? {} : { nextDue }) };
}

/** Gives `candidate` out; undefined when it is not to be given after all, and 'asked-twice' when whoever asks got another one meanwhile. */
async function taking(
  candidate: Candidate,
  { person, caller, channel }: Asker,
  { now, protocols, room, session }: Around,
  desk: Desk,
): Promise<CaseInHand | 'asked-twice' | undefined> {
  const { store, today, write } = desk;
  const { id } = candidate;
  const one = store.cases.find(id);
  const asNow = one && candidateOf(one, protocols, desk);
  const isAsKnown = asNow?.version === candidate.version && asNow.channel === channel;
  if (one === undefined || asNow === undefined || !isAsKnown) {
    room.look(id);
    return undefined;
  }
  const [[contact], handed] = await Promise.all([openContacts(openerOf(desk), [one]), handedTo(desk, one)]);
  if (contact!.language !== undefined) room.languages.set(id, contact!.language);
  else room.languages.delete(id);
  if (!speaks(caller, contact!.language)) return undefined;
  // Meanwhile someone else may have got it, or this person another one.
  if (store.cases.findHeldBy(person) !== undefined) return 'asked-twice';
  const tags = room.tried.tagsOf(contact!);
  if (asNow.appointment === undefined && room.tried.isTried(id, tags)) {
    room.passedOver.add(id);
    return undefined;
  }
  refuseWhenHalted(one.group, desk);
  if (store.cases.find(id)?.version !== one.version) {
    room.look(id);
    return undefined;
  }
  const taken = write('contact.nextCase', { group: one.group, step: asNow.due.step.id }, () => {
    store.attempts.insert({
      id: newId() as AttemptId,
      caseId: id,
      step: asNow.due.step.id,
      channel,
      on: today,
      outcome: 'intended',
      daypart: now.daypart,
      version: 1,
    });
    return store.cases.change(one, { heldBy: person, handedKey: handed.handedKey, nextDue: today });
  });
  room.tried.add(id, tags);
  room.look(id);
  session.forget(person);
  return inHand(taken, desk, contact);
}

/** A case stays in hand as long as it may be rung: not after it ended, nor after the closing day. An entry from paper is put aside. */
async function stillInHand(
  held: StoredCase,
  channel: CallChannel,
  protocols: Protocols,
  desk: Desk,
): Promise<CaseInHand | undefined> {
  const { store, today, write } = desk;
  if (store.drafts.isEntered(held.id)) {
    await putEntryAside(held, desk);
    return undefined;
  }
  const protocol = protocols.get(held.group);
  const due = protocol && dueOf(protocol, held, store);
  const mayBeRung = protocol !== undefined && due !== undefined && isCall(due.step) && isDue(due, protocol, today);
  if (mayBeRung && !isHalted(held.group, desk)) {
    const call = store.attempts.findCallInHand(held.id);
    const isBegun = store.drafts.findOfCase(held.id)?.attemptId === call?.id;
    // Whoever turns from the telephone to visits, or back, did not ring.
    if (call === undefined || call.channel === channel || isBegun) return inHand(held, desk);
  }
  write('contact.release', { group: held.group }, () => putDown(held, protocol, { store, on: today }));
  desk.session.inHand.delete(desk.person.id);
  return undefined;
}

/** Of the groups in which there is something to ask. */
export async function protocolsOf({ store, settings }: Desk): Promise<Protocols> {
  const protocols = new Map<GroupCode, NonNullable<ReturnType<Protocols['get']>>>();
  for (const group of store.groups.all()) {
    const protocol = await settings.find('protocol', group);
    const questionnaire = await settings.find('questionnaire', group);
    if (protocol !== undefined && questionnaire !== undefined) protocols.set(group, protocol);
  }
  return protocols;
}

/** Someone is due, and not at this hour in any group: refuses `contact.outside-call-window`. */
function refuseOutsideWindow({ channel }: Asker, { now, protocols, room }: Around): void {
  if (channel === 'visit' || !now.isHourKept) return;
  const groups = new Set<GroupCode>();
  room.queue.some((each) => {
    if (each.channel === 'phone' && each.due.kind === undefined) groups.add(each.group);
    return groups.size === protocols.size;
  });
  const callings = [...groups].map((group) => callingOf(protocols.get(group)!));
  if (callings.length === 0 || callings.some((calling) => isInWindow(calling, now.today, now.at))) return;
  const opening = callings
    .flatMap((calling) => nextWindow(calling, now.today, now.at) ?? [])
    .toSorted((a, b) => (`${a.on} ${a.from}` < `${b.on} ${b.from}` ? -1 : 1))[0];
  refuse('contact.outside-call-window', opening === undefined ? {} : { on: opening.on, from: opening.from });
}

/** The next day on which someone is to be rung: today, when somebody waits for another hour of it. */
async function nextDay({ channel, caller, acquainted }: Asker, around: Around): Promise<Day | undefined> {
  const { now, protocols, room } = around;
  const isTheirs = (each: Candidate) =>
    each.channel === channel && !acquainted.has(each.id) && (!each.isForSenior || caller.isSenior);
  if (now.isHourKept && room.queue.some((each) => isTheirs(each) && waitsForLater(each, around))) return now.today;
  const next = await room.nextDay(channel);
  const isAnyLeft = room.queue.some(isTheirs);
  if (!isAnyLeft) return next;
  const callings = [...protocols.values()].map(callingOf);
  const days = callings.flatMap((calling) => callDayFrom(calling, addDays(now.today, 1)) ?? []);
  return [...days, ...(next === undefined ? [] : [next])].toSorted()[0];
}

function waitsForLater({ id, due, appointment, parts, group }: Candidate, { now, protocols, room }: Around): boolean {
  if (room.passedOver.has(id)) return false;
  if (appointment !== undefined && due.on === now.today) return (room.hours.get(appointment.id)?.at ?? '') > now.at;
  const windows = callingOf(protocols.get(group)!);
  const later = laterParts(now).filter((part) => parts.includes(part));
  return later.length > 0 && nextWindow(windows, now.today, now.at)?.on === now.today;
}

/** The parts of this day that are still to come, the present one left out: it was asked. */
function laterParts({ daypart }: Now): readonly Now['daypart'][] {
  if (daypart === 'morning') return ['afternoon', 'evening'];
  return daypart === 'afternoon' ? ['evening'] : [];
}

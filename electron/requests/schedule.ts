/** Schedule: a group's protocol, what it asks of the bureau, and what is due today. */

import { unknownFields } from '../../shared/contact/message.ts';
import { type Problems, refuse } from '../../shared/problem.ts';
import { callHours, interviewShare, minutesPerCall, minutesPerInterview } from '../../shared/schedule/call-hours.ts';
import { isDue } from '../../shared/schedule/due-contact.ts';
import { expectedLoad } from '../../shared/schedule/expected-load.ts';
import type { CaseToDate } from '../../shared/schedule/protocol-changes.ts';
import { findProtocolFault } from '../../shared/schedule/protocol-fault.ts';
import { protocolWarnings } from '../../shared/schedule/protocol-warnings.ts';
import { inboundStep } from '../../shared/study/attempt.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Protocol, StepId } from '../../shared/study/protocol.ts';
import { stratumName } from '../../shared/study/stratum.ts';
import { partiesIn, refuseUnlisted } from '../../shared/study/sub-processors.ts';
import type { DueView, ProtocolView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import { casesToDate, casesWithDays, changesInTurns } from '../cases-to-date.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';

type Schedule = Omit<Handlers<'schedule'>, 'schedule.stuck'>;

export const scheduleRequests: Schedule = {
  async 'schedule.setProtocol'({ group, protocol }, desk) {
    const { store, settings, session, write } = desk;
    if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const fault = findProtocolFault(protocol);
    if (fault !== undefined) refuse('schedule.protocol-faulty', fault);
    refuseUnknownFields(protocol);
    const [bureau, mailHost] = [await settings.find('bureau'), await settings.find('mailHost')];
    const parties = protocol.steps.flatMap(({ channel }) => partiesIn(channel, bureau, mailHost));
    refuseUnlisted(parties, (await settings.find('agreement')) ?? {});
    const put = await settings.seal('protocol', protocol, group);
    const reckoned = await casesWithDays(protocol, group, desk);
    try {
      // Messages that are being made or sent, and what is reckoned after them, are of one protocol.
      if (session.working > 0) refuse('study.work-going-on', {});
      const cases = reckoned.upToDate();
      const gone = stepInUse(protocol, cases);
      if (gone !== undefined) refuse('schedule.protocol-faulty', gone);
      write('schedule.setProtocol', { group, steps: protocol.steps.length }, () => {
        put();
        for (const { one, nextDue } of cases) if (nextDue !== one.nextDue) store.cases.change(one, { nextDue });
      });
      return {
        days: expectedLoad(
          protocol,
          cases.map(({ one }) => one),
        ),
      };
    } finally {
      reckoned.end();
    }
  },

  async 'schedule.preview'({ group, protocol }, desk) {
    if (!desk.store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    // A field that no message has is not a fault of a step but of its text: it is named, as when the protocol is kept.
    refuseUnknownFields(protocol);
    const kept = await desk.settings.find('protocol', group);
    const isOther = kept !== undefined && JSON.stringify(kept) !== JSON.stringify(protocol);
    return viewOf(group, protocol, desk, isOther ? kept : undefined);
  },

  async 'schedule.protocol'({ group }, desk) {
    if (!desk.store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    return viewOf(group, await desk.settings.find('protocol', group), desk);
  },

  async 'schedule.load'({ group }, { store, settings }) {
    const protocol =
      (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
    return { days: expectedLoad(protocol, store.cases.inGroup(group)) };
  },

  async 'schedule.due'(_, { store, settings, today }) {
    const steps: DueView['steps'][number][] = [];
    let nextDue: DueView['nextDue'];
    for (const group of store.groups.all()) {
      const protocol = await settings.find('protocol', group);
      if (protocol === undefined) continue;
      const counts = new Map<StepId, number>();
      for (const one of store.cases.inGroup(group)) {
        const due = dueOf(protocol, one, store);
        if (due === undefined || store.drafts.isEntered(one.id)) continue;
        if (isDue(due, protocol, today)) {
          counts.set(due.step.id, (counts.get(due.step.id) ?? 0) + 1);
        } else if (due.on > today && (nextDue === undefined || due.on < nextDue)) {
          nextDue = due.on;
        }
      }
      // In the order of the protocol: what is left to do stays where it stood when people drop out.
      for (const { id: step, channel } of protocol.steps) {
        const cases = counts.get(step);
        if (cases !== undefined) steps.push({ group, step, channel, cases });
      }
    }
    return { today, steps, ...(nextDue === undefined ? {} : { nextDue }) };
  },
};

/** A text with a field that no message has cannot be filled in for anyone. */
function refuseUnknownFields({ steps }: Protocol): void {
  const missing = steps.flatMap(({ text }) => (text === undefined ? [] : unknownFields(text)));
  if (missing.length > 0) refuse('contact.texts-incomplete', { missing });
}

/** A step that went out keeps its name: under another one it would go out again. */
function stepInUse(
  { steps }: Protocol,
  cases: readonly Pick<CaseToDate, 'attempts'>[],
): Problems['schedule.protocol-faulty'] | undefined {
  // Whoever called themselves was in no step.
  const kept = new Set([inboundStep, ...steps.map(({ id }) => id)]);
  for (const { attempts } of cases) {
    const gone = attempts.find(({ step }) => !kept.has(step));
    if (gone !== undefined) return { step: gone.step, fault: 'in-use' };
  }
  return undefined;
}

/** `before`: the one that is kept, when `protocol` is to take its place. */
async function viewOf(
  group: GroupCode,
  protocol: Protocol | undefined,
  desk: Desk,
  before?: Protocol,
): Promise<ProtocolView> {
  const assumed = { minutesPerCall, minutesPerInterview, share: interviewShare };
  const toDate = await casesToDate(group, desk);
  // Whoever was contacted already does not wait for a soft launch: as someone of whom it is not known when their turn is.
  const cases = toDate.map(({ one: { id, ...one }, attempts }) =>
    attempts.length > 0 || id === undefined ? one : { ...one, id },
  );
  const strata = await strataOf(cases, desk);
  if (protocol === undefined)
    return { days: [], hours: [], warnings: [], strata, assumed: { ...assumed, callsPerCase: 0 } };
  const { weeks, callsPerCase } = callHours(protocol, cases);
  const fault = findProtocolFault(protocol) ?? stepInUse(protocol, toDate);
  const changes = before === undefined ? {} : { changes: await changesInTurns(before, protocol, toDate, desk.today) };
  return {
    protocol,
    days: expectedLoad(protocol, cases),
    ...(fault === undefined ? {} : { fault }),
    warnings: protocolWarnings(protocol, cases),
    ...changes,
    strata,
    hours: weeks,
    assumed: { ...assumed, callsPerCase },
  };
}

/** The strata of which there is anyone, in the order in which they were first seen. */
async function strataOf(
  cases: readonly { readonly stratum?: string }[],
  { settings }: Pick<Desk, 'settings'>,
): Promise<ProtocolView['strata']> {
  const names = (await settings.find('strata')) ?? [];
  const codes = new Set(cases.flatMap(({ stratum }) => (stratum === undefined ? [] : [stratum])));
  return [...codes]
    .toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    .map((code) => ({ code, name: stratumName(names, code) ?? code }));
}

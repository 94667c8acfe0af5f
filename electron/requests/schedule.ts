/** Schedule: a group's protocol, what it asks of the bureau, and what is due today. */
import { unknownFields } from '../../shared/contact/message.ts';
import type { Input } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { dueContact, isDue } from '../../shared/schedule/due-contact.ts';
import { expectedLoad } from '../../shared/schedule/expected-load.ts';
import { findProtocolFault } from '../../shared/schedule/protocol-fault.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import type { DueView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';

export const scheduleRequests: Handlers<'schedule'> = {
  async 'schedule.setProtocol'({ group, protocol: given }, { store, settings, write }) {
    if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const protocol = protocolOf(given);
    const fault = findProtocolFault(protocol);
    if (fault !== undefined) refuse('schedule.protocol-faulty', fault);
    const unknown = protocol.steps.flatMap(({ text }) => (text === undefined ? [] : unknownFields(text)));
    if (unknown.length > 0) refuse('contact.texts-incomplete', { missing: unknown });
    // A step that went out keeps its name: under another one it would go out again.
    const kept = new Set(protocol.steps.map(({ id }) => id));
    const used = store.cases.inGroup(group).flatMap(({ id }) => store.attempts.ofCase(id).map(({ step }) => step));
    const gone = used.find((step) => !kept.has(step));
    if (gone !== undefined) refuse('schedule.protocol-faulty', { step: gone, fault: 'in-use' });
    const put = await settings.seal('protocol', protocol, group);
    const cases = store.cases.inGroup(group);
    write('schedule.setProtocol', { group, steps: protocol.steps.length }, () => {
      put();
      for (const one of cases) {
        const nextDue = dueContact(protocol, one, store.attempts.ofCase(one.id))?.on;
        if (nextDue !== one.nextDue) store.cases.change(one, { nextDue });
      }
    });
    return { days: expectedLoad(protocol, cases) };
  },

  async 'schedule.load'({ group }, { store, settings }) {
    const protocol =
      (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
    return { days: expectedLoad(protocol, store.cases.inGroup(group)) };
  },

  async 'schedule.due'(_, { store, settings, today }) {
    const counts = new Map<string, DueView['steps'][number]>();
    let nextDue: DueView['nextDue'];
    for (const group of store.groups.all()) {
      const protocol = await settings.find('protocol', group);
      if (protocol === undefined) continue;
      for (const one of store.cases.inGroup(group)) {
        const due = dueContact(protocol, one, store.attempts.ofCase(one.id));
        if (due === undefined) continue;
        if (isDue(due, protocol, today)) {
          const { id: step, channel } = due.step;
          const key = `${group} ${step}`;
          counts.set(key, { group, step, channel, cases: (counts.get(key)?.cases ?? 0) + 1 });
        } else if (due.on > today && (nextDue === undefined || due.on < nextDue)) {
          nextDue = due.on;
        }
      }
    }
    return { today, steps: [...counts.values()], ...(nextDue === undefined ? {} : { nextDue }) };
  },
};

function protocolOf({ steps, ...rest }: Input<'schedule.setProtocol'>['protocol']): Protocol {
  return { ...rest, steps: steps.map(({ text, ...step }) => (text === undefined ? step : { ...step, text })) };
}

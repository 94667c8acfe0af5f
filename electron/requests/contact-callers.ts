/** Who rings and who calls: callers, appointments, visits that were made; what interviewers speak. */
import type { RequestName } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { CallersView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { appointmentsFrom } from '../contact/appointments.ts';
import { beforeRinging } from '../contact/before-ringing.ts';
import { callersOf, plainLanguage } from '../contact/caller-of.ts';
import { findCaller, takeCaller } from '../contact/inbound.ts';
import { recordVisit } from '../contact/visits.ts';
import type { Desk } from '../desk.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    | 'contact.findCaller'
    | 'contact.takeCaller'
    | 'contact.beforeRinging'
    | 'contact.appointments'
    | 'contact.recordVisit'
    | 'study.callers'
    | 'study.setCaller'
  >]: Handler<N>;
};

export const contactCallerRequests: Own = {
  'contact.findCaller': ({ text }, desk) => findCaller(text, desk),
  'contact.takeCaller': ({ caseId }, desk) => takeCaller(caseId, desk),
  'contact.beforeRinging': (_, desk) => beforeRinging(desk),
  'contact.appointments': ({ from, days }, desk) => appointmentsFrom(from, days, desk),
  'contact.recordVisit': (visit, desk) => recordVisit(visit, desk),
  'study.callers': (_, desk) => callersView(desk),

  async 'study.setCaller'({ name, languages, isSenior }, desk) {
    const { settings, write } = desk;
    const person = (await callersOf(desk)).find((one) => one.name === name) ?? refuse('study.person-unknown', {});
    const callers = (await settings.find('callers')) ?? {};
    const spoken = [...new Set(languages.map(plainLanguage))];
    const put = await settings.seal('callers', { ...callers, [person.id]: { languages: spoken, isSenior } });
    write('study.setCaller', { languages: spoken.length, senior: isSenior }, put);
    return callersView(desk);
  },
};

async function callersView(desk: Desk): Promise<CallersView> {
  const callers = await callersOf(desk);
  return { callers: callers.map(({ name, languages, isSenior }) => ({ name, languages, isSenior })) };
}

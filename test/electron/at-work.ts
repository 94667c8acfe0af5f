/** A prepared study in the midst of its work: letters posted, a finished interview, an unfinished one, an answer from the web, notes. */
import { join } from 'node:path';
import { addDays } from '../../shared/calendar.ts';
import { firstDay, phoneFirst, residents, returnsOf, type StudyInUse } from './prepared.ts';

export const lettersName = 'letters.pdf';
export const note = 'komt op donderdag thuis (verzonnen notitie)';
export const told = 'Een verzonnen verhaal over een hulpverlener';
export const halfTold = 'Een verzonnen begin over een buurvrouw';
export const itemNote = 'Een verzonnen notitie bij een vraag';
export const halfNote = 'Een verzonnen notitie bij een halve vraag';
export const helpAsked = 'Een verzonnen vraag om een maatschappelijk werker';
export const web = 'Een verzonnen reden om niets te vragen';
/** Letters were posted to three people; of these two one has a finished interview, the other an unfinished one. */
export const people = { finished: 'Dusseljee', unfinished: 'Eikelstra' } as const;

/** The day after the letters: on that day people are rung. */
export const callDay = addDays(firstDay, 1);

export async function atWork(study: StudyInUse): Promise<{ readonly instruction: number }> {
  const { ask } = study;
  const target = study.host.offerTarget(join(study.folder, lettersName));
  const { batch } = await ask('manager', 'contact.makeLetters', { group: residents, target });
  await ask('manager', 'contact.markPosted', { batch });
  await ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  // Nobody is rung on the day on which a letter is posted to them.
  await study.moveTo(callDay);
  for (;;) {
    const next = await ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') break;
    const surname = next.case.name.split(' ').at(-1)!;
    if (surname === people.finished) {
      await ask('interviewer', 'interview.begin', { consent: 'spoken' });
      for (const [item, answer] of Object.entries({ hulp: 'ja', verhaal: told, terug: 'ja' }))
        await ask('interviewer', 'interview.answer', { item: item as never, answer });
      await ask('interviewer', 'interview.note', { item: 'hulp' as never, text: itemNote });
      await ask('interviewer', 'interview.finish', {});
      continue;
    }
    if (surname === people.unfinished) {
      await ask('interviewer', 'interview.begin', { consent: 'spoken' });
      await ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
      await ask('interviewer', 'interview.answer', { item: 'verhaal' as never, answer: halfTold });
      await ask('interviewer', 'interview.note', { item: 'hulp' as never, text: halfNote });
      await ask('interviewer', 'contact.askHelp', { permission: true, text: helpAsked });
    }
    const appointment = { on: addDays(callDay, 1), at: '10:00' };
    await ask('interviewer', 'contact.closeCall', {
      outcome: 'appointment',
      appointment,
      ...(surname === people.unfinished ? { note } : {}),
    });
  }
  const { code } = (await study.cases()).get('Aalbersma')!;
  const file = study.offer('returns.csv', returnsOf([{ code, answers: { hulp: 'nee', reden: web, terug: 'ja' } }]));
  await ask('manager', 'interview.readReturns', { group: residents, file });
  const order = { on: firstDay, by: 'Gemeente', text: 'Wis deze persoon.' };
  const { nr } = await ask('manager', 'study.recordInstruction', order);
  return { instruction: nr };
}

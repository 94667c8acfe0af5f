/** A practice study in the middle of its fieldwork, for looking at screens that have something to show: made by the demo's own weeks. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileBytes, readWorkbook } from '../../electron/files/read-file.ts';
import { localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { firstDay, groups } from '../../electron/practice/study-set-up.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { Fieldwork } from '../../scripts/demo/fieldwork.ts';
import { prepareStudy } from '../../scripts/demo/preparation.ts';
import { referenceSeed, turnoutOf } from '../../scripts/demo/wills.ts';
import { startMailbox } from '../../scripts/loopback-mail.ts';
import { seeded } from '../../scripts/seeded.ts';
import { addDays, type Day, isWorkingDay } from '../../shared/calendar.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { type IdleTimes, idleMinutes } from '../../shared/study/idle-times.ts';
import type { Questionnaire } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';

/** The people in it are those of the demo; each signs in with this. */
export const passphraseOf = (name: string) => `een zin van ${name} om te oefenen`;

/** On a slow machine a test is longer at one window than the other one may stand idle. */
export const longestIdleTimes: IdleTimes = {
  manager: idleMinutes.most,
  researcher: idleMinutes.most,
  interviewer: idleMinutes.most,
  officer: idleMinutes.most,
};

/** Carries the study out from its first day until `until`, below `home`. Gives the study folder. Nobody is signed in any more. */
export async function studyUnderWay(home: string, until: Day): Promise<string> {
  const host = localHost(join(home, 'veldwerk'), '0.0.0-test');
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const mailbox = await startMailbox();
  const study = join(home, 'study');
  const delivered = join(home, 'delivered');
  mkdirSync(delivered, { recursive: true });
  try {
    office.useFolder(study);
    await prepareStudy({ ask, host, delivered, passphraseOf, smtpPort: mailbox.port, say: () => undefined });
    const draw = seeded(referenceSeed);
    const questionnaires = new Map<GroupCode, Questionnaire>();
    for (const { group, questionnaire } of groups) {
      const form = readXlsform(await readWorkbook(await readFileBytes(join(delivered, questionnaire))));
      if (form.kind === 'faulty') throw new Error('a questionnaire of the practice study is faulty');
      questionnaires.set(group.code, form.questionnaire);
    }
    const turnout = turnoutOf(referenceSeed, draw);
    const handouts = join(home, 'handouts');
    const fieldwork = new Fieldwork({ ask, host, handouts, delivered, mailbox, draw, turnout, questionnaires });
    for (let today = firstDay; today < until; today = addDays(today, 1))
      if (isWorkingDay(today)) await fieldwork.workOn(today);
    await ask('Marit', 'study.moveClock', { today: until });
    // Its website is gone with the weeks that are over: nothing more comes in to wait for.
    await ask('Marit', 'study.setIdleTimes', { minutes: longestIdleTimes });
    await ask('Marit', 'study.setInterviewRules', { rules: { doubleEntry: false } });
  } finally {
    office.close();
    await mailbox.stop();
  }
  return study;
}

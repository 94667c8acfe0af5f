/** A study with one person to ring and a questionnaire, for interviews that are cut. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement, bureau, firstDay, lastDay } from '../../../electron/practice/study-set-up.ts';
import { day } from '../../../shared/calendar.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { StepId } from '../../../shared/study/protocol.ts';
import { officeWithStudy } from '../office.ts';
import { putLoginCode } from './login-code-in.ts';

export const group = 'residents' as GroupCode;

/** Leaves `folder`/study and `folder`/app behind, closed. */
export async function prepareStudy(folder: string, questionnaire: URL): Promise<void> {
  const { office, host, ask } = await officeWithStudy(folder);
  try {
    await ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    await ask('manager', 'study.recordAgreement', { agreement });
    await ask('manager', 'study.recordBureau', bureau);
    await ask('manager', 'study.addGroup', { code: group, title: 'Residents', consentBasis: 'no-objection' });
    const list = join(folder, 'list.csv');
    writeFileSync(list, 'Achternaam;Mobiel;Wijkteam\nVerzonnen;06-89001122;Noord\n');
    await ask('manager', 'intake.accept', { group, files: [{ file: host.offerSource(list) }] });
    await ask('manager', 'study.loadQuestionnaire', { group, file: host.offerSource(questionnaire.pathname) });
    const steps = [{ id: 'phone' as StepId, channel: 'phone' as const, afterDays: 0, for: {} as const }];
    const protocol = { startsOn: firstDay, closesOn: lastDay, steps, callsMaximum: 3, callAgainAfterDays: 1 };
    await ask('manager', 'schedule.setProtocol', { group, protocol });
    await ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: true, partialFromPercent: 10 } });
    await ask('manager', 'study.moveClock', { today: firstDay });
  } finally {
    office.close();
  }
  putLoginCode(folder);
}

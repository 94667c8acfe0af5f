/** A study for measuring: one person to ring, and a questionnaire of as many statements as asked for, in the scale of the practice study. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { agreement, bureau, firstDay, lastDay } from '../../electron/practice/study-set-up.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { sharedChoices } from '../../scripts/practice-study/questionnaires/choices.ts';
import { formSheets, statement } from '../../scripts/practice-study/questionnaires/form.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import { day } from '../../shared/calendar.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { StepId } from '../../shared/study/protocol.ts';

export const interviewer = { name: 'Ria', passphrase: 'een zin om mee te meten' };
export const manager = { name: 'Marit', passphrase: 'nog een zin om mee te meten' };

/** Makes it below `home`, with its device secret where the app looks for it. Gives the study folder. */
export async function makeLongInterviewStudy(home: string, items: number): Promise<string> {
  const host = localHost(join(home, 'veldwerk'), 'bench');
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const folder = join(home, 'long-interview');
  const given = join(home, 'given');
  mkdirSync(given, { recursive: true });
  office.useFolder(folder);
  const confidentialityOn = day('2026-01-15');
  try {
    await ask('door', 'study.create', {
      title: 'Meting',
      practice: true,
      people: [
        { ...manager, roles: ['manager', 'researcher'], confidentialityOn },
        { ...interviewer, roles: ['interviewer'], confidentialityOn },
      ],
    });
    const at = manager.name;
    await ask(at, 'study.signIn', manager);
    await ask(at, 'study.moveClock', { today: firstDay });
    await ask(at, 'study.recordAgreement', { agreement });
    await ask(at, 'study.recordBureau', bureau);
    const group = 'one' as GroupCode;
    await ask(at, 'study.addGroup', { code: group, title: 'Meting', consentBasis: 'no-objection' });
    const questionnaire = join(given, 'questionnaire.xlsx');
    const survey = Array.from({ length: items }, (_, index) =>
      statement('eens_geen', `stelling_${index + 1}`, [
        `Stelling ${index + 1}: de medewerker van het team luisterde goed naar wat ik vertelde.`,
        `Statement ${index + 1}: the team member listened well to what I had to tell.`,
      ]),
    );
    const form = {
      title: 'Meting',
      formId: 'measuring',
      version: '1',
      survey,
      choices: { eens_geen: sharedChoices.eens_geen },
    };
    writeFileSync(questionnaire, workbook(formSheets(form)));
    await ask(at, 'study.loadQuestionnaire', { group, file: host.offerSource(questionnaire) });
    const extract = join(given, 'people.csv');
    writeFileSync(extract, 'Voorletters;Achternaam;Mobiel;Bezwaar\nA.;Meting;06-89001101;\n');
    await ask(at, 'intake.accept', { group, files: [{ file: host.offerSource(extract) }] });
    await ask(at, 'schedule.setProtocol', {
      group,
      protocol: {
        startsOn: firstDay,
        closesOn: lastDay,
        steps: [{ id: 'phone' as StepId, channel: 'phone', afterDays: 0, for: {} }],
        callsMaximum: 3,
        callAgainAfterDays: 2,
      },
    });
  } finally {
    office.close();
  }
  return folder;
}

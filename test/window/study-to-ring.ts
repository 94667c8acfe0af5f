/** A practice study in which everyone is to be rung today about one questionnaire; its people sign in as those of the demo do. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalHost, localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { agreement, bureau, firstDay, groups, lastDay, people, title } from '../../electron/practice/study-set-up.ts';
import { residentsIntroduction } from '../../electron/practice/texts.ts';
import { type AskAs, askingAs } from '../../scripts/demo/asking.ts';
import { addDays, day } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Role } from '../../shared/study/person.ts';
import type { Protocol, StepId } from '../../shared/study/protocol.ts';
import { type Sheets, xlsxOf } from '../fixtures/workbooks/sheets.ts';
import { longestIdleTimes, passphraseOf } from './study-under-way.ts';

const { manager, researcher, interviewers } = people;
export const interviewer = interviewers[0];
const delivery = 'residents.xlsx';

export interface ToRing {
  readonly questionnaire: Sheets;
  /** Instead of the residents of the practice study. */
  readonly people?: Sheets;
  /** Where it is another than one phone step. */
  readonly protocol?: Partial<Protocol>;
  readonly rules?: Asked<'study.setInterviewRules'>['rules'];
  /** What else is done before anyone rings, as any of its people. */
  readonly also?: (ask: AskAs, host: LocalHost) => Promise<void>;
}

/** Below `home`. Gives the study folder. Nobody is signed in any more. */
export async function studyToRing(
  home: string,
  { questionnaire, people: others, protocol, rules, also }: ToRing,
): Promise<string> {
  const host = localHost(join(home, 'veldwerk'), '0.0.0-test');
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const study = join(home, 'study');
  const delivered = join(home, 'delivered');
  mkdirSync(delivered, { recursive: true });
  writeFileSync(join(delivered, 'questionnaire.xlsx'), xlsxOf(questionnaire));
  if (others !== undefined) writeFileSync(join(delivered, delivery), xlsxOf(others));
  else
    copyFileSync(new URL(`../../scripts/practice-study/files/${delivery}`, import.meta.url), join(delivered, delivery));
  const { group } = groups.find((one) => one.files.some(({ file }) => file === delivery))!;
  const code = group.code as GroupCode;
  try {
    office.useFolder(study);
    const person = (name: string, roles: Role[]) => {
      return { name, roles, confidentialityOn: day('2026-01-15'), passphrase: passphraseOf(name) };
    };
    await ask('door', 'study.create', {
      title,
      practice: true,
      people: [
        person(manager, ['manager', 'officer']),
        person(researcher, ['researcher']),
        person(interviewer, ['interviewer']),
      ],
    });
    for (const name of [manager, researcher, interviewer])
      await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
    await ask(manager, 'study.setIdleTimes', { minutes: longestIdleTimes });
    await ask(manager, 'study.moveClock', { today: addDays(firstDay, -7) });
    await ask(manager, 'study.recordBureau', bureau);
    await ask(manager, 'study.recordAgreement', { agreement });
    await ask(manager, 'study.addGroup', group);
    const { files } = groups.find((one) => one.group.code === code)!;
    const { stratum } = files.find(({ file }) => file === delivery)!;
    const file = host.offerSource(join(delivered, delivery));
    await ask(manager, 'intake.accept', {
      group: code,
      files: [{ file, ...(stratum === undefined ? {} : { stratum }) }],
    });
    const form = host.offerSource(join(delivered, 'questionnaire.xlsx'));
    await ask(researcher, 'study.loadQuestionnaire', { group: code, file: form });
    await ask(manager, 'schedule.setProtocol', {
      group: code,
      protocol: {
        startsOn: firstDay,
        closesOn: lastDay,
        callsMaximum: 6,
        callAgainAfterDays: 3,
        steps: [{ id: 'phone' as StepId, channel: 'phone', afterDays: 0, for: {}, text: residentsIntroduction }],
        ...protocol,
      },
    });
    await ask(manager, 'study.moveClock', { today: firstDay });
    if (rules !== undefined) await ask(manager, 'study.setInterviewRules', { rules });
    await also?.(ask, host);
  } finally {
    office.close();
  }
  return study;
}

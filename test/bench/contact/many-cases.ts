/** A study with very many people to ring and twenty interviewers, for measuring. Made as people make it: its list is taken in, not written into the store. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../../electron/desk.ts';
import { type LocalHost, localHost } from '../../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../../electron/office.ts';
import { agreement, bureau, firstDay, lastDay } from '../../../electron/practice/study-set-up.ts';
import { type AskAs, askingAs } from '../../../scripts/demo/asking.ts';
import { sharedChoices } from '../../../scripts/practice-study/questionnaires/choices.ts';
import { formSheets, statement } from '../../../scripts/practice-study/questionnaires/form.ts';
import { workbook } from '../../../scripts/practice-study/workbook.ts';
import { day } from '../../../shared/calendar.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { StepId } from '../../../shared/study/protocol.ts';
import { csvOf } from '../intake/many-people.ts';

export const interviewers = Array.from({ length: 20 }, (_, nr) => `interviewer ${nr + 1}`);
export const group = 'many' as GroupCode;

export interface ManyCases {
  readonly ask: AskAs;
  readonly office: OpenOffice;
  /** The study folder. */
  readonly folder: string;
}

/** Passphrases are hashed once instead of stretched: twenty people sign in, and that is not what is measured. Vaults are processes, as ever. */
function hostIn(home: string): LocalHost {
  const secretOf: Host['secretOf'] = (passphrase) => ({
    kind: 'derived-key',
    key: new Uint8Array(createHash('sha256').update(passphrase).digest()),
  });
  return localHost(join(home, 'veldwerk'), 'bench', { secretOf });
}

/** The office stays open, with everyone signed in and the shift open. */
export async function openManyCases(home: string, people: number): Promise<ManyCases> {
  mkdirSync(home, { recursive: true });
  const host = hostIn(home);
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const folder = join(home, 'study');
  office.useFolder(folder);
  const offer = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(home, name), content);
    return host.offerSource(join(home, name));
  };
  const known = (name: string) => ({ name, confidentialityOn: day('2026-01-15'), passphrase: `een zin van ${name}` });
  await ask('door', 'study.create', {
    title: 'Meting',
    practice: true,
    people: [
      { ...known('manager'), roles: ['manager', 'researcher'] },
      ...interviewers.map((name) => ({ ...known(name), roles: ['interviewer' as const] })),
    ],
  });
  for (const name of ['manager', ...interviewers])
    await ask(name, 'study.signIn', { name, passphrase: known(name).passphrase });
  await ask('manager', 'study.moveClock', { today: firstDay });
  await ask('manager', 'study.recordAgreement', { agreement });
  await ask('manager', 'study.recordBureau', bureau);
  await ask('manager', 'study.addGroup', { code: group, title: 'Meting', consentBasis: 'no-objection' });
  const survey = [statement('eens_geen', 'stelling', ['Er werd goed geluisterd.', 'They listened well.'])];
  const form = {
    title: 'Meting',
    formId: 'measuring',
    version: '1',
    survey,
    choices: { eens_geen: sharedChoices.eens_geen },
  };
  await ask('manager', 'study.loadQuestionnaire', {
    group,
    file: offer('questionnaire.xlsx', workbook(formSheets(form))),
  });
  const protocol = {
    startsOn: firstDay,
    closesOn: lastDay,
    steps: [{ id: 'phone' as StepId, channel: 'phone' as const, afterDays: 0, for: {} }],
    callsMaximum: 8,
    callAgainAfterDays: 2,
  };
  await ask('manager', 'schedule.setProtocol', { group, protocol });
  await ask('manager', 'intake.accept', { group, files: [{ file: offer('people.csv', csvOf(people)) }] });
  return { ask, office, folder };
}

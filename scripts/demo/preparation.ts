/** The practice study before its fieldwork: made, agreement recorded, people, groups, questionnaires, files taken in, protocols. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalHost } from '../../electron/host.ts';
import {
  agreement,
  bureau,
  firstDay,
  groups,
  people,
  refusedDelivery,
  title,
} from '../../electron/practice/study-set-up.ts';
import { addDays, day } from '../../shared/calendar.ts';
import type { Asked, SourceFile } from '../../shared/contract.ts';
import { type AskAs, refusalOf } from './asking.ts';

const { manager, researcher, officer, interviewers } = people;
const sources = new URL('../practice-study/files/', import.meta.url);

export interface IntakeLine {
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
}

export interface Preparation {
  readonly ask: AskAs;
  readonly host: LocalHost;
  /** Where the client's files arrive. */
  readonly delivered: string;
  readonly passphraseOf: (person: string) => string;
  readonly smtpPort: number;
  readonly say: (line: string) => void;
}

/** Leaves a study that is ready for its first contact. Gives what was read, per file. */
export async function prepareStudy(preparation: Preparation): Promise<readonly IntakeLine[]> {
  const { ask, smtpPort, say } = preparation;
  await makeStudy(preparation);
  await ask(manager, 'study.moveClock', { today: addDays(firstDay, -7) });
  await ask(manager, 'study.recordBureau', bureau);
  await ask(manager, 'study.setMailHost', { host: '127.0.0.1', port: smtpPort, secure: false, from: bureau.objectTo });
  for (const { group } of groups) await ask(manager, 'study.addGroup', group);
  const lines = await takeIn(preparation);
  for (const { group, questionnaire } of groups) {
    const file = deliver(preparation, questionnaire);
    const { items } = await ask(researcher, 'study.loadQuestionnaire', { group: group.code, file });
    say(`questionnaire of ${group.code}: ${items} items`);
  }
  for (const { group, protocol } of groups) {
    const { days } = await ask(manager, 'schedule.setProtocol', { group: group.code, protocol });
    say(`protocol of ${group.code}: ${days.map(({ on, step, cases }) => `${step} ${on} (${cases})`).join(', ')}`);
  }
  return lines;
}

async function makeStudy({ ask, passphraseOf, say }: Preparation): Promise<void> {
  const person = (name: string, roles: Asked<'study.addPerson'>['roles']) => {
    return { name, roles, confidentialityOn: day('2026-01-15'), passphrase: passphraseOf(name) };
  };
  await ask('door', 'study.create', {
    title,
    practice: true,
    people: [
      person(manager, ['manager']),
      person(researcher, ['researcher']),
      person(officer, ['officer']),
      ...interviewers.map((name) => person(name, ['interviewer'])),
    ],
  });
  const all = [manager, researcher, officer, ...interviewers];
  await Promise.all(all.map((name) => ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) })));
  say(`study made; signed in: ${all.join(', ')}`);
}

/** The client's file as it arrives on this machine. */
function deliver({ delivered, host }: Preparation, file: string): SourceFile {
  mkdirSync(delivered, { recursive: true });
  copyFileSync(new URL(file, sources), join(delivered, file));
  return host.offerSource(join(delivered, file));
}

async function takeIn(preparation: Preparation): Promise<readonly IntakeLine[]> {
  const { ask, say } = preparation;
  const residents = groups[0]!.group.code;
  const tooEarly = { group: residents, files: [{ file: deliver(preparation, refusedDelivery) }] };
  const { purpose, ...incomplete } = agreement;
  await ask(manager, 'study.recordAgreement', { agreement: incomplete });
  const missing = await refusalOf(ask(manager, 'intake.accept', tooEarly));
  say(`intake refused: ${missing.problem}${'missing' in missing ? ` (${missing.missing})` : ''}`);
  await ask(manager, 'study.recordAgreement', { agreement: { purpose } });
  const number = await refusalOf(ask(manager, 'intake.accept', tooEarly));
  say(`first delivery refused: ${number.problem}${'column' in number ? ` (column ${number.column})` : ''}`);

  const lines: IntakeLine[] = [];
  for (const { group, files } of groups) {
    const offered = files.map(({ file, stratum }) => ({
      file: deliver(preparation, file),
      ...(stratum === undefined ? {} : { stratum }),
    }));
    const report = await ask(manager, 'intake.accept', { group: group.code, files: offered });
    for (const { file, read, accepted, refused } of report.files) {
      lines.push({ file: files[file - 1]!.file, read, accepted, refused });
      const reasons = Object.entries(refused).flatMap(([reason, rows]) => (rows > 0 ? [`${rows} ${reason}`] : []));
      say(`${files[file - 1]!.file}: ${read} = ${[`${accepted} accepted`, ...reasons].join(' + ')}`);
    }
    say(`${group.code}: ${report.accepted} cases, ${report.withEmail} with e-mail`);
  }
  return lines;
}

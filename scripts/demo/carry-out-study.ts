/** One whole study, from the delivered files to the certificate, through the same requests as every window uses. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readFileBytes, readWorkbook } from '../../electron/files/read-file.ts';
import type { LocalHost } from '../../electron/host.ts';
import { type OpenOffice, openOffice } from '../../electron/office.ts';
import { firstDay, groups, lastDay, people, title } from '../../electron/practice/study-set-up.ts';
import { addDays, isWorkingDay } from '../../shared/calendar.ts';
import type { ResponseTable } from '../../shared/reporting/response-table.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { ItemName, Questionnaire } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import type { AttemptsView, Destroyed } from '../../shared/views.ts';
import { type Mailbox, startMailbox } from '../loopback-mail.ts';
import { seeded } from '../seeded.ts';
import { type AskAs, askingAs } from './asking.ts';
import { Fieldwork } from './fieldwork.ts';
import { type IntakeLine, prepareStudy } from './preparation.ts';
import { turnoutOf } from './wills.ts';

type Counts = Pick<ResponseTable['total'], 'invited' | 'responses' | 'percent'>;

export interface Summary {
  readonly groups: readonly (Counts & { readonly group: string; readonly byMode: Readonly<Record<string, number>> })[];
  readonly total: Counts;
  readonly contacts: {
    readonly emailsSent: number;
    readonly emailsReceived: number;
    readonly letters: number;
    readonly calls: number;
  };
  readonly intake: readonly IntakeLine[];
  readonly destruction: Destroyed['check'];
}

export interface StudyRun {
  /** Holds everything that the run writes: study, letters, delivered files, the app's own folder. */
  readonly folder: string;
  readonly seed: number;
  readonly host: LocalHost;
  readonly passphraseOf: (person: string) => string;
  readonly say: (line: string) => void;
  /** Called with everything still there, just before the destruction. */
  readonly beforeDestruction?: (office: OpenOffice, mailbox: Mailbox) => Promise<void>;
}

const { manager, researcher, officer } = people;

export async function carryOutStudy(run: StudyRun): Promise<Summary> {
  const { folder, host, say } = run;
  const delivered = join(folder, 'delivered');
  const draw = seeded(run.seed);
  const mailbox = await startMailbox();
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  try {
    office.useFolder(join(folder, 'study'));
    const { passphraseOf } = run;
    const intake = await prepareStudy({ ask, host, delivered, passphraseOf, smtpPort: mailbox.port, say });
    const questionnaires = await questionnairesIn(delivered);
    const turnout = turnoutOf(run.seed, draw);
    const handouts = join(folder, 'handouts');
    const fieldwork = new Fieldwork({ ask, host, handouts, delivered, mailbox, draw, turnout, questionnaires });
    for (let today = firstDay; today <= lastDay; today = addDays(today, 1)) {
      const line = isWorkingDay(today) ? await fieldwork.workOn(today) : undefined;
      if (line !== undefined) say(line);
    }
    const table = await ask(manager, 'reporting.responseTable', {});
    const { counts } = await ask(manager, 'reporting.attempts', {});
    const nr = await exportDataset(ask, say);
    await run.beforeDestruction?.(office, mailbox);
    return {
      groups: table.groups.map((group) => ({
        group: group.group,
        ...countsOf(group),
        byMode: usedModes(group.byMode),
      })),
      total: countsOf(table.total),
      contacts: {
        emailsSent: attempts(counts, 'email', 'sent'),
        emailsReceived: mailbox.messages.length,
        letters: attempts(counts, 'letter', 'posted'),
        calls: attempts(counts, 'phone'),
      },
      intake,
      destruction: await destroy(ask, delivered, nr, say),
    };
  } finally {
    office.close();
    await mailbox.stop();
  }
}

async function questionnairesIn(delivered: string): Promise<ReadonlyMap<GroupCode, Questionnaire>> {
  const read = await Promise.all(
    groups.map(async ({ group, questionnaire }) => {
      const form = readXlsform(await readWorkbook(await readFileBytes(join(delivered, questionnaire))));
      if (form.kind === 'faulty') throw new Error('a questionnaire of the practice study is faulty');
      return [group.code, form.questionnaire] as const;
    }),
  );
  return new Map(read);
}

/** Gives the number of the client's instruction. */
async function exportDataset(ask: AskAs, say: (line: string) => void): Promise<number> {
  const text = 'Lever het geanonimiseerde bestand en vernietig daarna alle persoonsgegevens.';
  const { nr } = await ask(manager, 'study.recordInstruction', { on: lastDay, by: 'Gemeente Waterhoven', text });
  const leaveOut = groups.flatMap(({ group, leaveOut: items }) =>
    items.map((item) => ({ group: group.code, item: item as ItemName })),
  );
  const dataset = await ask(researcher, 'export.dataset', { instruction: nr, leaveOut });
  for (const { group, rows, k, smallestClass } of dataset.groups) {
    say(`dataset of ${group}: ${rows} rows, smallest class ${smallestClass} (k = ${k})`);
  }
  const { isWhole, total } = await ask(officer, 'study.journal', {});
  if (!isWhole) throw new Error('the journal is not whole');
  say(`journal: ${total} entries, chain whole`);
  return nr;
}

async function destroy(ask: AskAs, delivered: string, instruction: number, say: (line: string) => void) {
  const { outOfReach, goes } = await ask(manager, 'destruction.plan', {});
  say(
    `to be destroyed: ${Object.entries(goes)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  // What the client delivered lies outside the application: its holder removes it and says so.
  rmSync(delivered, { recursive: true });
  await ask(researcher, 'destruction.agree', { typedTitle: title });
  const { check, files } = await ask(manager, 'destruction.destroy', {
    instruction,
    typedTitle: title,
    outOfReach: outOfReach.map((what) => ({
      what,
      answer: what === 'delivered-files' ? 'verwijderd' : 'niet van toepassing (oefenonderzoek)',
    })),
  });
  say(`destroyed; results: ${files.join(', ')}`);
  return check;
}

const countsOf = ({ invited, responses, percent }: Counts): Counts => ({ invited, responses, percent });

function usedModes(byMode: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(byMode).filter(([, count]) => count > 0));
}

function attempts(counts: AttemptsView['counts'], channel: string, outcome?: string): number {
  const counted = counts.filter(
    (line) => line.channel === channel && (outcome === undefined || line.outcome === outcome),
  );
  return counted.reduce((sum, { count }) => sum + count, 0);
}

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { agreement, bureau } from '../../electron/practice/study-set-up.ts';
import { tables } from '../../electron/store/plain-columns.ts';
import { addDays } from '../../shared/calendar.ts';
import {
  firstDay,
  invited,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
/** Per sealed column something of at least 8 bytes that was put into it; undefined: it holds nothing but a random key. */
let canaries: Readonly<Record<string, readonly string[] | undefined>>;
let codes: readonly string[];
let links: readonly string[];

const note = 'spreekt zacht (notitie 300411)';
const finishedAnswer = 'een afgerond open antwoord 517733';
const draftAnswer = 'een half open antwoord 901144';
const itemNote = 'een notitie bij een vraag 441190';
const secondAnswer = 'een tweede verzonnen antwoord 551902';
const helpText = 'een verzonnen hulpvraag 771203';
const checkedBy = 'Gemeente, balie 3 (check 620017)';
const instruction = 'Vernietig alles wat over is, kenmerk 448812';

beforeAll(async () => {
  prepared = await prepareStudy();
  study = await prepared.open();
  const { ask } = study;
  await ask('manager', 'contact.sendEmails', { group: residents });
  const letters = study.host.offerTarget(join(study.folder, 'handout-batch-77120934.pdf'));
  const { batch } = await ask('manager', 'contact.makeLetters', { group: residents, target: letters });
  await ask('manager', 'contact.markPosted', { batch });
  const backup = study.host.offerTarget(join(study.folder, 'kopie-880134.vwkopie'));
  await ask('manager', 'study.makeBackup', { target: backup });
  await ask('manager', 'study.recordInstruction', { on: firstDay, by: 'Gemeente Waterhoven', text: instruction });
  const { nr } = await ask('manager', 'contact.recordCaseRequest', {
    article: '15',
    receivedOn: firstDay,
    channel: 'phone',
  });
  await ask('manager', 'contact.fillInCaseRequest', { nr, identityCheckedBy: checkedBy });
  await study.moveTo(addDays(firstDay, 14));
  const interview = async (answer: string) => {
    await ask('interviewer', 'contact.nextCase', {});
    await ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'nee' });
    await ask('interviewer', 'interview.answer', { item: 'reden' as never, answer });
  };
  await ask('interviewer', 'contact.nextCase', {});
  await ask('interviewer', 'contact.closeCall', { outcome: 'no-answer', note });
  await interview(finishedAnswer);
  await ask('interviewer', 'interview.answer', { item: 'terug' as never, answer: 'ja' });
  await ask('interviewer', 'interview.finish', {});
  await interview(draftAnswer);
  await ask('interviewer', 'interview.note', { item: 'reden' as never, text: itemNote });
  await ask('interviewer', 'contact.askHelp', { permission: true, text: helpText });

  const cases = await study.cases();
  const [finished] = study.rows<{ id: string }>(`SELECT id FROM cases WHERE final_code = '1.1'`);
  const { code } = [...cases.values()].find(({ id }) => id === finished!.id)!;
  // Whoever was interviewed sends in the web questionnaire as well: kept apart until somebody decides.
  const twice = returnsOf([{ code, answers: { hulp: 'nee', reden: secondAnswer, terug: 'ja' } }]);
  await ask('manager', 'interview.readReturns', { group: residents, file: study.offer('returns.csv', twice) });
  codes = [...cases.values()].map(({ code }) => code);
  const [response] = study.rows<{ id: string }>('SELECT id FROM responses');
  const [second] = study.rows<{ id: string }>('SELECT id FROM seconds');
  const [{ id: studyId } = { id: '' }] = study.rows<{ id: string }>('SELECT id FROM study');
  links = [...cases.values()].map(({ id }) => JSON.stringify([studyId, id, response!.id]));
  canaries = {
    'settings.sealed': [
      agreement.purpose!,
      agreement.client!,
      bureau.objectTo,
      phoneFirst.steps[1]!.text!.subject,
      'Fijn dat u meedoet.',
    ],
    'cases.case_key': undefined,
    'cases.handed_key': undefined,
    'cases.contact': invited.map(({ surname }) => surname),
    'cases.login_code': codes,
    'attempts.note': [note],
    'handouts.path': ['handout-batch-77120934.pdf'],
    'drafts.draft_key': undefined,
    'draft_answers.answer': [draftAnswer, itemNote],
    'callbacks.note': [helpText],
    'responses.key': undefined,
    'responses.content': [finishedAnswer],
    'links.sealed': links,
    'seconds.key': undefined,
    'seconds.content': [secondAnswer],
    'seconds.link': [...cases.values()].map(({ id }) => JSON.stringify([studyId, id, second!.id])),
    'seconds.details': ['"cameOn"'],
    'intakes.report': ['"refusedRows"'],
    'instructions.text': [instruction],
    'case_requests.details': [checkedBy],
    'safeguards.path': ['kopie-880134.vwkopie'],
  };
});
afterAll(() => prepared.remove());

const all = () => Object.values(canaries).flatMap((found) => found ?? []);

describe('every sealed column', () => {
  test('has something in it here to look for, a case at a time where it is per case', () => {
    const sealed = Object.entries(tables).flatMap(([table, columns]) =>
      columns.sealed.map((column) => `${table}.${column}`),
    );
    expect(Object.keys(canaries).toSorted()).toEqual(sealed.toSorted());
    for (const column of sealed) {
      const [table, name] = column.split('.');
      const [count] = study.rows<{ filled: number }>(`SELECT count(${name}) AS filled FROM ${table}`);
      expect(count!.filled, column).toBeGreaterThan(0);
    }
    for (const canary of all()) expect(Buffer.byteLength(canary)).toBeGreaterThanOrEqual(8);
    expect(codes.length).toBe(invited.length + 2);
  });

  test('shows none of it in any file of the study folder, with the study open and an interview going on', async () => {
    const { found, filesScanned } = await findTraces(await filesBelow(join(study.folder, 'study')), all());
    expect(filesScanned).toBeGreaterThanOrEqual(4);
    expect([...found].map((index) => all()[index])).toEqual([]);
  });

  test('would show all of it, had it been stored as it is', async () => {
    const copy = join(study.folder, 'unsealed');
    cpSync(join(study.folder, 'study'), copy, { recursive: true });
    const raw = new Database(join(copy, 'study.db'));
    // In large pages, so that no value is split over two.
    raw.exec('PRAGMA journal_mode = DELETE; PRAGMA page_size = 65536; VACUUM');
    for (const [column, texts = []] of Object.entries(canaries)) {
      const [table, name] = column.split('.');
      // Every text of the column in its first row: what matters is that a value stands there in the open.
      raw
        .prepare(
          `UPDATE ${table} SET ${name} = ? WHERE ${name} IN (SELECT ${name} FROM ${table} WHERE ${name} IS NOT NULL LIMIT 1)`,
        )
        .run(Buffer.from(texts.join(' ')));
    }
    raw.close();
    const { found } = await findTraces(await filesBelow(copy), all());
    expect(all().filter((_, index) => !found.has(index))).toEqual([]);
  });
});

/** Double key: the client posts the letters itself, by its own numbers; the bureau has no names and no addresses. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findTraces } from '../../electron/files/find-traces.ts';
import { readTable } from '../../electron/files/read-file.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import { firstDay, mixed, type PreparedStudy, prepareStudy, returnsOf, type StudyInUse, step } from './prepared.ts';

const group = 'panel' as GroupCode;
const numbers = ['00317', '00318', '=2+2', 'K-9'];
let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy(async ({ ask, offer }) => {
    const known = { code: group, title: 'Panel', consentBasis: 'no-objection', postedByClient: true } as const;
    await ask('manager', 'study.addGroup', known);
    const list = csvText([['Clientnummer', 'Wijkteam'], ...numbers.map((number) => [number, 'Noord'])]).replaceAll(
      "'=",
      '=',
    );
    await ask('manager', 'intake.accept', { group, files: [{ file: offer('panel.csv', list) }] });
    const protocol = { ...mixed, steps: [step('letter', 'letter', 0), step('reminder', 'letter', 14)] };
    await ask('manager', 'schedule.setProtocol', { group, protocol });
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const targetOf = (name: string) => {
  const path = join(study.folder, name);
  return { path, target: study.host.offerTarget(path) };
};
const rowsIn = async (path: string) =>
  (await readTable(new Uint8Array(readFileSync(path)))).rows.map(({ cells }) => cells);

describe('letters that the client posts', () => {
  test.each(['list.xlsx', 'list.csv'])('are a list of its numbers, each with a code and a link: %s', async (name) => {
    const { path, target } = targetOf(name);
    const made = await study.ask('manager', 'contact.makeLetters', { group, target });
    expect(made.letters).toBe(numbers.length);
    const rows = await rowsIn(path);
    expect(rows.map(([number]) => number!.replace(/^'/, '')).toSorted()).toEqual(numbers.toSorted());
    const codes = rows.map(([, code]) => findLoginCode(code!));
    expect(codes).not.toContain(undefined);
    expect(new Set(codes).size).toBe(numbers.length);
    for (const [index, [, , link]] of rows.entries()) expect(link).toContain(codes[index]!);
    // A number that a spreadsheet would compute is a text in the one, and guarded in the other.
    if (name.endsWith('.csv')) expect(readFileSync(path, 'utf8')).toContain("'=2+2");
  });

  test('are a batch as any: due once, registered as handed out, posted on a day, and due again by the next step', async () => {
    const { path, target } = targetOf('list.csv');
    const { batch, sha256 } = await study.ask('manager', 'contact.makeLetters', { group, target });
    expect(study.rows(`SELECT kind, pieces, sha256 FROM handouts WHERE id = '${batch}'`)).toEqual([
      { kind: 'letters', pieces: numbers.length, sha256 },
    ]);
    const again = targetOf('again.csv');
    expect(
      (await refusalOf(study.ask('manager', 'contact.makeLetters', { group, target: again.target }))).problem,
    ).toBe('contact.nothing-due');
    await study.ask('manager', 'contact.markPosted', { batch });
    await study.moveTo(addDays(firstDay, 14));
    const next = await study.ask('manager', 'contact.makeLetters', { group, target: again.target });
    expect(next.letters).toBe(numbers.length);
    expect(await rowsIn(again.path)).toEqual(await rowsIn(path));
    // Someone who answers by a code of the list is the one with that number.
    const [, code] = (await rowsIn(path))[0]!;
    const answers = { hulp: 'nee', terug: 'ja' };
    const file = study.offer('returns.csv', returnsOf([{ code: code!, answers }]));
    await study.ask('manager', 'study.loadQuestionnaire', {
      group,
      file: study.host.offerSource(join(study.folder, 'questionnaire.xlsx')),
    });
    expect(await study.ask('manager', 'interview.readReturns', { group, file })).toMatchObject({ accepted: 1 });
  });

  test('are all there or none: where nothing can be written, nobody got a letter', async () => {
    const nowhere = study.host.offerTarget(join(study.folder, 'not-there', 'list.csv'));
    const make = (target: typeof nowhere) => study.ask('manager', 'contact.makeLetters', { group, target });
    expect((await refusalOf(make(nowhere))).problem).toBe('file.not-written');
    const { path, target } = targetOf('list.pdf');
    expect((await refusalOf(make(target))).problem).toBe('file.kind-unsupported');
    expect(existsSync(path)).toBe(false);
    expect(study.rows('SELECT * FROM attempts')).toEqual([]);
    expect(study.rows(`SELECT * FROM handouts`)).toEqual([]);
    expect((await make(targetOf('list.csv').target)).letters).toBe(numbers.length);
  });

  test('name nobody: there is no name and no address anywhere in the study', async () => {
    const { path, target } = targetOf('list.csv');
    await study.ask('manager', 'contact.makeLetters', { group, target });
    const text = readFileSync(path, 'utf8');
    expect(text.split('\r\n')[0]).toBe('\uFEFFNummer;Inlogcode;Link');
    expect((await findTraces([path], ['Aalbersma', 'Verzonnenlaan'])).found.size).toBe(0);
    expect((await findTraces([join(study.folder, 'residents.csv')], ['Aalbersma', 'Verzonnenlaan'])).found.size).toBe(
      2,
    );
  });
});

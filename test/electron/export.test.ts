import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { Asked } from '../../shared/contract.ts';
import {
  firstDay,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
  surnames,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let instruction: number;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  const said = { on: firstDay, by: 'Gemeente Waterhoven', text: 'Lever het geanonimiseerde bestand.' };
  instruction = (await study.ask('manager', 'study.recordInstruction', said)).nr;
});

const results = () => join(study.folder, 'study', 'results');
const made = () => (existsSync(results()) ? readdirSync(results()).toSorted() : []);
const exported = (more: Partial<Asked<'export.dataset'>> = {}) =>
  study.ask('researcher', 'export.dataset', { instruction, ...more });
const toldBy = (surname: string) => `Verzonnen verhaal van ${surname}`;

/** These people answer on the web. */
async function answer(people: readonly string[], group = residents): Promise<void> {
  const cases = await study.cases();
  const rows = people.map((surname, index) => ({
    code: cases.get(surname)!.code,
    answers: {
      hulp: index % 2 === 0 ? 'ja' : 'nee',
      ...(index % 2 === 0 ? { uren: String(10 + index), verhaal: toldBy(surname) } : { reden: toldBy(surname) }),
      'wijk[zuid]': 'Y',
      terug: 'ja',
    },
  }));
  const file = study.offer(`returns-${group}-${people.length}.csv`, returnsOf(rows));
  const { accepted } = await study.ask('manager', 'interview.readReturns', { group, file });
  expect(accepted).toBe(people.length);
}
const table = (name: string) => {
  const lines = readFileSync(join(results(), name), 'utf8').replace('\uFEFF', '').trim().split('\r\n');
  return lines.map((line) => line.split(';'));
};

describe('the dataset', () => {
  test('has a row for everyone who answered, and nothing that leads back to them', async () => {
    await answer(surnames);
    await answer(['Jellemans', 'Kuiperda'], partners);
    const view = await exported();
    expect(view.files).toEqual(['dataset-residents.csv', 'codebook-residents.csv']);
    expect(view.groups).toEqual([
      {
        group: residents,
        rows: surnames.length,
        k: 5,
        smallestClass: expect.any(Number),
        suppressed: expect.any(Number),
        leftOut: [
          { item: 'verhaal', why: 'open-text', answers: 5 },
          { item: 'reden', why: 'open-text', answers: 4 },
        ],
      },
      { group: partners, rows: 0, k: 5, smallestClass: null, suppressed: 2, leftOut: [] },
    ]);
    expect(view.groups[0]!.smallestClass).toBeGreaterThanOrEqual(5);
    expect(made()).toEqual(['codebook-residents.csv', 'dataset-residents.csv']);

    const [columns, ...rows] = table('dataset-residents.csv');
    expect(columns).toEqual(['nr', 'geslacht', 'leeftijd', 'gestopt', 'hulp', 'uren', 'wijk_1', 'wijk_2', 'terug']);
    expect(rows.length).toBe(surnames.length);
    expect(rows.map((row) => row[columns!.indexOf('terug')])).toEqual(rows.map(() => '1'));
    const cases = await study.cases();
    const told = [...cases].flatMap(([surname, { id, code }]) => [surname, id, code, toldBy(surname)]);
    const ids = study.rows<{ id: string }>('SELECT id FROM responses').map(({ id }) => id);
    const files = made().map((name) => join(results(), name));
    expect((await findTraces(files, [...told, ...ids])).found.size).toBe(0);
    // What was said is there, for who holds the keys, and the same search finds it.
    const opened = new TextEncoder().encode(JSON.stringify(await study.responses()));
    const texts = [...surnames].map(toldBy);
    expect((await findTracesInBytes(opened, texts)).size).toBe(texts.length);
  });

  test('leaves out the items that the researcher names', async () => {
    await answer(surnames);
    const { groups } = await exported({ leaveOut: [{ group: residents, item: 'wijk' as never }] });
    expect(groups[0]!.leftOut).toContainEqual({ item: 'wijk', why: 'chosen', answers: 9 });
    const [columns] = table('dataset-residents.csv');
    expect(columns!.filter((column) => column.startsWith('wijk'))).toEqual([]);
    expect(readFileSync(join(results(), 'codebook-residents.csv'), 'utf8')).not.toContain('Zuid');
  });

  test('is not made when an item to be left out does not exist: its answers would stand in it', async () => {
    await answer(surnames);
    const misspelt = { group: residents, item: 'wijken' as never };
    const elsewhere = { group: 'nobody' as never, item: 'wijk' as never };
    for (const wrong of [misspelt, elsewhere])
      expect(
        await refusalOf(exported({ leaveOut: [{ group: residents, item: 'uren' as never }, wrong] })),
      ).toMatchObject({
        problem: 'request.input-invalid',
        field: 'leaveOut.1.item',
      });
    expect(made()).toEqual([]);
    expect((await exported()).files.length).toBe(2);
  });

  test('is made once: a second is refused, after a restart too, and in two windows at the same moment', async () => {
    await answer(surnames);
    const both = await Promise.allSettled([exported(), exported()]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    const before = made().map((name) => readFileSync(join(results(), name), 'utf8'));
    expect((await refusalOf(exported())).problem).toBe('export.done-before');
    await study.restart();
    expect((await refusalOf(exported())).problem).toBe('export.done-before');
    expect(made().map((name) => readFileSync(join(results(), name), 'utf8'))).toEqual(before);
    expect((await study.acts()).filter((act) => act === 'export.dataset').length).toBe(1);
  });

  test('of fewer people than k is not made, leaves no file, and can be made when there are more', async () => {
    await answer(surnames.slice(0, 4));
    expect(await exported()).toEqual({
      groups: [
        { group: residents, rows: 0, k: 5, smallestClass: null, suppressed: 4, leftOut: [] },
        { group: partners, rows: 0, k: 5, smallestClass: null, suppressed: 0, leftOut: [] },
      ],
      files: [],
    });
    expect(made()).toEqual([]);
    await answer(surnames.slice(4));
    expect((await exported()).groups[0]!.rows).toBe(surnames.length);
  });

  test('does not hold an interview that was broken off', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    const surname = next.kind === 'case' ? next.case.name.split(' ').at(-1)! : '';
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await study.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
    await study.ask('interviewer', 'interview.breakOff', {});
    expect((await refusalOf(exported())).problem).toBe('export.nothing-to-export');
    await answer(surnames.filter((other) => other !== surname));
    expect(await study.responses()).toHaveLength(surnames.length);
    expect((await exported()).groups[0]!.rows).toBe(surnames.length - 1);
  });
});

test('an export needs an instruction that stands in the register, an answer, and the researcher', async () => {
  expect((await refusalOf(exported())).problem).toBe('export.nothing-to-export');
  await answer(surnames);
  expect(await refusalOf(exported({ instruction: 99 }))).toEqual({ problem: 'export.instruction-unknown', nr: 99 });
  for (const seat of ['manager', 'interviewer', 'officer'])
    expect((await refusalOf(study.ask(seat, 'export.dataset', { instruction }))).problem).toBe(
      'session.role-not-allowed',
    );
  expect(made()).toEqual([]);
});

describe('the plan of the dataset', () => {
  const plan = () => study.ask('researcher', 'export.plan', {});

  test('has the items of each group, its responses, and the files of groups that are large enough', async () => {
    await answer(['Jellemans'], partners);
    await answer(surnames.slice(0, 5));
    const { isExported, files, groups } = await plan();
    expect(isExported).toBe(false);
    expect(files).toEqual(['dataset-residents.csv', 'codebook-residents.csv']);
    expect(groups.map(({ group, title, responses }) => [group, title, responses])).toEqual([
      [residents, 'Bewoners', 5],
      [partners, 'Partners', 1],
    ]);
    expect(groups[0]!.items.map(({ item, isOpenAnswer }) => [item, isOpenAnswer])).toEqual([
      ['hulp', false],
      ['uren', false],
      ['verhaal', true],
      ['reden', true],
      ['wijk', false],
      ['terug', false],
    ]);
    expect(groups[0]!.items[0]).toMatchObject({ kind: 'select-one', text: 'Kreeg u hulp?' });
  });

  test('is what is then made, and says that it was', async () => {
    await answer(surnames.slice(0, 5));
    const planned = await plan();
    const { files } = await exported();
    expect([...planned.files].toSorted()).toEqual([...files].toSorted());
    const after = await plan();
    expect(after.isExported).toBe(true);
    expect([...after.files].toSorted()).toEqual(made());
  });

  test('is for the researcher', async () => {
    for (const seat of ['manager', 'interviewer', 'officer'])
      expect((await refusalOf(study.ask(seat, 'export.plan', {}))).problem).toBe('session.role-not-allowed');
  });
});

/** The refused rows of a delivery as a file for the client: numbers and reasons, and nothing of anyone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findTraces } from '../../electron/files/find-traces.ts';
import { readTable } from '../../electron/files/read-file.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { deliveryOf, type Invented, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const person = (surname: string, more: Partial<Invented> = {}): Invented => ({ surname, by: ['phone'], ...more });
const people = [
  person('Lambregts', { deceased: 'ja' }),
  person('Muilwijks', { by: ['email'] }),
  person('Nieuwstra', { objects: 'ja', born: '31-02-1960' }),
  person('Oosterlaken', { by: [] }),
];
const input = () => ({ group: residents, files: [{ file: study.offer('list.csv', deliveryOf(people)) }] });
const targetOf = (name: string) => {
  const path = join(study.folder, name);
  return { path, target: study.host.offerTarget(path) };
};
const rowsIn = async (path: string) =>
  (await readTable(new Uint8Array(readFileSync(path)))).rows.map(({ cells }) =>
    Array.from({ length: 6 }, (_, at) => cells[at] ?? ''),
  );
const expected = [
  ['1', '1', '2', 'overleden', '', ''],
  ['1', '1', '4', 'maakt bezwaar', '', ''],
  ['1', '1', '4', '', 'geboortedatum', 'niet te lezen, leeg gelaten'],
  ['1', '1', '5', 'geen bruikbaar adres of nummer', '', ''],
];

describe('the refused rows', () => {
  test.each(['refused.csv', 'refused.xlsx', 'REFUSED.XLSX'])('of a delivery that is looked at: %s', async (name) => {
    const { path, target } = targetOf(name);
    expect(await study.ask('manager', 'intake.saveRefused', { ...input(), target })).toEqual({ rows: 3 });
    expect(await rowsIn(path)).toEqual(expected);
    const { deliveries } = await study.ask('manager', 'intake.deliveries', {});
    expect(deliveries.length).toBe(2);
  });

  test('of one that was taken in, later, the same', async () => {
    await study.ask('manager', 'intake.accept', input());
    await study.restart();
    const { delivery } = (await study.ask('manager', 'intake.deliveries', {})).deliveries[0]!;
    const { path, target } = targetOf('later.csv');
    expect(await study.ask('manager', 'intake.saveRefusedOf', { delivery, target })).toEqual({ rows: 3 });
    expect(await rowsIn(path)).toEqual(expected);
  });

  test('begin, as CSV, with the mark by which Excel knows UTF-8', async () => {
    const { path, target } = targetOf('refused.csv');
    await study.ask('manager', 'intake.saveRefused', { ...input(), target });
    const bytes = readFileSync(path);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').split('\r\n')[1]).toBe('1;1;2;overleden;;');
  });

  test.each(['refused.csv', 'refused.xlsx'])('hold nothing of a person: %s', async (name) => {
    const { path, target } = targetOf(name);
    await study.ask('manager', 'intake.saveRefused', { ...input(), target });
    const canaries = people.flatMap(({ surname }) => {
      const at = 1000 + surname.charCodeAt(0) - 64;
      return [
        surname,
        surname.toLowerCase(),
        `C-${at};Q.`,
        `06-890011${10 + surname.charCodeAt(0) - 64}`,
        '1960-05-17',
      ];
    });
    expect((await findTraces([path], canaries)).found.size).toBe(0);
    // The same search finds them in what the client sent.
    expect((await findTraces([join(study.folder, 'list.csv')], canaries)).found.size).toBeGreaterThan(10);
  });

  test('are not put in the study folder, nor where nothing can be written; the manager alone saves them', async () => {
    const inside = study.host.offerTarget(join(study.folder, 'study', 'refused.csv'));
    const save = (target: typeof inside) => study.ask('manager', 'intake.saveRefused', { ...input(), target });
    expect((await refusalOf(save(inside))).problem).toBe('file.inside-study-folder');
    const nowhere = study.host.offerTarget(join(study.folder, 'not-there', 'refused.csv'));
    expect((await refusalOf(save(nowhere))).problem).toBe('file.not-written');
    const { target } = targetOf('refused.csv');
    for (const seat of ['researcher', 'interviewer', 'officer']) {
      const asked = study.ask(seat, 'intake.saveRefused', { ...input(), target });
      expect((await refusalOf(asked)).problem).toBe('session.role-not-allowed');
    }
    expect((await refusalOf(study.ask('manager', 'intake.saveRefusedOf', { delivery: 'none', target }))).problem).toBe(
      'intake.delivery-unknown',
    );
  });
});

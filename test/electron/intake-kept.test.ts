/** What a delivery leaves for the next one: columns that were decided on, sheets that were taken in, a draw, and answers that are taken back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rememberedColumnsFile } from '../../electron/intake/remembered-columns.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { mixed, type PreparedStudy, prepareStudy, residents, returnsOf, type StudyInUse, step } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

let nr = 0;
const offer = (rows: readonly (readonly string[])[]) => {
  nr += 1;
  return study.offer(`list-${nr}.csv`, csvText(rows));
};
const own = () => readFileSync(join(study.folder, 'app', rememberedColumnsFile), 'utf8');

describe('what was decided about a column', () => {
  const list = (name: string, phone: string) => [
    ['Clientnummer', 'Achternaam', 'Toestelletje'],
    [`X-${name}`, name, phone],
  ];
  const columnsOf = async (rows: readonly (readonly string[])[]) => {
    const input = { group: residents, files: [{ file: offer(rows) }] };
    return (await study.ask('manager', 'intake.preview', input)).files[0]!.columns;
  };

  test('counts for the next delivery of the client, once people were taken in by it', async () => {
    const rows = list('Lambregts', '06-89001122');
    expect((await columnsOf(rows))[2]).toMatchObject({ becomes: 'not-recognised' });
    const input = { group: residents, files: [{ file: offer(rows), columns: { C: 'phone' as const } }] };
    expect((await study.ask('manager', 'intake.preview', input)).files[0]!.columns[2]).toMatchObject({ by: 'chosen' });
    // A look decides nothing.
    expect((await columnsOf(rows))[2]).toMatchObject({ becomes: 'not-recognised' });
    expect((await study.ask('manager', 'intake.accept', input)).accepted).toBe(1);
    const later = list('Muilwijks', '06-89001123');
    expect((await columnsOf(later))[2]).toMatchObject({ becomes: 'phone', by: 'remembered' });
    // Another study on this machine knows it as well, from the file alone.
    expect(own()).toContain('"toestelletje": "phone"');
    expect(own()).not.toMatch(/lambregts|gemeente|X-|8900/i);
  });

  test('of a list without headers is not kept: what stands in their place may be a person', async () => {
    const rows = [
      ['X-1', 'Lambregts', '06-89001122'],
      ['X-2', 'Muilwijks', '06-89001123'],
    ];
    const columns = { A: 'clientNumber', B: 'surname', C: 'phone' } as const;
    const input = { group: residents, files: [{ file: offer(rows), columns }] };
    const seen = await study.ask('manager', 'intake.accept', input);
    expect(seen.accepted).toBe(2);
    for (const column of seen.files[0]!.columns) expect(column).not.toHaveProperty('header');
    expect(() => own()).toThrow();
  });
});

describe('a workbook of several lists', () => {
  const book = () => {
    const person = (name: string, phone: string) => [
      ['Achternaam', 'Clientnummer', 'Mobiel'],
      [name, `X-${name}`, phone],
    ];
    return workbook({ Noord: person('Lambregts', '06-89001122'), Zuid: person('Muilwijks', '06-89001123') });
  };

  test('is taken in sheet by sheet, each once', async () => {
    const accept = (sheet?: number) => {
      const file = study.offer('book.xlsx', book());
      const files = [{ file, ...(sheet === undefined ? {} : { sheet }) }];
      return study.ask('manager', 'intake.accept', { group: residents, files });
    };
    expect((await accept()).accepted).toBe(1);
    expect((await refusalOf(accept(1))).problem).toBe('intake.file-taken-before');
    expect((await accept(2)).accepted).toBe(1);
    expect((await refusalOf(accept(2))).problem).toBe('intake.file-taken-before');
    const { deliveries } = await study.ask('manager', 'intake.deliveries', {});
    expect(deliveries.length).toBe(4);
  });

  test('undone, one sheet may be taken in again, and the other not', async () => {
    const accept = (sheet: number) => {
      const file = study.offer('book.xlsx', book());
      return study.ask('manager', 'intake.accept', { group: residents, files: [{ file, sheet }] });
    };
    await accept(1);
    await accept(2);
    const { deliveries } = await study.ask('manager', 'intake.deliveries', {});
    await study.ask('manager', 'intake.undo', { delivery: deliveries[0]!.delivery });
    expect((await refusalOf(accept(1))).problem).toBe('intake.file-taken-before');
    expect((await accept(2)).accepted).toBe(1);
  });
});

describe('a newer list of a group that was drawn', () => {
  const group = 'drawn' as GroupCode;
  const names = ['Aker', 'Bosch', 'Cuyl', 'Dorst', 'Evers', 'Fokke'];
  const list = csvText([
    ['Clientnummer', 'Achternaam', 'Mobiel'],
    ...names.map((name, at) => [`D-${at}`, name, `06-8900115${at}`]),
  ]);
  beforeEach(async () => {
    await study.ask('manager', 'study.addGroup', { code: group, title: 'Drawn', consentBasis: 'no-objection' });
    const files = [{ file: study.offer('all.csv', list) }];
    const draw = { seed: '20260301', people: 2 };
    expect((await study.ask('manager', 'intake.accept', { group, files, draw })).accepted).toBe(2);
  });

  test('adds nobody who was not drawn then, unless so many more are asked for', async () => {
    const asked = (draw?: { people: number }) => ({
      ...{ group, kind: 'difference' as const, files: [{ file: study.offer('newer.csv', `${list}\r\n`) }] },
      ...(draw === undefined ? {} : { draw }),
    });
    const seen = await study.ask('manager', 'intake.preview', asked());
    expect(seen).toMatchObject({ accepted: 0, files: [{ applied: { unchanged: 2 }, refused: { 'not-drawn': 4 } }] });
    const more = await study.ask('manager', 'intake.preview', asked({ people: 1 }));
    expect(more).toMatchObject({ accepted: 1, files: [{ applied: { unchanged: 2 }, refused: { 'not-drawn': 3 } }] });
  });

  test('keeps by which seed it was drawn, sealed, with the delivery', async () => {
    const { entries } = await study.ask('officer', 'study.journal', { entries: 500 });
    expect(entries.at(-1)!.detail).toMatchObject({ accepted: 2, seed: '20260301' });
  });
});

test('whoever was asked for a yes and takes it back has their answers wait for the researcher', async () => {
  const group = 'asked' as GroupCode;
  const asked = { text: 'Toestemmingsbrief, versie 2', source: 'zaaksysteem' };
  await study.ask('manager', 'study.addGroup', { code: group, title: 'Asked', consentBasis: 'opt-in', asked });
  const rows = (consent: string) => [
    ['Clientnummer', 'Achternaam', 'Mobiel', 'Toestemming', 'Datum toestemming', 'Kanalen'],
    ['A-1', 'Lambregts', '06-89001122', consent, '2026-02-01', 'telefoon'],
  ];
  await study.ask('manager', 'intake.accept', { group, files: [{ file: offer(rows('ja')) }] });
  await study.ask('researcher', 'study.loadQuestionnaire', {
    group,
    file: study.host.offerSource(join(study.folder, 'questionnaire.xlsx')),
  });
  await study.ask('manager', 'schedule.setProtocol', {
    group,
    protocol: { ...mixed, steps: [step('phone', 'phone', 0)] },
  });
  const { code } = (await study.cases()).get('Lambregts')!;
  const returned = study.offer('returns.csv', returnsOf([{ code, answers: { hulp: 'nee', terug: 'ja' } }]));
  await study.ask('manager', 'interview.readReturns', { group, file: returned });
  expect((await study.ask('researcher', 'export.removals', {})).waiting).toEqual([]);

  const kind = 'difference' as const;
  const seen = await study.ask('manager', 'intake.accept', { group, kind, files: [{ file: offer(rows('nee')) }] });
  expect(seen).toMatchObject({ stopped: 1, files: [{ applied: { objects: 1 } }] });
  expect((await study.ask('researcher', 'export.removals', {})).waiting.length).toBe(1);
  expect(study.rows('SELECT id FROM responses').length).toBe(1);
  expect(await study.ask('researcher', 'export.removeAnswers', {})).toMatchObject({ removed: 1 });
  expect(study.rows('SELECT id FROM responses')).toEqual([]);
});

describe('who objects in a list of people', () => {
  const header = ['Achternaam', 'Mobiel', 'Bezwaar'];
  const list = (...rows: readonly (readonly string[])[]) => [{ file: offer([header, ...rows]) }];
  const inOtherGroup = { group: 'neighbours' as GroupCode, title: 'Buren' };
  const without = () => ({
    group: inOtherGroup.group,
    files: [
      {
        file: offer([
          ['Achternaam', 'Mobiel'],
          ['Muilwijks', '06-89001123'],
          ['Lambregts', '06-89001122'],
        ]),
      },
    ],
  });

  test('is not taken in by a list of another group that does not say so, until that delivery is undone', async () => {
    const { group: code, title } = inOtherGroup;
    await study.ask('manager', 'study.addGroup', { code, title, consentBasis: 'no-objection' });
    const objecting = {
      group: residents,
      files: list(['Lambregts', '06-89001122', 'ja'], ['Zonnema', '06-89001124', '']),
    };
    // The control: before that list, both could come in.
    expect((await study.ask('manager', 'intake.preview', without())).accepted).toBe(2);
    expect((await study.ask('manager', 'intake.accept', objecting)).accepted).toBe(1);
    const after = await study.ask('manager', 'intake.preview', without());
    expect(after.accepted).toBe(1);
    expect(after.files[0]!.refusedRows).toEqual([{ row: 3, reason: 'suppressed' }]);
    const { deliveries } = await study.ask('manager', 'intake.deliveries', {});
    await study.ask('manager', 'intake.undo', { delivery: deliveries[0]!.delivery });
    expect((await study.ask('manager', 'intake.preview', without())).accepted).toBe(2);
  });
});

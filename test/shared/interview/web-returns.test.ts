/** Exports written by hand as LimeSurvey writes them: whatever the layout, the same answers come home to the same items. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sheetsOfFile } from '../../../electron/files/sheets-of-file.ts';
import { tableOf } from '../../../electron/files/table-of-rows.ts';
import { workbookBytes } from '../../../electron/files/workbook-bytes.ts';
import { day } from '../../../shared/calendar.ts';
import { type Returns, readReturns } from '../../../shared/interview/read-returns.ts';
import type { Table } from '../../../shared/study/table.ts';
import { webQuestionnaire } from '../../fixtures/web-returns/questionnaire.ts';
import { workedMs } from '../../worked.ts';

const today = day('2026-11-20');
const folder = join(import.meta.dirname, '../../fixtures/web-returns');
type Read = Extract<Returns, { kind: 'read' }>;

async function tableIn(bytes: Uint8Array): Promise<Table> {
  const read = await sheetsOfFile(bytes);
  if (read.kind !== 'sheets') throw new Error(read.kind);
  return tableOf(read.sheets[0]!.rows)!;
}
const fixture = (name: string) => tableIn(readFileSync(join(folder, name)));
const readAll = (table: Table, chosen?: Readonly<Record<string, string>>): Read => {
  const returns = readReturns(webQuestionnaire, table, today, chosen);
  expect(returns).toMatchObject({ kind: 'read' });
  return returns as Read;
};
const answersIn = ({ returned }: Read, nr: number) => Object.fromEntries(returned[nr]!.answers);

const ofFirst = {
  geholpen: { kind: 'choice', choice: 'ja' },
  hoe: { kind: 'choice', choice: 'other' },
  hoe_other: { kind: 'text', text: 'Via de buren' },
  waarbij: { kind: 'choices', choices: ['geld', 'other'] },
  waarbij_other: { kind: 'text', text: 'Papieren "regelen"' },
  uren: { kind: 'number', number: 4 },
  cijfer: { kind: 'number', number: 7.5 },
  sinds: { kind: 'date', day: '2026-03-01' },
  vertrouwen: { kind: 'choice', choice: '3' },
  snel: { kind: 'choice', choice: '2' },
  volgorde: { kind: 'ranking', choices: ['luisteren', 'tijd', 'kennis'] },
  verder: { kind: 'text', text: 'Regel een\nregel twee; en meer, "echt"' },
};
const ofSecond = {
  geholpen: { kind: 'choice', choice: 'nee' },
  cijfer: { kind: 'number', number: 6 },
  vertrouwen: { kind: 'choice', choice: '1' },
  snel: { kind: 'choice', choice: '1' },
};

describe('the same two people', () => {
  test.each([
    ['codes-mark-comma.csv', 'limesurvey-codes', 'nl'],
    ['codes-semicolon.csv', 'limesurvey-codes', 'nl'],
    ['codes-underscore.csv', 'limesurvey-codes', 'nl'],
    ['codes-utf16-tabs.csv', 'limesurvey-codes', 'nl'],
    ['full-dutch.csv', 'limesurvey-full', 'nl'],
    ['full-english.csv', 'limesurvey-full', 'en'],
  ])('in %s', async (name, layout, language) => {
    const read = readAll(await fixture(name));
    expect(read).toMatchObject({ layout, read: 2, seconds: [], begun: [], faults: [], unreadColumns: [] });
    expect(read.returned.map((row) => [row.row, row.code, row.language, row.offRoute])).toEqual([
      [2, 'DDDDDDDD8', language, 0],
      [3, 'MMMMMMMMU', language, 0],
    ]);
    expect(answersIn(read, 0)).toEqual(ofFirst);
    expect(answersIn(read, 1)).toEqual(ofSecond);
  });

  test('in a VV file, with its two lines of headings, its words in braces and what was not shown', async () => {
    const read = readAll(await fixture('export.vv.txt'));
    expect(read).toMatchObject({ layout: 'vv', read: 2, seconds: [], begun: [], faults: [], unreadColumns: [] });
    expect(read.returned.map(({ row }) => row)).toEqual([3, 4]);
    expect(answersIn(read, 0)).toEqual(ofFirst);
    expect(answersIn(read, 1)).toEqual({ ...ofSecond, verder: { kind: 'text', text: '"Zo" {newline}\teinde' } });
  });

  test('in an Excel table of another make, with a column for the code and a mapping', async () => {
    const headers = [
      'Nr',
      'Sleutel',
      'Hulp?',
      'Weg',
      'Weg: anders',
      'Waarbij',
      'Waarbij: anders',
      'Uur',
      'Cijfer',
      'Sinds',
    ];
    const others = ['Vertrouwen', 'Snel', 'Rang', 'Opmerking'];
    const rows = [
      [...headers, ...others],
      [
        ...[
          '1',
          'DDDD-DDDD-8',
          'Ja',
          'other',
          'Via de buren',
          'geld; Iets anders',
          'Papieren "regelen"',
          '4',
          '7,5',
          '1-3-2026',
        ],
        ...['Helemaal eens', '2', 'luisteren, tijd, kennis', 'Regel een\nregel twee; en meer, "echt"'],
      ],
      ['2', 'MMMM-MMMM-U', 'nee', '', '', '', '', '', '6', '', '1', '1', '', ''],
    ];
    const chosen = {
      Sleutel: 'code',
      'Hulp?': 'geholpen',
      Weg: 'hoe',
      'Weg: anders': 'hoe_other',
      'Waarbij: anders': 'waarbij_other',
      Uur: 'uren',
      Rang: 'volgorde',
      Opmerking: 'verder',
    };
    const table = await tableIn(workbookBytes('Antwoorden', rows));
    const read = readAll(table, chosen);
    expect(read).toMatchObject({ layout: 'table', faults: [], unreadColumns: ['Nr'] });
    expect(answersIn(read, 0)).toEqual(ofFirst);
    expect(answersIn(read, 1)).toEqual(ofSecond);
    // Without what a person said of it, it says which columns are not there.
    expect(readReturns(webQuestionnaire, table, today)).toEqual({
      kind: 'columns-faulty',
      missing: ['token', 'geholpen', 'hoe', 'hoe_other', 'waarbij_other', 'uren', 'volgorde', 'verder'],
      twice: [],
    });
    expect(readReturns(webQuestionnaire, table, today, { Uur: 'dagen' })).toEqual({
      kind: 'mapping-faulty',
      header: 'Uur',
      target: 'dagen',
    });
    expect(readReturns(webQuestionnaire, table, today, { ...chosen, Nr: 'uren' })).toEqual({
      kind: 'columns-faulty',
      missing: [],
      twice: ['Nr', 'Uur'],
    });
  });
});

test('rows that were not sent in, double codes, wrong check characters and answers that are none are each told with their place', async () => {
  const read = readAll(await fixture('ugly-rows.csv'));
  expect(read.read).toBe(9);
  expect(read.begun.map(({ row, isSentIn }) => [row, isSentIn])).toEqual([
    [2, false],
    [9, true],
  ]);
  expect(read.returned.map(({ row }) => row)).toEqual([4]);
  expect(read.seconds.map(({ row }) => row)).toEqual([3]);
  expect(read.faults).toEqual([
    { row: 5, column: 'token', reason: 'code-invalid' },
    { row: 6, column: 'token', reason: 'code-invalid' },
    { row: 7, column: 'geholpen', reason: 'answer-invalid' },
    { row: 8, column: 'token', reason: 'code-twice' },
    { row: 10, column: 'submitdate', reason: 'incomplete' },
  ]);
});

test('a heading that two questions share is read as neither, until a person says which is which', async () => {
  const twin = {
    ...webQuestionnaire,
    items: webQuestionnaire.items.map((item) =>
      item.name === 'verder' ? { ...item, label: { nl: 'Welk cijfer geeft u?', en: 'Anything else?' } } : item,
    ),
  };
  const [headers, ...rows] = [
    ['Toegangscode', 'Datum inzending', 'geholpen', 'Welk cijfer geeft u?', 'Welk cijfer geeft u?'],
    ['DDDDDDDD8', '2026-11-02', 'nee', '7', 'Goed'],
  ];
  const small = { ...twin, items: twin.items.filter(({ name }) => ['geholpen', 'cijfer', 'verder'].includes(name)) };
  const table: Table = { headers: headers!, rows: rows.map((cells, nr) => ({ row: nr + 2, cells })) };
  expect(readReturns(small, table, today)).toEqual({
    kind: 'columns-faulty',
    missing: ['cijfer', 'verder'],
    twice: [],
  });
  const chosen = { 'Welk cijfer geeft u?': 'cijfer', 'Welk cijfer geeft u? (2)': 'verder' };
  expect(readReturns(small, table, today, chosen)).toMatchObject({ kind: 'read', returned: [{ row: 2 }], faults: [] });
});

test('a label that two choices share is no answer', () => {
  const items = webQuestionnaire.items.map((item) =>
    item.name === 'geholpen'
      ? { ...item, choices: item.choices!.map((choice) => ({ ...choice, label: { nl: 'Ja', en: choice.label.en! } })) }
      : item,
  );
  const small = { ...webQuestionnaire, items: items.filter(({ name }) => name === 'geholpen') };
  const cells = (answer: string): Table => ({
    headers: ['code', 'geholpen'],
    rows: [{ row: 2, cells: ['DDDDDDDD8', answer] }],
  });
  expect(readReturns(small, cells('Ja'), today)).toMatchObject({
    faults: [{ column: 'geholpen', reason: 'answer-invalid' }],
  });
  expect(readReturns(small, cells('Yes'), today)).toMatchObject({ faults: [], returned: [{ row: 2 }] });
});

test.each([
  ['signs that open and never close', '<{'.repeat(60_000)],
  ['spaces', `a${' '.repeat(120_000)}b`],
])('a cell of many %s is refused at once', (_, cell) => {
  const small = { ...webQuestionnaire, items: webQuestionnaire.items.filter(({ name }) => name === 'waarbij') };
  const table: Table = { headers: ['code', 'waarbij'], rows: [{ row: 2, cells: ['DDDDDDDD8', cell] }] };
  const took = workedMs(() => {
    expect(readReturns(small, table, today)).toMatchObject({ faults: [{ row: 2, reason: 'answer-invalid' }] });
  });
  // Its length squared takes seconds.
  expect(took).toBeLessThan(500);
});

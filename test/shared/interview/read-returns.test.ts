/** The export of a survey platform: every row ends as returned or as a fault, and nothing disappears. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { type Returns, readReturns } from '../../../shared/interview/read-returns.ts';
import { type LoginCode, newLoginCode, printedCode } from '../../../shared/study/login-code.ts';
import type { Table } from '../../../shared/study/table.ts';
import { questionnaireOf, type Rows } from '../study/small-questionnaires.ts';

const today = day('2026-11-20');
const questionnaire = questionnaireOf(
  [
    ['select_one yesno', 'helped', 'Geholpen?', '', 'yes', ''],
    ['select_multiple teams', 'team', 'Teams', "${helped} = 'ja'", '', ''],
    ['integer', 'hours', 'Uren', "${helped} = 'ja'", 'yes', '. <= 150'],
    ['date', 'since', 'Sinds', '', '', '. <= today()'],
    ['note', 'thanks', 'Bedankt', '', '', ''],
    ['text', 'more', 'Verder', '', '', ''],
  ],
  ['relevant', 'required', 'constraint'],
);
const codes: readonly LoginCode[] = [0, 1, 2].map((nr) => newLoginCode((below) => nr % below));
const [a, b] = codes as [LoginCode, LoginCode];
const header = [
  'id',
  'submitdate',
  'lastpage',
  'startlanguage',
  'token',
  'helped',
  'team[noord]',
  'team[zuid]',
  'team[geen]',
  'hours',
  'since',
  'more',
  'ipaddr',
];
const row = (changes: Readonly<Record<string, string>> = {}): readonly string[] => {
  const whole: Readonly<Record<string, string>> = {
    id: '1',
    submitdate: '2026-11-02 10:11:12',
    lastpage: '3',
    startlanguage: 'nl',
    token: a,
    helped: 'ja',
    'team[zuid]': 'Y',
    hours: '4',
    ipaddr: '192.0.2.1',
    ...changes,
  };
  return header.map((column) => whole[column] ?? '');
};
/** Rows as a file has them, the headers first. */
const tableOf = ([headers = [], ...rows]: Rows): Table => ({
  headers,
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
});
type Read = Extract<Returns, { kind: 'read' }>;
const read = (...rows: readonly (readonly string[])[]): Read => {
  const returns = readReturns(questionnaire, tableOf([header, ...rows]), today);
  expect(returns.kind).toBe('read');
  return returns as Read;
};

describe('returns', () => {
  test('come back by code, with the answers as an interviewer would have typed them', () => {
    const returns = read(
      row({ since: '2026-10-01 00:00:00', more: 'Goed = goed', hours: '4.0000' }),
      row({ token: printedCode(b).toLowerCase(), helped: 'weet_niet', 'team[zuid]': '', hours: '' }),
    );
    expect(returns).toEqual({
      kind: 'read',
      read: 2,
      returned: [
        {
          row: 2,
          code: a,
          language: 'nl',
          complete: true,
          offRoute: 0,
          answers: new Map<string, unknown>([
            ['helped', { kind: 'choice', choice: 'ja' }],
            ['team', { kind: 'choices', choices: ['zuid'] }],
            ['hours', { kind: 'number', number: 4 }],
            ['since', { kind: 'date', day: '2026-10-01' }],
            ['more', { kind: 'text', text: 'Goed = goed' }],
          ]),
        },
        {
          row: 3,
          code: b,
          language: 'nl',
          complete: true,
          offRoute: 0,
          answers: new Map([['helped', { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }]]),
        },
      ],
      faults: [],
      offRoute: 0,
      unreadColumns: [],
    });
  });

  test('leave out and count what is off the route', () => {
    const { returned, offRoute } = read(row({ helped: 'nee' }), row({ token: b }));
    expect(returned[0]).toMatchObject({ offRoute: 2, complete: true });
    expect([...returned[0]!.answers.keys()]).toEqual(['helped']);
    expect(offRoute).toBe(2);
  });

  test('are not complete with a required question open, however far the respondent came', () => {
    expect(read(row({ hours: '' })).returned[0]).toMatchObject({ complete: false });
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['not sent in', { submitdate: '' }, 'submitdate', 'incomplete'],
    ['not sent in, in a word', { submitdate: 'N/A' }, 'submitdate', 'incomplete'],
    ['no code', { token: '' }, 'token', 'code-invalid'],
    [
      'a code with a wrong character',
      { token: `${a.slice(0, -1)}${a.endsWith('3') ? '4' : '3'}` },
      'token',
      'code-invalid',
    ],
    ['an unknown language', { startlanguage: 'fr' }, 'startlanguage', 'answer-invalid'],
    ['a choice that is none', { helped: 'misschien' }, 'helped', 'answer-invalid'],
    ['a mark that is none', { 'team[noord]': 'X' }, 'team[noord]', 'answer-invalid'],
    ['a missing answer with another', { 'team[geen]': 'Y' }, 'team[zuid]', 'answer-invalid'],
    ['no number', { hours: 'vier' }, 'hours', 'answer-invalid'],
    ['over the limit of the constraint', { hours: '151' }, 'hours', 'answer-invalid'],
    ['no such day', { since: '2026-02-30' }, 'since', 'answer-invalid'],
    ['a day after it was sent in', { since: '2026-11-03' }, 'since', 'answer-invalid'],
    ['too long', { more: 'x'.repeat(10_001) }, 'more', 'answer-invalid'],
  ])('fault: %s', (_, changes, column, reason) => {
    const { returned, faults } = read(row({ token: b }), row(changes));
    expect(returned.map((found) => found.row)).toEqual([2]);
    expect(faults).toEqual([{ row: 3, column, reason }]);
  });

  test('a constraint is not held against an answer that is off the route', () => {
    expect(read(row({ helped: 'nee', hours: '151' })).returned).toHaveLength(1);
  });

  test('the first that was sent in stays; a second with its code is a fault, one that was not sent in is not in the way', () => {
    const { returned, faults } = read(row({ submitdate: '' }), row(), row({ helped: 'nee' }));
    expect(returned.map((found) => found.row)).toEqual([3]);
    expect(faults).toEqual([
      { row: 2, column: 'submitdate', reason: 'incomplete' },
      { row: 4, column: 'token', reason: 'code-twice' },
    ]);
  });

  test('empty rows are no rows; cells beyond the headers are a fault', () => {
    const { read: count, faults, returned } = read([], row(), ['', ' '], [...row({ token: b }), 'x']);
    expect(count).toBe(2);
    expect(returned.map((found) => found.row)).toEqual([3]);
    expect(faults).toEqual([{ row: 5, column: '14', reason: 'answer-invalid' }]);
  });

  test('a platform without dates: today stands for the day of sending in', () => {
    const dated = (submitdate: string) => read(row({ submitdate, since: '2026-11-19' }));
    expect(dated('1980-01-01 00:00:00').returned).toHaveLength(1);
    expect(dated('2026-11-18 09:00').faults).toHaveLength(1);
    expect(dated('19-11-2026 09:00').returned).toHaveLength(1);
  });

  test.each([
    ['nl', 'nl'],
    ['nl-informal', 'nl'],
    ['NL', 'nl'],
    ['', 'nl'],
  ])('language %s is %s', (written, language) => {
    expect(read(row({ startlanguage: written })).returned[0]!.language).toBe(language);
  });
});

describe('columns', () => {
  const columns = (headers: readonly string[]) =>
    readReturns(questionnaire, tableOf([headers, headers.map((_, nr) => String(nr))]), today);

  test('that are not there are told, all at once', () => {
    expect(columns(header.filter((name) => !['token', 'submitdate', 'team[zuid]', 'more'].includes(name)))).toEqual({
      kind: 'columns-faulty',
      missing: ['token', 'submitdate', 'team[zuid]', 'more'],
      twice: [],
    });
    expect(readReturns(questionnaire, tableOf([]), today)).toMatchObject({ kind: 'columns-faulty' });
  });

  test('that stand twice are told, and two columns for the code', () => {
    expect(columns([...header, 'hours'])).toEqual({ kind: 'columns-faulty', missing: [], twice: ['hours'] });
    expect(columns([...header, 'Inlogcode'])).toEqual({
      kind: 'columns-faulty',
      missing: [],
      twice: ['token', 'Inlogcode'],
    });
  });

  test('that belong to nothing are named; a multiple choice may stand in one column, the code under other names', () => {
    const headers = [
      '\uFEFFCode',
      'submitdate',
      'helped',
      'team',
      'hours',
      'since',
      'more',
      'thanks',
      'helped[other]',
      '',
    ];
    const table = [headers, [printedCode(a), '2026-11-02', 'ja', 'zuid noord', '1', '', '', '', '', '']];
    expect(readReturns(questionnaire, tableOf(table), today)).toMatchObject({
      kind: 'read',
      read: 1,
      returned: [
        {
          answers: new Map<string, unknown>([
            ['helped', {}],
            ['team', { choices: ['noord', 'zuid'] }],
            ['hours', {}],
          ]),
        },
      ],
      unreadColumns: ['thanks', 'helped[other]'],
    });
  });

  test('an item may have the name of a column of the platform', () => {
    const own = questionnaireOf([
      ['text', 'id', 'Id'],
      ['text', 'code', 'Code'],
    ]);
    const rows = [
      ['submitdate', 'token', 'id', 'code'],
      ['2026-11-02', a, 'x', 'y'],
    ];
    const returns = readReturns(own, tableOf(rows), today);
    expect(returns).toMatchObject({
      kind: 'read',
      returned: [
        {
          code: a,
          answers: new Map([
            ['id', { kind: 'text', text: 'x' }],
            ['code', { kind: 'text', text: 'y' }],
          ]),
        },
      ],
    });
  });
});

test('read is returned and faults together, each row once, each code once', () => {
  const cells = fc.record({
    token: fc.constantFrom(...codes, 'wrong', ''),
    submitdate: fc.constantFrom('2026-11-02 10:11:12', '2026-11-02', ''),
    helped: fc.constantFrom('ja', 'nee', 'weet_niet', 'x', ''),
    'team[noord]': fc.constantFrom('Y', '', 'N', 'x'),
    'team[geen]': fc.constantFrom('Y', ''),
    hours: fc.constantFrom('3', '151', '', 'x'),
    more: fc.string(),
  });
  const totals = { returned: 0, faults: 0 };
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), (all) => {
      const found = read(...all.map((changes) => row(changes)));
      totals.returned += found.returned.length;
      totals.faults += found.faults.length;
      expect(found.read).toBe(all.length);
      const rows = [...found.returned, ...found.faults].map((some) => some.row).sort((one, other) => one - other);
      expect(rows).toEqual(all.map((_, index) => index + 2));
      expect(new Set(found.returned.map((some) => some.code)).size).toBe(found.returned.length);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(totals.returned, totals.faults)).toBeGreaterThan(50);
});

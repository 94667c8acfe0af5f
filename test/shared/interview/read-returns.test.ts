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
      layout: 'limesurvey-codes',
      read: 2,
      seconds: [],
      begun: [],
      returned: [
        {
          row: 2,
          code: a,
          language: 'nl',
          isSentIn: true,
          offRoute: 0,
          mark: '1 2026-11-02 10:11:12',
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
          isSentIn: true,
          offRoute: 0,
          mark: '1 2026-11-02 10:11:12',
          answers: new Map([['helped', { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }]]),
        },
      ],
      faults: [],
      unreadColumns: [],
    });
  });

  test('leave out and count what is off the route', () => {
    const { returned } = read(row({ helped: 'nee' }), row({ token: b }));
    expect(returned.map(({ offRoute }) => offRoute)).toEqual([2, 0]);
    expect([...returned[0]!.answers.keys()]).toEqual(['helped']);
  });

  test('are begun with a required question open, or when they were not sent in', () => {
    const { returned, begun } = read(row({ hours: '' }), row({ token: b, submitdate: 'N/A' }));
    expect(returned).toEqual([]);
    expect(begun.map(({ row: nr, isSentIn }) => [nr, isSentIn])).toEqual([
      [2, true],
      [3, false],
    ]);
    expect([...begun[0]!.answers.keys()]).toEqual(['helped', 'team']);
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      'not sent in and nothing answered',
      { submitdate: '', helped: '', 'team[zuid]': '', hours: '' },
      'submitdate',
      'incomplete',
    ],
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

  test('the first that was sent in stays, wherever it stands; a later one is second, one that was only begun is a fault beside them', () => {
    const { returned, seconds, begun, faults } = read(
      row({ submitdate: '' }),
      row({ submitdate: '2026-11-04 09:00:00' }),
      row({ helped: 'nee', submitdate: '2026-11-03 09:00:00' }),
    );
    expect(returned.map((found) => found.row)).toEqual([4]);
    expect(seconds.map((found) => found.row)).toEqual([3]);
    expect(begun).toEqual([]);
    expect(faults).toEqual([{ row: 2, column: 'token', reason: 'code-twice' }]);
  });

  test('of two that were begun with one code the newest counts', () => {
    const { begun, faults } = read(row({ submitdate: '' }), row({ submitdate: '', helped: 'nee' }));
    expect(begun.map((found) => found.row)).toEqual([3]);
    expect(faults).toEqual([{ row: 2, column: 'token', reason: 'code-twice' }]);
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

test('every row ends once: returned, second, begun or a fault; every code is returned or begun at most once', () => {
  const cells = fc.record({
    token: fc.constantFrom(...codes, 'wrong', ''),
    submitdate: fc.constantFrom('2026-11-02 10:11:12', '2026-11-02', ''),
    helped: fc.constantFrom('ja', 'nee', 'nee', 'weet_niet', 'x', ''),
    'team[noord]': fc.constantFrom('Y', '', 'N', '', 'x'),
    'team[geen]': fc.constantFrom('Y', '', '', ''),
    hours: fc.constantFrom('3', '4', '151', '', 'x'),
    more: fc.string(),
  });
  const totals = { returned: 0, seconds: 0, begun: 0, faults: 0 };
  fc.assert(
    fc.property(fc.array(cells, { minLength: 8, maxLength: 24 }), (all) => {
      const found = read(...all.map((changes) => row(changes)));
      const { returned, seconds, begun, faults } = found;
      for (const [kind, rows] of Object.entries({ returned, seconds, begun, faults }))
        totals[kind as keyof typeof totals] += rows.length;
      expect(found.read).toBe(all.length);
      const rows = [...returned, ...seconds, ...begun, ...faults].map((some) => some.row);
      expect(rows.sort((one, other) => one - other)).toEqual(all.map((_, index) => index + 2));
      const counted = [...returned, ...begun].map((some) => some.code);
      expect(new Set(counted).size).toBe(counted.length);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(...Object.values(totals))).toBeGreaterThan(50);
});

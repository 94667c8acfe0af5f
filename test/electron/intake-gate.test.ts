/** The gate in the office, on a real database: each reason, people of other groups, questions with their decisions, and draws. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { Asked } from '../../shared/contract.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { type PreparedStudy, partners, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

type More = Partial<Asked<'intake.accept'>>;
let nr = 0;
const offer = (rows: readonly Readonly<Record<string, string>>[]) => {
  nr += 1;
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => headers.map((header) => row[header] ?? ''));
  return study.offer(`gate-${nr}.csv`, csvText([headers, ...cells], { separator: ';' }));
};
const asked = (rows: Parameters<typeof offer>[0], group: GroupCode, more: More) => ({
  group,
  files: [{ file: offer(rows) }],
  ...more,
});
const preview = (rows: Parameters<typeof offer>[0], group: GroupCode = residents, more: More = {}) =>
  study.ask('manager', 'intake.preview', asked(rows, group, more));
const accept = (rows: Parameters<typeof offer>[0], group: GroupCode = residents, more: More = {}) =>
  study.ask('manager', 'intake.accept', asked(rows, group, more));
const addGroup = async (code: string, more: Partial<Asked<'study.addGroup'>> = {}): Promise<GroupCode> => {
  const group = code as GroupCode;
  await study.ask('manager', 'study.addGroup', { code: group, title: code, consentBasis: 'opt-in', ...more });
  return group;
};

const person = (surname: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{
    Clientnummer: '',
    Voorletters: 'Q.',
    Achternaam: surname,
    Mobiel: '',
    'E-mail': '',
    Geboortedatum: '1960-05-17',
  },
  ...{ Straat: 'Verzonnenlaan', Huisnummer: '80', Postcode: '9998 ZZ', Plaats: 'Waterhoven' },
  ...more,
});
const agreed = { Toestemming: 'ja', 'Datum toestemming': '2026-02-10', Kanalen: 'brief' };
const journalOf = async (act: string) => {
  const { entries } = await study.ask('officer', 'study.journal', { entries: 500 });
  return entries.filter((entry) => entry.act === act).at(-1)!.detail;
};
/** How many are in the study. */
const count = async () => (await study.cases()).size;

describe('each reason', () => {
  test('stands beside its row, and what is refused is nowhere in the study', async () => {
    const before = await count();
    const rows = [
      person('Lambregts'),
      person('Muilwijks', { Overleden: 'ja', Huisnummer: '81' }),
      person('Nieuwstra', { Bezwaar: 'ja', Huisnummer: '82' }),
      person('Oosterhof', { Geboortedatum: '2010-01-01', Huisnummer: '83' }),
      person('Pelgrimsma', { Huisnummer: '' }),
      person('LAMBREGTS', { Postcode: '9998zz' }),
      person('Quintusma', { Huisnummer: '80', Geboortedatum: '1961-01-01' }),
      person('Rietbergma', { Huisnummer: '84' }),
    ];
    // The last two are about rows that no decision can change, and that are not there.
    const decisions = [
      { file: 1, row: 9, take: false },
      { file: 1, row: 3, take: true },
      { file: 2, row: 9, take: true },
    ];
    const { files, accepted } = await accept(rows, residents, { onePerAddress: true, decisions });
    expect(accepted).toBe(1);
    expect(files[0]!.refusedRows.map(({ reason }) => reason)).toEqual([
      ...['deceased', 'objection', 'minor', 'unreachable', 'duplicate', 'same-address', 'left-out'],
    ]);
    expect(files[0]).toMatchObject({ read: 8, accepted: 1, undecided: 0 });
    expect(await count()).toBe(before + 1);
    expect(await journalOf('intake.accept')).toMatchObject({ accepted: 1, decidedToLeaveOut: 1, decidedToTake: 0 });
  });

  test('no consent: under opt-in without a yes, its date, or with the date of tomorrow', async () => {
    const group = await addGroup('asked', { asked: { text: 'Letter 2', source: 'Files of the teams' } });
    const { today } = await study.ask('manager', 'study.status', {});
    const dated = (surname: string, on: string) => person(surname, { ...agreed, 'Datum toestemming': on });
    const { files } = await accept(
      [dated('Lambregts', today), dated('Muilwijks', '2026-03-03'), dated('Nieuwstra', '')],
      group,
    );
    expect(files[0]).toMatchObject({ accepted: 1, refused: { 'no-consent': 2 } });
  });

  test('minors are taken in where the group does not exclude them', async () => {
    const young = await addGroup('young', { consentBasis: 'no-objection', excludesMinors: false });
    const row = person('Oosterhof', { Geboortedatum: '2010-01-01' });
    expect((await preview([row])).files[0]!.refused.minor).toBe(1);
    expect((await accept([row], young)).accepted).toBe(1);
  });
});

describe('who is represented', () => {
  const behind = (surname: string, kind: string, reach: Readonly<Record<string, string>> = {}) =>
    person(surname, { Huisnummer: `${surname.length}0`, Vertegenwoordiging: kind, ...reach });
  const reach = { 'Telefoon vertegenwoordiger': '06-89001160' };

  test('by a guardian is accepted only when the guardian can be reached, who is rung instead', async () => {
    const rows = [
      behind('Lambregts', 'curator', reach),
      behind('Muilwijkssen', 'curator'),
      behind('Nieuwstrassens', 'bewindvoerder'),
    ].map((row) => ({ ...row, Mobiel: '06-89001150' }));
    const { files, accepted } = await accept(rows);
    expect(accepted).toBe(2);
    expect(files[0]!.refusedRows).toEqual([{ row: 3, reason: 'represented' }]);
    const cases = await study.cases();
    const channelsOf = (surname: string) =>
      study.rows<{ channels: string }>(`SELECT channels FROM cases WHERE id = '${cases.get(surname)!.id}'`)[0]!
        .channels;
    // No letter to the person's own home; an administrator decides about money only.
    expect(channelsOf('Lambregts')).toBe('phone');
    expect(channelsOf('Nieuwstrassens').split(' ').sort()).toEqual(['letter', 'phone']);
  });

  test('by a mentor is asked about', async () => {
    const { questions, undecided } = await preview([behind('Lambregts', 'mentor', reach)]);
    expect(undecided).toBe(1);
    expect(questions).toMatchObject([{ why: 'mentor', row: 2 }]);
    expect(questions[0]!.one).toContainEqual({ field: 'representativePhone', text: '+31689001160' });
  });
});

test('who is on a list of people not to approach is refused in every group', async () => {
  const other = await addGroup('others', { consentBasis: 'no-objection' });
  const listed = person('Lambregts', { Mobiel: '06-89001150' });
  await study.ask('manager', 'intake.accept', {
    group: residents,
    kind: 'stops',
    files: [{ file: offer([{ Achternaam: 'Lambregts', Mobiel: '06-89001150' }]) }],
  });
  for (const group of [residents, other]) {
    const { files } = await preview([listed, person('Muilwijks', { Huisnummer: '81', Mobiel: '06-89001150' })], group);
    expect(files[0]).toMatchObject({ accepted: 1, refused: { suppressed: 1 } });
  }
});

describe('by what consent can be shown', () => {
  const rows = [person('Lambregts', agreed)];

  test('is asked for where neither list nor delivery nor group says it, and nothing is taken in before', async () => {
    const group = await addGroup('asked');
    const before = await count();
    expect(await preview(rows, group)).toMatchObject({ accepted: 1, needsConsentText: true });
    expect((await refusalOf(accept(rows, group))).problem).toBe('intake.consent-text-missing');
    expect(await count()).toBe(before);
    const consent = { text: 'Letter 3', source: 'Archive' };
    expect(await accept(rows, group, { consent })).toMatchObject({ accepted: 1, needsConsentText: false });
  });

  test.each([
    ['the group', { asked: { text: 'Letter 2', source: 'Files' } }, {}, {}],
    ['the delivery', {}, { consent: { text: 'Letter 2', source: 'Files' } }, {}],
    ['each row', {}, {}, { 'Tekst toestemming': 'Letter 2', 'Bron toestemming': 'Files' }],
  ] as const)('may be said by %s', async (_, more, delivery, row) => {
    const group = await addGroup('asked', more);
    const list = [person('Lambregts', { ...agreed, ...row })];
    expect(await accept(list, group, delivery)).toMatchObject({ accepted: 1, needsConsentText: false });
  });
});

describe('people of another group', () => {
  const known = person('Lambregts', { Clientnummer: 'C-9', Mobiel: '06-89001150' });

  test('are asked about: whether they are taken into both is the manager’s to say', async () => {
    const other = await addGroup('others', { consentBasis: 'no-objection' });
    await accept([known]);
    const seen = await preview([known, person('Muilwijks', { Huisnummer: '81' })], other);
    expect(seen).toMatchObject({ accepted: 1, undecided: 1, files: [{ read: 2, accepted: 1, undecided: 1 }] });
    expect(seen.questions).toMatchObject([{ file: 1, row: 2, why: 'other-group', other: { group: residents } }]);
    expect(seen.questions[0]!.one).toContainEqual({ field: 'wholeName', text: 'Q. Lambregts' });
    expect(seen.questions[0]!.other!.fields).toContainEqual({ field: 'phone', text: '+31689001150' });
    const rows = [known, person('Muilwijks', { Huisnummer: '81' })];
    expect(await refusalOf(accept(rows, other))).toEqual({ problem: 'intake.undecided', questions: 1 });

    const leave = { decisions: [{ file: 1, row: 2, take: false }] };
    expect(await preview(rows, other, leave)).toMatchObject({
      accepted: 1,
      files: [{ refused: { 'other-group': 1 } }],
    });
    const take = { decisions: [{ file: 1, row: 2, take: true }] };
    expect(await accept(rows, other, take)).toMatchObject({ accepted: 2, undecided: 0, noticed: { inOtherGroup: 1 } });
    expect(await journalOf('intake.accept')).toMatchObject({ decidedToTake: 1, decidedToLeaveOut: 0 });
  });

  test('are not known by a number alone: every source counts in its own way', async () => {
    const other = await addGroup('others', { consentBasis: 'no-objection' });
    await accept([known]);
    const stranger = person('Muilwijks', { Clientnummer: 'C-9', Huisnummer: '90' });
    expect(await preview([stranger], other)).toMatchObject({ accepted: 1, undecided: 0 });
    // In their own group the number says who they are.
    expect(await preview([stranger])).toMatchObject({ accepted: 0, files: [{ refused: { duplicate: 1 } }] });
  });

  test('who object in one group are left alone in all, and end there', async () => {
    const other = await addGroup('others', { consentBasis: 'no-objection' });
    await accept([known]);
    const seen = await accept([{ ...known, Bezwaar: 'ja' }, person('Muilwijks', { Huisnummer: '81' })], other);
    expect(seen).toMatchObject({ accepted: 1, stopped: 1, files: [{ refused: { objection: 1 } }] });
    const { id } = (await study.cases()).get('Lambregts')!;
    const [row] = study.rows<{ final_code: string }>(`SELECT final_code FROM cases WHERE id = '${id}'`);
    expect(row!.final_code).toBe('2.11');
    // And a third group does not take them in either.
    const third = await addGroup('third', { consentBasis: 'no-objection' });
    expect(await preview([known], third)).toMatchObject({ accepted: 0, files: [{ refused: { objection: 1 } }] });
  });
});

describe('people who may be the same', () => {
  const one = person('van der Wal', { Geboortedatum: '1957-03-12' });
  const other = person('Wal-Jansen', { Geboortedatum: '1957-03-12', Postcode: '9997 ZZ' });

  test('within a list, in other lists and taken in before are asked about, and never merged', async () => {
    expect(await preview([one, other])).toMatchObject({ accepted: 1, undecided: 1 });
    await accept([one]);
    const seen = await preview([other]);
    expect(seen.questions).toMatchObject([{ row: 2, why: 'perhaps-same', other: { group: residents } }]);
    expect(seen.questions[0]!.other!.row).toBe(undefined);
    const before = await count();
    expect((await accept([other], residents, { decisions: [{ file: 1, row: 2, take: true }] })).accepted).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('as someone who objects are asked about too', async () => {
    const { questions } = await preview([{ ...one, Bezwaar: 'ja' }, other]);
    expect(questions).toMatchObject([{ row: 3, why: 'perhaps-stopped', other: { file: 1, row: 2 } }]);
  });

  test('more than a hundred: all are counted, the first hundred shown, and the next once these are decided', async () => {
    const pairs = Array.from({ length: 130 }, (_, at) => {
      const letters = `${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`;
      const there = { Huisnummer: String(100 + at), Geboortedatum: `19${50 + (at % 40)}-01-${10 + (at % 19)}` };
      const name = `Q${letters}verzinsel`;
      return [person(name, there), person(`${name}s`, there)];
    }).flat();
    const file = offer(pairs);
    const look = (decisions: More['decisions'] = []) =>
      study.ask('manager', 'intake.preview', { group: residents, files: [{ file }], decisions });
    const seen = await look();
    expect(seen.undecided).toBe(130);
    expect(seen.questions).toHaveLength(100);
    const decided = seen.questions.map(({ file: list, row }) => ({ file: list, row, take: false }));
    const next = await look(decided);
    expect(next.undecided).toBe(30);
    expect(next.questions.filter(({ take }) => take === undefined)).toHaveLength(30);
    expect(next.questions).toHaveLength(100);
  });
});

describe('a random selection', () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    person(`Verzinsel${'abcdefghij'[at % 10]}${'klmn'[Math.floor(at / 10)]}`, {
      ...{ Clientnummer: `D-${at}`, Huisnummer: String(200 + at), Voorletters: `${'ABCDEFGH'[at % 8]}.` },
      ...{ Geboortedatum: `19${40 + at}-02-03`, Wijkteam: at % 2 === 0 ? 'Noord' : 'Zuid' },
    }),
  );

  test('is drawn by a seed of the office, which comes back, draws the same again, and is recorded', async () => {
    const draw = { perStratum: { Noord: 5, Zuid: 3 } };
    const seen = await preview(rows, residents, { draw });
    expect(seen.accepted).toBe(8);
    expect(seen.files[0]!.refused['not-drawn']).toBe(32);
    expect(seen.drawn!.strata).toEqual([
      { stratum: 'Noord', there: 20, drawn: 5 },
      { stratum: 'Zuid', there: 20, drawn: 3 },
    ]);
    const { seed } = seen.drawn!;
    expect(seed).toMatch(/^\d{12}$/);
    expect((await preview(rows, residents, { draw })).drawn!.seed).not.toBe(seed);
    const before = new Set((await study.cases()).keys());
    const taken = await accept(rows, residents, { draw: { ...draw, seed } });
    expect(taken.drawn).toEqual(seen.drawn);
    expect(taken.files[0]!.refusedRows).toEqual(seen.files[0]!.refusedRows);
    expect(await journalOf('intake.accept')).toMatchObject({ accepted: 8, seed });
    const left = new Set(seen.files[0]!.refusedRows.map(({ row }) => rows[row - 2]!.Achternaam));
    const drawnNames = [...(await study.cases()).keys()].filter((name) => !before.has(name));
    expect(drawnNames.sort()).toEqual(
      rows
        .map(({ Achternaam }) => Achternaam)
        .filter((name) => !left.has(name))
        .sort(),
    );
  });

  test('by another seed falls on others', async () => {
    const of = async (seed: string) =>
      (await preview(rows, residents, { draw: { seed, people: 10, perStratum: {} } })).files[0]!.refusedRows;
    expect(await of('1')).toEqual(await of('1'));
    expect(await of('1')).not.toEqual(await of('2'));
  });
});

describe('a group whose letters the client posts', () => {
  test('knows its people by the client’s numbers only', async () => {
    const group = await addGroup('double-key', { consentBasis: 'no-objection', postedByClient: true });
    const rows = [{ Clientnummer: 'K-1' }, { Clientnummer: 'K-2' }, { Clientnummer: 'K-1' }];
    const seen = await accept(rows, group);
    expect(seen).toMatchObject({ accepted: 2, files: [{ missing: [], refused: { duplicate: 1 } }] });
    const channels = study.rows<{ channels: string }>(`SELECT channels FROM cases WHERE group_code = '${group}'`);
    expect(channels.map((row) => row.channels)).toEqual(['letter', 'letter']);
    const before = await preview([{ Achternaam: 'Lambregts' }], group);
    expect(before.files[0]!.missing).toEqual(['clientNumber']);
  });
});

describe('what is shown of rows', () => {
  test('are the first three and the three with most faults, masked', async () => {
    const rows = [
      ...['Lambregts', 'Muilwijks', 'Nieuwstra', 'Oosterhof'].map((name, at) =>
        person(name, { Huisnummer: `${90 + at}` }),
      ),
      person('Pelgrimsma', { 'E-mail': 'nergens', Geboortedatum: 'ooit', Huisnummer: '' }),
      person('Quintusma', { Bezwaar: 'ja', Huisnummer: '98' }),
    ];
    const { files } = await preview(rows);
    const { first, worst } = files[0]!.sample;
    expect(first.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(first.map(({ outcome, isRefused }) => [outcome, isRefused])).toEqual(Array(3).fill(['accepted', false]));
    expect(worst.map(({ row, outcome, isRefused }) => [row, outcome, isRefused])).toEqual([
      [6, 'unreachable', true],
      [7, 'objection', true],
    ]);
    const broken = worst[0]!.cells.filter(({ isUnreadable }) => isUnreadable).map(({ field }) => field);
    expect(broken.sort()).toEqual(['birthDate', 'email']);
    const shown = JSON.stringify([first, worst]);
    expect(shown).toContain('L•••');
    for (const told of ['Lambregts', 'Pelgrimsma', 'Verzonnenlaan', 'nergens', 'ooit', '1960'])
      expect(shown).not.toContain(told);
  });

  test('of a list in which no column is recognised: its columns, and which fields are missing', async () => {
    const { files, accepted } = await preview([{ Kleur: 'rood', Vorm: 'rond' }]);
    expect(accepted).toBe(0);
    expect(files[0]!.columns.map(({ becomes }) => becomes)).toEqual(['not-recognised', 'not-recognised']);
    expect(files[0]!.missing).toEqual(['surname']);
    // Nothing says that the first row holds headers.
    expect(files[0]!.read).toBe(2);
  });
});

test('partners are known by their e-mail address', async () => {
  const rows = [{ 'E-mail': 'Jellemans@partner.example', Achternaam: 'Anders' }];
  expect(await preview(rows, partners)).toMatchObject({ accepted: 0, files: [{ refused: { duplicate: 1 } }] });
});

describe('a column that nobody knows and that may say a no', () => {
  const answers = (...given: readonly string[]) =>
    offer(given.map((answer, nr) => person(['Quispelaar', 'Rietmolen'][nr]!, { 'Heeft u bezwaar?': answer })));

  test('lets nobody in before the manager says what it is; then who objects is refused', async () => {
    const file = answers('ja', 'nee');
    const asked = { group: residents, files: [{ file }] };
    const seen = await study.ask('manager', 'intake.preview', asked);
    expect(seen.files[0]).toMatchObject({ undecidedColumns: ['K'], accepted: 2 });
    const before = await count();
    const problem = { problem: 'intake.column-undecided', file: 1, columns: ['K'] };
    expect(await refusalOf(study.ask('manager', 'intake.accept', asked))).toEqual(problem);
    expect(await count()).toBe(before);
    const chosen = { group: residents, files: [{ file, columns: { K: 'consent' as const } }] };
    const done = await study.ask('manager', 'intake.accept', chosen);
    expect(done.files[0]).toMatchObject({ accepted: 1, refused: { objection: 1 }, undecidedColumns: [] });
    // For the next delivery it is known.
    const next = await study.ask('manager', 'intake.preview', { group: residents, files: [{ file: answers('nee') }] });
    expect(next.files[0]!.undecidedColumns).toEqual([]);
  });

  test('chosen not to be read, it is left alone; a list of people not to approach stops everyone anyhow', async () => {
    const left = { group: residents, files: [{ file: answers('ja', 'nee'), columns: { K: 'not-read' as const } }] };
    expect((await study.ask('manager', 'intake.preview', left)).files[0]!.undecidedColumns).toEqual([]);
    const stops = { group: residents, kind: 'stops' as const, files: [{ file: answers('ja', 'nee') }] };
    expect((await study.ask('manager', 'intake.preview', stops)).files[0]!.undecidedColumns).toEqual([]);
    expect((await study.ask('manager', 'intake.accept', left)).accepted).toBe(2);
  });
});

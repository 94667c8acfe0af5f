/**
 * Someone changes the files of a study without the application: whatever it is, it is found, nothing wrong is shown, and nobody is contacted
 * who would not have been.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Integrity } from '../../electron/vault/integrity.ts';
import { flipInJournal, flipInKeyring, flipInRows } from './byte-flips.ts';
import { type Cell, drawsFrom, inRawFile, swapCells } from './raw-cells.ts';
import { type AttackedStudy, attackedStudy, found } from './tampered.ts';

let study: AttackedStudy;
beforeAll(async () => {
  study = await attackedStudy();
});
afterAll(() => study.remove());
afterEach(() => vi.restoreAllMocks());

const inFile = (sql: string) => (folder: string) => inRawFile(folder, (raw) => void raw.exec(sql));

describe('the untouched study', () => {
  test('answers everything, sends three e-mails and is whole', () => {
    const { untouched } = study;
    expect([...untouched.outcomes].filter(([, outcome]) => !('view' in outcome))).toEqual([]);
    expect(untouched.sent.map((sent) => sent.split('@')[0]).toSorted()).toEqual(['aalbersma', 'jellemans', 'kuiperda']);
    expect(untouched.isJournalWhole).toBe(true);
    expect(untouched.texts!.length).toBeGreaterThan(40);
  });

  test('is answered alike when it is looked at again', async () => {
    expect(await study.attacked(() => undefined)).toEqual({
      isFound: false,
      isStopped: false,
      wrong: [],
      contacts: [],
    });
  });
});

/** Two who answered on the web, of whom one withdrew, are put back among those who are to be reminded. */
const reopened = `UPDATE cases SET state = 'open', final_code = NULL, mode = NULL, final_on = NULL, next_due = '2026-03-09'
  WHERE final_code = '1.1' AND mode = 'web'`;

describe('a change that nobody checked', () => {
  test('would contact people who are not to be contacted, and show what is not so', async () => {
    vi.spyOn(Integrity.prototype, 'isMacOf').mockReturnValue(true);
    const { isFound, wrong, contacts } = await study.attacked(inFile(reopened));
    expect(isFound).toBe(false);
    expect(contacts.map((sent) => sent.split('@')[0]).toSorted()).toEqual(['bessemans', 'cornippen']);
    expect(wrong.length).toBeGreaterThan(5);
  });

  test('is found as soon as it is checked, and contacts nobody', async () => {
    expect(await study.attacked(inFile(reopened))).toEqual(found);
  });
});

describe('bytes flipped one at a time', () => {
  test('in rows, 456: every plain and sealed column, and every mark', async () => {
    const tried = await flipInRows(study, 456, drawsFrom(1));
    expect(Math.min(...tried.values())).toBeGreaterThanOrEqual(3);
  }, 600_000);

  test(
    'in the journal, 30: found, and it changes nothing of who is contacted',
    () => flipInJournal(study, 30, drawsFrom(2)),
    600_000,
  );

  test('in the file of the keyring, 60: nobody gets in', () => flipInKeyring(study, 60, drawsFrom(3)), 600_000);
});

describe('100 exchanges', () => {
  const of = (label: string) => study.cells.get(label)!;
  /** Between rows of one column. */
  const across = [
    ...['cases.contact', 'cases.login_code', 'cases.case_key', 'cases.handed_key', 'attempts.note'],
    ...['drafts.draft_key', 'draft_answers.answer', 'responses.key', 'responses.content', 'links.sealed'],
    ...['settings.sealed', 'case_requests.details', 'intakes.report', 'cases.mac', 'attempts.mac', 'cases.next_due'],
    ...['cases.code_tag', 'attempts.case_id', 'draft_answers.seq', 'responses.id'],
  ];
  /** Between columns of one row. */
  const within = [
    ['cases.contact', 'cases.login_code'],
    ['cases.case_key', 'cases.contact'],
    ['responses.key', 'responses.content'],
    ['cases.handed_key', 'cases.case_key'],
  ] as const;

  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

  /** Unique values are exchanged by way of a third one. */
  function exchange(folder: string, one: Cell, other: Cell): void {
    inRawFile(folder, (raw) => {
      const isKey = one.where.includes(`"${one.column}"`) || one.column === 'code_tag';
      if (!isKey) return swapCells(raw, one, other);
      const { table, column, where } = one;
      const value = (cell: Cell) =>
        raw
          .prepare(`SELECT "${column}" FROM ${table} WHERE ${where}`)
          .pluck()
          .get(...cell.key);
      const rowOf = (cell: Cell) =>
        raw.prepare(`SELECT * FROM ${table} WHERE ${where}`).get(...cell.key) as Record<string, unknown>;
      const [first, second] = [rowOf(one), rowOf(other)];
      const [a, b] = [value(one), value(other)];
      for (const cell of [one, other]) raw.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...cell.key);
      const names = Object.keys(first);
      const insert = raw.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`);
      for (const row of [
        { ...first, [column]: b },
        { ...second, [column]: a },
      ])
        insert.run(...names.map((name) => row[name as keyof typeof row]));
    });
  }

  test('between cases, fields, responses, links, answers of an interview and settings: each of them is found', async () => {
    const draw = drawsFrom(4);
    let done = 0;
    const attempt = async (label: string, one: Cell, other: Cell) => {
      const result = await study.attacked((folder) => exchange(folder, one, other));
      expect({ label, ...result }).toEqual({ label, ...found });
      done += 1;
    };
    for (let round = 0; round < 4; round += 1)
      for (const label of across) {
        const rows = of(label);
        const one = rows[draw(rows.length)]!;
        // The order of answers is exchanged within an interview.
        const isOther = ({ value, key }: Cell) =>
          !isSame(value, one.value) && (label !== 'draft_answers.seq' || key[0] === one.key[0]);
        const others = rows.filter(isOther);
        await attempt(label, one, others[draw(others.length)]!);
      }
    for (const [first, second] of within)
      for (let round = 0; round < 5; round += 1) {
        const rows = of(first);
        const one = rows[draw(rows.length)]!;
        const other = of(second).find(({ key }) => String(key) === String(one.key))!;
        await attempt(`${first} ${second}`, one, other);
      }
    expect(done).toBe(100);
  }, 600_000);
});

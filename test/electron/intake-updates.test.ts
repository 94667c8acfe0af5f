/** What happened to people during the fieldwork, and who must not be approached: applied at once to all that is still due. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { csvText } from '../../shared/export/csv.ts';
import { columnLetter } from '../../shared/intake/column-letter.ts';
import { atWork, people as worked } from './at-work.ts';
import {
  deliveryOf,
  firstDay,
  type Invented,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
  surnames,
} from './prepared.ts';

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
type Decisions = { readonly file: number; readonly row: number; readonly take: boolean }[];
const asked = (kind: 'updates' | 'stops', rows: readonly (readonly string[])[], decisions: Decisions = []) => {
  nr += 1;
  const at = rows[0]!.indexOf('Mutatie');
  const columns = at < 0 ? {} : { [columnLetter(at)]: 'news' as const };
  return {
    group: residents,
    kind,
    files: [{ file: study.offer(`list-${nr}.csv`, csvText(rows)), columns }],
    decisions,
  };
};
const update = (rows: readonly (readonly string[])[], decisions?: Decisions) =>
  study.ask('manager', 'intake.accept', asked('updates', rows, decisions));
const stop = (rows: readonly (readonly string[])[]) => study.ask('manager', 'intake.accept', asked('stops', rows));

interface Row {
  readonly state: string;
  readonly final_code: string | null;
  readonly channels: string;
  readonly next_due: string | null;
  readonly held_by: string | null;
}
const rowOf = async (surname: string) => {
  const { id } = (await study.cases()).get(surname)!;
  const columns = 'state, final_code, channels, next_due, held_by';
  return study.rows<Row>(`SELECT ${columns} FROM cases WHERE id = '${id}'`)[0]!;
};
const told = (rows: readonly (readonly string[])[]) => [['Clientnummer', 'Achternaam', 'Mutatie'], ...rows];

describe('an update list', () => {
  test('ends who died or objects, asks about who phoned, and tells of the others why not', async () => {
    const rows = told([
      ['C-1001', 'Aalbersma', 'overleden'],
      ['C-1002', 'Bessemans', 'maakt alsnog bezwaar'],
      ['C-1003', 'Cornippen', ''],
      ['C-1099', 'Onbekendema', 'verhuisd'],
      ['C-1004', 'Dusseljee', 'heeft gebeld'],
    ]);
    const seen = await study.ask('manager', 'intake.preview', asked('updates', rows));
    expect(seen).toMatchObject({ undecided: 1, stopped: 2, accepted: 0 });
    expect(seen.files[0]).toMatchObject({
      read: 5,
      accepted: 0,
      undecided: 1,
      applied: { died: 1, objects: 1, moved: 0 },
      refused: { 'unknown-person': 1, 'no-news': 1 },
      refusedRows: [
        { row: 4, reason: 'no-news' },
        { row: 5, reason: 'unknown-person' },
      ],
    });
    const { first, worst } = seen.files[0]!.sample;
    expect([...first, ...worst].map(({ row, outcome, isRefused }) => [row, outcome, isRefused])).toEqual([
      [2, 'died', false],
      [3, 'objects', false],
      [4, 'no-news', true],
      [5, 'unknown-person', true],
    ]);
    expect((await refusalOf(update(rows))).problem).toBe('intake.undecided');
    expect((await rowOf('Aalbersma')).state).toBe('open');

    const done = await update(rows, [{ file: 1, row: 6, take: false }]);
    expect(done).toMatchObject({ stopped: 3, files: [{ applied: { died: 1, objects: 1, stopped: 1 }, undecided: 0 }] });
    expect((await rowOf('Aalbersma')).final_code).toBe('2.31');
    expect((await rowOf('Bessemans')).final_code).toBe('2.11');
    expect((await rowOf('Dusseljee')).final_code).toBe('2.11');
    const { entries } = await study.ask('officer', 'study.journal', { entries: 500 });
    expect(entries.at(-1)).toMatchObject({ act: 'intake.accept', detail: { kind: 'updates', ended: 3, accepted: 0 } });
    expect(JSON.stringify(entries)).not.toMatch(/Aalbersma|C-10/);
  });

  test('whoever phoned and goes on, goes on', async () => {
    const rows = told([['C-1004', 'Dusseljee', 'gebeld']]);
    await update(rows, [{ file: 1, row: 2, take: true }]);
    expect(await rowOf('Dusseljee')).toMatchObject({ state: 'open', channels: 'letter phone' });
  });

  test('gives a new address, telephone or e-mail; without a new address no letter goes to the old one', async () => {
    const rows = [
      ['Clientnummer', 'Mutatie', 'Straat', 'Huisnummer', 'Postcode', 'Plaats', 'Telefoon', 'E-mail'],
      ['C-1004', 'verhuisd', 'Bedachtestraat', '7', '8888 YY', 'Waterhoven', '', ''],
      ['C-1005', 'verhuisd', '', '', '', '', '', ''],
      ['C-1006', 'verhuisd', '', '', '', '', '', 'fokkinkma@elders.example'],
      ['C-1007', '', '', '', '', '', '0689001199', ''],
    ];
    const seen = await update(rows);
    expect(seen.files[0]!.applied).toMatchObject({ moved: 3, changed: 1 });
    expect(await rowOf('Dusseljee')).toMatchObject({ channels: 'letter phone', next_due: firstDay });
    expect(await rowOf('Eikelstra')).toMatchObject({ channels: 'phone', next_due: addDays(firstDay, 14) });
    expect(await rowOf('Fokkinkma')).toMatchObject({ channels: 'email', next_due: firstDay });
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const rung: Record<string, readonly string[]> = {};
    for (;;) {
      const next = await study.ask('interviewer', 'contact.nextCase', {});
      if (next.kind === 'none') break;
      rung[next.case.name.split(' ').at(-1)!] = next.case.phones;
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    expect(rung.Groothuma).toEqual(['+31689001199']);
  });

  test('taken in again as it grew tells the same address again, and changes nothing', async () => {
    const rows = [
      ['Clientnummer', 'Mutatie', 'Straat', 'Huisnummer', 'Postcode', 'Plaats'],
      ['C-1004', 'verhuisd', 'Bedachtestraat', '7', '8888 YY', 'Waterhoven'],
    ];
    await update(rows);
    const grown = [...rows, ['C-1001', 'overleden', '', '', '', '']];
    expect((await update(grown)).files[0]!.applied).toMatchObject({ moved: 0, unchanged: 1, died: 1 });
    expect((await rowOf('Dusseljee')).channels).toBe('letter phone');
  });

  test('reaches people of every group, by what is certain; a number counts in the group of the list only', async () => {
    const rows = [
      ['Clientnummer', 'Achternaam', 'E-mail', 'Mutatie'],
      ['', 'Jellemans', 'jellemans@partner.example', 'overleden'],
    ];
    expect((await update(rows)).files[0]!.applied).toMatchObject({ died: 1 });
    expect((await rowOf('Jellemans')).final_code).toBe('2.31');
    const other = { ...asked('updates', told([['C-1001', '', 'overleden']])), group: partners };
    const seen = await study.ask('manager', 'intake.accept', other);
    expect(seen.files[0]!.refused).toMatchObject({ 'unknown-person': 1 });
  });

  test('takes nobody from the e-mails that are being sent, but whom it stops', async () => {
    // The list comes while the first message is handed over.
    const { messages } = study.mailbox;
    const sending = study.ask('manager', 'contact.sendEmails', { group: residents });
    const rows = told(['Aalbersma', 'Bessemans', 'Cornippen'].map((name, at) => [`C-100${at + 1}`, name, 'bezwaar']));
    await update(rows);
    await sending;
    const stopped = study.rows(`SELECT id FROM cases WHERE final_code = '2.11'`).length;
    expect(stopped).toBe(3);
    // Whatever was on its way then had gone; nothing more follows.
    const sent = messages.length;
    await study.moveTo(addDays(firstDay, 7));
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(messages.length).toBe(sent);
  });

  test('lists the unposted letters of whom it stops, and lets go of a case in an interviewer’s hand when the call is closed', async () => {
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') throw new Error('nobody to ring');
    const held = next.case.name.split(' ').at(-1)!;
    const nrOf = (surname: string) => `C-${1000 + surname.charCodeAt(0) - 64}`;
    await update(told([held, 'Fokkinkma'].map((surname) => [nrOf(surname), surname, 'overleden'])));
    expect((await rowOf(held)).held_by).not.toBeNull();
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    expect(await rowOf(held)).toMatchObject({ state: 'final', final_code: '2.31', held_by: null, next_due: null });
    const rung: string[] = [];
    for (;;) {
      const after = await study.ask('interviewer', 'contact.nextCase', {});
      if (after.kind === 'none') break;
      rung.push(after.case.name.split(' ').at(-1)!);
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    expect(rung.length).toBeGreaterThan(3);
    expect(rung).not.toContain(held);
    const { batches } = await study.ask('manager', 'contact.batches', {});
    expect(batches.find((each) => each.batch === batch)!.takeOut.length).toBe(1);
  });

  test('ends appointments and unfinished interviews; what was answered stays where it was an objection', async () => {
    await atWork(study);
    const before = study.rows('SELECT id FROM responses').length;
    expect(study.rows('SELECT id FROM drafts').length).toBe(1);
    const rows = told([
      ['C-1005', worked.unfinished, 'bezwaar'],
      ['C-1004', worked.finished, 'bezwaar'],
    ]);
    expect((await update(rows)).files[0]!.applied).toMatchObject({ objects: 1, unchanged: 1 });
    expect(study.rows('SELECT id FROM drafts')).toEqual([]);
    expect(await rowOf(worked.unfinished)).toMatchObject({ final_code: '2.11', next_due: null });
    expect(study.rows('SELECT id FROM responses').length).toBe(before);
    expect((await rowOf(worked.finished)).final_code).toBe('1.1');
  });

  test('counts for someone whose data are set aside too: the restriction lifted, they are not contacted', async () => {
    const restrict = async (surname: string) => {
      const { id: caseId } = (await study.cases()).get(surname)!;
      const came = { article: '18', receivedOn: firstDay, channel: 'client' } as const;
      const { nr: request } = await study.ask('manager', 'contact.recordCaseRequest', came);
      await study.ask('manager', 'contact.fillInCaseRequest', { nr: request, caseId });
      await study.ask('manager', 'contact.restrictCase', { nr: request });
      return request;
    };
    await restrict('Aalbersma');
    const of = await restrict('Dusseljee');
    const rows = [
      ['Clientnummer', 'Mutatie', 'Straat', 'Huisnummer', 'Postcode', 'Plaats'],
      ['C-1001', 'bezwaar', '', '', '', ''],
      ['C-1004', 'verhuisd', '', '', '', ''],
    ];
    expect((await update(rows)).files[0]!.applied).toMatchObject({ objects: 1, moved: 1 });
    expect(await rowOf('Aalbersma')).toMatchObject({ state: 'final', final_code: '2.11', next_due: null });
    expect(await rowOf('Dusseljee')).toMatchObject({ state: 'restricted', channels: 'phone', next_due: null });
    await study.ask('manager', 'contact.restrictCase', { nr: of, lift: true });
    expect(await rowOf('Dusseljee')).toMatchObject({ state: 'open', channels: 'phone' });
  });

  test('is read for what happened although the agreement does not name that; another column is not', async () => {
    const rows = [
      ['Clientnummer', 'Mutatie', 'Bijnaam'],
      ['C-1001', 'overleden', 'Onvindbaarheid'],
    ];
    const seen = await update(rows);
    expect(seen.files[0]!.columns.map(({ becomes }) => becomes)).toEqual(['clientNumber', 'news', 'not-recognised']);
    const own = await filesBelow(study.folder);
    const inOwn = own.filter((path) => !path.endsWith('.csv'));
    expect((await findTraces(inOwn, ['Onvindbaarheid'])).found.size).toBe(0);
    expect(readFileSync(join(study.folder, `list-${nr}.csv`), 'utf8')).toContain('Onvindbaarheid');
  });

  test('without anything by which people are found, or that tells what happened, is refused as a whole', async () => {
    const noNews = [
      ['Clientnummer', 'Achternaam'],
      ['C-1001', 'Aalbersma'],
    ];
    expect(await refusalOf(update(noNews))).toEqual({ problem: 'intake.columns-missing', file: 1, fields: ['news'] });
    const nobody = [
      ['Mutatie', 'Geslacht'],
      ['overleden', 'v'],
    ];
    expect(await refusalOf(update(nobody))).toMatchObject({ fields: ['clientNumber'] });
  });
});

describe('a stop list', () => {
  test('stops everyone on it in every group, by number, telephone, e-mail, or name and home', async () => {
    const rows = [
      ['Clientnummer', 'Achternaam', 'Straat', 'Huisnummer', 'Postcode', 'Plaats', 'Telefoon', 'E-mail'],
      ['C-1001', '', '', '', '', '', '', ''],
      ['', '', '', '', '', '', '06-89001118', ''],
      ['', 'Jellemans', '', '', '', '', '', 'JELLEMANS@partner.example'],
      ['', 'Dusseljee', 'Verzonnenlaan', '4', '9999ZZ', 'Waterhoven', '', ''],
      ['', 'Anderling', '', '', '', '', '06-89001117', ''],
      ['C-7777', 'Onbekendema', '', '', '', '', '', ''],
    ];
    const seen = await stop(rows);
    expect(seen).toMatchObject({ stopped: 4, accepted: 0 });
    // Of the same telephone, but of another name: someone else at that home.
    expect(seen.files[0]).toMatchObject({ read: 6, applied: { stopped: 4 }, refused: { 'unknown-person': 2 } });
    for (const surname of ['Aalbersma', 'Hooglanda', 'Jellemans', 'Dusseljee'])
      expect((await rowOf(surname)).final_code).toBe('2.11');
    expect((await rowOf('Groothuma')).state).toBe('open');
  });

  test('is remembered for later deliveries, also after a restart, and never as a name', async () => {
    await stop([
      ['Achternaam', 'Telefoon'],
      ['Lambregts', '06-89001122'],
    ]);
    await study.restart();
    const list = deliveryOf([
      { surname: 'Lambregts', by: ['phone'] },
      { surname: 'Muilwijks', by: ['phone'] },
    ] satisfies Invented[]);
    const files = [{ file: study.offer('later.csv', list) }];
    const seen = await study.ask('manager', 'intake.accept', { group: residents, files });
    expect(seen).toMatchObject({ accepted: 1, files: [{ refused: { suppressed: 1 } }] });
    expect((await study.cases()).has('Lambregts')).toBe(false);
    const own = (await filesBelow(study.folder)).filter((path) => !path.endsWith('.csv'));
    expect((await findTraces(own, ['Lambregts', '31689001122', '0689001122'])).found.size).toBe(0);
  });

  test('taken in twice stops nobody twice', async () => {
    const rows = [
      ['Clientnummer', 'Achternaam'],
      ['C-1001', 'Aalbersma'],
    ];
    await stop(rows);
    expect((await refusalOf(stop(rows))).problem).toBe('intake.file-taken-before');
    const grown = [...rows, ['C-1002', 'Bessemans']];
    expect((await stop(grown)).files[0]!.applied).toMatchObject({ stopped: 1, unchanged: 1 });
    expect(surnames.length).toBe(9);
  });
});

test('who objected before anyone knew them is refused when a delivery has them', async () => {
  await update([
    ['Achternaam', 'Telefoon', 'Mutatie'],
    ['Lambregts', '06-89001122', 'bezwaar'],
  ]);
  const list = deliveryOf([{ surname: 'Lambregts', by: ['phone'] }]);
  const files = [{ file: study.offer('later.csv', list) }];
  const seen = await study.ask('manager', 'intake.accept', { group: residents, files });
  expect(seen.files[0]!.refused).toMatchObject({ suppressed: 1 });
});

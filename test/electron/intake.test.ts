import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import {
  deliveryOf,
  firstDay,
  type Invented,
  invited,
  mixed,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
  surnames,
} from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

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
const offer = (content: string) => {
  nr += 1;
  return study.offer(`delivery-${nr}.csv`, content);
};
const accept = (content: string, group: GroupCode = residents) =>
  study.ask('manager', 'intake.accept', { group, files: [{ file: offer(content) }] });
const preview = (content: string, group: GroupCode = residents) =>
  study.ask('manager', 'intake.preview', { group, files: [{ file: offer(content) }] });
const person = (surname: string, more: Partial<Invented> = {}): Invented => ({ surname, by: ['phone'], ...more });
const added = [person('Lambregts'), person('Muilwijks', { by: ['email'] })];

/** Everything stored except the journal, as text. */
const everything = () =>
  JSON.stringify(
    ['cases', 'attempts', 'intakes', 'handouts', 'responses', 'links', 'drafts', 'settings', 'batches'].map((table) =>
      study.rows(`SELECT * FROM ${table}`),
    ),
  );
const stateOf = async (surname: string) => {
  const { id } = (await study.cases()).get(surname)!;
  return study.rows<{ state: string; final_code: string | null; final_on: string; next_due: string | null }>(
    `SELECT state, final_code, final_on, next_due FROM cases WHERE id = '${id}'`,
  )[0]!;
};

describe('a preview', () => {
  test('tells what accepting would give, and stores nothing at all', async () => {
    const list = deliveryOf([...added, person('Groothuma'), person('Nieuwstra', { objects: 'ja' })]);
    const before = everything();
    const acts = await study.acts();
    const seen = await preview(list);
    expect(seen.files[0]).toMatchObject({
      read: 4,
      accepted: 2,
      refused: { duplicate: 1, objection: 1, deceased: 0, 'no-consent': 0, unreachable: 0 },
      refusedRows: [
        { row: 4, reason: 'duplicate' },
        { row: 5, reason: 'objection' },
      ],
    });
    expect(everything()).toBe(before);
    expect(await study.acts()).toEqual(acts);
    expect(await accept(list)).toEqual(seen);
    // The same look does see what accepting stored.
    expect(everything()).not.toBe(before);
  });

  test('is the manager’s only, of a file that was offered, with the columns that the group needs', async () => {
    for (const seat of ['researcher', 'interviewer', 'officer'])
      for (const request of ['intake.preview', 'intake.accept'] as const)
        expect(
          (await refusalOf(study.ask(seat, request, { group: residents, files: [{ file: offer('x') }] }))).problem,
        ).toBe('session.role-not-allowed');
    const unheard = { group: residents, files: [{ file: 'unheard-of' as never }] };
    expect((await refusalOf(study.ask('manager', 'intake.preview', unheard))).problem).toBe('file.not-found');
    const nameless = 'Mobiel;Wijkteam\n06-89001150;Noord\n';
    expect((await preview(nameless)).files[0]!.missing).toEqual(['surname']);
    const missing = { problem: 'intake.columns-missing', file: 1, fields: ['surname'] };
    expect(await refusalOf(accept(nameless))).toEqual(missing);
    expect((await refusalOf(preview(deliveryOf(added), 'nobody' as never))).problem).toBe('study.group-unknown');
  });
});

test('a file that changed since it was looked at is not taken in: what was decided was about other rows', async () => {
  const path = join(study.folder, 'delivery-that-changes.csv');
  const file = study.offer('delivery-that-changes.csv', deliveryOf([person('Lambregts')]));
  const [seen] = (await study.ask('manager', 'intake.preview', { group: residents, files: [{ file }] })).files;
  const asLooked = { group: residents, files: [{ file, looked: seen!.sha256 }] };
  writeFileSync(path, deliveryOf([person('Muilwijks')]));
  expect(await refusalOf(study.ask('manager', 'intake.accept', asLooked))).toEqual({
    problem: 'intake.file-changed',
    file: 1,
  });
  writeFileSync(path, deliveryOf([person('Lambregts')]));
  expect((await study.ask('manager', 'intake.accept', asLooked)).accepted).toBe(1);
});

describe('a delivery with citizen service numbers', () => {
  const numbers = ['111222333', '123456782', '249566758'];
  const rows = numbers.map((number, index) => `Verzinsel${index};06-8900116${index};${number}`);
  const list = ['Achternaam;Mobiel;BSN', ...rows, ''].join('\n');

  test.each(['intake.preview', 'intake.accept'] as const)(
    'is refused by %s as a whole, stands in the journal as an incident, and leaves no number anywhere',
    async (request) => {
      const before = everything();
      const file = offer(list);
      const refusal = await refusalOf(study.ask('manager', request, { group: residents, files: [{ file }] }));
      expect(refusal).toEqual({
        problem: 'intake.citizen-service-number',
        file: 1,
        column: expect.any(String),
        recognisedBy: 'header',
      });
      const { entries } = await study.ask('officer', 'study.journal', { entries: 500 });
      expect(entries.at(-1)).toMatchObject({
        by: 'manager',
        act: 'intake.incident',
        detail: { problem: 'intake.citizen-service-number', file: 1 },
      });
      expect(everything()).toBe(before);
      const own = [
        ...(await filesBelow(join(study.folder, 'study'))),
        ...(await filesBelow(join(study.folder, 'app'))),
      ];
      expect((await findTraces(own, numbers)).found.size).toBe(0);
      // The search finds them where they do stand: in the delivered file.
      expect((await findTraces([join(study.folder, `delivery-${nr}.csv`)], numbers)).found.size).toBe(3);
    },
  );

  test('as the second of two files: nothing of the first is taken in either', async () => {
    const before = everything();
    const files = [{ file: offer(deliveryOf(added)) }, { file: offer(list) }];
    expect(await refusalOf(study.ask('manager', 'intake.accept', { group: residents, files }))).toMatchObject({
      problem: 'intake.citizen-service-number',
      file: 2,
    });
    expect(everything()).toBe(before);
  });
});

describe('a later delivery', () => {
  test('adds who is new, ends who died or objects, and leaves everyone else as they were', async () => {
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    await study.moveTo(addDays(firstDay, 3));
    const changed = [
      person('Aalbersma', { by: ['email', 'phone'], deceased: '2026-03-03' }),
      person('Dusseljee', { by: ['letter', 'phone'], objects: 'ja' }),
      person('Groothuma'),
    ];
    const seen = await accept(deliveryOf([...added, ...changed]));
    expect(seen).toMatchObject({
      accepted: 2,
      withEmail: 1,
      files: [{ read: 5, accepted: 2, refused: { deceased: 1, objection: 1, duplicate: 1 } }],
    });
    const on = addDays(firstDay, 3);
    expect(await stateOf('Aalbersma')).toEqual({ state: 'final', final_code: '2.31', final_on: on, next_due: null });
    expect(await stateOf('Dusseljee')).toEqual({ state: 'final', final_code: '2.11', final_on: on, next_due: null });
    expect((await stateOf('Groothuma')).state).toBe('open');
    expect((await study.cases()).size).toBe(surnames.length + 2 + added.length);
    const { entries } = await study.ask('officer', 'study.journal', { entries: 500 });
    expect(entries.at(-1)).toMatchObject({ act: 'intake.accept', detail: { accepted: 2, ended: 2 } });

    // Those two get nothing any more; the new ones do, from the day after they came.
    const { sent } = await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(sent).toBe(1);
    await study.moveTo(addDays(firstDay, 14));
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const ended = new Set(['Aalbersma', 'Dusseljee']);
    const before = study.mailbox.messages.length;
    const rung: string[] = [];
    for (;;) {
      const next = await study.ask('interviewer', 'contact.nextCase', {});
      if (next.kind === 'none') break;
      rung.push(next.case.name.split(' ').at(-1)!);
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    expect(rung).toContain('Lambregts');
    expect(rung.filter((surname) => ended.has(surname))).toEqual([]);
    // Three invitations and one late one; reminders to the three who are left of these.
    expect(before).toBe(3 + 1 + 3);
    expect(study.mailbox.messages.filter(({ to }) => to[0] === 'aalbersma@wijk.example').length).toBe(1);
  });

  test('does not change an outcome that is final already', async () => {
    const { id } = (await study.cases()).get('Groothuma')!;
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'refused' });
    const before = await stateOf('Groothuma');
    await study.moveTo(addDays(firstDay, 2));
    await accept(deliveryOf([person('Groothuma', { deceased: '2026-03-01' }), ...added]));
    expect(await stateOf('Groothuma')).toEqual(before);
  });

  test('that ends someone takes what they had said in an unfinished interview with it', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    for (;;) {
      const next = await study.ask('interviewer', 'contact.nextCase', {});
      if (next.kind === 'none' || next.case.name.endsWith('Groothuma')) break;
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await study.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
    const appointment = { on: addDays(firstDay, 2), at: '11:00' };
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
    // That it was taken up with consent, and the answer.
    expect(study.rows('SELECT * FROM draft_answers').length).toBe(2);
    await accept(deliveryOf([person('Groothuma', { objects: 'ja' })]));
    expect(study.rows('SELECT * FROM draft_answers')).toEqual([]);
    expect(study.rows('SELECT * FROM drafts')).toEqual([]);
  });

  test('gets the next day on which something is due, as the protocol stands', async () => {
    await accept(deliveryOf(added));
    expect((await stateOf('Lambregts')).next_due).toBe(addDays(firstDay, 14));
    expect((await stateOf('Muilwijks')).next_due).toBe(firstDay);
    const protocol = { ...mixed, steps: [step('phone', 'phone', 3)] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    expect((await stateOf('Lambregts')).next_due).toBe(addDays(firstDay, 3));
    expect((await stateOf('Muilwijks')).next_due).toBe(null);
  });
});

describe('the same people', () => {
  test('delivered twice in one file, in two files or again are in the study once', async () => {
    const list = deliveryOf([...added, ...added]);
    expect(await accept(list)).toMatchObject({ accepted: 2, files: [{ refused: { duplicate: 2 } }] });
    expect(await accept(deliveryOf(added))).toMatchObject({ accepted: 0, files: [{ refused: { duplicate: 2 } }] });
    expect((await refusalOf(accept(list))).problem).toBe('intake.file-taken-before');
    expect((await refusalOf(accept(list, partners))).problem).toBe('intake.file-taken-before');
  });

  test('in one file that is given twice at once: refused, also when nobody in it has a number or a day of birth', async () => {
    const list = 'Achternaam;Mobiel\nLambregts;06-89001150\n';
    const files = [{ file: offer(list) }, { file: offer(list) }];
    expect(await refusalOf(study.ask('manager', 'intake.accept', { group: residents, files }))).toEqual({
      problem: 'intake.file-taken-before',
      file: 2,
    });
    expect((await study.cases()).has('Lambregts')).toBe(false);
  });

  test('accepted in two windows at the same moment are taken in once', async () => {
    // Neither gets on with sealing before both have judged their rows.
    let go: (() => void) | undefined;
    const bothJudged = new Promise<void>((resolve) => {
      go = resolve;
    });
    let judged = 0;
    const openVault = (): OpenVault => {
      const vault = openVaultHere();
      return {
        close: () => vault.close(),
        async ask(operation, ...input) {
          if (operation === 'sealNewCases') {
            judged += 1;
            if (judged === 2) go?.();
            await bothJudged;
          }
          return vault.ask(operation, ...input);
        },
      };
    };
    study = await prepared.open({ openVault });
    const list = deliveryOf(added);
    const both = await Promise.allSettled([accept(list), accept(list)]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(study.rows(`SELECT * FROM cases WHERE group_code = 'residents'`).length).toBe(
      surnames.length + added.length,
    );
    expect(study.rows('SELECT * FROM intakes').length).toBe(3);
    const [late] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason.problem?.problem] : []));
    expect(late).toBe('study.changed-meanwhile');
  });
});

test('nobody can be read in the study’s files, and everybody with the manager’s keys', async () => {
  const all = [...invited, ...added];
  await accept(deliveryOf(added));
  const told = all.flatMap(({ surname, by }) => [
    surname,
    ...(by.includes('email') ? [`${surname.toLowerCase()}@wijk.example`] : []),
  ]);
  const cases = await study.cases();
  expect(all.every(({ surname }) => cases.has(surname))).toBe(true);
  const codes = [...cases.values()].map(({ code }) => code);
  const files = await filesBelow(join(study.folder, 'study'));
  expect((await findTraces(files, [...told, ...codes])).found.size).toBe(0);
  const delivered = [join(study.folder, `delivery-${nr}.csv`), join(study.folder, 'residents.csv')];
  expect((await findTraces(delivered, told)).found.size).toBe(told.length);
  expect(readFileSync(delivered[0]!, 'utf8')).toContain('Lambregts');
});

describe('the examples of a preview', () => {
  test('are masked, of allowed columns only, at most three of each', async () => {
    const { agreement } = await study.ask('manager', 'study.agreement', {});
    const content = deliveryOf(invited).replace('Clientnummer', 'Bijzonderheden');
    const { files } = await preview(content);
    const columns = files[0]!.columns;
    const of = (becomes: string) => columns.find((column) => column.becomes === becomes)!.examples;
    expect(agreement.allowedFields).toContain('surname');
    expect(of('surname')).toEqual(['A•••', 'B•••', 'C•••']);
    expect(of('email')[0]).toBe('a•••@•••.•••');
    expect(of('birthDate')).toEqual(['1•••-••-••']);
    expect(columns.find(({ header }) => header === 'Bijzonderheden')).toMatchObject({ examples: [] });
    for (const column of columns) expect(column.examples.length).toBeLessThanOrEqual(3);
    const shown = JSON.stringify(columns.map(({ examples }) => examples));
    for (const told of [...surnames, 'Verzonnenlaan', 'Waterhoven', '1960', '@wijk']) expect(shown).not.toContain(told);
  });

  test('stand in the answer to an intake too, and nowhere in the study', async () => {
    const { files } = await accept(deliveryOf(added));
    expect(files[0]!.columns.some(({ examples }) => examples.length > 0)).toBe(true);
    expect(everything()).not.toContain('•');
  });
});

/** The same list delivered again as it is now: new, changed, unchanged, gone. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { csvText } from '../../shared/export/csv.ts';
import {
  deliveryOf,
  firstDay,
  type Invented,
  invited,
  mixed,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
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

const person = (surname: string, more: Partial<Invented> = {}): Invented => ({ surname, by: ['phone'], ...more });
const all = (change: Partial<Record<string, Partial<Invented>>> = {}) =>
  invited.map((one) => ({ ...one, ...change[one.surname] }));

let nr = 0;
const asked = (content: string, gone?: 'keep' | 'stop') => {
  nr += 1;
  const files = [{ file: study.offer(`list-${nr}.csv`, content) }];
  return { group: residents, kind: 'difference' as const, files, ...(gone === undefined ? {} : { gone }) };
};
const accept = (content: string, gone?: 'keep' | 'stop') => study.ask('manager', 'intake.accept', asked(content, gone));

interface Row {
  readonly state: string;
  readonly final_code: string | null;
  readonly channels: string;
  readonly next_due: string | null;
}
const rowOf = async (surname: string) => {
  const { id } = (await study.cases()).get(surname)!;
  return study.rows<Row>(`SELECT state, final_code, channels, next_due FROM cases WHERE id = '${id}'`)[0]!;
};

describe('the same list again', () => {
  test('with nothing changed: everyone unchanged, no row of the study is another', async () => {
    const before = study.rows('SELECT * FROM cases');
    const seen = await accept(deliveryOf(all()));
    expect(seen).toMatchObject({ accepted: 0, stopped: 0, gone: 0, files: [{ read: 9, applied: { unchanged: 9 } }] });
    expect(study.rows('SELECT * FROM cases')).toEqual(before);
  });

  test('may be the very file that was taken in as people', async () => {
    const list = deliveryOf(invited);
    expect((await accept(list)).files[0]!.applied).toMatchObject({ unchanged: 9 });
    expect((await refusalOf(accept(`${list}`.replace('Aalbersma;', 'Aalbersma;')))).problem).toBeDefined();
  });

  test('shows beforehand what it comes to, and stores nothing then', async () => {
    const list = deliveryOf([...all({ Aalbersma: { by: ['phone'] } }), person('Lambregts')]);
    const before = study.rows('SELECT * FROM cases');
    const seen = await study.ask('manager', 'intake.preview', asked(list));
    expect(study.rows('SELECT * FROM cases')).toEqual(before);
    expect(await accept(list)).toEqual(seen);
    expect(seen).toMatchObject({ accepted: 1, files: [{ accepted: 1, applied: { changed: 1, unchanged: 8 } }] });
  });

  test('takes in who is new, and stores what changed with what is due then', async () => {
    expect(await rowOf('Aalbersma')).toMatchObject({ channels: 'email phone', next_due: firstDay });
    expect(await rowOf('Groothuma')).toMatchObject({ channels: 'phone', next_due: addDays(firstDay, 14) });
    // One has no e-mail any more, another has got one.
    const list = all({ Aalbersma: { by: ['phone'] }, Groothuma: { by: ['phone', 'email'] } });
    await accept(deliveryOf([...list, person('Lambregts')]));
    expect(await rowOf('Aalbersma')).toMatchObject({ channels: 'phone', next_due: addDays(firstDay, 14) });
    expect(await rowOf('Groothuma')).toMatchObject({ channels: 'email phone', next_due: firstDay });
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const to = study.mailbox.messages.flatMap((message) => message.to);
    expect(to).toContain('groothuma@wijk.example');
    expect(to).not.toContain('aalbersma@wijk.example');
    expect((await study.cases()).has('Lambregts')).toBe(true);
  });

  test('ends who died or objects now, and leaves who had ended as they ended', async () => {
    const { id: caseId } = (await study.cases()).get('Bessemans')!;
    await study.ask('manager', 'contact.stopCase', { caseId, why: 'refused' });
    const list = all({
      Aalbersma: { deceased: '2026-03-01' },
      Bessemans: { deceased: '2026-03-01' },
      Cornippen: { objects: 'ja' },
    });
    const seen = await accept(deliveryOf(list));
    expect(seen).toMatchObject({
      stopped: 2,
      files: [{ read: 9, applied: { died: 1, objects: 1, unchanged: 7, changed: 0 }, refusedRows: [] }],
    });
    expect((await rowOf('Aalbersma')).final_code).toBe('2.31');
    expect((await rowOf('Bessemans')).final_code).toBe('2.11');
    expect((await rowOf('Cornippen')).final_code).toBe('2.11');
  });

  test('counts who is gone, and stops them only when that is wanted', async () => {
    const list = deliveryOf(all().slice(2));
    expect(await accept(list)).toMatchObject({ gone: 2, stopped: 0 });
    expect((await rowOf('Aalbersma')).state).toBe('open');
    const without = deliveryOf(all().slice(2, 8));
    expect(await accept(without, 'stop')).toMatchObject({ gone: 3, stopped: 3 });
    for (const surname of ['Aalbersma', 'Bessemans', 'Itersoone'])
      expect(await rowOf(surname)).toMatchObject({ state: 'final', final_code: '2.90', next_due: null });
    expect((await rowOf('Cornippen')).state).toBe('open');
    // In the other group nobody is gone: the list is not theirs.
    expect(study.rows(`SELECT id FROM cases WHERE group_code = 'partners' AND state = 'open'`).length).toBe(2);
  });

  test('twice about one person: the first row counts', async () => {
    const list = [...all(), { ...invited[6]!, by: ['phone', 'email'] as const }];
    const seen = await accept(deliveryOf(list));
    expect(seen.files[0]).toMatchObject({ read: 10, applied: { unchanged: 9 }, refused: { duplicate: 1 } });
    expect((await rowOf('Groothuma')).channels).toBe('phone');
  });

  test('names the channels that are left: one that was agreed to and is not any more is obeyed', async () => {
    const rows = [
      ['Clientnummer', 'Achternaam', 'Kanalen'],
      ['C-1001', 'Aalbersma', 'telefoon'],
      ['C-1002', 'Bessemans', 'geen'],
    ];
    const seen = await accept(csvText(rows));
    expect(seen.files[0]!.applied).toMatchObject({ changed: 2 });
    expect((await rowOf('Aalbersma')).channels).toBe('phone');
    expect(await rowOf('Bessemans')).toMatchObject({ state: 'open', channels: '', next_due: null });
  });

  test('with another address while a letter waits to be posted: that letter is to be taken out, and is made anew', async () => {
    const target = study.host.offerTarget(`${study.folder}/letters.pdf`);
    const { batch, letters } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    expect(letters).toBe(3);
    const changed = deliveryOf(all()).replace('Verzonnenlaan;4;9999 ZZ', 'Bedachtestraat;7;8888 YY');
    expect((await accept(changed)).files[0]!.applied).toMatchObject({ changed: 1, unchanged: 8 });
    const { batches } = await study.ask('manager', 'contact.batches', {});
    const { code } = (await study.cases()).get('Dusseljee')!;
    const takeOut = batches[0]!.takeOut;
    expect(takeOut.map((printed) => printed.replaceAll('-', ''))).toEqual([code]);
    expect((await refusalOf(study.ask('manager', 'contact.markPosted', { batch }))).problem).toBe(
      'contact.letters-to-take-out',
    );
    await study.ask('manager', 'contact.markPosted', { batch, takenOut: [...takeOut] });
    const again = study.host.offerTarget(`${study.folder}/again.pdf`);
    expect((await study.ask('manager', 'contact.makeLetters', { group: residents, target: again })).letters).toBe(1);
  });

  test('is no news where it says what it said: a wrong address stays away, and a number that someone gave stays', async () => {
    const came = { article: '16', receivedOn: firstDay, channel: 'client' } as const;
    const { nr: request } = await study.ask('manager', 'contact.recordCaseRequest', came);
    const { id: caseId } = (await study.cases()).get('Aalbersma')!;
    await study.ask('manager', 'contact.fillInCaseRequest', { nr: request, caseId, identityCheckedBy: 'Marit' });
    await study.ask('manager', 'contact.correctCase', { nr: request, changes: { email: '' } });
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') throw new Error('nobody is rung');
    const { phones } = await study.ask('interviewer', 'contact.newNumber', { phone: '06-89001999', instead: 0 });
    expect(phones).toEqual(['+31689001999']);
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    const before = study.rows('SELECT * FROM cases');
    expect((await accept(deliveryOf(all()))).files[0]!.applied).toMatchObject({ unchanged: 9, changed: 0 });
    expect(study.rows('SELECT * FROM cases')).toEqual(before);
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(study.mailbox.messages.map(({ to }) => to)).not.toContain('aalbersma@wijk.example');
    expect(study.mailbox.messages.length).toBeGreaterThan(0);
    // Another address is news.
    const moved = deliveryOf(all()).replace('aalbersma@wijk', 'aalbersma@elders');
    expect((await accept(moved)).files[0]!.applied).toMatchObject({ unchanged: 8, changed: 1 });
    expect((await rowOf('Aalbersma')).channels).toBe('email phone');
  });
});

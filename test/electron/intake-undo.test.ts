/** A delivery that is undone: its people are gone from every file, and from an older copy too; whoever was contacted keeps it from being undone. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { canariesOf } from '../../shared/destruction/canaries.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import { openEverything } from './epoch-cut/everything.ts';
import {
  deliveryOf,
  firstDay,
  type Invented,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let id: string;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  id = study.rows<{ id: string }>('SELECT id FROM study')[0]!.id;
});

const person = (surname: string, more: Partial<Invented> = {}): Invented => ({ surname, by: ['phone'], ...more });
const added = [person('Lambregts'), person('Muilwijks', { by: ['email'] }), person('Nieuwstra', { by: ['letter'] })];
const names = added.map(({ surname }) => surname);

let nr = 0;
function accept(content: string, group = residents) {
  nr += 1;
  return study.ask('manager', 'intake.accept', { group, files: [{ file: study.offer(`list-${nr}.csv`, content) }] });
}
const deliveries = async () => (await study.ask('manager', 'intake.deliveries', {})).deliveries;
const newest = async () => (await deliveries())[0]!;
const undo = (delivery: string) => study.ask('manager', 'intake.undo', { delivery });
const known = async () => [...(await study.cases()).keys()];

const now = () => join(study.folder, 'study');
const copied = () => join(study.folder, 'copy-of-before');
/** Every secret that exists, with keyrings and databases of now and of before, laid together in every way. */
function opened(folders: readonly string[]): readonly string[] {
  const { deviceSecrets, secretOf } = study.host;
  const secrets = deviceSecrets.epochs(id).map((epoch) => deviceSecrets.find(id, epoch)!);
  return secrets.flatMap((deviceSecret) =>
    folders.flatMap((keyringIn) =>
      folders.flatMap((databaseIn) => openEverything({ keyringIn, databaseIn, deviceSecret, secretOf }).texts),
    ),
  );
}
/** A full name, a number as it is dialled: the forms of a contact are searched too. */
const forms = (text: string) =>
  text.startsWith('{') ? [text, ...canariesOf(JSON.parse(text) as ContactData)].join('\n') : text;
const found = async (texts: readonly string[], canaries: readonly string[]) =>
  (await findTracesInBytes(new TextEncoder().encode(texts.map(forms).join('\n')), canaries)).size;

/** What tells of the people of the delivery and of nobody else. */
async function canaries(): Promise<readonly string[]> {
  const contacts = opened([now()])
    .filter((text) => text.includes('"surname"'))
    .map((text) => JSON.parse(text.split('\n')[0]!) as ContactData);
  const isTheirs = ({ surname }: ContactData) => names.includes(surname ?? '');
  const others = new Set(contacts.filter((one) => !isTheirs(one)).flatMap(canariesOf));
  const own = contacts.filter(isTheirs).flatMap(canariesOf);
  const codes = [...(await study.cases())].flatMap(([surname, { code }]) => (names.includes(surname) ? [code] : []));
  return [...new Set([...own.filter((canary) => !others.has(canary)), ...codes])];
}

describe('a delivery of which nobody was contacted', () => {
  test('can be undone: its people are nowhere any more, in a copy of before neither; all others are as they were', async () => {
    const before = await known();
    await accept(deliveryOf(added));
    expect((await known()).length).toBe(before.length + 3);
    const theirs = await canaries();
    expect(theirs.length).toBeGreaterThan(6);
    cpSync(now(), copied(), { recursive: true });
    // The control: until now all of them are found, here and in the copy.
    expect(await found(opened([now()]), theirs)).toBe(theirs.length);
    expect(await found(opened([copied()]), theirs)).toBe(theirs.length);

    const { delivery, undo: state } = await newest();
    expect(state).toBe('possible');
    const view = await undo(delivery);
    expect(view.deliveries.map((each) => each.delivery)).not.toContain(delivery);

    const left = opened([now(), copied()]);
    expect(left.length).toBeGreaterThan(10);
    expect(await found(left, theirs)).toBe(0);
    expect(opened([copied()])).toEqual([]);
    const own = [...(await filesBelow(now())), ...(await filesBelow(join(study.folder, 'app')))];
    expect((await findTraces(own, theirs)).found.size).toBe(0);
    expect((await known()).toSorted()).toEqual(before.toSorted());
    const { entries, isWhole } = await study.ask('officer', 'study.journal', { entries: 500 });
    expect(isWhole).toBe(true);
    expect(entries.at(-1)).toMatchObject({
      act: 'intake.undo',
      detail: { group: residents, kind: 'people', files: 1, takenOut: 3, stopped: 0, epoch: 2 },
    });
    await study.restart();
    expect((await study.ask('manager', 'study.status', {})).groups[0]!.cases).toBe(before.length - 2);
  });

  test('may be taken in again afterwards, and then not a third time', async () => {
    const list = deliveryOf(added);
    await accept(list);
    await undo((await newest()).delivery);
    expect((await accept(list)).accepted).toBe(3);
    expect((await refusalOf(accept(list))).problem).toBe('intake.file-taken-before');
  });

  test('was undone once: a second time nobody knows it', async () => {
    await accept(deliveryOf(added));
    const { delivery } = await newest();
    await undo(delivery);
    expect((await refusalOf(undo(delivery))).problem).toBe('intake.delivery-unknown');
  });

  test('leaves ended who it ended: a stop stays a stop', async () => {
    await accept(
      deliveryOf([...added, person('Groothuma', { objects: 'ja' }), person('Hooglanda', { deceased: 'ja' })]),
    );
    await undo((await newest()).delivery);
    const codes = study
      .rows<{ final_code: string | null }>('SELECT final_code FROM cases')
      .map((row) => row.final_code);
    expect(codes.filter((code) => code !== null).toSorted()).toEqual(['2.11', '2.31']);
  });

  test('with someone in it who objected since: taken in again, that person is not', async () => {
    const list = deliveryOf(added);
    await accept(list);
    const { id: caseId } = (await study.cases()).get('Lambregts')!;
    await study.ask('manager', 'contact.stopCase', { caseId, why: 'objected' });
    await undo((await newest()).delivery);
    const again = await accept(list);
    expect(again).toMatchObject({ accepted: 2, files: [{ refused: { suppressed: 1 } }] });
    expect(await known()).not.toContain('Lambregts');
  });
});

describe('while a delivery is being undone', () => {
  const stopped = person('Zwanenveld');
  const takeInStops = () => {
    const file = study.offer('stops.csv', deliveryOf([stopped]));
    return study.ask('manager', 'intake.accept', { kind: 'stops', group: residents, files: [{ file }] });
  };

  test('a list of people not to approach that comes in is not forgotten', async () => {
    await accept(deliveryOf(added));
    const { delivery } = await newest();
    const [, undone] = await Promise.allSettled([takeInStops(), undo(delivery)]);
    expect(undone).toMatchObject({ status: 'rejected', reason: { problem: { problem: 'study.changed-meanwhile' } } });
    await undo(delivery);
    const later = await accept(deliveryOf([stopped, ...added]));
    expect(later).toMatchObject({ accepted: 3, files: [{ refused: { suppressed: 1 } }] });
  });
});

describe('an undo that fails', () => {
  /** Fails at this moment of the write that turns the database; gives who is in the study when it is entered again. */
  async function failing(at: 'written' | 'committed') {
    await accept(deliveryOf(added));
    let isTurning = false;
    await study.restart({
      onEpochStep: (moment) => {
        isTurning = moment === 'keyring-written';
      },
      onWriteStep: (moment) => {
        if (isTurning && moment === at) throw new Error('the disk is full');
      },
    });
    const { delivery } = await newest();
    await expect(undo(delivery)).rejects.toThrow();
    await study.restart();
    const { isWhole } = await study.ask('officer', 'study.journal', { entries: 500 });
    const left = (await known()).filter((name) => names.includes(name)).length;
    return { delivery, isWhole, left, listed: (await deliveries()).some((each) => each.delivery === delivery) };
  }

  test('before the study turned: the delivery is there as a whole, and can be undone', async () => {
    const { delivery, ...found } = await failing('written');
    expect(found).toEqual({ isWhole: true, left: 3, listed: true });
    await undo(delivery);
    expect((await known()).filter((name) => names.includes(name))).toEqual([]);
  });

  test('after it turned: the delivery is gone as a whole', async () => {
    const { delivery, ...found } = await failing('committed');
    expect(found).toEqual({ isWhole: true, left: 0, listed: false });
    expect((await refusalOf(undo(delivery))).problem).toBe('intake.delivery-unknown');
  });
});

describe('a delivery is not undone', () => {
  const state = async () => {
    const { delivery, undo: view } = await newest();
    return { delivery, view };
  };
  const refused = async (people: number) => {
    const { delivery, view } = await state();
    expect(view).toBe('contacted');
    const before = await known();
    expect(await refusalOf(undo(delivery))).toEqual({ problem: 'intake.contacted-already', people });
    expect(await known()).toEqual(before);
  };

  test('once an e-mail was sent', async () => {
    await accept(deliveryOf(added));
    expect((await state()).view).toBe('possible');
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    await refused(1);
  });

  test('once a letter was made, also when it was not posted; discarded, it is as if it had not been made', async () => {
    await accept(deliveryOf(added));
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await refused(1);
    await study.ask('manager', 'contact.discardBatch', { batch });
    expect((await state()).view).toBe('possible');
  });

  test('while an interviewer has one of its people in hand', async () => {
    await accept(deliveryOf(added));
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    for (;;) {
      const next = await study.ask('interviewer', 'contact.nextCase', {});
      if (next.kind === 'none' || next.case.name.endsWith('Lambregts')) break;
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    await refused(1);
  });

  test('once someone answered on the web', async () => {
    await accept(deliveryOf(added));
    const { code } = (await study.cases()).get('Muilwijks')!;
    const file = study.offer('returns.csv', returnsOf([{ code, answers: { hulp: 'nee', terug: 'ja' } }]));
    await study.ask('manager', 'interview.readReturns', { group: residents, file });
    await refused(1);
  });

  test('once someone asked what is held on them', async () => {
    await accept(deliveryOf(added));
    const came = { article: '15', receivedOn: firstDay, channel: 'client' } as const;
    const { nr: request } = await study.ask('manager', 'contact.recordCaseRequest', came);
    const { id: caseId } = (await study.cases()).get('Nieuwstra')!;
    await study.ask('manager', 'contact.fillInCaseRequest', { nr: request, caseId });
    await refused(1);
  });

  test('when nobody came with it, or it is none of this study', async () => {
    await accept(deliveryOf([person('Groothuma', { objects: 'ja' })]));
    const { delivery, undo: view } = await newest();
    expect(view).toBe('nobody');
    expect((await refusalOf(undo(delivery))).problem).toBe('intake.delivery-unknown');
    expect((await refusalOf(undo('none'))).problem).toBe('intake.delivery-unknown');
  });
});

describe('the list of deliveries', () => {
  test('tells the newest first what each came to; the officer sees it too', async () => {
    await study.moveTo(addDays(firstDay, 1));
    const files = [
      { file: study.offer('one.csv', deliveryOf(added.slice(0, 2))) },
      { file: study.offer('two.csv', deliveryOf([added[2]!, person('Groothuma')])) },
    ];
    await study.ask('manager', 'intake.accept', { group: residents, files });
    const { deliveries: seen } = await study.ask('officer', 'intake.deliveries', {});
    expect(seen.map(({ group, kind, files: lists, read, accepted }) => [group, kind, lists, read, accepted])).toEqual([
      [residents, 'people', 2, 4, 3],
      [partners, 'people', 1, 2, 2],
      [residents, 'people', 1, 9, 9],
    ]);
    expect(seen[0]).toMatchObject({ on: addDays(firstDay, 1), refused: { duplicate: 1 }, undo: 'possible' });
    for (const seat of ['researcher', 'interviewer'])
      expect((await refusalOf(study.ask(seat, 'intake.deliveries', {}))).problem).toBe('session.role-not-allowed');
  });
});

/** What an interviewer can open with everything that they have: passphrase, device secret, raw files and code of their own. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../../electron/files/find-traces.ts';
import { agreement } from '../../electron/practice/study-set-up.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { type InWork, putToWork, said } from './in-work.ts';
import { passphraseOf } from './office.ts';
import { openedByKeys } from './opened-by-keys.ts';
import { type PreparedStudy, prepareStudy, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let work: InWork;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  prepared = await prepareStudy(async (each) => {
    work = await putToWork(each);
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  ids = new Map([...(await study.cases())].map(([surname, { id }]) => [surname, id]));
});

const folder = () => join(study.folder, 'study');
const idOf = (surname: string) => ids.get(surname)!;

/** The device secret of the epoch that the keyring in this folder is of. */
function secretFor(studyFolder: string): Uint8Array {
  const { study: id, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(studyFolder, 'keyring'))));
  return study.host.deviceSecrets.find(id, epoch)!;
}
const attackAs = (names: string | readonly string[], studyFolder = folder(), deviceSecret = secretFor(studyFolder)) =>
  openedByKeys(
    studyFolder,
    deviceSecret,
    [names].flat().map((name) => ({ name, secret: study.host.secretOf(passphraseOf(name)) })),
  );

/** What is open to whoever is in the study at all: no person of the sample is in it. */
const forEveryone = [
  'settings.sealed',
  'handouts.path',
  'safeguards.path',
  'intakes.report',
  'instructions.text',
  'case_requests.details',
] as const;
const personal = (opened: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(opened).filter(
      ([column, rows]) => !(forEveryone as readonly string[]).includes(column) && rows.length,
    ),
  );
const rowsOf = (sql: string) =>
  study
    .rows<{ id: string }>(sql)
    .map(({ id }) => id)
    .toSorted();
const copy = (name: string) => {
  const to = join(study.folder, name);
  cpSync(folder(), to, { recursive: true });
  return to;
};

/** What opens of one case and nothing else. */
function ofCase(surname: string, { isTalking = false } = {}) {
  const id = idOf(surname);
  const notes = rowsOf(`SELECT id FROM attempts WHERE case_id = '${id}' AND note IS NOT NULL`);
  const helps = rowsOf(`SELECT id FROM callbacks WHERE case_id = '${id}'`);
  const drafts = rowsOf(`SELECT id FROM drafts WHERE case_id = '${id}'`);
  const answers = rowsOf(`SELECT draft_id || ' ' || seq AS id FROM draft_answers WHERE draft_id = '${drafts[0]}'`);
  expect(drafts.length).toBe(isTalking ? 1 : 0);
  return {
    'cases.contact': [id],
    'cases.login_code': [id],
    'cases.handed_key': [id],
    ...(notes.length === 0 ? {} : { 'attempts.note': notes }),
    ...(helps.length === 0 ? {} : { 'callbacks.note': helps }),
    ...(isTalking ? { 'drafts.draft_key': drafts, 'draft_answers.answer': answers } : {}),
  };
}

describe('the attack', () => {
  test('with the keys of manager and researcher opens everything, but what was sealed to interviewers', () => {
    const { opened, texts, values } = attackAs(['manager', 'researcher']);
    for (const [column, rows] of Object.entries(opened)) {
      const [table, name] = column.split('.');
      const filled = study.rows(`SELECT 1 FROM ${table} WHERE ${name} IS NOT NULL`).length;
      expect(filled).toBeGreaterThan(0);
      expect({ column, opened: rows.length }).toEqual({ column, opened: column === 'cases.handed_key' ? 0 : filled });
    }
    expect(values).toBeGreaterThan(70);
    for (const part of [...Object.values(said), ...ids.keys()]) expect(texts.join('\n')).toContain(part);
  });

  test('with the keys of either of them opens no unfinished interview, and what the other is for stays closed', () => {
    const manager = personal(attackAs('manager').opened);
    expect(Object.keys(manager).toSorted()).toEqual(
      [
        'attempts.note',
        'callbacks.note',
        'cases.case_key',
        'cases.contact',
        'cases.login_code',
        'links.sealed',
      ].toSorted(),
    );
    expect(Object.keys(personal(attackAs('researcher').opened)).toSorted()).toEqual([
      'responses.content',
      'responses.key',
    ]);
  });
});

describe('an interviewer with a case in hand', () => {
  test('opens that case with its unfinished interview, and nothing else of anyone', () => {
    const { opened, texts, keys } = attackAs('interviewer');
    expect(personal(opened)).toEqual(ofCase(work.goingOn, { isTalking: true }));
    expect(keys).toBeGreaterThan(5);
    const all = texts.join('\n');
    expect(all).toContain(work.goingOn);
    expect(all).toContain(said.goingOn);
    for (const other of [said.finished, said.putDown, said.web, said.withdrawn, said.note])
      expect(all).not.toContain(other);
    for (const surname of ids.keys()) expect(all.includes(surname), surname).toBe(surname === work.goingOn);
  });

  test('does not open what a colleague has in hand, nor the other way round', () => {
    expect(personal(attackAs('second').opened)).toEqual(ofCase(work.inOtherHand));
    expect(personal(attackAs('third').opened)).toEqual({});
    expect(personal(attackAs('officer').opened)).toEqual({});
  });

  test('opens together with all other interviewers and the officer no more than their cases in hand', () => {
    const together = personal(attackAs(['interviewer', 'second', 'third', 'officer']).opened);
    const [one, other] = [ofCase(work.goingOn, { isTalking: true }), ofCase(work.inOtherHand)];
    expect(together['cases.contact']).toEqual([...one['cases.contact'], ...other['cases.contact']].toSorted());
    expect(together['drafts.draft_key']).toEqual(one['drafts.draft_key']);
    expect(together['responses.content']).toBeUndefined();
    expect(together['links.sealed']).toBeUndefined();
  });

  test('does not open the response that they just finished, its link, or anything of that case any more', async () => {
    const before = study.rows<{ handed_key: Uint8Array; draft_key: Uint8Array }>(
      `SELECT handed_key, draft_key FROM cases JOIN drafts ON case_id = cases.id WHERE cases.id = '${idOf(work.goingOn)}'`,
    )[0]!;
    const { texts } = attackAs('interviewer');
    expect(texts.join('\n')).toContain(said.goingOn);
    const lies = async (key: Uint8Array) =>
      (await filesBelow(folder())).filter((path) => readFileSync(path).includes(Buffer.from(key))).length;
    expect(await lies(before.handed_key)).toBeGreaterThan(0);
    expect(await lies(before.draft_key)).toBeGreaterThan(0);

    await study.ask('interviewer', 'interview.finish', {});
    const after = attackAs('interviewer');
    expect(personal(after.opened)).toEqual({});
    for (const each of [...Object.values(said), work.goingOn]) expect(after.texts.join('\n')).not.toContain(each);
    // Not in a row any more, nor left over in a corner of a file.
    expect(await lies(before.handed_key)).toBe(0);
    expect(await lies(before.draft_key)).toBe(0);
    expect(attackAs('researcher').texts.join('\n')).toContain(said.goingOn);
  });

  test.each(['no-answer', 'wrong-number', 'refused'] as const)(
    'does not open the case after the call was closed: %s',
    async (outcome) => {
      expect(personal(attackAs('second').opened)).toEqual(ofCase(work.inOtherHand));
      const { handed_key: key } = study.rows<{ handed_key: Uint8Array }>(
        `SELECT handed_key FROM cases WHERE id = '${idOf(work.inOtherHand)}'`,
      )[0]!;
      await study.ask('second', 'contact.closeCall', { outcome, note: said.note });
      expect(personal(attackAs('second').opened)).toEqual({});
      for (const path of await filesBelow(folder())) expect(readFileSync(path).includes(Buffer.from(key))).toBe(false);
    },
  );

  test('does not open the case either while it is stopped or set aside by someone else', async () => {
    const { opened } = attackAs('interviewer');
    expect(personal(opened)['cases.contact']).toEqual([idOf(work.goingOn)]);
    await study.ask('manager', 'contact.stopCase', { caseId: idOf(work.goingOn) as never, why: 'withdrew' });
    const left = personal(attackAs('interviewer').opened);
    // Their screen still shows whom they have on the line; what was said is gone.
    expect(left['drafts.draft_key']).toBeUndefined();
    expect(left['draft_answers.answer']).toBeUndefined();
    await study.ask('interviewer', 'contact.nextCase', {});
    const now = personal(attackAs('interviewer').opened);
    expect(now['cases.contact'] ?? []).not.toContain(idOf(work.goingOn));
  });

  test('opens of a copy of the folder, made meanwhile, that one case; of a copy made after it nothing', async () => {
    const meanwhile = copy('meanwhile');
    const expected = ofCase(work.goingOn, { isTalking: true });
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    const afterwards = copy('afterwards');
    expect(personal(attackAs('interviewer', meanwhile).opened)).toEqual(expected);
    expect(personal(attackAs('interviewer', afterwards).opened)).toEqual({});
  });

  test('opens nothing of a copy of the folder once the epoch was turned', async () => {
    const before = copy('before');
    const oldSecret = secretFor(before);
    expect(personal(attackAs('interviewer', before, oldSecret).opened)).toEqual(
      ofCase(work.goingOn, { isTalking: true }),
    );
    await study.ask('manager', 'study.removePerson', { name: 'third' });
    const { study: id, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(before, 'keyring'))));
    expect(study.host.deviceSecrets.find(id, epoch)).toBeUndefined();
    for (const other of study.host.deviceSecrets.epochs(id))
      expect(() => attackAs('interviewer', before, study.host.deviceSecrets.find(id, other)!)).toThrow();
    // The case is still in their hand in the study as it goes on, and opens there alone.
    expect(personal(attackAs('interviewer').opened)).toEqual(ofCase(work.goingOn, { isTalking: true }));
  });
});

describe('after the last day for contact data', () => {
  const dayAfter = addDays(agreement.endsOn!, 1);
  const isIn = (name: string) => ({ name, passphrase: passphraseOf(name) });
  /** Nobody is in when the day comes; then these sign in, one after another. */
  async function afterEnd(...names: readonly string[]): Promise<void> {
    await study.moveTo(dayAfter);
    await study.restart({}, names);
  }

  test('an interviewer opens nothing once someone has signed in, also not the case that was in their hand', async () => {
    expect(personal(attackAs('interviewer').opened)).toEqual(ofCase(work.goingOn, { isTalking: true }));
    await afterEnd('officer');
    const { opened, values } = attackAs('interviewer');
    expect(values).toBeGreaterThan(60);
    expect(Object.entries(opened).flatMap(([column, rows]) => (rows.length === 0 ? [] : [column]))).toEqual([]);
    expect((await refusalOf(study.ask('interviewer', 'study.signIn', isIn('interviewer')))).problem).toBe(
      'session.study-ended',
    );
    expect(attackAs(['manager', 'researcher']).opened['cases.contact']).toHaveLength(ids.size);
  });

  test('of a copy made before it opens the case in hand until a manager has been in, and from then on nothing', async () => {
    const before = copy('before');
    const oldSecret = secretFor(before);
    await afterEnd('officer');
    expect(personal(attackAs('interviewer', before, oldSecret).opened)).toEqual(
      ofCase(work.goingOn, { isTalking: true }),
    );
    await study.ask('manager', 'study.signIn', isIn('manager'));
    await study.ask('manager', 'study.status', {});
    const { study: id, epoch } = readKeyringHeader(new Uint8Array(readFileSync(join(before, 'keyring'))));
    expect(study.host.deviceSecrets.epochs(id)).toEqual([epoch + 1]);
    expect(() => attackAs('interviewer', before, study.host.deviceSecrets.find(id, epoch + 1)!)).toThrow();
    // Nor does the keyring of before lead into the database of now, had the old device secret been copied too.
    const mixed = copy('mixed');
    cpSync(join(before, 'keyring'), join(mixed, 'keyring'));
    expect(personal(attackAs('interviewer', mixed, oldSecret).opened)).toEqual({});
    expect(personal(attackAs('manager', mixed, oldSecret).opened)['cases.contact']).toBeUndefined();
    expect(attackAs(['manager', 'researcher']).opened['cases.contact']).toHaveLength(ids.size);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays, type Day, day } from '../../shared/calendar.ts';
import { contract, type RequestName, requestNames } from '../../shared/contract.ts';
import { readingRequests } from '../../shared/reading-requests.ts';
import { officeWithStudy, passphraseOf, type TestOffice, temporaryFolder } from './office.ts';

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;
let today: Day;
const stands = day('2026-03-10');

beforeEach(async () => {
  here = temporaryFolder();
  today = stands;
  open = await officeWithStudy(here.folder, { practice: false, today: () => today });
});
afterEach(() => {
  open.office.close();
  here.remove();
});

/** What is said to a person who may ask it, with an input that does not fit: the clock is looked at before the input. */
async function problemAt(name: RequestName): Promise<string> {
  const { roles } = contract[name];
  const seat = roles === 'anyone' ? 'manager' : roles[0];
  const outcome = await open.office.askUnchecked(seat as never, name, 'no input');
  return outcome.kind === 'refused' ? outcome.problem.problem : outcome.kind;
}

describe('a clock that runs backwards', () => {
  test('is refused for everything but reading and leaving, a day early and a year', async () => {
    for (const back of [addDays(stands, -1), addDays(stands, -365)]) {
      today = back;
      for (const name of requestNames) {
        if (contract[name].roles === 'anyone') continue;
        const expected = readingRequests.has(name) ? 'request.input-invalid' : 'study.clock-backwards';
        expect(await problemAt(name), name).toBe(expected);
      }
      expect(await refusalOf(open.ask('manager', 'study.addGroup', {} as never))).toEqual({
        problem: 'study.clock-backwards',
        stands,
        today: back,
      });
    }
    // On the day itself the same requests get as far as their input.
    today = stands;
    for (const name of requestNames)
      if (contract[name].roles !== 'anyone') expect(await problemAt(name), name).toBe('request.input-invalid');
  });

  test('lets nobody in, and everybody leave and look', async () => {
    const { ask } = open;
    today = addDays(stands, -1);
    expect((await ask('manager', 'study.status', {})).title).toBe('A study');
    await ask('officer', 'study.signOut', {});
    const signIn = { name: 'officer', passphrase: passphraseOf('officer') };
    expect(await refusalOf(ask('officer', 'study.signIn', signIn))).toMatchObject({
      problem: 'study.clock-backwards',
      stands,
    });
    await ask('manager', 'study.lock', {});
    await ask('manager', 'study.unlock', { passphrase: passphraseOf('manager') });
    today = stands;
    expect((await ask('officer', 'study.signIn', signIn)).roles).toEqual(['officer']);
  });

  test('is no matter in a practice study, which has a clock of its own', async () => {
    open.office.close();
    here.remove();
    here = temporaryFolder();
    open = await officeWithStudy(here.folder, { today: () => today });
    today = addDays(stands, -30);
    await open.ask('manager', 'study.recordInstruction', { on: today, by: 'Gemeente Waterhoven', text: 'Begin.' });
    await open.ask('manager', 'study.moveClock', { today });
  });

  test('no request that reads adds to the journal', async () => {
    const entries = async () => (await open.ask('officer', 'study.journal', { entries: 0 })).total;
    const before = await entries();
    let answered = 0;
    for (const name of readingRequests) {
      const { roles } = contract[name];
      if (roles === 'anyone' || name === 'study.signOut' || name === 'study.lock') continue;
      const seat = roles.find((role) => role !== 'interviewer') ?? 'interviewer';
      const outcome = await open.office.askUnchecked(seat as never, name, {});
      if (outcome.kind === 'ok') answered += 1;
    }
    expect(answered).toBeGreaterThan(12);
    expect(await entries()).toBe(before);
  });
});

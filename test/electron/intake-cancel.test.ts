/** An intake that is stopped while it goes on leaves nothing behind; and it tells how far it is. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as children from '../../electron/child.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';
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
afterEach(() => void vi.restoreAllMocks());

/** So many invented people, each with a number and a telephone. */
const listOf = (people: number) =>
  ['Clientnummer;Achternaam;Mobiel;Opmerking']
    .concat(
      Array.from({ length: people }, (_, nr) => `V-${nr};Verzonnen${nr};06-89${String(nr).padStart(6, '0')};niets`),
    )
    .join('\r\n');
const input = (people: number) => ({ group: residents, files: [{ file: study.offer('many.csv', listOf(people)) }] });
const stored = () => ['cases', 'intakes', 'settings'].map((table) => study.rows(`SELECT * FROM ${table}`));
const cancel = (seat = 'manager') => study.ask(seat, 'intake.cancel', {});

/** Everyone signed in anew, with vaults that do `meanwhile` before they seal cases for the nth time. */
const interrupting = async (nth: number, meanwhile: () => Promise<unknown>) => {
  let asked = 0;
  const openVault = (): OpenVault => {
    const vault = openVaultHere();
    return {
      ...vault,
      async ask(operation, ...given) {
        if (operation === 'sealNewCases') {
          asked += 1;
          if (asked === nth) await meanwhile();
        }
        return vault.ask(operation, ...given);
      },
    };
  };
  await study.restart({ openVault });
};

/** A reader process that reads, and whose answer gets nowhere; it is stopped when it has just been given its file. What came, in order. */
function readerThatIsStopped(): readonly string[] {
  const { startChild } = children;
  const came: string[] = [];
  vi.spyOn(children, 'startChild').mockImplementation((program, limits) => {
    const reader = startChild(program, limits);
    return {
      post(question) {
        reader.post(question);
        setTimeout(() => void cancel().then(() => came.push('told that it stops')), 50);
      },
      onMessage: () => undefined,
      onEnd: (listener) =>
        reader.onEnd(() => {
          came.push('gone');
          listener();
        }),
      end() {
        came.push('ended by the office');
        reader.end();
      },
    };
  });
  return came;
}

describe('an intake that is stopped', () => {
  test('while people are sealed: refused as stopped, and nothing is stored', async () => {
    await interrupting(2, () => cancel());
    const before = stored();
    const acts = await study.acts();
    expect(await refusalOf(study.ask('manager', 'intake.accept', input(1700)))).toEqual({
      problem: 'intake.cancelled',
    });
    expect(stored()).toEqual(before);
    expect(await study.acts()).toEqual(acts);
    // Not stopped, the same list is taken in.
    expect((await study.ask('manager', 'intake.accept', input(1700))).accepted).toBe(1700);
    expect(stored()).not.toEqual(before);
  });

  test('while the last of them are sealed: nothing is stored either', async () => {
    await interrupting(4, () => cancel());
    const before = stored();
    expect((await refusalOf(study.ask('manager', 'intake.accept', input(1700)))).problem).toBe('intake.cancelled');
    expect(stored()).toEqual(before);
  });

  test.each(['intake.preview', 'intake.accept'] as const)('while a file is read: %s ends at once', async (request) => {
    const came = readerThatIsStopped();
    const before = stored();
    expect((await refusalOf(study.ask('manager', request, input(90_000)))).problem).toBe('intake.cancelled');
    // Not when it was done, nor when its time was up: by force, and before whoever stops it is told so.
    expect(came.slice(0, 3)).toEqual(['ended by the office', 'told that it stops', 'gone']);
    expect(stored()).toEqual(before);
  });

  test('only at the seat where it was asked; where nothing goes on, nothing is stopped', async () => {
    const other = { name: 'Marit', roles: ['manager' as const], confidentialityOn: '2026-01-15' as never };
    await study.ask('manager', 'study.addPerson', { ...other, passphrase: 'a passphrase of Marit' });
    await interrupting(2, () => cancel('Marit'));
    await study.ask('Marit', 'study.signIn', { name: 'Marit', passphrase: 'a passphrase of Marit' });
    expect((await study.ask('manager', 'intake.accept', input(1700))).accepted).toBe(1700);
    expect(await cancel()).toBeNull();
  });
});

test('how far an intake is, is told to the seat that asked it, up to the end', async () => {
  const told: [number, number][] = [];
  await study.restart({
    onProgress: (seat, done, total) => {
      if (String(seat) === 'manager') told.push([done, total]);
    },
  });
  await study.ask('manager', 'intake.accept', input(1700));
  expect(told).toContainEqual([1, 1]);
  expect(told).toContainEqual([500, 1700]);
  expect(told.at(-1)).toEqual([1700, 1700]);
});

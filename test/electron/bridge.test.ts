import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SeatId } from '../../electron/session.ts';
import { contract, requestNames } from '../../shared/contract.ts';
import { roles } from '../../shared/study/person.ts';
import { officeWithStudy, type TestOffice, temporaryFolder } from './office.ts';

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;

beforeEach(async () => {
  here = temporaryFolder();
  open = await officeWithStudy(here.folder);
});
afterEach(() => {
  open.office.close();
  here.remove();
});

const seat = (name: string) => name as SeatId;
const buggy = { group: 'g', file: 'x' };
/** An office in which loading a questionnaire is a bug, with a message that holds what no log may hold, also where places stand. */
async function officeWithBug(): Promise<TestOffice> {
  const broken = await officeWithStudy(join(here.folder, 'broken'), {
    readSource: async () => {
      throw new Error('canary of a person\n    at canary street 4711');
    },
  });
  await broken.ask('manager', 'study.addGroup', { code: 'g' as never, title: 'G', consentBasis: 'opt-in' });
  return broken;
}
const ask = (who: string, name: string, input: unknown) => open.office.askUnchecked(seat(who), name, input);

describe('the bridge', () => {
  test('every role asks every request, and only those that the contract names get past it', async () => {
    const table: Record<string, string[]> = {};
    for (const name of requestNames) {
      const allowed: string[] = [];
      for (const role of roles) {
        // An input that fits nothing: whoever is allowed to ask is told so, whoever is not never gets that far.
        const outcome = await ask(role, name, 'no object');
        if (outcome.kind !== 'refused') throw new Error('an input that fits nothing was taken');
        if (outcome.problem.problem !== 'session.role-not-allowed') allowed.push(role);
      }
      table[name] = allowed;
    }
    const expected = Object.entries(contract).map(([name, { roles: who }]) => [
      name,
      who === 'anyone' ? [...roles] : [...who],
    ]);
    expect(table).toEqual(Object.fromEntries(expected));
  });

  test('nobody who is not signed in gets anything but the requests of the door', async () => {
    // These ask for nothing, so an empty input fits; a practice study is not made while colleagues are at work in another.
    const fits: Record<string, string> = {
      'study.recent': 'ok',
      'study.here': 'ok',
      'study.signOut': 'ok',
      'study.createPractice': 'study.in-use',
    };
    for (const name of requestNames) {
      const outcome = await ask('a seat without anyone', name, {});
      const problem = outcome.kind === 'refused' ? outcome.problem.problem : outcome.kind;
      const atTheDoor = fits[name] ?? 'request.input-invalid';
      expect(problem).toBe(contract[name].roles === 'anyone' ? atTheDoor : 'session.nobody-signed-in');
    }
    const { studies } = await open.ask('a seat without anyone', 'study.recent', {});
    expect(studies.map((study) => Object.keys(study).toSorted())).toEqual([
      ['isPractice', 'openedOn', 'state', 'study', 'title'],
    ]);
    expect(await open.ask('a seat without anyone', 'study.here', {})).not.toHaveProperty('signedIn');
  });

  test('an unknown request and one from the prototype are refused', async () => {
    for (const name of ['study.nothing', '__proto__', 'constructor', 'toString', '']) {
      expect(await ask('manager', name, {})).toMatchObject({
        kind: 'refused',
        problem: { problem: 'request.unknown' },
      });
    }
  });

  test('whatever is sent, the answer is an outcome and never a bug', async () => {
    const names = requestNames.filter((name) => !['study.signOut', 'study.lock', 'study.create'].includes(name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...roles),
        fc.anything({ withBigInt: true, withMap: true }),
        async (name, role, input) => {
          const { kind } = await ask(role, name, input);
          return kind === 'ok' || kind === 'refused';
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a name that is no text, as a broken window may send it, is refused too', async () => {
    for (const name of [{ toString: 1 }, ['study.status'], null, 7]) {
      expect(await ask('manager', name as never, {})).toMatchObject({ problem: { problem: 'request.unknown' } });
    }
  });

  test('a number of days that leads beyond the calendar, and a list without end, are refused', async () => {
    await open.ask('manager', 'study.addGroup', { code: 'g' as never, title: 'G', consentBasis: 'opt-in' });
    const step = { id: 's', channel: 'phone', afterDays: 0, for: {} };
    const setting = async (steps: unknown) => {
      const dates = { startsOn: '2026-03-02', closesOn: '2026-05-01' };
      const protocol = { ...dates, callsMaximum: 1, callAgainAfterDays: 1, steps };
      const outcome = await ask('manager', 'schedule.setProtocol', { group: 'g', protocol });
      return outcome.kind === 'refused' ? outcome.problem.problem : outcome.kind;
    };
    expect(await setting([step])).toBe('ok');
    expect(await setting([{ ...step, afterDays: 1e15 }])).toBe('request.input-invalid');
    expect(await setting(Array.from({ length: 51 }, (_, nr) => ({ ...step, id: `s${nr}` })))).toBe(
      'request.input-invalid',
    );
  });

  test('a refused input tells the path and what was expected, never the value', async () => {
    const outcome = await ask('manager', 'study.recordAgreement', { agreement: { startsOn: 'secret value 4711' } });
    expect(outcome).toMatchObject({ problem: { problem: 'request.input-invalid', field: 'agreement.startsOn' } });
    expect(JSON.stringify(outcome)).not.toContain('4711');
  });

  test('a bug is logged by its place only: the message, which may hold anything, is not in the log', async () => {
    const broken = await officeWithBug();
    const outcome = await broken.office.askUnchecked(seat('manager'), 'study.loadQuestionnaire', buggy);
    expect(outcome.kind).toBe('failed');
    const log = readFileSync(join(here.folder, 'broken', 'app', 'bugs.log'), 'utf8');
    expect(log).toContain('study.loadQuestionnaire');
    expect(log).toContain('requests/study-questionnaire.ts');
    expect(log).not.toContain('canary');
    broken.office.close();
  });

  test('a bug is answered even when the log cannot be written', async () => {
    const broken = await officeWithBug();
    mkdirSync(join(here.folder, 'broken', 'app', 'bugs.log'));
    const outcome = await broken.office.askUnchecked(seat('manager'), 'study.loadQuestionnaire', buggy);
    expect(outcome.kind).toBe('failed');
    broken.office.close();
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { filledInput } from '../../scripts/command-input.ts';
import { requestNames } from '../../shared/contract.ts';
import { roles } from '../../shared/study/person.ts';
import { temporaryFolder } from '../electron/office.ts';

const here = temporaryFolder();
afterAll(() => here.remove());

const program = new URL('../../scripts/veldwerk.ts', import.meta.url).pathname;
const environment = {
  PATH: process.env.PATH,
  VELDWERK_HOME: join(here.folder, 'home'),
  VELDWERK_PASSPHRASE_ANNA: 'a long passphrase of hers',
  VELDWERK_PASSPHRASE: 'the passphrase of everyone else',
};
function veldwerk(...words: string[]) {
  return veldwerkWith({}, ...words);
}
function veldwerkWith(more: Readonly<Record<string, string>>, ...words: string[]) {
  const run = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    cwd: here.folder,
    env: { ...environment, ...more },
  });
  return { code: run.status, outcome: JSON.parse(run.stdout || 'null'), stderr: run.stderr };
}
const create = (practice: boolean) =>
  JSON.stringify({
    title: 'From the command line',
    practice,
    people: [
      { name: 'Anna', roles: ['manager', 'researcher'], confidentialityOn: '2026-01-01', passphrase: true },
      { name: 'Omar', roles: ['officer'], confidentialityOn: '2026-01-01', ...(practice ? { passphrase: true } : {}) },
    ],
  });

describe('the command line', () => {
  test('lists every request with its roles and the schema of its input', () => {
    const { code, outcome } = veldwerk('--list');
    expect(code).toBe(0);
    expect(outcome.map(({ request }: { request: string }) => request)).toEqual(requestNames);
    for (const { roles: who, input } of outcome) {
      expect(who === 'anyone' || who.every((role: never) => roles.includes(role))).toBe(true);
      expect(input.type).toBe('object');
    }
  });

  test('makes a study, signs in and asks: JSON on standard output, exit 0 or 1', () => {
    const made = veldwerk('study.create', create(true), '--study', 'practice');
    expect(made).toMatchObject({ code: 0, outcome: { kind: 'ok', view: { deviceSecretIn: 'file' } } });
    expect(existsSync(join(here.folder, 'practice', 'keyring'))).toBe(true);

    const status = veldwerk('study.status', '--study', 'practice', '--as', 'Anna', '--today', '2026-03-02');
    expect(status).toMatchObject({ code: 0, outcome: { kind: 'ok', view: { today: '2026-03-02', isPractice: true } } });
    const back = veldwerk('study.status', '--study', 'practice', '--as', 'Omar', '--today', '2026-03-01');
    expect(back).toMatchObject({
      code: 1,
      outcome: { kind: 'refused', problem: { problem: 'study.clock-backwards', stands: '2026-03-02' } },
    });
    const notHis = veldwerk(
      'study.addGroup',
      '{"code":"g","title":"G","consentBasis":"opt-in"}',
      '--study',
      'practice',
      '--as',
      'Omar',
    );
    expect(notHis).toMatchObject({ code: 1, outcome: { problem: { problem: 'session.role-not-allowed' } } });
  }, 400_000);

  test('a real study refuses another day, and whoever was invited chooses a passphrase of their own', () => {
    const made = veldwerk('study.create', create(false), '--study', 'real');
    expect(made).toMatchObject({ code: 0, outcome: { view: { invited: [{ name: 'Omar' }] } } });
    const oneTime = made.outcome.view.invited[0].oneTimePassphrase;
    const omar = (more: Readonly<Record<string, string>>) =>
      veldwerkWith(more, 'study.status', '--study', 'real', '--as', 'Omar');
    const unasked = omar({ VELDWERK_PASSPHRASE_OMAR: oneTime });
    expect(unasked).toMatchObject({
      code: 1,
      outcome: { problem: { problem: 'request.input-invalid', field: 'chosen' } },
    });
    const own = 'a passphrase of his own';
    expect(omar({ VELDWERK_PASSPHRASE_OMAR: oneTime, VELDWERK_CHOSEN_OMAR: own }).code).toBe(0);
    expect(omar({ VELDWERK_PASSPHRASE_OMAR: own }).code).toBe(0);
    expect(omar({ VELDWERK_PASSPHRASE_OMAR: oneTime })).toMatchObject({
      outcome: { problem: { problem: 'session.wrong-name-or-passphrase' } },
    });
    const moved = veldwerk('study.status', '--study', 'real', '--as', 'Anna', '--today', '2026-03-02');
    expect(moved).toMatchObject({ code: 1, outcome: { problem: { problem: 'study.clock-is-real' } } });
  }, 400_000);

  test('takes no passphrase as an argument, and refuses what is no JSON or no request', () => {
    const [person] = JSON.parse(create(true)).people;
    const withSecret = JSON.stringify({
      title: 'T',
      practice: true,
      people: [{ ...person, passphrase: 'canary in an argument' }],
    });
    const refused = veldwerk('study.create', withSecret, '--study', 'never');
    expect(refused).toMatchObject({
      code: 1,
      outcome: { problem: { problem: 'request.input-invalid', field: 'people.0.passphrase' } },
    });
    expect(JSON.stringify(refused)).not.toContain('canary');
    expect(existsSync(join(here.folder, 'never'))).toBe(false);
    expect(veldwerk('study.create', '{')).toMatchObject({
      code: 1,
      outcome: { problem: { problem: 'request.input-invalid' } },
    });
    expect(veldwerk('study.nothing')).toMatchObject({ code: 1, outcome: { problem: { problem: 'request.unknown' } } });
    expect(veldwerk().code).toBe(2);
  }, 200_000);
});

describe('the input of a command', () => {
  const asking = {
    secret: async (property: string, name: string | undefined) => `${property} of ${name}`,
    source: (path: string) => `source ${path}`,
    target: (path: string) => `target ${path}`,
  };
  const text = { type: 'string' };
  const secret = { type: 'string', secret: true };

  test('gets its secrets asked for, by the name beside them, wherever they stand', async () => {
    const person = { properties: { name: text, passphrase: secret }, required: ['name', 'passphrase'] };
    const schema = { properties: { people: { items: person } } };
    expect(await filledInput(schema, { people: [{ name: 'a' }, { name: 'b' }] }, asking)).toEqual({
      kind: 'filled',
      input: {
        people: [
          { name: 'a', passphrase: 'passphrase of a' },
          { name: 'b', passphrase: 'passphrase of b' },
        ],
      },
    });
  });

  test('a secret that may be left out is asked for where the input says so', async () => {
    const schema = { properties: { name: text, passphrase: secret }, required: ['name'] };
    expect(await filledInput(schema, { name: 'a' }, asking)).toEqual({ kind: 'filled', input: { name: 'a' } });
    expect(await filledInput(schema, { name: 'a', passphrase: true }, asking)).toEqual({
      kind: 'filled',
      input: { name: 'a', passphrase: 'passphrase of a' },
    });
  });

  test('a secret that may be left out is asked for only beside a user', async () => {
    const schema = { properties: { host: text, user: text, password: secret }, required: ['host'] };
    expect(await filledInput(schema, { host: 'h' }, asking)).toEqual({ kind: 'filled', input: { host: 'h' } });
    expect(await filledInput(schema, { host: 'h', user: 'u' }, asking)).toMatchObject({
      input: { password: 'password of u' },
    });
  });

  test('its paths become words for files', async () => {
    const schema = {
      properties: {
        files: { items: { properties: { file: { ...text, file: 'source' } } } },
        target: { ...text, file: 'target' },
      },
    };
    const input = { files: [{ file: 'a.csv' }], target: 'b.pdf' };
    expect(await filledInput(schema, input, asking)).toEqual({
      kind: 'filled',
      input: { files: [{ file: 'source a.csv' }], target: 'target b.pdf' },
    });
  });
});

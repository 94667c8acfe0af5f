import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeyring } from '../../../electron/vault/keyring.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { day } from '../../../shared/calendar.ts';
import type { Role } from '../../../shared/study/person.ts';
import { temporaryFolder } from '../office.ts';
import type { Tried, Tries } from './trying.ts';

const people: readonly { readonly name: string; readonly role: Role; readonly passphrase: string }[] = [
  { name: 'manager', role: 'manager', passphrase: 'vijf losse woorden van veer' },
  { name: 'researcher', role: 'researcher', passphrase: 'een tweede zin die niemand raadt' },
  { name: 'interviewer', role: 'interviewer', passphrase: 'Regenjas 17 fluistert zacht' },
  { name: 'officer', role: 'officer', passphrase: 'anders dan de anderen, écht' },
];
const wrong = 'session.wrong-name-or-passphrase';
const tries = 1000;

const here = temporaryFolder();
afterAll(() => here.remove());
const keyring = join(here.folder, 'keyring');
const deviceSecret = join(here.folder, 'secret');

beforeAll(() => {
  const vault = new Vault();
  const made = vault.createStudy(
    'study',
    people.map(({ name, role, passphrase }) => {
      const secret = { kind: 'passphrase', passphrase } as const;
      return { name, roles: [role], confidentialityOn: day('2026-01-01'), secret };
    }),
  );
  writeFileSync(keyring, made.keyringFile);
  writeFileSync(deviceSecret, made.deviceSecret);
  for (const { derivation } of readKeyring(made.keyringFile, made.deviceSecret).people)
    expect(derivation).toMatchObject({ algorithm: 'argon2id13', passes: 3, memoryBytes: 256 * 1024 * 1024 });
});

/** Distinct passphrases, each wrong for `name`: a slip in the right one, another person's, and what people often choose. */
function wrongFor(name: string, draw: (below: number) => number, count: number): readonly string[] {
  const right = people.find((one) => one.name === name)!.passphrase;
  const found = new Set([
    ...people.map(({ passphrase }) => passphrase),
    ...['', ' ', name, right.toUpperCase(), right.toLowerCase(), `${right} `, ` ${right}`, right.replaceAll(' ', '')],
    ...[[...right].toReversed().join(''), `${right}${right}`, right.slice(1), right.slice(0, -1), 'wachtwoord'],
    ...[
      'welkom01',
      '123456789012',
      'veldwerk',
      'veldwerk2026',
      'onderzoek',
      'study',
      'null',
      '\u0000',
      `${right}\u0000`,
    ],
  ]);
  while (found.size < count + 1) {
    const at = draw(right.length);
    const other = String.fromCharCode(32 + draw(94));
    const kinds = [right.slice(0, at) + other + right.slice(at + 1), right.slice(0, at) + other + right.slice(at)];
    found.add(kinds[draw(2)]!);
  }
  found.delete(right);
  return [...found].slice(0, count);
}

async function triedBy(asked: Tries['tries']): Promise<Tried> {
  const child = fork(new URL('./trying.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send({ keyring, deviceSecret, tries: asked } satisfies Tries);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the tries ended with ${code} before they were done`);
  });
  const [tried] = (await Promise.race([once(child, 'message'), ended])) as [Tried];
  return tried;
}

test(`of ${tries} wrong passphrases against the keyring itself none opens; the right ones do, before, between and after`, async () => {
  const { below } = seeded(1);
  const each = tries / people.length;
  const asked = people.flatMap(({ name }) => wrongFor(name, below, each).map((passphrase) => ({ name, passphrase })));
  expect(new Set(asked.map(({ name, passphrase }) => `${name}\n${passphrase}`)).size).toBe(tries);
  const halves = [asked.filter((_, nr) => nr % 2 === 0), asked.filter((_, nr) => nr % 2 === 1)];
  const right = people.map(({ name, passphrase }) => ({ name, passphrase }));
  const controlled = halves.map((half) => [...right, ...half.slice(0, 250), ...right, ...half.slice(250), ...right]);
  const tried = (await Promise.all(controlled.map(triedBy))).flat();
  const all = controlled.flat();
  const isRight = ({ name, passphrase }: Tries['tries'][number]) =>
    people.some((one) => one.name === name && one.passphrase === passphrase);
  const opened = all.filter((_, nr) => tried[nr] !== wrong);
  expect(opened.filter((one) => !isRight(one))).toEqual([]);
  expect(opened).toHaveLength(2 * 3 * people.length);
  expect(tried.filter((said) => said === wrong)).toHaveLength(tries);
}, 3_600_000);

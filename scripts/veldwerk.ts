/** Any request of the contract from the command line: `npm run veldwerk -- <request> '<JSON input>' [--study DIR] [--as NAME]`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { deviceSecretsInFolder } from '../electron/device-secrets.ts';
import { appFolder, localHost } from '../electron/host.ts';
import { deviceSecretsOfThisMachine, findKeychain } from '../electron/keychain.ts';
import { openOffice } from '../electron/office.ts';
import type { SeatId } from '../electron/session.ts';
import { problemText } from '../renderer/wording/wording.ts';
import { contract, type Outcome, type RequestName, requestNames } from '../shared/contract.ts';
import { filledInput, type InputFaults } from './command-input.ts';

const usage = `Usage: npm run -s veldwerk -- <request> ['<JSON input>'] [--study DIR] [--as NAME ...] [--today YYYY-MM-DD]
       npm run -s veldwerk -- --list

  --study DIR   the folder of the study
  --as NAME     who asks; given again: who is signed in beside them
  --today DAY   moves the clock of a practice study; a real study refuses it
  --list        prints every request with its roles and its input schema

Passphrases are asked at a prompt, or read from VELDWERK_PASSPHRASE_<NAME> or VELDWERK_PASSPHRASE; never from an argument. One that may be
left out is asked for where the input says true: {"name":"Anna","passphrase":true}. Whoever signs in with a one-time passphrase chooses
their own: at a prompt, or VELDWERK_CHOSEN_<NAME>.
Files are named by their path in the JSON input. The outcome is JSON on standard output; exit 0 when it is ok, 1 when it is not.
A refusal is told in words on standard error: in Dutch, or in English with VELDWERK_LANGUAGE=en.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      study: { type: 'string' },
      as: { type: 'string', multiple: true },
      today: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.list) return print(requestNames.map(described));
  const [name, text = '{}'] = positionals;
  if (name === undefined || values.help) {
    process.stderr.write(`${usage}\n`);
    return values.help ? 0 : 2;
  }
  // npm runs scripts in the project's folder; paths are meant from where the command was typed.
  const from = process.env.INIT_CWD ?? process.cwd();
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const ownFolder = appFolder();
  const files = deviceSecretsInFolder(join(ownFolder, 'device-secrets'));
  const host = localHost(ownFolder, version, {
    // The same secrets and the same key of the installation as the application has on this machine.
    deviceSecrets: deviceSecretsOfThisMachine(files, findKeychain()),
    onProgress: (_, done, total) => process.stderr.isTTY && process.stderr.write(`\r${done} / ${total}  `),
  });
  const office = openOffice(host, host.onBug);
  try {
    if (values.study !== undefined) office.useFolder(resolve(from, values.study));
    const seats = values.as ?? [];
    for (const person of seats) {
      const passphrase = await secret('passphrase', person);
      const signIn = (own: object) =>
        office.ask(person as SeatId, 'study.signIn', { name: person, passphrase, ...own });
      let outcome = await signIn({});
      if (outcome.kind === 'refused' && outcome.problem.problem === 'session.choose-passphrase')
        outcome = await signIn({ chosen: await chosenPassphrase(person) });
      if (outcome.kind !== 'ok') return print(outcome);
    }
    const seat = (seats[0] ?? 'command line') as SeatId;
    if (values.today !== undefined) {
      const moved = await office.askUnchecked(seat, 'study.moveClock', { today: values.today });
      if (moved.kind !== 'ok') return print(moved);
    }
    return print(await office.askUnchecked(seat, name, await inputOf(name, text, from, host)));
  } catch (error) {
    if (error instanceof BadInput) return print({ kind: 'refused', problem: error.problem });
    throw error;
  } finally {
    office.close();
  }
}

class BadInput extends Error {
  readonly problem: InputFaults;
  constructor(problem: InputFaults) {
    super(problem.problem);
    this.problem = problem;
  }
}

async function inputOf(name: string, text: string, from: string, host: ReturnType<typeof localHost>): Promise<unknown> {
  if (!Object.hasOwn(contract, name)) return {};
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new BadInput({ problem: 'request.input-invalid', field: '(input)', expected: 'JSON' });
  }
  const filled = await filledInput(schemaOf(name as RequestName), given, {
    secret,
    source: (path) => host.offerSource(resolve(from, path)),
    target: (path) => host.offerTarget(resolve(from, path)),
  });
  if (filled.kind === 'faulty') throw new BadInput(filled.fault);
  return filled.input;
}

function schemaOf(name: RequestName) {
  return z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' });
}

function described(name: RequestName) {
  const { $schema: _, ...input } = schemaOf(name);
  return { request: name, roles: contract[name].roles, input };
}

/** Takes what a prompt would echo. */
const silence = new Writable({ write: (_chunk, _encoding, done) => done() });

/** From the environment, else asked without showing what is typed. */
async function secret(property: string, name: string | undefined): Promise<string> {
  const general = `VELDWERK_${property.toUpperCase()}`;
  const own = name === undefined ? general : `${general}_${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}`;
  const given = process.env[own] ?? process.env[general];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new BadInput({
      problem: 'request.input-invalid',
      field: property,
      expected: `a prompt, or the environment variable ${own}`,
    });
  }
  process.stderr.write(`${property}${name === undefined ? '' : ` of ${name}`}: `);
  const reader = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await new Promise((done) => reader.once('line', done));
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

/** Twice, because what was typed wrong once would be the passphrase. */
async function chosenPassphrase(person: string): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('A passphrase of your own, at least 12 characters; then once more.\n');
  const chosen = await secret('chosen', person);
  if (chosen === (await secret('chosen', person))) return chosen;
  throw new BadInput({ problem: 'request.input-invalid', field: 'chosen', expected: 'twice the same passphrase' });
}

function print(outcome: Outcome<unknown> | readonly object[]): number {
  process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  if (!('kind' in outcome) || outcome.kind === 'ok') return 0;
  if (outcome.kind === 'refused') {
    const { happened, safe, todo } = problemText(outcome.problem, process.env.VELDWERK_LANGUAGE === 'en' ? 'en' : 'nl');
    process.stderr.write(`${[happened, safe, todo].filter((line) => line !== undefined).join('\n')}\n`);
  }
  return 1;
}

process.exitCode = await main();

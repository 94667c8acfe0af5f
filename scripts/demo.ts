/** `npm run demo`: a whole study in under a minute, with real keys, a real mail server on this machine and a clock that is moved. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localHost } from '../electron/host.ts';
import { groups, title } from '../electron/practice/study-set-up.ts';
import { carryOutStudy, type Summary } from './demo/carry-out-study.ts';
import { referenceSeed } from './demo/wills.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, seed: { type: 'string' } } });
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), values.out ?? 'demo-output');
const seed = Number(values.seed ?? referenceSeed);
if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');

const marker = '.veldwerk-demo';
emptied(folder);
const began = Date.now();
const say = (line: string) => {
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}\n`);
};
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const ownFolder = join(folder, 'app');
say(`${title}, seed ${seed}`);
// Everything lies below one folder, so that the search for traces goes over every file of the run.
const host = localHost(ownFolder, version, { ownFolder: folder });
const summary = await carryOutStudy({
  folder,
  seed,
  host,
  passphraseOf: (name) => `practice passphrase of ${name}`,
  say,
});
writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
process.stdout.write(`\n${printed(summary)}\n`);

/** A new, empty folder. One that holds anything but an earlier demo is left alone. */
function emptied(path: string): void {
  if (existsSync(path)) {
    if (!existsSync(join(path, marker)))
      throw new Error(`${path} exists and is not the output of an earlier demo; name another with --out`);
    rmSync(path, { recursive: true });
  }
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, marker), '');
}

function printed({ groups: lines, total, contacts, destruction }: Summary): string {
  const titles = new Map<string, string>(groups.map(({ group }) => [group.code, group.title]));
  const row = (cells: readonly (string | number | null)[]) =>
    cells.map((cell, column) => (column === 0 ? String(cell).padEnd(18) : String(cell ?? '-').padStart(10))).join('');
  const modes = Object.entries(lines[0]?.byMode ?? {}).map(([mode, count]) => `${count} ${mode}`);
  return [
    row(['', 'invited', 'responses', '%']),
    ...lines.map(({ group, invited, responses, percent }) =>
      row([titles.get(group) ?? group, invited, responses, percent]),
    ),
    row(['Totaal', total.invited, total.responses, total.percent]),
    '',
    `residents by mode: ${modes.join(', ')}`,
    `contacts: ${contacts.emailsSent} e-mails sent, ${contacts.emailsReceived} received, ${contacts.letters} letters, ${contacts.calls} calls`,
    `canaries: ${destruction.foundBefore} of ${destruction.canaries} found before, ${destruction.foundAfter} after, in ${destruction.filesScanned} files (${destruction.bytesScanned} bytes)`,
    '',
    `Results and certificate: ${join(folder, 'study', 'results')}`,
    `Summary: ${join(folder, 'summary.json')}`,
  ].join('\n');
}

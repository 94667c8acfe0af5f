/**
 * The program that is killed: sends what is due and says on standard output, unbuffered, which step of a write it is at (`step`), and what came of it
 * (`sent`). Arguments: folder, and where to cut: `step N` (after the Nth numbered write step), `moment MS` (so many milliseconds after it began), `full N`
 * (from the Nth write step before a commit on the disk is full), or `never`.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../electron/clock.ts';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { killingThread } from '../killing-thread.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { residents } from '../prepared.ts';

const [folder = '', kind = 'never', number = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const thread = killingThread(kind === 'moment');

/** Minutes between two tries are moments here. */
const timesAsFast = 10_000;
const clock: Clock = {
  now: () => new Date(),
  elapsedMs: () => performance.now() * timesAsFast,
  every(_, work) {
    const timer = setInterval(work, 5);
    return () => clearInterval(timer);
  },
};

let isSending = false;
let steps = 0;
const host = quickHost(folder, {
  clock,
  onWriteStep(step) {
    if (!isSending) return;
    steps += 1;
    say(`step ${step}`);
    if (kind === 'step' && steps === Number(number)) process.kill(process.pid, 'SIGKILL');
    const isFull = kind === 'full' && steps >= Number(number) && step !== 'committed';
    if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  },
});
const office = openOffice(host, host.onBug);
office.useFolder(join(folder, 'study'));
const ask = askingAs(office);
await ask('m', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });
await thread.ready;

isSending = true;
const begun = performance.now();
say('sending');
if (kind === 'moment') thread.killAt(process.hrtime.bigint() + BigInt(Math.floor(Number(number) * 1_000_000)));
try {
  say(`sent ${JSON.stringify(await ask('m', 'contact.sendEmails', { group: residents }))}`);
} catch {
  say('broken off');
}
say(`took ${Math.ceil(performance.now() - begun)}`);
office.close();
await thread.end();

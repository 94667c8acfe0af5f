/**
 * The program that is killed: takes a delivery in and says on standard output, unbuffered, when it begins (`taking`), which step of a write
 * it is at (`step`), and when the manager is told that it was done (`taken in N ms`). Arguments: folder, list, and where to cut: `step N`
 * (after the Nth numbered write step), `moment MS` (so many milliseconds after it began), or `never`.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { residents } from '../prepared.ts';

const [folder = '', list = '', kind = 'never', number = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

// A thread that kills without waiting for anyone: the moment falls where it falls, also inside a sync.
const flag = new BigInt64Array(new SharedArrayBuffer(8));
const armed =
  kind === 'moment'
    ? new Worker(
        `const { workerData } = require('node:worker_threads');
         Atomics.wait(workerData.flag, 0, 0n);
         while (process.hrtime.bigint() < workerData.flag[0]);
         process.kill(process.pid, 'SIGKILL');`,
        { eval: true, workerData: { flag } },
      )
    : undefined;

let isTaking = false;
let steps = 0;
const host = quickHost(folder, {
  onWriteStep(step) {
    if (!isTaking) return;
    steps += 1;
    say(`step ${step}`);
    if (kind === 'step' && steps === Number(number)) process.kill(process.pid, 'SIGKILL');
  },
});
const office = openOffice(host, host.onBug);
office.useFolder(join(folder, 'study'));
const ask = askingAs(office);
await ask('m', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });
if (armed !== undefined) await new Promise((ready) => armed.once('online', ready));

const file = host.offerSource(list);
isTaking = true;
say('taking');
const begun = performance.now();
if (kind === 'moment') {
  Atomics.store(flag, 0, process.hrtime.bigint() + BigInt(Math.floor(Number(number) * 1_000_000)));
  Atomics.notify(flag, 0);
}
await ask('m', 'intake.accept', { group: residents, files: [{ file }] });
say(`taken in ${Math.ceil(performance.now() - begun)}`);
office.close();
await armed?.terminate();

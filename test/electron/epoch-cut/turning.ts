/**
 * The program that is killed: erases one person, and with that turns to another epoch. Says on standard output, unbuffered, each numbered
 * moment of the turn. Arguments: folder, number of the request, and where to cut: `step N`, `moment MICROSECONDS` after the turn began, or `never`.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { people } from '../at-work.ts';
import { passphraseOf, quickHost } from '../office.ts';

const [folder = '', request = '', kind = 'never', number = '0'] = process.argv.slice(2);
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

let isTurning = false;
let steps = 0;
function at(step: string): void {
  if (!isTurning) return;
  steps += 1;
  say(`step ${step}`);
  if (kind === 'step' && steps === Number(number)) process.kill(process.pid, 'SIGKILL');
}

const host = quickHost(folder, { onWriteStep: (step) => at(`write ${step}`), onEpochStep: at });
const office = openOffice(host, host.onBug);
office.useFolder(join(folder, 'study'));
const ask = askingAs(office);
if (armed !== undefined) await new Promise((ready) => armed.once('online', ready));
for (const name of ['manager', 'researcher', 'interviewer'])
  await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
const nr = Number(request);
await ask('researcher', 'export.agreeToCaseRequest', { nr });
isTurning = true;
const begunAt = process.hrtime.bigint();
say('turning');
if (armed !== undefined) {
  Atomics.store(flag, 0, begunAt + BigInt(number) * 1000n);
  Atomics.notify(flag, 0);
}
await ask('manager', 'destruction.eraseCase', { nr, typedName: `Q. ${people.unfinished}` });
say(`turned in ${(process.hrtime.bigint() - begunAt) / 1000n}`);
office.close();
await armed?.terminate();

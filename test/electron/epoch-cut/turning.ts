/**
 * The program that is killed: erases one person, and with that turns to another epoch. Says on standard output, unbuffered, each numbered
 * moment of the turn. Arguments: folder, number of the request, and where to cut: `step N`, `moment MICROSECONDS` after the turn began, or `never`.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { people } from '../at-work.ts';
import { killingThread } from '../killing-thread.ts';
import { passphraseOf, quickHost } from '../office.ts';

const [folder = '', request = '', kind = 'never', number = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const thread = killingThread(kind === 'moment');

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
await thread.ready;
for (const name of ['manager', 'researcher', 'interviewer'])
  await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
const nr = Number(request);
await ask('researcher', 'export.agreeToCaseRequest', { nr });
isTurning = true;
const begunAt = process.hrtime.bigint();
say('turning');
if (kind === 'moment') thread.killAt(begunAt + BigInt(number) * 1000n);
await ask('manager', 'destruction.eraseCase', { nr, typedName: `Q. ${people.unfinished}` });
say(`turned in ${(process.hrtime.bigint() - begunAt) / 1000n}`);
office.close();
await thread.end();

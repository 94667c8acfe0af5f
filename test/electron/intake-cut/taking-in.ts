/**
 * The program that is killed: takes a delivery in and says on standard output, unbuffered, when it begins (`taking`), which step of a write
 * it is at (`step`), and when the manager is told that it was done (`taken in N ms`). Arguments: folder, list, and where to cut: `step N`
 * (after the Nth numbered write step), `moment MS` (so many milliseconds after it began), or `never`.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { killingThread } from '../killing-thread.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { residents } from '../prepared.ts';

const [folder = '', list = '', kind = 'never', number = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const thread = killingThread(kind === 'moment');

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
await thread.ready;

const file = host.offerSource(list);
isTaking = true;
say('taking');
const begun = performance.now();
if (kind === 'moment') thread.killAt(process.hrtime.bigint() + BigInt(Math.floor(Number(number) * 1_000_000)));
await ask('m', 'intake.accept', { group: residents, files: [{ file }] });
say(`taken in ${Math.ceil(performance.now() - begun)}`);
office.close();
await thread.end();

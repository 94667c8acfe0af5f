/**
 * The program that is killed: holds a whole course and says on standard output, unbuffered, when each write begins (`in`), is
 * committed (`out`), and when the interviewer sees that something is saved (`ack`). Arguments: folder, course, and where to cut:
 * `step N` (after the Nth numbered write step), `moment N PART` (after the Nth write began, at that part of the time that the writes before
 * it took on average), or `never`.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { killingThread } from '../killing-thread.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { type Course, hold } from './courses.ts';
import { loginCodeIn } from './login-code-in.ts';

const [folder = '', course = 'interview', kind = 'never', number = '0', part = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const thread = killingThread(kind === 'moment');

let steps = 0;
let writes = 0;
let begunAt = 0n;
let took = 0n;
const host = quickHost(folder, {
  onWriteStep(step) {
    steps += 1;
    if (step === 'begun') {
      writes += 1;
      say(`in ${writes}`);
      begunAt = process.hrtime.bigint();
      if (kind === 'moment' && writes === Number(number)) {
        const average = Number(took) / (writes - 1);
        thread.killAt(begunAt + BigInt(Math.floor(Number(part) * average)));
      }
    }
    if (step === 'committed') {
      took += process.hrtime.bigint() - begunAt;
      say(`out ${writes}`);
    }
    if (kind === 'step' && steps === Number(number)) process.kill(process.pid, 'SIGKILL');
  },
});
const office = openOffice(host, host.onBug);
office.useFolder(join(folder, 'study'));
const ask = askingAs(office);
await thread.ready;

for (const name of ['manager', 'interviewer'])
  await ask(name[0]!, 'study.signIn', { name, passphrase: passphraseOf(name) });
await hold(course as Course, ask, loginCodeIn(folder), (one) => say(`ack ${JSON.stringify(one)}`));
say('finished');
say(`steps ${steps}`);
office.close();
await thread.end();

/** An office of its own in which an interviewer types in a call and is heard no more: `typing.ts <folder> <text>`. Says when it is kept. */
import { join } from 'node:path';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { ringingClock, ringingDay } from './ringing-clock.ts';

const [, , folder, text] = process.argv;
const host = quickHost(folder!, { clock: ringingClock(), today: () => ringingDay });
const office = openOffice(host, host.onBug);
office.useFolder(join(folder!, 'study'));
const ask = askingAs(office);
for (const name of ['manager', 'interviewer'])
  await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
const next = await ask('interviewer', 'contact.nextCase', {});
if (next.kind === 'none') throw new Error('nobody is to be rung');
const open = { form: 'help' as const, boxes: [text!] };
await ask('interviewer', 'contact.keepTyped', { caseId: next.case.caseId, note: `${text}, ook`, open });
process.stdout.write('kept\n');
setInterval(() => undefined, 1000);

/**
 * An intake as the application does it, in a process of its own: office, reader and vault. Arguments: the file, and a folder to work in.
 * Prints what it took as JSON: the time of the preview and of taking in, the peak memory of each process, and how long the office kept
 * other seats waiting at most.
 */
import { join } from 'node:path';
import { localHost } from '../../../electron/host.ts';
import { openOffice } from '../../../electron/office.ts';
import { agreement, bureau, firstDay } from '../../../electron/practice/study-set-up.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { day } from '../../../shared/calendar.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import { childrenOf, peakMegabytes } from './peak-memory.ts';

const [file, folder] = process.argv.slice(2) as [string, string];
const host = localHost(join(folder, 'veldwerk'), 'bench');
const office = openOffice(host, host.onBug);
const ask = askingAs(office);
const at = 'Marit';
const confidentialityOn = day('2026-01-15');
const passphrase = 'een zin om mee te meten';
office.useFolder(join(folder, 'study'));
await ask('door', 'study.create', {
  title: 'Meting',
  practice: true,
  people: [
    { name: at, roles: ['manager'], confidentialityOn, passphrase },
    { name: 'Rik', roles: ['researcher'], confidentialityOn, passphrase },
  ],
});
await ask(at, 'study.signIn', { name: at, passphrase });
await ask(at, 'study.moveClock', { today: firstDay });
await ask(at, 'study.recordAgreement', { agreement: { ...agreement, allowedFields: [...contactFields] } });
await ask(at, 'study.recordBureau', bureau);
const group = 'many' as GroupCode;
await ask(at, 'study.addGroup', { code: group, title: 'Velen', consentBasis: 'no-objection' });
const input = { group, files: [{ file: host.offerSource(file) }] };

/** Peak memory by program; looked at often, because a reader is gone when it has answered. */
const peaks = new Map<string, number>();
const watch = setInterval(() => {
  for (const { pid, command } of childrenOf(process.pid)) {
    const program = /(reader|vault)-process/.exec(command)?.[1];
    if (program !== undefined) peaks.set(program, Math.max(peaks.get(program) ?? 0, peakMegabytes(pid)));
  }
}, 25);
/** The longest time that this process did nothing else. */
let longestMs = 0;
let tick = performance.now();
const ticking = setInterval(() => {
  const now = performance.now();
  longestMs = Math.max(longestMs, now - tick - 5);
  tick = now;
}, 5);
const restarted = () => {
  longestMs = 0;
  tick = performance.now();
};

restarted();
const since = performance.now();
const { questions } = await ask(at, 'intake.preview', input);
const previewMs = performance.now() - since;
await new Promise((seen) => setTimeout(seen, 20));
const previewLongestMs = longestMs;
restarted();
const begin = performance.now();
// Invented names look like one another now and then: all of them are people of their own.
const decisions = questions.map(({ file: list, row }) => ({ file: list, row, take: true }));
const { accepted } = await ask(at, 'intake.accept', { ...input, decisions });
const acceptMs = performance.now() - begin;
// Work up to the answer itself, such as the transaction, is seen at the next tick only.
await new Promise((seen) => setTimeout(seen, 20));
const acceptLongestMs = longestMs;
clearInterval(watch);
clearInterval(ticking);
peaks.set('office', peakMegabytes(process.pid));
process.stdout.write(
  JSON.stringify({
    accepted,
    previewMs,
    acceptMs,
    previewLongestMs,
    acceptLongestMs,
    megabytes: Object.fromEntries(peaks),
  }),
);
office.close();
process.exit();

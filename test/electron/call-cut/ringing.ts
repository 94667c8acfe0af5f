/** An office of its own in which everyone rings without end, until it is killed: `ringing.ts <folder>`. Says who has which case in hand. */
import { join } from 'node:path';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { callers } from '../call-room.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { ringingClock, ringingDay } from './ringing-clock.ts';

const [, , folder] = process.argv;
const host = quickHost(folder!, { clock: ringingClock(), today: () => ringingDay });
const office = openOffice(host, host.onBug);
office.useFolder(join(folder!, 'study'));
const ask = askingAs(office);
for (const name of ['manager', 'researcher', ...callers])
  await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
const say = (line: string) => process.stdout.write(`${line}\n`);
say('ready');
await Promise.all(
  callers.map(async (seat, place) => {
    for (let nr = place; ; nr += 1) {
      const next = await ask(seat, 'contact.nextCase', {});
      if (next.kind === 'none') return;
      say(`took ${seat} ${next.case.caseId}`);
      if (nr % 3 === 0) {
        await ask(seat, 'interview.begin', { consent: 'spoken' });
        await ask(seat, 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
        say(`asked ${seat} ${next.case.caseId}`);
        await ask(seat, 'interview.finish', {});
      } else await ask(seat, 'contact.closeCall', { outcome: 'no-answer' });
      say(`done ${seat} ${next.case.caseId}`);
    }
  }),
);
say('all');
process.exit(0);

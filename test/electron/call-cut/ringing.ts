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
/** As seats do, each lets the others go between two questions: else one of them would ring everyone. */
const say = async (line: string) => {
  process.stdout.write(`${line}\n`);
  await new Promise((others) => setTimeout(others, 2));
};
await say('ready');
await Promise.all(
  callers.map(async (seat, place) => {
    for (let nr = place; ; nr += 1) {
      const next = await ask(seat, 'contact.nextCase', {});
      if (next.kind === 'none') return;
      await say(`took ${seat} ${next.case.caseId}`);
      if (nr % 3 === 0) {
        await ask(seat, 'interview.begin', { consent: 'spoken' });
        await ask(seat, 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
        await say(`asked ${seat} ${next.case.caseId}`);
        await ask(seat, 'interview.finish', {});
      } else await ask(seat, 'contact.closeCall', { outcome: 'no-answer' });
      await say(`done ${seat} ${next.case.caseId}`);
    }
  }),
);
await say('all');
process.exit(0);

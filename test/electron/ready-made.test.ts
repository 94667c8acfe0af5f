/** The protocols to begin with, as they stand, lead to messages that can be made: their letters fit on a page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { protocolOf } from '../../renderer/screens/schedule/draft-protocol.ts';
import { type ReadyMade, readyMade, readyMadeDraft } from '../../renderer/screens/schedule/ready-made.ts';
import { protocolTexts } from '../../renderer/wording/screens/protocol-texts.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { defaultLetterLayout } from '../../shared/study/letter-layout.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import { firstDay, lastDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  // An answer slip has to go somewhere.
  const layout = { ...defaultLetterLayout, helpIn: [], slipTo: 'Veldzicht, Antwoordnummer 99, 9990 VB Waterhoven' };
  prepared = await prepareStudy(({ ask }) => ask('manager', 'study.setLetterLayout', { layout }));
});
afterAll(() => prepared.remove());

const made = (kind: ReadyMade): Protocol => {
  const texts = protocolTexts('Gemeente Waterhoven aan de Lange Linschoterplas');
  const draft = readyMadeDraft(kind, { startsOn: firstDay, closesOn: lastDay }, texts);
  return protocolOf(draft, texts.introduction.subject)!;
};
/** Its letters on the first day, each of them in turn as the first step. */
async function lettersOf(study: StudyInUse, protocol: Protocol): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const { after: _, ...step } of protocol.steps.filter(({ channel }) => channel === 'letter')) {
    const alone = { ...protocol, steps: [{ ...step, afterDays: 0, for: {} }] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: alone });
    const target = study.host.offerTarget(`${study.folder}/${step.id}.pdf`);
    const { batch, letters } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    counts.push(letters);
    await study.ask('manager', 'contact.discardBatch', { batch });
  }
  return counts;
}

test.each(readyMade.filter((kind) => kind !== 'empty'))('%s', async (kind) => {
  const study = await prepared.open();
  const protocol = made(kind);
  const letters = protocol.steps.filter(({ channel }) => channel === 'letter').length;
  expect(await lettersOf(study, protocol)).toEqual(Array.from({ length: letters }, () => 3));
});

test('a text that is too long for a letter would be found', async () => {
  const study = await prepared.open();
  const protocol = made('paper');
  const [first] = protocol.steps;
  const text = { ...first!.text!, body: `${first!.text!.body}\n\n`.repeat(3) };
  const refused = await refusalOf(lettersOf(study, { ...protocol, steps: [{ ...first!, text }] }));
  expect(refused.problem).toBe('contact.letters-do-not-fit');
});

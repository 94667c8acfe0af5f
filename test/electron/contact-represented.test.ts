/** Whoever is represented: who rings is told whom to ask for, an e-mail goes to the guardian, and a mentor or administrator only stands beside. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { csvText } from '../../shared/export/csv.ts';
import type { CaseInHand } from '../../shared/views.ts';
import { mixed, type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

const header = [
  ...['Clientnummer', 'Voorletters', 'Achternaam', 'Mobiel', 'E-mail', 'Belnotitie'],
  ...[
    'Wettelijke vertegenwoordiging',
    'Naam vertegenwoordiger',
    'Telefoon vertegenwoordiger',
    'E-mail vertegenwoordiger',
  ],
];
const rows = [
  [
    'C-71',
    'Q.',
    'Onmondigma',
    '06-89001171',
    'onmondigma@wijk.example',
    'liefst langzaam',
    'curatele',
    'P. Bewindma',
    '06-89001172',
    'bewindma@kantoor.example',
  ],
  ['C-73', 'Q.', 'Geldzorgma', '06-89001173', '', '', 'bewind', 'R. Rekenma', '06-89001174', ''],
];

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  const file = study.offer('represented.csv', csvText([header, ...rows], { separator: ';' }));
  const taken = await study.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
  expect(taken.files[0]).toMatchObject({ read: 2, accepted: 2 });
});

/** Rings until this person is in hand. */
async function inHand(surname: string): Promise<CaseInHand> {
  for (let tries = 0; tries < 20; tries += 1) {
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') break;
    if (next.case.name.endsWith(surname)) return next.case;
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
  }
  throw new Error('nobody of that name is due');
}

test('a guardian is asked for by name, at their number; the number of the person is not there', async () => {
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  const one = await inHand('Onmondigma');
  expect(one).toMatchObject({
    name: 'Q. Onmondigma',
    representative: { kind: 'guardian', name: 'P. Bewindma' },
    phones: ['+31689001172'],
    clientNote: 'liefst langzaam',
  });
  expect(JSON.stringify(one)).not.toContain('89001171');
});

test('an administrator stands beside: the person is asked for, at their own number', async () => {
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  const one = await inHand('Geldzorgma');
  expect(one).toMatchObject({
    representative: { kind: 'administrator', name: 'R. Rekenma' },
    phones: ['+31689001173'],
  });
  expect(JSON.stringify(one)).not.toContain('89001174');
});

test('an e-mail goes to the guardian, speaks to them and says for whom', async () => {
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  const toGuardian = study.mailbox.messages.filter(({ to }) => to.includes('bewindma@kantoor.example'));
  expect(toGuardian.length).toBe(1);
  expect(JSON.stringify(study.mailbox.messages)).not.toContain('onmondigma@wijk.example');
});

/** Stop for everyone as people see it: the manager stops all contact, letters that lie ready are warned of, an interviewer gets nobody, and it is lifted again. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { haltWords } from '../../renderer/wording/screens/halt.ts';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { interviewer, studyToRing } from './study-to-ring.ts';
import { goToContact, settled, signIn } from './walk.ts';

const say = haltWords.nl;
const { folder, remove } = temporaryFolder();
let seat: TestSeat;
let manager: Page;
let ringing: Page;
beforeAll(async () => {
  const questionnaire = {
    survey: [
      ['type', 'name', 'label'],
      ['text', 'vraag', 'Wat vindt u ervan?'],
    ],
    choices: [['list_name', 'name', 'label']],
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      ['Kort', 'kort', '1', 'Nederlands (nl)'],
    ],
  };
  const study = await studyToRing(folder, { questionnaire, rules: { doubleEntry: false } });
  seat = await openSeat('browser', { home: folder, study });
  manager = seat.page;
  ringing = await seat.openAnother();
  for (const page of [manager, ringing]) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('h1').first().waitFor();
  }
  await signIn(manager, 'Marit');
  await signIn(ringing, interviewer);
});
afterAll(async () => {
  await seat?.close();
  remove();
});

const shots = process.env.VELDWERK_SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
};
const next = (page: Page) => page.getByRole('button', { name: interviewWords.nl.next }).first();

it('all contact is stopped with one deed, nobody is given out, and everything goes on once it is resumed', async () => {
  await goToContact(manager, 'stops');
  await manager.getByRole('button', { name: say.stop, exact: true }).click();
  await manager.getByRole('dialog').getByRole('button', { name: say.stop, exact: true }).click();
  await manager.getByText(say.haltedAll).waitFor();
  await settled(manager);
  // It was pressed far below: what stands still is shown and read aloud.
  await expect
    .poll(() => manager.getByText(say.haltedAll).evaluate((part) => part.getBoundingClientRect().top >= 0))
    .toBe(true);
  await shoot(manager, 'halted-manager');
  expect(await axeFaults(manager)).toEqual([]);
  expect(await manager.getByRole('button', { name: say.stop, exact: true }).count()).toBe(0);

  await next(ringing).click();
  await ringing.getByText('Alle contact is stilgelegd.').waitFor();
  await shoot(ringing, 'halted-asked');
  await ringing.reload();
  await ringing.getByText(say.betweenAll).waitFor();
  await settled(ringing);
  await shoot(ringing, 'halted-between');
  expect(await axeFaults(ringing)).toEqual([]);

  await manager.getByRole('button', { name: say.lift, exact: true }).click();
  await manager.getByRole('dialog').getByRole('button', { name: say.lift, exact: true }).click();
  await manager.getByText(say.haltedAll).waitFor({ state: 'detached' });
  await next(ringing).click();
  await ringing.getByText(say.betweenAll).waitFor({ state: 'detached' });
  await ringing.locator('main.between').waitFor({ state: 'detached' });
  await shoot(ringing, 'lifted-in-hand');
});

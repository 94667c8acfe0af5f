/** `npm run screenshots`: every screen of the tour, of the practice study in the middle of its fieldwork, into docs/screenshots. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { intakeWords } from '../../renderer/wording/screens/intake.ts';
import { asideWords } from '../../renderer/wording/screens/interview-asides.ts';
import { questionnaireWords } from '../../renderer/wording/screens/questionnaire.ts';
import { questionnaireTryingWords } from '../../renderer/wording/screens/questionnaire-trying.ts';
import { scriptWords } from '../../renderer/wording/screens/scripts.ts';
import { startWords } from '../../renderer/wording/screens/start.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { day } from '../../shared/calendar.ts';
import { interview } from './keyboard-interview.ts';
import { practiceFile } from './reference-journey.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyUnderWay } from './study-under-way.ts';
import { goTo, settled, signIn, signOut, walks } from './walk.ts';

const folder = process.env.VELDWERK_SCREENSHOTS ?? fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'veldwerk-screenshots-'));
try {
  // The first day of ringing: reminders are due, letters were posted, and some have answered.
  const study = await studyUnderWay(home, day('2026-03-16'));
  const seat = await openSeat('browser', { home, study, size: { width: 1280, height: 900 } });
  const { page } = seat;
  // Nothing moves, and no pointer lies on anything.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const shoot = async (name: string) => {
    await page.mouse.move(1270, 890);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  await page.locator('h1').first().waitFor();
  await settled(page);
  await shoot('sign-in');
  await page.getByRole('button', { name: startWords.nl.back }).click();
  await settled(page);
  await page.getByRole('button', { name: new RegExp(`^${startWords.nl.open('')}`) }).waitFor();
  await shoot('start');
  await page.getByRole('button', { name: new RegExp(`^${startWords.nl.open('')}`) }).click();
  for (const { name, screens } of walks.filter((walk) => walk.screens.length > 1)) {
    await signIn(page, name);
    for (const screen of screens) {
      await goTo(page, screen);
      if (screen === 'intake') await chooseExtract(page, seat);
      // What waits in its rooms comes a moment after the room that is open.
      if (screen === 'contact') await page.getByText(/\d staan stil/).waitFor();
      await shoot(name === 'Marit' ? screen : `${screen}-${name.toLowerCase()}`);
    }
    if (name === 'Marit') {
      await goTo(page, 'study');
      await page.getByRole('button', { name: studyWords.nl.rooms.agreement, exact: true }).click();
      await settled(page);
      await shoot('agreement');
      await page.getByRole('button', { name: studyWords.nl.rooms.people, exact: true }).click();
      await page.getByRole('table').first().waitFor();
      await shoot('people');
      await questionnaireRooms(page, shoot);
    }
    await signOut(page);
    await page.reload();
  }
  // A case is given out only while someone is there who can.
  await signIn(await seat.openAnother(), 'Marit');
  await signIn(page, 'Ria');
  await settled(page);
  await shoot('interview-next');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: asideWords.nl.consentYes }).waitFor();
  await shoot('interview-before');
  await interview(page, 6);
  const [code] = await page.locator('.item [role=radio] .key').allInnerTexts();
  await page.keyboard.type(code ?? '');
  await shoot('interview');
  await page.keyboard.press('Alt+g');
  await page.waitForTimeout(200);
  await shoot('interview-ending');
  await seat.close();
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

/** A delivery to look at before it is taken in. */
async function chooseExtract(page: Page, seat: TestSeat): Promise<void> {
  seat.chooseNextSources([practiceFile('residents.xlsx')]);
  await page.getByRole('button', { name: intakeWords.nl.choose }).click();
  await page.getByText(intakeWords.nl.nothingStored).waitFor();
  await settled(page);
  // What is seen last: the sum, and what becomes of each column.
  const preview = page.getByRole('heading', { name: intakeWords.nl.preview });
  await preview.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
}

/** Reading a questionnaire, trying it, and its routes. */
async function questionnaireRooms(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const { rooms } = questionnaireWords.nl;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await goTo(page, 'questionnaire');
  await press(rooms.preview);
  await page
    .locator('.preview-item')
    .nth(1)
    .evaluate((item) => item.scrollIntoView({ block: 'start' }));
  await shoot('questionnaire-preview');
  await press(rooms.test);
  await press(questionnaireTryingWords.nl.test.begin);
  await page.locator('.item h1').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.item [role=radio]').first().waitFor();
  await page.keyboard.press('1');
  await shoot('questionnaire-test');
  await press(rooms.diagram);
  await page.locator('svg.diagram').evaluate((drawing) => drawing.scrollIntoView({ block: 'start' }));
  await shoot('questionnaire-routes');
  await press(rooms.scripts);
  await page.getByRole('heading', { name: scriptWords.nl.preview }).waitFor();
  await shoot('questionnaire-scripts');
}

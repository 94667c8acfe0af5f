/** `npm run screenshots`: every screen of the tour, of the practice study in the middle of its fieldwork, into docs/screenshots. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { day } from '../../shared/calendar.ts';
import { openSeat } from './seat.ts';
import { studyUnderWay } from './study-under-way.ts';
import { goTo, settled, signIn, signOut, walks } from './walk.ts';

const folder = process.env.VELDWERK_SCREENSHOTS ?? fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'veldwerk-screenshots-'));
try {
  const study = await studyUnderWay(home, day('2026-03-31'));
  const seat = await openSeat('browser', { home, study, size: { width: 1280, height: 800 } });
  const { page } = seat;
  const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  await page.locator('h1').first().waitFor();
  await settled(page);
  await shoot('sign-in');
  for (const { name, screens } of walks.filter((walk) => walk.screens.length > 1)) {
    await signIn(page, name);
    for (const screen of screens) {
      await goTo(page, screen);
      await shoot(name === 'Marit' ? screen : `${screen}-${name.toLowerCase()}`);
    }
    await signOut(page);
    await page.reload();
  }
  await signIn(page, 'Ria');
  await settled(page);
  await shoot('interview-next');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
  await shoot('interview-before');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(600);
  await page.keyboard.press('4');
  await shoot('interview');
  await seat.close();
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

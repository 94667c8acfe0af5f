/** The reference study, carried out in the window from an empty start screen to its certificate; the interviews by keyboard alone. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { firstDay, groups, title } from '../../electron/practice/study-set-up.ts';
import { outcomeKeys } from '../../renderer/screens/interview/outcomes.ts';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import { startMailbox } from '../../scripts/loopback-mail.ts';
import { addDays } from '../../shared/calendar.ts';
import { interview, takeCase } from './keyboard-interview.ts';
import {
  bringInPeople,
  makeStudy,
  moveClock,
  readReturns,
  sendAll,
  setProtocols,
  setUp,
  takeIn,
} from './reference-journey.ts';
import { openSeat, seatKinds, seatKindsLine } from './seat.ts';
import { goTo } from './walk.ts';

console.info(seatKindsLine());

const answering = { residents: 60, partners: 92, 'team-members': 39 };

describe.each(seatKinds())('the reference study at a seat of kind %s', (kind) => {
  it('goes from start to certificate, and reaches nothing outside the application', async () => {
    const mailbox = await startMailbox();
    const seat = await openSeat(kind);
    const { page } = seat;
    const bugs: string[] = [];
    page.on('pageerror', (error) => bugs.push(String(error)));
    try {
      const oneTime = await makeStudy(page);
      const { researcher, interviewer } = await bringInPeople(page, seat, oneTime);
      for (const other of [researcher, interviewer]) other.on('pageerror', (error) => bugs.push(String(error)));
      await setUp(page, seat, mailbox);
      const [residents, partners, team] = await takeIn(page, seat);
      expect(residents).toContain('263 aangenomen');
      expect(partners).toMatch(/166/);
      expect(team).toContain('54 aangenomen');
      await setProtocols(page);

      await moveClock(page, firstDay);
      const codes = await sendAll(page, seat, mailbox);
      expect(mailbox.messages.length).toBe(63 + 166 + 54);
      expect(codes.get('letters')?.length).toBe(200);

      const ringing = addDays(firstDay, 14);
      await moveClock(page, ringing);
      await readReturns(page, seat, codes, answering, ringing);

      await ringByKeyboard(interviewer);

      await goTo(page, 'reporting');
      await page
        .getByText(/191|19[4-9]/)
        .first()
        .waitFor();

      await goTo(page, 'study');
      await page.getByRole('button', { name: 'Instructies', exact: true }).click();
      await page.getByLabel('Wat draagt de opdrachtgever op?').fill('Lever het bestand en vernietig daarna alles.');
      await page.getByRole('button', { name: 'Leg een instructie vast' }).click();
      await page.getByText('Instructie 1 is vastgelegd.').waitFor();

      await makeDataset(researcher);
      await agree(researcher);
      await destroy(page);
      expect(await page.locator('main').innerText()).toMatch(/Na de vernietiging: 0\./);
      expect(resultsBelow(seat.home)).toEqual(
        expect.arrayContaining([
          'certificate-of-destruction.json',
          'certificate-of-destruction.pdf',
          'dataset-residents.csv',
          'codebook-residents.csv',
        ]),
      );
      expect(bugs).toEqual([]);
      expect(seat.strayRequests()).toEqual([]);
      await page.getByRole('button', { name: 'Naar het begin' }).click();
      await page.getByText('vernietigd').first().waitFor();
    } catch (error) {
      await page
        .screenshot({ path: join(process.env.VELDWERK_SCREENSHOTS ?? seat.home, 'journey-failed.png') })
        .catch(() => undefined);
      throw error;
    } finally {
      await seat.close();
      await mailbox.stop();
    }
  });
});

/** Three interviews, one broken off and taken back, a refusal that takes two keys, and one that nobody answered. */
async function ringByKeyboard(page: Page): Promise<void> {
  for (let held = 0; held < 3; held += 1) {
    expect(await takeCase(page)).toBe('call');
    expect(await interview(page)).toBeGreaterThan(5);
  }
  expect(await takeCase(page)).toBe('call');
  await interview(page, 3);
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Enter');
  await page.getByText(/Het interview is afgebroken/).waitFor();
  await page.keyboard.press('z');
  await page.getByRole('button', { name: 'Ga verder met het interview' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press(outcomeKeys['no-answer']);
  await page.getByText(closedAs('no-answer')).waitFor();
  expect(await takeCase(page)).toBe('call');
  await page.keyboard.press('g');
  await page.keyboard.press(outcomeKeys.refused);
  await page.keyboard.press('Enter');
  await page.getByText(closedAs('refused')).waitFor();
}

const closedAs = (outcome: 'no-answer' | 'refused') =>
  interviewWords.nl.ended.call(callEndingWords.nl.outcomes[outcome]);

async function makeDataset(page: Page): Promise<void> {
  await goTo(page, 'export');
  for (const { leaveOut } of groups)
    for (const item of leaveOut) await page.getByRole('checkbox', { name: new RegExp(`Laat ${item} weg`) }).check();
  await page.getByRole('combobox', { name: 'Op grond van welke instructie?' }).selectOption('1');
  await page.getByRole('button', { name: 'Maak het geanonimiseerde bestand' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Maak het geanonimiseerde bestand' }).click();
  await page.getByText('dataset-residents.csv').waitFor({ timeout: 300_000 });
}

async function agree(page: Page): Promise<void> {
  await goTo(page, 'destruction');
  await page.getByRole('button', { name: 'Geef akkoord', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Geef akkoord' }).click();
  await page.getByText('Uw akkoord is vastgelegd.').waitFor();
}

async function destroy(page: Page): Promise<void> {
  await goTo(page, 'destruction');
  await page.getByText('Ruben (onderzoeker) is akkoord.').waitFor();
  const questions = page.getByRole('region', { name: 'Wat buiten bereik van Veldwerk ligt' }).getByRole('combobox');
  for (let nr = 0; nr < (await questions.count()); nr += 1) await questions.nth(nr).selectOption('niet van toepassing');
  await page.getByRole('combobox', { name: 'Op grond van welke instructie?' }).selectOption('1');
  await page.getByRole('button', { name: 'Vernietig alle persoonsgegevens' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Vernietig alle persoonsgegevens' }).click();
  await page.getByRole('heading', { name: 'Verklaring van vernietiging' }).waitFor({ timeout: 300_000 });
}

/** The names of the results of every study below a home. */
function resultsBelow(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('results') && statSync(join(home, path)).isFile())
    .map((path) => path.replace(/^.*[\\/]/, ''));
}

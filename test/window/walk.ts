/** Walking through the app as each of its people: signing in, and going from screen to screen by what is written on them. */
import type { Page } from 'playwright-core';
import type { WordingLanguage } from '../../renderer/wording/grammar.ts';
import { type ContactRoom, contactRoomWords } from '../../renderer/wording/screens/contact-rooms.ts';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import { peopleWords } from '../../renderer/wording/screens/people.ts';
import { startWords } from '../../renderer/wording/screens/start.ts';
import { type ScreenName, windowWords } from '../../renderer/wording/screens/window.ts';
import { passphraseOf } from './study-under-way.ts';

/** Whoever has screens, with the screens they have. */
export const walks: readonly { readonly name: string; readonly screens: readonly ScreenName[] }[] = [
  {
    name: 'Marit',
    screens: ['study', 'questionnaire', 'intake', 'schedule', 'contact', 'reporting', 'destruction', 'journal'],
  },
  { name: 'Ruben', screens: ['study', 'questionnaire', 'reporting', 'export', 'destruction'] },
  { name: 'Nadia', screens: ['study', 'destruction', 'journal'] },
  { name: 'Ria', screens: ['interview'] },
];

const signInWords = {
  nl: { name: /naam/i, passphrase: /wachtzin/i },
  en: { name: /name/i, passphrase: /passphrase/i },
};

export async function signIn(page: Page, name: string, language: WordingLanguage = 'nl'): Promise<void> {
  const words = signInWords[language];
  await page.getByLabel(words.name).first().fill(name);
  await page.getByLabel(words.passphrase).first().fill(passphraseOf(name));
  await page.keyboard.press('Enter');
  await page.getByText(windowWords[language].signOut).first().waitFor();
}

/** The first time, with the one-time passphrase from the card; from then on `signIn` does. */
export async function signInFirst(page: Page, name: string, oneTime: string): Promise<void> {
  await page.getByLabel(signInWords.nl.name).first().fill(name);
  await page.getByLabel(signInWords.nl.passphrase).first().fill(oneTime);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: peopleWords.nl.chooseTitle }).waitFor();
  await page.getByLabel(startWords.nl.passphrase, { exact: true }).fill(passphraseOf(name));
  await page.getByLabel(startWords.nl.passphraseAgain).fill(passphraseOf(name));
  await page.keyboard.press('Enter');
  const isIn = page.getByText(windowWords.nl.signOut).first();
  const isAwaiting = page.getByText(startWords.nl.awaited('').slice(0, 20));
  await isIn.or(isAwaiting).first().waitFor();
  if (await isAwaiting.isVisible()) await page.getByRole('button', { name: startWords.nl.signIn }).click();
  await isIn.waitFor();
}

export async function signOut(page: Page, language: WordingLanguage = 'nl'): Promise<void> {
  await page.getByRole('button', { name: windowWords[language].signOut }).first().click();
  // With a case in hand it is asked first.
  const anyway = page.getByRole('dialog').getByRole('button', { name: interviewWords[language].leaving.anyway });
  if (await anyway.isVisible()) await anyway.click();
  await page.getByText(windowWords[language].signOut).first().waitFor({ state: 'detached' });
}

/** Opens a screen from the list of stages; its heading is there afterwards. */
export async function goTo(page: Page, screen: ScreenName, language: WordingLanguage = 'nl'): Promise<void> {
  const say = windowWords[language];
  await page
    .getByRole('navigation', { name: say.stages })
    .getByRole('button', { name: new RegExp(`^${say.screens[screen]}`) })
    .click();
  await settled(page, language);
}

/** Opens a room of the contact screen; whoever is elsewhere goes there first. */
export async function goToContact(page: Page, room: ContactRoom, language: WordingLanguage = 'nl'): Promise<void> {
  await goTo(page, 'contact', language);
  const { label, rooms } = contactRoomWords[language];
  await page
    .getByRole('navigation', { name: label })
    .getByRole('button', { name: new RegExp(`^${rooms[room]}`) })
    .click();
  await settled(page, language);
}

/** Until nothing on the page says that it is being fetched. */
export async function settled(page: Page, language: WordingLanguage = 'nl'): Promise<void> {
  await page.locator('main h1:visible, main h2:visible').first().waitFor();
  await page.waitForFunction((text) => !document.body.innerText.includes(text), windowWords[language].loading);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

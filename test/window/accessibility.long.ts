/** WCAG 2.2 AA on every screen, in both languages, light, dark and in high contrast: axe finds nothing, after it found what was broken on purpose. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WordingLanguage } from '../../renderer/wording/grammar.ts';
import { agreementEndWords } from '../../renderer/wording/screens/agreement-end.ts';
import { callbackWords } from '../../renderer/wording/screens/callbacks.ts';
import { contactRooms } from '../../renderer/wording/screens/contact-rooms.ts';
import { intakeWords } from '../../renderer/wording/screens/intake.ts';
import { intakePeopleWords } from '../../renderer/wording/screens/intake-people.ts';
import { intakeRefusalWords } from '../../renderer/wording/screens/intake-refusal.ts';
import { lockingWords } from '../../renderer/wording/screens/locking.ts';
import { onePersonWords } from '../../renderer/wording/screens/one-person.ts';
import { peopleWords } from '../../renderer/wording/screens/people.ts';
import { startWords } from '../../renderer/wording/screens/start.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { withdrawalWords } from '../../renderer/wording/screens/withdrawal.ts';
import { day } from '../../shared/calendar.ts';
import { requestArticles } from '../../shared/study/case-request.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults, lookAs as lookOf } from './axe-faults.ts';
import { practiceFile } from './reference-journey.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { passphraseOf, studyUnderWay } from './study-under-way.ts';
import { goTo, goToContact, settled, signIn, signOut, walks } from './walk.ts';

const { folder, remove } = temporaryFolder();
let seat: TestSeat;
let page: Page;

beforeAll(async () => {
  const study = await studyUnderWay(folder, day('2026-03-18'));
  seat = await openSeat('browser', { home: folder, study });
  page = await calmPage();
});
afterAll(async () => {
  await seat?.close();
  remove();
});

/** A window of its own in which nothing moves: a colour half-way to another one would be judged as it is. */
async function calmPage(): Promise<Page> {
  const calm = await seat.openAnother();
  await calm.emulateMedia({ reducedMotion: 'reduce' });
  await calm.locator('h1').first().waitFor();
  return calm;
}

const faults = (at = page) => axeFaults(at);

/** How wide the page is beyond its window, in pixels. */
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function turnTo(language: WordingLanguage): Promise<void> {
  const now = (await page.evaluate(() => document.documentElement.lang)) as WordingLanguage;
  if (now === language) return;
  await page.getByRole('button', { name: windowWords[now].language, exact: true }).first().click();
  await page.waitForFunction((code) => document.documentElement.lang === code, language);
}

/** A delivery to look at: the same list again, with refusals of every kind and columns that are not read. */
async function chooseExtract(language: WordingLanguage = 'nl'): Promise<void> {
  const { choose, chooseMore, remove } = intakeWords[language];
  await page.getByRole('button', { name: new RegExp(`^(${choose}|${chooseMore})`) }).waitFor();
  // What was begun on an earlier visit is still there.
  const takeOff = page.getByRole('button', { name: new RegExp(`^${remove}\\W`) });
  for (let left = await takeOff.count(); left > 0; left -= 1) {
    await takeOff.first().click();
    await takeOff.nth(left - 1).waitFor({ state: 'detached' });
  }
  seat.chooseNextSources([practiceFile('residents.xlsx')]);
  await page.getByRole('button', { name: choose }).click();
  await page.getByText(intakeWords[language].nothingStored).waitFor();
}

const lookAs = (look: string, at = page) => lookOf(look, at);

describe('accessibility', () => {
  it('finds what is broken on purpose', async () => {
    await page.evaluate(() => {
      const broken = document.createElement('div');
      broken.id = 'broken';
      for (const tag of ['img', 'input', 'button']) broken.append(document.createElement(tag));
      broken.querySelector('img')?.setAttribute('src', 'data:,');
      document.body.append(broken);
    });
    const found = await faults();
    await page.evaluate(() => document.getElementById('broken')?.remove());
    expect(found.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['image-alt', 'label', 'button-name']),
    );
  });

  it('has nothing against the start screen and the sign-in', async () => {
    for (const language of ['en', 'nl'] as const) {
      await turnTo(language);
      expect(await faults()).toEqual([]);
    }
  });

  for (const { name, screens } of walks)
    it(`has nothing against the screens of ${name}`, async () => {
      page = await calmPage();
      await signIn(page, name);
      for (const language of ['nl', 'en'] as const) {
        await turnTo(language);
        for (const screen of screens) {
          if (screens.length > 1) await goTo(page, screen, language);
          for (const look of ['light', 'dark', 'contrast']) {
            await lookAs(look);
            expect(await faults(), `${screen} in ${language}, ${look}`).toEqual([]);
          }
          for (const room of screen === 'contact' ? contactRooms : []) {
            await goToContact(page, room, language);
            expect(await overflow(), `${room} of contact in ${language}`).toBe(0);
            for (const look of ['light', 'dark', 'contrast']) {
              await lookAs(look);
              expect(await faults(), `${room} of contact in ${language}, ${look}`).toEqual([]);
            }
          }
        }
      }
      await lookAs('light');
      await turnTo('nl');
      await signOut(page);
      await page.close();
    });

  it('has nothing against a request about one person, at whatever stage, nor against a withdrawal', async () => {
    page = await calmPage();
    await signIn(page, 'Marit');
    await goToContact(page, 'stops');
    const say = onePersonWords.nl;
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    const looks = async (where: string) => {
      for (const look of ['light', 'dark', 'contrast']) {
        await lookAs(look);
        expect(await faults(), `${where}, ${look}`).toEqual([]);
      }
      await lookAs('light');
    };
    for (const article of requestArticles) {
      await page.getByLabel(say.article).selectOption(article);
      await press(say.record);
      await page
        .getByRole('cell', { name: String(Number(requestArticles.indexOf(article)) + 1), exact: true })
        .waitFor();
    }
    await looks('the register');
    for (const [index, article] of requestArticles.entries()) {
      await press(new RegExp(`^${say.open}.*${index + 1}$`));
      await page.getByLabel(say.lookUp).fill('van der');
      await page.getByRole('button', { name: say.find, exact: true }).last().click();
      await page
        .getByRole('button', { name: new RegExp(`^${say.choose}`) })
        .first()
        .waitFor();
      if (article === '15') await looks('people found');
      await press(say.choose);
      await page.getByText(say.chosen).waitFor();
      await page.getByLabel(say.identityCheckedBy).fill('Marit');
      await press(say.keep);
      await page.getByText(say.kept).waitFor();
      await settled(page);
      await looks(`a request of article ${article}`);
      await press(say.back);
    }

    const other = page;
    page = await calmPage();
    await signIn(page, 'Ruben');
    await goTo(page, 'export');
    await press(withdrawalWords.nl.agree('1'));
    await page.getByText(say.agreed('Ruben')).waitFor();
    await looks('requests to agree to');
    await signOut(page);
    await page.reload();
    await signIn(page, 'Nadia');
    await goTo(page, 'journal');
    await looks('the register of the officer');
    await signOut(page);
    await page.reload();
    await signIn(page, 'Ria');
    await page.getByText(withdrawalWords.nl.withdrew).click();
    await looks('a withdrawal');
    await page.close();
    await other.close();
  });

  it('has nothing against a request for help, which is veiled and goes once it was passed on', async () => {
    const said = 'Ik red het niet meer alleen.';
    const manager = await calmPage();
    await signIn(manager, 'Marit');
    page = await calmPage();
    await signIn(page, 'Ria');
    const ask = (name: string, input: object) =>
      page.evaluate(
        async (question) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch('/ask', { method: 'POST', headers, body: JSON.stringify(question) })).json();
        },
        { name, input },
      );
    expect(await ask('contact.nextCase', {})).toMatchObject({ kind: 'ok' });
    expect(await ask('contact.askHelp', { permission: true, text: said })).toMatchObject({ kind: 'ok' });
    expect(await ask('contact.closeCall', { outcome: 'no-answer' })).toMatchObject({ kind: 'ok' });
    await page.close();
    page = manager;
    for (const language of ['nl', 'en'] as const) {
      await turnTo(language);
      await goTo(page, 'study', language);
      await goTo(page, 'contact', language);
      await page.getByText(said).waitFor();
      for (const look of ['light', 'dark', 'contrast']) {
        await lookAs(look);
        expect(await faults(), `a request for help in ${language}, ${look}`).toEqual([]);
      }
      await lookAs('light');
    }
    await page.keyboard.press('F9');
    await page.getByText(said).waitFor({ state: 'detached' });
    await page.keyboard.press('F9');
    await page.getByText(said).waitFor();
    await turnTo('nl');
    // While another room is open nothing of it is on the page; that it waits is.
    await goToContact(page, 'received');
    await page.getByText(said).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Vandaag \d+ te doen$/ }).waitFor();
    await goToContact(page, 'today');
    const say = callbackWords.nl;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press(say.passOn);
    expect(await faults(), 'passing it on').toEqual([]);
    expect(await page.getByRole('button', { name: say.confirm }).isDisabled()).toBe(true);
    await page.getByLabel(say.to).fill('Loket Wmo');
    await press(say.confirm);
    await page.getByText(say.passed('Loket Wmo')).waitFor();
    await page.getByText(say.none).waitFor();
    await page.getByText(said).waitFor({ state: 'detached' });
    expect(await faults(), 'nothing waiting').toEqual([]);
    await signOut(page);
    await page.close();
  });

  it('has nothing against the people of the study, a passphrase on its card, and the choosing of one', async () => {
    page = await calmPage();
    await signIn(page, 'Marit');
    for (const language of ['nl', 'en'] as const) {
      await turnTo(language);
      const staff = peopleWords[language];
      await goTo(page, 'study', language);
      const name = `Collega ${language}`;
      const people = page.getByRole('button', { name: studyWords[language].rooms.people, exact: true });
      await people.click();
      await page.getByRole('table').first().waitFor();
      const looks = async (what: string, at = page) => {
        for (const look of ['light', 'dark', 'contrast']) {
          await lookAs(look, at);
          expect(await faults(at), `${what} in ${language}, ${look}`).toEqual([]);
        }
      };
      await looks('the people room');
      await page.getByLabel(startWords[language].name, { exact: true }).fill(name);
      await page.getByRole('button', { name: staff.add }).click();
      await page.locator('.one-time-cards').waitFor();
      await looks('a card');
      const oneTime = await page.locator('.one-time-cards .secret').innerText();
      await page.getByRole('button', { name: staff.goOn, exact: true }).click();
      await looks('the question whether it is written down');
      await page.getByRole('dialog').getByRole('button', { name: staff.writtenDown }).click();
      const other = await calmPage();
      await other.getByLabel(startWords.nl.signInName).fill(name);
      await other.getByLabel(startWords.nl.signInPassphrase).fill(oneTime);
      await other.keyboard.press('Enter');
      await other.getByRole('heading', { name: peopleWords.nl.chooseTitle }).waitFor();
      await looks('choosing a passphrase', other);
      await other.close();
      await page.getByRole('button', { name: new RegExp(`^${staff.remove}.*${name}`) }).click();
      await looks('removing someone');
      await page.keyboard.press('Escape');
    }
    await lookAs('light');
    await turnTo('nl');
    await signOut(page);
    await page.close();
  });

  it('has nothing against a locked place, by passphrase and by PIN, nor against choosing a PIN', async () => {
    const inAnyLook = async (where: string) => {
      for (const language of ['nl', 'en'] as const) {
        await turnTo(language);
        for (const look of ['light', 'dark', 'contrast']) {
          await lookAs(look);
          expect(await faults(), `${where} in ${language}, ${look}`).toEqual([]);
        }
      }
      await lookAs('light');
      await turnTo('nl');
    };
    const say = lockingWords.nl;
    const lock = async () => {
      await page.keyboard.press('Control+L');
      await page.getByRole('heading', { name: say.title }).waitFor();
    };
    const manager = await calmPage();
    page = manager;
    await signIn(page, 'Marit');
    await goToContact(page, 'calls');
    await page.getByLabel(say.shift.until).fill('23:59');
    await page.getByRole('button', { name: say.shift.begin }).click();
    await page.getByRole('button', { name: say.shift.end }).waitFor();
    await inAnyLook('the shift');
    await lock();
    await inAnyLook('the lock screen');
    page = await calmPage();
    await signIn(page, 'Ria');
    await page.getByText(say.choosePin.title).click();
    await inAnyLook('choosing a PIN');
    await page.getByLabel(say.choosePin.box).fill('480517');
    await page.getByLabel(say.choosePin.again).fill('480517');
    await page.keyboard.press('Enter');
    await page.getByText(say.choosePin.chosen('23:59')).waitFor();
    await lock();
    await page.getByLabel(say.pin, { exact: true }).waitFor();
    await inAnyLook('the lock screen with a PIN');
    for (const locked of [page, manager]) {
      await locked.getByRole('button', { name: say.signOut, exact: true }).click();
      await locked.getByRole('heading', { name: say.title }).waitFor({ state: 'detached' });
      await locked.close();
    }
  });

  it('has nothing against a delivery that is looked at, a draw, nor a file that is refused', async () => {
    page = await calmPage();
    await signIn(page, 'Marit');
    for (const language of ['nl', 'en'] as const) {
      await turnTo(language);
      await goTo(page, 'intake', language);
      await chooseExtract(language);
      await page.getByLabel(intakePeopleWords[language].draw).check();
      await page.getByRole('table', { name: intakePeopleWords[language].drawn }).waitFor();
      for (const look of ['light', 'dark', 'contrast']) {
        await lookAs(look);
        expect(await faults(), `a delivery in ${language}, ${look}`).toEqual([]);
      }
      seat.chooseNextSources([practiceFile('residents-first-delivery.xlsx')]);
      await page.getByRole('button', { name: intakeWords[language].chooseMore }).click();
      await page.getByRole('heading', { name: intakeRefusalWords[language].title }).waitFor();
      for (const look of ['light', 'dark', 'contrast']) {
        await lookAs(look);
        expect(await faults(), `a refusal in ${language}, ${look}`).toEqual([]);
      }
      await goTo(page, 'study', language);
    }
    await lookAs('light');
    await turnTo('nl');
    await signOut(page);
    await page.close();
  });

  it('fits in 1024 x 700, and at 200 % zoom', async () => {
    page = await calmPage();
    await signIn(page, 'Marit');
    for (const size of [
      { width: 1024, height: 700 },
      { width: 640, height: 512 },
    ]) {
      await page.setViewportSize(size);
      for (const screen of walks[0]!.screens) {
        await goTo(page, screen);
        if (screen === 'intake') await chooseExtract();
        expect(await overflow(), `${screen} at ${size.width}`).toBeLessThanOrEqual(0);
        for (const room of screen === 'contact' ? contactRooms : []) {
          await goToContact(page, room);
          expect(await overflow(), `${room} of contact at ${size.width}`).toBeLessThanOrEqual(0);
        }
      }
    }
  });

  // Last: the clock of a study does not go back.
  it('has nothing against the register, nor against the days around the ends of the agreement', async () => {
    page = await calmPage();
    await signIn(page, 'Marit');
    const looks = async (where: string) => {
      for (const look of ['light', 'dark', 'contrast']) {
        await lookAs(look);
        expect(await faults(), `${where}, ${look}`).toEqual([]);
      }
      await lookAs('light');
      await page.setViewportSize({ width: 640, height: 512 });
      expect(await overflow(), where).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    const banner = page.getByRole('region', { name: agreementEndWords.nl.label });
    for (const room of ['register', 'safeguards', 'bureau', 'agreement'] as const) {
      await goTo(page, 'study');
      await page.getByRole('button', { name: studyWords.nl.rooms[room], exact: true }).click();
      await looks(room);
    }
    expect(await banner.count()).toBe(0);
    const say = windowWords.nl;
    const told = agreementEndWords.nl;
    for (const [today, title] of [
      ['2026-06-16', told.contactNear(14, '30 juni 2026')],
      ['2026-07-01', told.contactEnded('30 juni 2026')],
      ['2026-07-27', told.answersNear(1, '28 juli 2026')],
      ['2026-07-29', told.answersEnded('28 juli 2026')],
    ] as const) {
      await page.getByLabel(say.moveTo).evaluate((box) => {
        (box.closest('details') as HTMLDetailsElement).open = true;
      });
      await page.getByLabel(say.moveTo).fill(today);
      await page.getByRole('button', { name: say.move, exact: true }).click();
      await banner.getByText(title).waitFor();
      for (const screen of ['study', 'contact'] as const) {
        await goTo(page, screen);
        await looks(`${screen} on ${today}`);
      }
    }
    const stages = page.getByRole('navigation', { name: say.stages });
    for (const gone of ['intake', 'schedule'] as const)
      expect(await stages.getByRole('button', { name: new RegExp(`^${say.screens[gone]}`) }).count()).toBe(0);
    expect(await stages.getByText(told.gone('Inlezen en Protocol')).count()).toBe(1);
    await signOut(page);
    await page.reload();
    await page.getByLabel(/naam/i).first().fill('Ria');
    await page
      .getByLabel(/wachtzin/i)
      .first()
      .fill(passphraseOf('Ria'));
    await page.keyboard.press('Enter');
    await page.getByText(/enquêteur kunt u zich niet meer aanmelden/).waitFor();
    await looks('an interviewer who comes too late');
    await page.close();
  });
});

/** The protocol screen by keyboard alone: a protocol with everything that one can have, what is said of it meanwhile, and a change of one that is in use. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WordingLanguage } from '../../renderer/wording/grammar.ts';
import { scheduleWords } from '../../renderer/wording/screens/schedule.ts';
import { scheduleCallingWords } from '../../renderer/wording/screens/schedule-calling.ts';
import { scheduleCheckWords } from '../../renderer/wording/screens/schedule-checks.ts';
import { scheduleStepWords } from '../../renderer/wording/screens/schedule-step.ts';
import { stuckWords } from '../../renderer/wording/screens/stuck.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { defaultCalling } from '../../shared/study/calling.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults, lookAs, looks } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { inUse, keptProtocol, studyToPlan, toPlan } from './study-to-plan.ts';
import { pressOn, tabTo } from './tab-to.ts';
import { goTo, goToContact, settled, signIn } from './walk.ts';

const { folder, remove } = temporaryFolder();
const say = scheduleWords.nl;
const step = scheduleStepWords.nl;
const rules = scheduleCallingWords.nl;
const check = scheduleCheckWords.nl;
let seat: TestSeat;
let page: Page;
let study: string;

beforeAll(async () => {
  study = await studyToPlan(folder);
  seat = await openSeat('browser', { home: folder, study });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').first().waitFor();
  await signIn(page, 'Marit');
  await goTo(page, 'schedule');
});
afterAll(async () => {
  await seat?.close();
  remove();
});

/** In a list of choices, by the arrows. */
async function chooseIn(label: string, choice: string): Promise<void> {
  await tabTo(page, label);
  const place = () =>
    page.evaluate((wanted) => {
      const at = document.activeElement as HTMLSelectElement;
      return [...at.options].findIndex(({ text }) => text.startsWith(wanted)) - at.selectedIndex;
    }, choice);
  for (let left = await place(); left !== 0; left = await place())
    await page.keyboard.press(left > 0 ? 'ArrowDown' : 'ArrowUp');
}
/** One of a row of radios: the row is one stop of Tab, the arrows choose. */
async function choose(among: readonly string[], choice: string): Promise<void> {
  const isOn = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }).isChecked();
  let at = 0;
  while (!(await isOn(among[at]!))) at += 1;
  await tabTo(page, among[at]!);
  for (; at < among.indexOf(choice); at += 1) await page.keyboard.press('ArrowDown');
  for (; at > among.indexOf(choice); at -= 1) await page.keyboard.press('ArrowUp');
  expect(await isOn(choice)).toBe(true);
}
async function tick(label: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Space');
}
async function write(label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
/** A day in its box, as the browser of the tests has it: month, day, year. */
async function writeDay(label: string, day: string): Promise<void> {
  await tabTo(page, label);
  const [year, month, of] = day.split('-');
  await page.keyboard.type(`${month}${of}${year}`);
}
/** As long as it takes to ask the office, and to be told. */
const fresh = () => page.waitForFunction((text) => !document.body.innerText.includes(text), say.reckoning);
const cards = () => page.locator('.card');
const whens = Object.values(step.whenChoices);

async function turnTo(language: WordingLanguage): Promise<void> {
  const now = (await page.evaluate(() => document.documentElement.lang)) as WordingLanguage;
  if (now === language) return;
  await page.getByRole('button', { name: windowWords[now].language, exact: true }).first().click();
  await page.waitForFunction((code) => document.documentElement.lang === code, language);
}
/** Nothing against it in any look, nor in the smallest windows. */
async function judge(what: string): Promise<void> {
  for (const language of ['en', 'nl'] as const) {
    await turnTo(language);
    for (const look of looks) {
      await lookAs(look, page);
      expect(await axeFaults(page), `${what} in ${language}, ${look}`).toEqual([]);
    }
    await lookAs('light', page);
    for (const size of [
      { width: 1024, height: 700 },
      { width: 640, height: 512 },
    ]) {
      await page.setViewportSize(size);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${what} at ${size.width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  }
}

it('is judged by something that finds what is broken', async () => {
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  expect((await axeFaults(page)).map((fault) => fault.split(':')[0])).toContain('label');
  await page.evaluate(() => document.querySelector('main > input')?.remove());
});

describe('a protocol with everything', () => {
  it('is written by keyboard, and said to be wrong where it is', async () => {
    await pressOn(page, `${say.beginWith}: ${say.readyMade.empty.title}`);
    await page.getByText(say.noSteps).waitFor();
    await writeDay(rules.startsOn, '2026-03-02');
    await writeDay(rules.closesOn, '2026-05-01');

    await pressOn(page, step.add.email);
    await chooseIn(step.reach.email, step.reachChoices.has);

    await pressOn(page, step.add.letter);
    await choose(whens, step.whenChoices.date);
    await tabTo(page, step.on);
    await writeDay(step.on, '2026-03-07');
    await chooseIn(step.reach.email, step.reachChoices.lacks);
    await fresh();
    // A Saturday.
    await page.getByText(check.ofStep(step.kinds.letter, check.warnings['not-a-working-day']('za 7 mrt'))).waitFor();
    await writeDay(step.on, '2026-03-02');

    await pressOn(page, step.add.paper);
    await tick(step.slip);
    await choose(whens, step.whenChoices.step);
    await chooseIn(step.after, step.kinds.letter);
    await tick(step.workingDays);
    await write(step.afterStep, '10');
    await chooseIn(step.progress, step.progressChoices['not-started']);
    await chooseIn(step.reach.phone, step.reachChoices.lacks);

    await pressOn(page, step.add.phone);
    await choose(whens, step.whenChoices.step);
    await chooseIn(step.after, step.kinds.letter);
    await write(step.afterStep, '0');
    await fresh();
    const isRungEarly = check.warnings['before-letter'](2, '', step.kinds.letter).slice(-60);
    await page.locator('.checks').getByText(isRungEarly).waitFor();
    await page.locator('.card.faulty').filter({ hasText: isRungEarly }).waitFor();
    await judge('a protocol with something to look at');
    // Two weeks later by the arrows, on its card.
    await pressOn(page, step.kinds.phone);
    for (let week = 0; week < 2; week += 1) await page.keyboard.press('Shift+ArrowRight');
    await fresh();
    await page.locator('.checks').getByText(isRungEarly).waitFor({ state: 'detached' });

    await pressOn(page, step.add.visit);
    await tick('Rietlanden');
    await tick('Zilverbos');
    await choose(whens, step.whenChoices.start);
    await write(step.afterStart, '35');
  });

  it('has its hours, its days off, its delays and its targets, and begins with a part of the group', async () => {
    await write(rules.callsMaximum, '8');
    await choose(
      [rules.softRefusal.final.label, rules.softRefusal['once-more'].label],
      rules.softRefusal['once-more'].label,
    );
    await pressOn(page, rules.windows);
    // By the browser of the tests: hour, minutes, half of the day.
    await tabTo(page, rules.from(rules.weekdays[1], '1'));
    await page.keyboard.type('1030AM');
    await pressOn(page, rules.asMonday);
    await pressOn(page, `${rules.removeWindow}: ${rules.weekdays[6]}`);
    await pressOn(page, `${rules.addWindow} ${rules.addWindowOn(rules.weekdays[2])}`);
    await page.getByText(rules.windowFaults.incomplete).waitFor();
    await tabTo(page, rules.from(rules.weekdays[2], '2'));
    await page.keyboard.type('0500PM');
    await tabTo(page, rules.to(rules.weekdays[2], '2'));
    await page.keyboard.type('0800PM');
    await page.getByText(rules.windowFaults.overlapping).waitFor();
    await tabTo(page, rules.to(rules.weekdays[2], '1'));
    await page.keyboard.type('0430PM');
    expect(await page.locator('.windows .fault').count()).toBe(0);
    await pressOn(page, rules.closed);
    await page.getByText('Koningsdag').waitFor();
    await writeDay(rules.closedDay, '2026-03-19');
    await pressOn(page, rules.addClosed);
    await page.locator('ul.closed').getByText('19 maart 2026').waitFor();
    await pressOn(page, rules.again);
    await write(rules.outcomes.voicemail, '2');
    await write(rules.outcomes['refused-soft'], '10');
    await pressOn(page, rules.targets);
    await write('Rietlanden', '15');
    await tick(rules.softTick);
    await write(rules.softPercent, '20');
    await fresh();
    await judge('a protocol with its rules');
  });

  it('is not lost by going elsewhere, and is kept', async () => {
    const stands = await cards().allInnerTexts();
    expect(stands).toHaveLength(5);
    await goTo(page, 'contact');
    await goTo(page, 'schedule');
    await fresh();
    expect(await cards().allInnerTexts()).toEqual(stands);
    await pressOn(page, say.save);
    await page.getByText(say.saved).waitFor();
  });

  it('moves what counts from a step along with it, by the pointer', async () => {
    const dayOf = async (name: string) =>
      (await cards().filter({ hasText: name }).innerText()).match(/\d+ (mrt|apr)/)![0];
    // A wheel goes on turning while the place of the card is asked.
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('*')) part.scrollTop = 0;
    });
    // What a pointer does is painted a moment later.
    const stand = (letter: string, paper: string) =>
      expect.poll(async () => [await dayOf('letter'), await dayOf('paper')]).toEqual([letter, paper]);
    const letter = cards().filter({ hasText: step.kinds.letter }).first();
    await letter.scrollIntoViewIfNeeded();
    await stand('2 mrt', '16 mrt');
    const box = (await letter.boundingBox())!;
    const lane = (await page.locator('.cards').first().boundingBox())!;
    const days = await page
      .locator('.cards')
      .first()
      .evaluate((at) => getComputedStyle(at).gridTemplateColumns.split(' ').length);
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 20 + (lane.width / days) * 7, box.y + 20, { steps: 12 });
    await page.mouse.up();
    await stand('9 mrt', '23 mrt');
    await fresh();
    await page.getByRole('button', { name: say.discard, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: say.discardAction }).click();
    await stand('2 mrt', '16 mrt');
  });
});

it('tells on the contact screen who waits until everyone may be contacted, and who that is', async () => {
  await goToContact(page, 'unreached');
  const stuck = stuckWords.nl;
  const { why } = stuck.reasons['soft-launch'];
  await page.getByText(why).first().waitFor();
  const [, waiting] = /Bewoners: (\d+) mensen/.exec(await page.locator('li', { hasText: why }).innerText())!;
  await pressOn(page, `${stuck.show}: Bewoners: ${waiting} mensen, ${why}`);
  const names = page.getByRole('list', { name: stuck.who }).getByRole('listitem');
  await names.first().waitFor();
  expect(await names.count()).toBe(50);
  expect(Number(waiting)).toBeGreaterThan(150);
  await judge('the contact screen with who gets nothing more');
  await goTo(page, 'schedule');
});

describe('a protocol that is in use', () => {
  it('says what a change does before it is kept, and asks', async () => {
    await page
      .getByRole('navigation', { name: say.groups })
      .getByRole('button', { name: /^Teamleden/ })
      .click();
    await settled(page);
    await page.getByText(say.contacted).waitFor();
    await pressOn(page, `${step.kinds.email} 2`);
    await page.keyboard.press('Shift+ArrowRight');
    await fresh();
    const later = /^\d+ mensen worden later benaderd/;
    await page.getByText(later).waitFor();
    await judge('a change of a protocol in use');
    await pressOn(page, say.save);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(check.confirmText).waitFor();
    expect(await dialog.getByText(later).count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await pressOn(page, say.save);
    await dialog.waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(say.saved).waitFor();
  });
});

it('is what the office keeps', async () => {
  await seat.close();
  const { protocol } = await keptProtocol(folder, study, toPlan);
  const { steps, ...whole } = protocol!;
  expect(steps.map(({ text: _, ...one }) => one)).toEqual([
    { id: 'email', channel: 'email', afterDays: 0, for: { has: ['email'] } },
    { id: 'letter', channel: 'letter', afterDays: expect.any(Number), on: '2026-03-02', for: { lacks: ['email'] } },
    {
      ...{ id: 'paper', channel: 'letter', afterDays: 10, after: 'letter', workingDays: true },
      ...{ for: { lacks: ['phone'], progress: 'not-started' }, encloses: ['questionnaire', 'slip'] },
    },
    { id: 'phone', channel: 'phone', afterDays: 14, after: 'letter', for: {} },
    { id: 'visit', channel: 'visit', afterDays: 35, for: { strata: expect.any(Array) } },
  ]);
  expect(steps[4]?.for.strata).toHaveLength(2);
  const workday = [{ from: '10:30', to: '21:00' }];
  expect(whole).toEqual({
    startsOn: '2026-03-02',
    closesOn: '2026-05-01',
    callsMaximum: 8,
    callAgainAfterDays: 3,
    softLaunch: { percent: 20 },
    calling: {
      windows: {
        ...{ 1: workday, 3: workday, 4: workday, 5: workday, 6: [], 7: [] },
        2: [
          { from: '10:30', to: '16:30' },
          { from: '17:00', to: '20:00' },
        ],
      },
      closedOn: ['2026-03-19'],
      againAfterDays: { ...defaultCalling.againAfterDays, voicemail: 2, 'refused-soft': 10 },
      softRefusal: 'once-more',
      targets: expect.any(Object),
    },
  });
  expect(Object.values(whole.calling!.targets)).toEqual([15]);
  const changed = await keptProtocol(folder, study, inUse);
  expect(changed.protocol?.steps.map(({ afterDays }) => afterDays)).toEqual([0, 21]);
});

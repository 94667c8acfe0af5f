/** Ringing, appointments, whoever calls, and visits: on a real office by keyboard alone, judged by axe and under the veil where it stands. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstDay } from '../../electron/practice/study-set-up.ts';
import { appointmentWords } from '../../renderer/wording/screens/appointments.ts';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { callerWords } from '../../renderer/wording/screens/callers.ts';
import { callersOfStudyWords } from '../../renderer/wording/screens/callers-of-study.ts';
import { haltWords } from '../../renderer/wording/screens/halt.ts';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import { asideWords } from '../../renderer/wording/screens/interview-asides.ts';
import { ringingWords } from '../../renderer/wording/screens/ringing.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { visitWords } from '../../renderer/wording/screens/visits.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { addDays } from '../../shared/calendar.ts';
import { temporaryFolder } from '../electron/office.ts';
import { everyKind } from '../fixtures/workbooks/every-kind.ts';
import { axeFaults, lookAs, looks } from './axe-faults.ts';
import { moveClock } from './reference-journey.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { callsAndVisits, peopleToCall } from './study-to-call.ts';
import { interviewer, studyToRing } from './study-to-ring.ts';
import { goTo, goToContact, settled, signIn } from './walk.ts';

const say = interviewWords.nl;
const ends = callEndingWords.nl;
const ring = ringingWords.nl;
const callers = callerWords.nl;
const agenda = appointmentWords.nl;
const visits = visitWords.nl;
const surnames = /Adelaar|Boomvalk|Cormorant|Duiker|Eidereend|Fuut|Grutto|Havik/;
/** A surname, a street, or a number: whatever is a person's. */
const personal = new RegExp(`${surnames.source}|Roerdompweg|\\d\\d \\d\\d \\d\\d \\d\\d|06 89|088 8`);

/** With the spaces that people type. */
const mobiles: Readonly<Record<string, string>> = Object.fromEntries(
  ['Adelaar', 'Boomvalk', 'Cormorant', 'Duiker', 'Eidereend', 'Fuut'].map((name, nr) => [
    name,
    `06 89 00 00 0${nr + 1}`,
  ]),
);

const shots = process.env.VELDWERK_CALL_SHOTS;

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    // No finger is faster; a key that comes again sooner bounced.
    await page.waitForTimeout(70);
  }
}
const heading = (page: Page) => page.locator('main h1:visible').first();
const stands = (page: Page, text: string | RegExp) => heading(page).filter({ hasText: text }).waitFor();
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const shown = (page: Page) => page.evaluate(() => document.body.innerText);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '');

/** Nothing against it in any look, nothing beyond the window, the keys on two lines at most; and nothing of anyone under the veil. */
async function judge(page: Page, where: string, isOfSomeone = false): Promise<void> {
  for (const look of looks) {
    await lookAs(look, page);
    expect(await axeFaults(page), `${where}, ${look}`).toEqual([]);
    if (shots !== undefined && look !== 'contrast')
      await page.screenshot({ path: `${shots}/${where.replaceAll(' ', '-')}-${look}.png` });
  }
  await lookAs('light', page);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('.aloud-and-answers, .strip, .key-bar, .head-line')].filter(
      (part) => part.scrollWidth > part.clientWidth + 1,
    );
    return [scrollWidth - clientWidth, ...wide.map((part) => part.className)];
  });
  expect(beyond, where).toEqual([0]);
  for (const bar of await page.locator('.key-bar').all())
    expect(await bar.evaluate((part) => part.getBoundingClientRect().height), `${where}: keys`).toBeLessThanOrEqual(80);
  if (!isOfSomeone) return;
  await expect.poll(() => shown(page), { message: where }).toMatch(personal);
  await press(page, 'F9');
  await expect.poll(() => shown(page), { message: `${where}, veiled` }).not.toMatch(personal);
  await press(page, 'F9');
  await expect.poll(() => shown(page), { message: where }).toMatch(personal);
}

/** The next one to ring. */
async function next(page: Page): Promise<string> {
  await press(page, 'Enter');
  await stands(page, new RegExp(`^${say.dial}$`));
  return (await page.locator('.person .name').innerText()).trim();
}

describe('a shift at the telephone', () => {
  const { folder, remove } = temporaryFolder();
  let seat: TestSeat;
  let page: Page;
  let manager: Page;
  // Who comes first is anyone's guess: each of them has a part of their own.
  let softly: string;
  let turkish: string;
  let appointed: string;
  let caller: string;

  beforeAll(async () => {
    const study = await studyToRing(folder, {
      questionnaire: everyKind,
      people: peopleToCall,
      protocol: callsAndVisits,
    });
    seat = await openSeat('browser', { home: folder, study, size: { width: 1024, height: 700 } });
    manager = await seat.openAnother();
    await manager.locator('h1').first().waitFor();
    await signIn(manager, 'Marit');
    page = seat.page;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('h1').first().waitFor();
    await signIn(page, interviewer);
    await settled(page);
    // The system would ask with which program, and keep the keys until it has its answer.
    await page.evaluate(() => {
      const followed: string[] = [];
      Object.assign(globalThis, { followed });
      HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
        followed.push(this.href);
      };
    });
  });
  afterAll(async () => {
    await seat?.close();
    remove();
  });

  it('a manager says what an interviewer speaks, and who is senior', async () => {
    const words = callersOfStudyWords.nl;
    await goTo(manager, 'study');
    await manager.getByRole('button', { name: studyWords.nl.rooms.people, exact: true }).click();
    await told(manager, words.nobodySenior);
    await manager.getByRole('button', { name: new RegExp(`^${words.change}\\s*: ${interviewer}`) }).click();
    await manager.getByLabel('Turks', { exact: true }).check();
    await manager.getByLabel(words.isSenior).check();
    expect(await axeFaults(manager)).toEqual([]);
    if (shots !== undefined) await manager.screenshot({ path: `${shots}/callers-dialog.png` });
    await manager.keyboard.press('Enter');
    await told(manager, words.saved(interviewer));
    await manager.getByRole('row', { name: new RegExp(`^${interviewer} .*Turks`) }).waitFor();
    expect(await axeFaults(manager)).toEqual([]);
  });

  it('begins with the next case, whose number is rung or chosen from several', async () => {
    await told(page, agenda.noneToday);
    await judge(page, 'between');
    softly = await next(page);
    expect(softly).toMatch(surnames);
    await judge(page, 'before ringing', true);
    await press(page, 'b');
    await told(page, ring.rings);
    const rung = await page.evaluate(() => (globalThis as unknown as { followed: string[] }).followed);
    expect(rung).toEqual([expect.stringMatching(/^tel:\+31\d{9}$/)]);
    await judge(page, 'rung', true);
  });

  it('ends in two keys: a soft refusal says that a colleague rings once more, or that it is the end', async () => {
    await press(page, 'g');
    await stands(page, ends.title);
    await told(page, ends.onceMore('di 3 mrt'));
    await judge(page, 'how it ended', true);
    // All of them at a glance, also on the smallest window that people have.
    const room = page.locator('.aloud-and-answers:has(.keyed-list.attention)');
    const beyond = () => room.evaluate((part) => part.scrollHeight - part.clientHeight);
    expect(await beyond()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1024, height: 620 });
    expect(await beyond()).toBeGreaterThan(0);
    await page.setViewportSize({ width: 1024, height: 700 });
    // What is final takes a second key, and Escape leads back without it.
    await press(page, '5');
    await told(page, ends.isSure(ends.outcomes.refused));
    await press(page, 'Escape');
    await stands(page, say.dial);
    await press(page, 'g', '4');
    await told(page, say.ended.call(ends.outcomes['refused-soft']));
    await judge(page, 'ended');
  });

  it('asks before signing out with a case in hand, and goes back to it', async () => {
    const name = await next(page);
    await page.getByRole('button', { name: windowWords.nl.signOut }).press('Enter');
    await told(page, say.leaving.title);
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await page.locator('.person .name').innerText()).trim()).toBe(name);
  });

  it('asks which language somebody speaks, by a few letters', async () => {
    turkish = (await page.locator('.person .name').innerText()).trim();
    await press(page, 'g', '8');
    await stands(page, ends.spokenTitle);
    await page.keyboard.type('xyz');
    await told(page, ends.spokenNone);
    await press(page, 'Escape');
    await stands(page, ends.title);
    await press(page, '8');
    await page.keyboard.type('turk');
    await judge(page, 'which language');
    await press(page, 'Enter');
    await told(page, say.ended.call(ends.outcomes['other-language']));
  });

  it('makes an appointment, outside the hours of calling only when the respondent insists', async () => {
    appointed = await next(page);
    await press(page, 'a');
    await stands(page, ends.appointment);
    await told(page, agenda.fullNone);
    await press(page, 'ArrowUp', 'Tab');
    await page.keyboard.type('23:15');
    await told(page, agenda.outside('09:30', '21:00'));
    await judge(page, 'an appointment');
    await press(page, 'Enter');
    await told(page, agenda.insist);
    // Another hour is asked anew, and one within the hours is not.
    await press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
    await page.keyboard.type('15:10');
    await press(page, 'Enter');
    await told(page, say.ended.call(`${ends.outcomes.appointment} ${say.appointmentAt('di 3 mrt', '15:10')}`));
    await press(page, 'a');
    await stands(page, agenda.title);
    await told(page, '15:10');
    await judge(page, 'appointments of a week');
    expect(await shown(page)).not.toMatch(surnames);
    await press(page, 'v', 'd', 'ArrowRight');
    await page.locator('.appointment-at').waitFor();
    await judge(page, 'appointments of a day');
    await press(page, 'Escape');
    await stands(page, say.waitingTitle);
    // What ended last can still be undone.
    await told(page, say.undoText);
    await goToContact(manager, 'calls');
    await manager.locator('.appointment-at').waitFor();
    expect(await manager.locator('.appointment-at').innerText()).toMatch(surnames);
    expect(await axeFaults(manager)).toEqual([]);
    if (shots !== undefined) await manager.screenshot({ path: `${shots}/manager-contact.png`, fullPage: true });
  });

  it('finds whoever calls by number within a second, and takes them in hand', async () => {
    const surname = Object.keys(mobiles).find(
      (name) => ![softly, turkish, appointed].some((one) => one.endsWith(name)),
    )!;
    const number = mobiles[surname]!;
    await press(page, 'i');
    await stands(page, callers.title);
    expect(await focused(page)).toBe('INPUT');
    await page.keyboard.type(number.slice(0, 2));
    await press(page, 'Enter');
    await told(page, callers.typeMore);
    await page.keyboard.type(number.slice(2));
    const begun = performance.now();
    await press(page, 'Enter');
    await told(page, callers.states.open);
    console.info(`a caller found after ${Math.round(performance.now() - begun)} ms`);
    await judge(page, 'who calls', true);
    await press(page, 'Enter');
    await stands(page, ring.onTheLine);
    caller = (await page.locator('.person .name').innerText()).trim();
    expect(caller).toMatch(new RegExp(` ${surname}$`));
    await judge(page, 'on the line', true);
    await press(page, 'F4');
    await told(page, callers.firstThis.inbound);
    await press(page, 'g');
    await told(page, ends.outcomesOf.inbound['no-answer']!);
    await judge(page, 'how a call from outside ended', true);
    await press(page, '5', 'Enter');
    await told(page, say.ended.call(ends.outcomes.refused));
  });

  it('finds whoever calls by name, also before a case is begun with, and says who cannot be taken', async () => {
    const inHand = await next(page);
    await press(page, 'F4');
    await stands(page, callers.title);
    const typed = caller.split(' ').at(-1)!.toLowerCase();
    await page.keyboard.type(typed);
    await press(page, 'Enter');
    await told(page, callers.states.ended);
    await told(page, callers.statesLong.ended);
    await press(page, 'Enter');
    // They stay where they are, and so does what was typed.
    expect(await page.locator('.item input').inputValue()).toBe(typed);
    await press(page, 'Escape');
    await stands(page, say.dial);
    expect((await page.locator('.person .name').innerText()).trim()).toBe(inHand);
    await press(page, 'F4');
    await stands(page, callers.title);
    await page.keyboard.type(appointed.split(' ').at(-1)!);
    await press(page, 'Enter');
    await told(page, callers.states.open);
    await press(page, 'Enter');
    await stands(page, ring.onTheLine);
    expect((await page.locator('.person .name').innerText()).trim()).toBe(appointed);
    await press(page, 'g', '1');
    await told(page, say.ended.call(ends.outcomesOf.inbound['no-answer']!));
  });

  it('goes to whoever is visited, with their address, and interviews them there', async () => {
    await press(page, 'v');
    await stands(page, ring.goTo);
    await told(page, 'Roerdompweg');
    await judge(page, 'a visit', true);
    await press(page, 'g');
    await stands(page, ends.titleVisit);
    await told(page, ends.outcomes.moved);
    await judge(page, 'how a visit ended', true);
    await press(page, 'Escape', 'j');
    await stands(page, 'Kent u het wijkteam');
    await told(page, asideWords.nl.onVisit);
    await press(page, 's', 'Enter');
    await told(page, say.ended['broke-off']);
    await press(page, 'v');
    await stands(page, ring.goTo);
    await press(page, 'g', '1');
    await told(page, say.ended.visit(ends.outcomesOf.visit['no-answer']!));
  });

  it('takes visits afterwards by their code, and keeps what was typed when there is none', async () => {
    await press(page, 'r');
    await stands(page, visits.title);
    await page.keyboard.type('AAAA-AAAA');
    await page.getByLabel(visits.outcomes['no-answer']).check();
    await page.getByLabel(visits.note).fill('hond aan de deur');
    await judge(page, 'a visit afterwards');
    await page.getByRole('button', { name: visits.record }).press('Enter');
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel(visits.note).inputValue()).toBe('hond aan de deur');
    await press(page, 'Escape');
    await stands(page, say.waitingTitle);
  });

  it('tells an appointment five minutes before and at its hour, beside the talk and without a name', async () => {
    await goTo(manager, 'contact');
    await moveClock(manager, addDays(firstDay, 1));
    await page.clock.setFixedTime(new Date(2026, 2, 3, 15, 4));
    await page.reload();
    await stands(page, say.waitingTitle);
    await told(page, agenda.today('1 afspraak'));
    expect(await page.locator('.alarm').innerText()).toBe('');
    await page.clock.setFixedTime(new Date(2026, 2, 3, 15, 6));
    await page.reload();
    await told(page, agenda.alarm.soon('15:10', '1 afspraak'));
    expect(await page.locator('.alarm').innerText()).not.toMatch(surnames);
    await judge(page, 'an appointment comes near');
    await page.clock.setFixedTime(new Date(2026, 2, 3, 15, 11));
    await page.reload();
    await told(page, agenda.alarm.now('15:10', '1 afspraak'));
    expect(await next(page)).toBe(appointed);
    await judge(page, 'an appointment during a call', true);
    const [alarm, talk] = await Promise.all(
      ['.alarm', 'main.talk'].map((part) => page.locator(part).evaluate((at) => at.getBoundingClientRect().toJSON())),
    );
    expect(alarm.left).toBeGreaterThanOrEqual(talk.right);
    expect(alarm.height).toBeGreaterThan(20);
    await page.locator('.alarm button').press('Enter');
    await expect.poll(() => page.locator('.alarm').innerText()).toBe('');
    await press(page, 'g', '1');
  });

  it('says before ringing that it is the last time for whoever softly refused', async () => {
    // Whoever was tried in this part of the day is offered in it again only when they were due for more than three days.
    await moveClock(manager, addDays(firstDay, 7));
    await page.reload();
    for (;;) {
      await stands(page, say.waitingTitle);
      const name = await next(page);
      if (name === softly) break;
      await press(page, 'g', '1');
    }
    await told(page, ring.lastTryText);
    await judge(page, 'the last time', true);
    await press(page, 'g');
    await told(page, ends.softIsFinal);
    await press(page, 'Escape');
  });

  it('does not ring whom may not be contacted any more, and says so plainly', async () => {
    await goToContact(manager, 'stops');
    await manager.getByRole('button', { name: haltWords.nl.stop }).click();
    await manager.getByRole('dialog').getByRole('button', { name: haltWords.nl.stop }).click();
    await told(manager, haltWords.nl.haltedAll);
    const before = await page.evaluate(() => (globalThis as unknown as { followed?: string[] }).followed?.length);
    await press(page, 'b');
    await stands(page, ring.stop.stopped);
    await judge(page, 'not rung');
    expect(await page.evaluate(() => (globalThis as unknown as { followed?: string[] }).followed?.length)).toBe(before);
    await press(page, 'Enter');
    await stands(page, say.waitingTitle);
  });

  it('speaks English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await told(page, callerWords.en.open);
    await press(page, 'i');
    await stands(page, callerWords.en.title);
    await judge(page, 'who calls in English');
  });
});

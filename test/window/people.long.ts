/** The people of a real study in the window: cards that are shown once, a passphrase of one's own, few holders, removal, and unlinking by two. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementEndWords } from '../../renderer/wording/screens/agreement-end.ts';
import { destructionWords } from '../../renderer/wording/screens/destruction.ts';
import { peopleWords } from '../../renderer/wording/screens/people.ts';
import { startWords } from '../../renderer/wording/screens/start.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { problemText } from '../../renderer/wording/wording.ts';
import { cardsOn, waitLongest } from './reference-journey.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { passphraseOf } from './study-under-way.ts';
import { goTo, settled, signIn, signInFirst, signOut } from './walk.ts';

const staff = peopleWords.nl;
const start = startWords.nl;
const destruction = destructionWords.nl;
const title = 'Een echt onderzoek';
const exactly = (name: string) => ({ name, exact: true });

let seat: TestSeat;
let manager: Page;
let researcher: Page;
let oneTime: ReadonlyMap<string, string>;

beforeAll(async () => {
  seat = await openSeat('browser');
  manager = seat.page;
});
afterAll(() => seat?.close());

async function openPeople(page: Page): Promise<void> {
  await goTo(page, 'study');
  await page.getByRole('button', exactly(studyWords.nl.rooms.people)).click();
  await page.getByRole('table').first().waitFor();
  await settled(page);
}
const rowOf = (page: Page, name: string) =>
  page
    .getByRole('table')
    .first()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', exactly(name)) });

describe('the people of a real study', () => {
  it('are named by its founder, who chooses no passphrase but their own and gives the others theirs on a card', async () => {
    await manager.getByRole('button', { name: start.newStudy }).click();
    await manager.getByLabel(start.studyTitle).fill(title);
    const founder = manager.getByRole('region', { name: start.founder });
    await founder.getByLabel(start.name, { exact: true }).fill('Marit');
    expect(await founder.getByLabel('veldwerkleider').isDisabled()).toBe(true);
    const other = manager.getByRole('region', { name: start.person(2) });
    await other.getByLabel(start.name, { exact: true }).fill('Ruben');
    expect(await other.getByLabel(start.passphrase, { exact: true }).count()).toBe(0);
    expect(await founder.getByLabel(start.passphrase, { exact: true }).count()).toBe(1);
    const make = manager.getByRole('button', { name: start.make });
    expect(await make.isDisabled()).toBe(true);
    await founder.getByLabel(start.passphrase, { exact: true }).fill(passphraseOf('Marit'));
    await founder.getByLabel(start.passphraseAgain).fill(passphraseOf('Marit'));
    await make.click();
    oneTime = await cardsOn(manager);
    expect([...oneTime.keys()]).toEqual(['Ruben']);
    const secret = oneTime.get('Ruben')!;
    expect(secret.split('-')).toHaveLength(8);
    // Once: it is nowhere on the page any more.
    expect(await manager.content()).not.toContain(secret);
    await manager.getByRole('button', { name: start.signIn }).click();
    await signIn(manager, 'Marit');
  });

  it('that have too few holders of a key are told so in the story, with the way there', async () => {
    await goTo(manager, 'study');
    await manager.getByText(staff.fewTitle).waitFor();
    await manager.getByRole('alert').getByRole('button').click();
    await manager.getByRole('heading', { name: staff.holders }).waitFor();
    expect(await rowOf(manager, 'Ruben').innerText()).toContain(staff.isInvited);
    expect(await rowOf(manager, 'Ruben').getByRole('button', { name: staff.passKeysOn }).count()).toBe(0);
    await waitLongest(manager);
  });

  it('wait after wrong passphrases, which is counted down, and then choose their own', async () => {
    researcher = await seat.openAnother();
    await researcher.getByLabel(start.signInName).fill('Ruben');
    const press = researcher.getByRole('button', exactly(start.signIn));
    const timer = researcher.getByRole('timer');
    // Both at one moment: the first waits are as short as a second, and the next one is twice as long.
    const waiting = () =>
      press.evaluate((button) => {
        const said = document.querySelector('[role=timer]')?.textContent;
        return said === undefined ? undefined : { said, isOff: (button as HTMLButtonElement).disabled };
      });
    let seen = await waiting();
    for (let wrong = 0; wrong < 12 && seen === undefined; wrong += 1) {
      await researcher.getByLabel(start.signInPassphrase).fill('niet de goede wachtzin');
      await press.click();
      await press.and(researcher.locator('[aria-busy=false]')).waitFor();
      await researcher.getByRole('alert').waitFor();
      seen = await waiting();
    }
    expect(seen).toEqual({ said: expect.stringMatching(/\d+ seconde/), isOff: true });
    await timer.waitFor({ state: 'detached', timeout: 300_000 });
    await signInFirst(researcher, 'Ruben', oneTime.get('Ruben')!);
    await signOut(researcher);
    await researcher.reload();
    await signIn(researcher, 'Ruben');
  });

  it('are added with a card, invited anew, and not when a key would be lost', async () => {
    await openPeople(manager);
    const form = manager.getByRole('region', { name: staff.add });
    await form.getByLabel(start.name, { exact: true }).fill('Nadia');
    await form.getByLabel('enquêteur').uncheck();
    await form.getByLabel('FG').check();
    await form.getByRole('button', exactly(staff.add)).click();
    const first = await cardsOn(manager);
    await manager.getByText(staff.added('Nadia')).waitFor();
    expect(await rowOf(manager, 'Nadia').innerText()).toContain(staff.isInvited);
    await rowOf(manager, 'Nadia').getByRole('button', { name: staff.renewDeed }).click();
    await manager.getByRole('dialog').getByRole('button', exactly(staff.renewDeed)).click();
    const second = await cardsOn(manager);
    expect(second.get('Nadia')).not.toBe(first.get('Nadia'));
    await rowOf(manager, 'Ruben').getByRole('button', { name: staff.renewDeed }).click();
    await manager.getByRole('dialog').getByRole('button', exactly(staff.renewDeed)).click();
    await manager
      .getByText(problemText({ problem: 'study.only-holder', keys: ['draft', 'answers'] }, 'nl').happened)
      .waitFor();
  });

  it('are removed only by their name typed over, which the study survives', async () => {
    await rowOf(manager, 'Nadia').getByRole('button', { name: staff.remove }).click();
    const dialog = manager.getByRole('dialog');
    const deed = dialog.getByRole('button', exactly(staff.removeDeed('Nadia')));
    expect(await dialog.innerText()).toContain(staff.removeCosts);
    expect(await deed.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('Nadia');
    await deed.click();
    await manager.getByText(staff.removed('Nadia')).waitFor();
    await rowOf(manager, 'Nadia').waitFor({ state: 'detached' });
    // Who stayed goes on where they are.
    await openPeople(researcher);
    expect(await rowOf(researcher, 'Marit').innerText()).toContain(staff.hasAll);
    await manager.getByLabel(staff.signedBy).fill('D. Directeur');
    await manager.getByRole('button', exactly(staff.sign)).click();
    await manager.getByRole('dialog').getByRole('button', exactly(staff.sign)).click();
    await manager.getByText(/^.*D. Directeur heeft op/).waitFor();
    await goTo(manager, 'study');
    await manager.getByRole('button', exactly(studyWords.nl.rooms.story)).click();
    await manager.locator('.story').waitFor();
    expect(await manager.getByText(staff.fewTitle).count()).toBe(0);
  });

  it('change their own passphrase with the present one', async () => {
    await researcher.getByLabel(staff.ownNow).fill(passphraseOf('Ruben'));
    await researcher.getByLabel(start.passphrase, { exact: true }).fill('een andere zin van Ruben');
    await researcher.getByLabel(start.passphraseAgain).fill('een andere zin van Ruben');
    await researcher.getByRole('button', exactly(staff.change)).click();
    await researcher.getByText(staff.changed).waitFor();
  });
});

describe('unlinking', () => {
  it('takes the researcher at their own seat and the title typed over twice; then it is said, and contact is over', async () => {
    await goTo(manager, 'destruction');
    const room = (page: Page) => page.getByRole('region', { name: destruction.unlinkTitle });
    expect(await room(manager).getByRole('button', exactly(destruction.unlink)).isDisabled()).toBe(true);
    await goTo(researcher, 'destruction');
    await room(researcher).getByRole('button', exactly(destruction.unlinkAgree)).click();
    const confirm = async (page: Page, deed: string) => {
      await page.getByRole('dialog').getByRole('textbox').fill(title);
      await page.getByRole('dialog').getByRole('button', exactly(deed)).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await confirm(researcher, destruction.unlinkAgree);
    await researcher.getByText(destruction.unlinkAgreedByYou).waitFor();
    await room(manager).getByRole('button', exactly(destruction.lookAgain)).click();
    await room(manager).getByText(destruction.agreed('Ruben')).waitFor();
    await room(manager).getByRole('button', exactly(destruction.unlink)).click();
    await confirm(manager, destruction.unlink);
    await room(manager).getByText(destruction.unlinked('').slice(0, 40)).waitFor();
    expect(await room(manager).getByRole('button').count()).toBe(0);
    // Nothing is left to be taken in or planned: the stages that contact someone are gone.
    const stages = manager.getByRole('navigation', { name: windowWords.nl.stages });
    await stages.getByText(agreementEndWords.nl.gone('Inlezen en Protocol')).waitFor();
  });
});

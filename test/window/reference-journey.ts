/** The reference study carried out in the window, by whoever sits at it: what a person presses and types, and nothing else. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { readFileBytes, readWorkbook } from '../../electron/files/read-file.ts';
import { agreement, bureau, firstDay, groups, title } from '../../electron/practice/study-set-up.ts';
import { grammarOf } from '../../renderer/wording/grammar.ts';
import { agreementWords } from '../../renderer/wording/screens/agreement.ts';
import { intakeRefusalWords } from '../../renderer/wording/screens/intake-refusal.ts';
import { lockingWords } from '../../renderer/wording/screens/locking.ts';
import { mailWords } from '../../renderer/wording/screens/mail.ts';
import { newGroupWords } from '../../renderer/wording/screens/new-group.ts';
import { peopleWords } from '../../renderer/wording/screens/people.ts';
import { questionnaireWords } from '../../renderer/wording/screens/questionnaire.ts';
import { startWords } from '../../renderer/wording/screens/start.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { codesInLetters, codesInMessages } from '../../scripts/demo/received.ts';
import { surveyPlatform } from '../../scripts/demo/survey-platform.ts';
import type { Mailbox } from '../../scripts/loopback-mail.ts';
import { seeded } from '../../scripts/seeded.ts';
import { addDays, type Day } from '../../shared/calendar.ts';
import { roles } from '../../shared/study/person.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import type { TestSeat } from './seat.ts';
import { passphraseOf } from './study-under-way.ts';
import { goTo, goToContact, settled, signIn, signInFirst } from './walk.ts';

const say = studyWords.nl;
const start = startWords.nl;
const staff = peopleWords.nl;
const fields = agreementWords.nl;
const { idle } = lockingWords.nl;
const { roleNames } = windowWords.nl;
export const practiceFile = (name: string) =>
  new URL(`../../scripts/practice-study/files/${name}`, import.meta.url).pathname;

const exactly = (name: string) => ({ name, exact: true });

/** New study, as its founder types it. Gives what stands on the cards for the others: their one-time passphrases, by name. */
export async function makeStudy(page: Page): Promise<ReadonlyMap<string, string>> {
  await page.getByRole('button', { name: 'Nieuw onderzoek' }).click();
  await page.getByLabel('Titel van het onderzoek').fill(title);
  await page.getByLabel(/^Om te oefenen/).check();
  for (let nr = 3; nr <= 4; nr += 1) await page.getByRole('button', { name: 'Voeg een persoon toe' }).click();
  for (const [index, name] of ['Marit', 'Ruben', 'Ria', 'Nadia'].entries()) {
    const place = page.getByRole('region', { name: index === 0 ? start.founder : start.person(index + 1) });
    await place.getByLabel('Naam', { exact: true }).fill(name);
    await place.getByLabel('Datum van de geheimhoudingsverklaring').fill('2026-01-15');
    if (index === 0) {
      await place.getByLabel('Wachtzin', { exact: true }).fill(passphraseOf(name));
      await place.getByLabel('Wachtzin nog een keer').fill(passphraseOf(name));
    }
    if (name === 'Nadia') {
      await place.getByLabel('enquêteur').uncheck();
      await place.getByLabel('FG').check();
    }
  }
  await page.getByRole('button', { name: 'Maak het onderzoek' }).click();
  const oneTime = await cardsOn(page);
  await page.getByRole('button', { name: 'Meld u aan' }).click();
  await signIn(page, 'Marit');
  await moveClock(page, addDays(firstDay, -7));
  return oneTime;
}

/** Copies what stands on the cards, and says so. */
export async function cardsOn(page: Page): Promise<ReadonlyMap<string, string>> {
  const cards = page.locator('.one-time-cards > li');
  await cards.first().waitFor({ timeout: 300_000 });
  const copied = new Map<string, string>();
  for (const card of await cards.all())
    copied.set(await card.locator('strong').innerText(), await card.locator('.secret').innerText());
  await page.getByRole('button', exactly(staff.goOn)).click();
  await page.getByRole('dialog').getByRole('button', { name: staff.writtenDown }).click();
  return copied;
}

/** Everyone chooses their own passphrase, the researcher gives the interviewer the key of unfinished interviews, and the board signs for few holders. */
export async function bringInPeople(
  page: Page,
  seat: TestSeat,
  oneTime: ReadonlyMap<string, string>,
): Promise<{ readonly researcher: Page; readonly interviewer: Page }> {
  const researcher = await seat.openAnother();
  await signInFirst(researcher, 'Ruben', oneTime.get('Ruben')!);
  const interviewer = await seat.openAnother();
  await signInFirst(interviewer, 'Ria', oneTime.get('Ria')!);
  await goTo(researcher, 'study');
  await room(researcher, say.rooms.people);
  await researcher.getByRole('button', { name: new RegExp(`^${staff.passKeysOn}.*Ria`) }).click();
  await researcher.getByText(staff.keysPassed('Ria')).waitFor();
  await goTo(page, 'study');
  await room(page, say.rooms.people);
  await page.getByLabel(staff.signedBy).fill('D. Directeur, directeur');
  await page.getByRole('button', exactly(staff.sign)).click();
  await page.getByRole('dialog').getByRole('button', exactly(staff.sign)).click();
  await page.getByText(/D. Directeur, directeur heeft op .* getekend/).waitFor();
  return { researcher, interviewer };
}

export async function moveClock(page: Page, to: Day): Promise<void> {
  const clock = page.getByLabel('Verzet de klok naar');
  if (!(await clock.isVisible())) await page.getByText('Verder vooruit').click();
  await clock.fill(to);
  await page.getByRole('button', exactly('Verzet')).click();
  await page.getByText(`Het is ${grammarOf('nl').day(to)}`).waitFor();
}

const room = (page: Page, name: string) => page.getByRole('button', exactly(name)).click();

/** The colleagues wait for one another longer than five minutes on a slow machine. */
export async function waitLongest(page: Page): Promise<void> {
  await room(page, say.rooms.people);
  for (const role of roles) await page.getByLabel(idle.minutesOf(roleNames[role])).fill('60');
  await page.getByRole('button', { name: idle.save }).click();
  await page.getByText(idle.saved).waitFor();
}

/** Agreement, bureau, mail server, groups with their questionnaires. */
export async function setUp(page: Page, seat: TestSeat, mailbox: Mailbox): Promise<void> {
  await goTo(page, 'study');
  await waitLongest(page);
  await room(page, say.rooms.agreement);
  for (const [field, value] of Object.entries(agreement)) {
    const label = fields.labels[field as keyof typeof fields.labels];
    if (field === 'allowedFields') {
      const ticks = page.getByRole('group', { name: label }).getByRole('checkbox');
      for (let nr = await ticks.count(); nr > 0; nr -= 1) await ticks.nth(nr - 1).check();
    } else if (field === 'transferOutsideEea')
      await page.getByRole('group', { name: label }).getByLabel(fields.no).check();
    else if (field === 'afterEnd') await page.getByLabel(fields.afterEnd.erase).check();
    else if (field === 'subProcessors') await page.getByLabel(fields.noSubProcessors).check();
    else await page.getByLabel(label, { exact: true }).fill(String(value));
  }
  await page.getByRole('button', { name: fields.save }).click();
  await page.getByText(fields.saved).waitFor();
  await room(page, say.rooms.bureau);
  for (const [field, value] of Object.entries(bureau))
    await page.getByLabel(say.bureau[field as 'name'], { exact: true }).fill(value!);
  await page.getByRole('button', { name: say.saveBureau }).click();
  await page.getByText(say.bureauSaved).waitFor();
  await page.getByLabel(say.mail.host, { exact: true }).fill('127.0.0.1');
  await page.getByLabel(mailWords.nl.port, { exact: true }).fill(String(mailbox.port));
  await page.getByLabel(say.mail.from, { exact: true }).fill(bureau.objectTo);
  await page.getByLabel(mailWords.nl.relay).check();
  await page.getByRole('button', { name: say.saveMail }).click();
  await page.getByText(say.mailSaved).waitFor();
  await room(page, say.rooms.groups);
  for (const { group, questionnaire } of groups) {
    await page.getByLabel(say.groupTitle, { exact: true }).fill(group.title);
    await page.getByLabel(say.groupCode).fill(group.code);
    await page.getByLabel(say.bases[group.consentBasis], { exact: true }).check();
    const exceptions = Object.entries(group.consentBasisByStratum ?? {});
    await page
      .getByLabel(say.groupExceptions)
      .fill(exceptions.map(([stratum, basis]) => `${stratum} = ${say.bases[basis]}`).join('\n'));
    if (group.asked !== undefined) {
      await page.getByLabel(newGroupWords.nl.askedText).fill(group.asked.text);
      await page.getByLabel(newGroupWords.nl.askedSource).fill(group.asked.source);
    }
    await page.getByRole('button', exactly(say.addGroup)).click();
    await page.getByText(say.groupAdded).waitFor();
    seat.chooseNextSources([practiceFile(questionnaire)]);
    await page.getByRole('button', { name: new RegExp(`^${say.loadQuestionnaire}.*${group.title}`) }).click();
    // It is looked at first.
    await page.getByRole('button', exactly(questionnaireWords.nl.choose)).click();
    await page.getByText(questionnaireWords.nl.lookingNothing).waitFor();
    await page.getByRole('button', exactly(questionnaireWords.nl.load)).click();
    await page.getByText(/is ingelezen: \d+ vragen/).waitFor();
    await goTo(page, 'study');
    await room(page, say.rooms.groups);
  }
}

/** A delivery that is refused, then everyone. Gives what the report says, per group. */
export async function takeIn(page: Page, seat: TestSeat): Promise<readonly string[]> {
  await goTo(page, 'intake');
  const sums: string[] = [];
  const choose = async (group: string, files: readonly string[]) => {
    await page.getByRole('radio', { name: new RegExp(`^${group}`) }).check();
    seat.chooseNextSources(files.map(practiceFile));
    await page.getByRole('button', { name: /^(Kies|Voeg) bestanden/ }).click();
  };
  await choose('Bewoners', ['residents-first-delivery.xlsx']);
  // Not its words, which stand on the screen before a file is chosen too.
  await page.getByRole('heading', { name: intakeRefusalWords.nl.title }).waitFor();
  await goTo(page, 'study');
  await goTo(page, 'intake');
  await page.getByRole('button', { name: 'Haal dit bestand weg' }).click();
  for (const { group, files } of groups) {
    await choose(
      group.title,
      files.map(({ file }) => file),
    );
    await page.getByRole('button', { name: /^Lees [\d.]+ mensen in/ }).click();
    await page.getByRole('button', { name: 'Ga naar Protocol' }).waitFor();
    sums.push(await page.locator('main').innerText());
    await page
      .getByRole('button', { name: /levering/ })
      .first()
      .click();
  }
  return sums;
}

export async function setProtocols(page: Page): Promise<void> {
  await goTo(page, 'schedule');
  for (const { group } of groups) {
    await page
      .getByRole('navigation', { name: 'Doelgroepen' })
      .getByRole('button', { name: new RegExp(`^${group.title}`) })
      .click();
    const kind = group.code === 'residents' ? 'E-mail, brief en telefoon' : 'E-mail met één herinnering';
    await page.getByRole('button', { name: new RegExp(`Begin hiermee.*${kind}`) }).click();
    await page.getByLabel('Eerste dag', { exact: true }).fill(firstDay);
    await page.getByLabel('Laatste dag', { exact: true }).fill('2026-05-01');
    await page.getByRole('button', { name: 'Leg protocol vast' }).click();
    await page
      .getByText(/vastgelegd/)
      .first()
      .waitFor();
    await settled(page);
  }
}

/** The office's answers to this come three seconds late. */
const answerLate = (page: Page, name: string) =>
  page.route('**/ask', async (route, question) => {
    if (question.postData()?.includes(name)) await setTimeout(3_000);
    await route.continue();
  });

/** Sends what is due today in every group, makes and posts the letters. Gives the codes of who was reached, per group. */
export async function sendAll(
  page: Page,
  seat: TestSeat,
  mailbox: Mailbox,
): Promise<ReadonlyMap<string, readonly string[]>> {
  // Pressed before it is known that no test message went out: it is asked all the same.
  if (seat.kind === 'browser') await answerLate(page, 'contact.beforeSending');
  await goToContact(page, 'today');
  const codes = new Map<string, readonly string[]>();
  for (const { group } of groups) {
    const before = mailbox.messages.length;
    const line = page
      .getByRole('listitem')
      .filter({ hasText: group.title })
      .filter({ has: page.getByRole('button', { name: /^Verstuur/ }) });
    await line.getByRole('button', { name: /^Verstuur/ }).click();
    // No test message went out before: it is asked once more.
    await line.getByRole('button', { name: /zonder proef$/ }).click();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    // Whoever looks elsewhere meanwhile finds what came of it.
    await goTo(page, 'reporting');
    await goTo(page, 'contact');
    await line.waitFor({ state: 'detached', timeout: 300_000 });
    await page.getByText(new RegExp(`${group.title}.*${mailbox.messages.length - before}.*verstuurd`)).waitFor();
    codes.set(group.code, codesInMessages(mailbox.messages.slice(before)));
  }
  const target = join(seat.home, 'brieven.pdf');
  seat.chooseNextTarget(target);
  await page.getByRole('button', { name: /^Maak 200 brieven/ }).click();
  await page.getByRole('button', { name: /^Ze zijn gepost/ }).click({ timeout: 300_000 });
  await page.getByRole('button', { name: 'Leg vast dat ze zijn gepost' }).click();
  await page
    .getByText(/gepost op/)
    .first()
    .waitFor();
  const letters = await codesInLetters(new Uint8Array(readFileSync(seat.placeOf(target))));
  codes.set('letters', letters);
  return codes;
}

/** Who answers on the web sends it in to the platform; its export is read in the window. */
export async function readReturns(
  page: Page,
  seat: TestSeat,
  codes: ReadonlyMap<string, readonly string[]>,
  answering: Readonly<Record<string, number>>,
  today: Day,
): Promise<void> {
  await goToContact(page, 'received');
  for (const { group, questionnaire } of groups) {
    const form = readXlsform(await readWorkbook(await readFileBytes(practiceFile(questionnaire))));
    if (form.kind === 'faulty') throw new Error('a questionnaire of the practice study is faulty');
    const platform = surveyPlatform(form.questionnaire, seeded(7));
    const invited = [
      ...(codes.get(group.code) ?? []),
      ...(group.code === 'residents' ? (codes.get('letters') ?? []) : []),
    ];
    for (const code of invited.slice(0, answering[group.code])) platform.expect(code, today);
    const path = join(seat.home, `antwoorden-${group.code}.csv`);
    writeFileSync(path, platform.export(today).bytes);
    seat.chooseNextSources([path]);
    await page.getByRole('button', { name: new RegExp(`^Lees antwoorden in van.*${group.title}`) }).click();
    await page.getByRole('button', { name: /^Lees \d+ rijen in$/ }).click();
    await page.getByText(`${answering[group.code]} ingelezen`).last().waitFor();
    rmSync(path);
  }
}

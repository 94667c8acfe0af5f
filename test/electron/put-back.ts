/**
 * A bureau at work through the requests, at random: messages, calls, people who stop; a backup at some moment, then the machine is lost, the
 * study put back on another one, and what happened meanwhile said. What happened is counted outside the study, from what left the office.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { LocalHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { type AskAs, askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { type Seeded, seeded } from '../../scripts/seeded.ts';
import { addDays, type Day } from '../../shared/calendar.ts';
import { Refusal } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { wordList } from '../../shared/study/word-list.ts';
import { pageTexts } from '../read-pdf.ts';
import { passphraseOf, quickHost, temporaryFolder } from './office.ts';
import {
  firstDay,
  type PreparedStudy,
  type Protocol,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
} from './prepared.ts';

/** Every message says in its subject which step it is. */
const message = (id: string, channel: 'email' | 'letter', afterDays: number, more: Parameters<typeof step>[3] = {}) => {
  const text = { subject: `stap ${id}`, body: 'Geachte {{name}},\n\nUw code is {{code}}.\n{{link}}' };
  return step(id, channel, afterDays, { ...more, text });
};
const dates = { startsOn: firstDay, closesOn: addDays(firstDay, 40) };
const calls = { callsMaximum: 2, callAgainAfterDays: 2 };
const protocols: readonly Protocol[] = [
  {
    ...{ ...dates, ...calls },
    steps: [
      message('e1', 'email', 0, { for: { has: ['email'] } }),
      message('e2', 'email', 4, { for: { has: ['email'] } }),
      message('b1', 'letter', 0, { for: { lacks: ['email'] } }),
      step('bel', 'phone', 9),
    ],
  },
  {
    ...{ ...dates, ...calls },
    steps: [step('bel', 'phone', 0), message('e1', 'email', 6), message('b1', 'letter', 6)],
  },
  {
    ...{ ...dates, ...calls },
    steps: [message('b1', 'letter', 0), message('b2', 'letter', 5), message('e1', 'email', 7)],
  },
];

export interface Safeguarded extends PreparedStudy {
  readonly words: string;
}

/** The prepared study with a sheet and a recovery file. */
export async function prepareSafeguarded(): Promise<Safeguarded> {
  let words = '';
  const prepared = await prepareStudy(async ({ ask, host, folder }) => {
    const sheet = join(folder, 'sheet.pdf');
    const { asked } = await ask('manager', 'study.makeRecoverySheet', { target: host.offerTarget(sheet) });
    const onSheet = await wordsOn(sheet);
    words = onSheet.join(' ');
    const typed = asked.map((nr) => onSheet[nr - 1]!);
    await ask('manager', 'study.confirmRecoverySheet', { words: typed });
    const target = host.offerTarget(join(folder, 'study.vwherstel'));
    await ask('manager', 'study.makeRecoveryFile', { target });
  });
  return { ...prepared, words };
}

/** The words on a printed sheet, as someone reads them. */
export async function wordsOn(path: string): Promise<readonly string[]> {
  const [text] = await pageTexts(new Uint8Array(readFileSync(path)));
  const known = new Set(wordList);
  const found = [...text!.matchAll(/(\d+)\s+([a-z]{4,8})\b/g)].filter(([, , word]) => known.has(word!));
  return found.toSorted((a, b) => Number(a[1]) - Number(b[1])).map(([, , word]) => word!);
}

/** How people say what happened since: as it was, every message perhaps sent, or that nothing happened. */
export type Telling = 'truly' | 'carefully' | 'wrongly';

export interface Counted {
  /** Contacts, after the study was put back, with someone who had stopped or had answered. */
  readonly toStopped: number;
  /** Messages of one step that reached someone more than once. */
  readonly twice: number;
  /** All messages that were delivered, so that it is seen that something happened. */
  readonly delivered: number;
}

/** The office that the bureau works in. */
interface Place {
  readonly ask: AskAs;
  readonly host: LocalHost;
  readonly study: string;
  /** For files handed out. */
  readonly folder: string;
}

interface World {
  place: Place;
  today: Day;
  files: number;
  readonly codes: ReadonlyMap<CaseId, string>;
  readonly idOf: ReadonlyMap<string, CaseId>;
  readonly delivered: string[];
  readonly stopped: Set<CaseId>;
  readonly interviewed: Set<CaseId>;
  isCounting: boolean;
  toStopped: number;
}

const people = ['manager', 'researcher', 'interviewer'] as const;

export async function history(prepared: Safeguarded, seed: number, telling: Telling): Promise<Counted> {
  const dice = seeded(seed);
  const study = await prepared.open();
  const elsewhere = temporaryFolder();
  try {
    const world = await newWorld(study);
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: dice.pick(protocols) });
    const backUpAfter = dice.below(8);
    const loseAfter = backUpAfter + 1 + dice.below(8);
    let since = 0;
    const kept = join(study.folder, 'study.vwkopie');
    for (let days = 0; days < loseAfter; days += 1) {
      await liveADay(world, study, dice);
      if (days !== backUpAfter) continue;
      await study.ask('manager', 'study.makeBackup', { target: study.host.offerTarget(kept) });
      since = world.delivered.length;
    }
    study.stop();
    const there = await putBack(study, prepared.words, elsewhere.folder, world);
    world.isCounting = true;
    if (seed % 5 === 0) await refusesContact(there.ask);
    await tell(world, there.ask, since, telling);
    for (let days = 0; days < 10; days += 1) await liveADay(world, study, dice);
    there.close();
    const { delivered, toStopped } = world;
    return { toStopped, twice: delivered.length - new Set(delivered).size, delivered: delivered.length };
  } finally {
    study.stop();
    elsewhere.remove();
  }
}

async function newWorld(study: StudyInUse): Promise<World> {
  const cases = await study.cases();
  return {
    place: { ask: study.ask, host: study.host, study: join(study.folder, 'study'), folder: study.folder },
    today: firstDay,
    files: 0,
    codes: new Map([...cases.values()].map(({ id, code }) => [id, code])),
    idOf: new Map([...cases].map(([surname, { id }]) => [surname.toLowerCase(), id])),
    delivered: [],
    stopped: new Set(),
    interviewed: new Set(),
    isCounting: false,
    toStopped: 0,
  };
}

/** Another machine, on which everyone signs in with their own passphrase. */
async function putBack(study: StudyInUse, words: string, folder: string, world: World) {
  const host = quickHost(folder);
  const office = openOffice(host, host.onBug);
  const ask = askingAs(office);
  const [backup, recoveryFile] = ['study.vwkopie', 'study.vwherstel'].map((name) =>
    host.offerSource(join(study.folder, name)),
  );
  office.useFolder(join(folder, 'study'));
  await ask('door', 'study.restore', { backup: backup!, recoveryFile: recoveryFile!, words });
  for (const name of people) await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
  await ask('manager', 'study.moveClock', { today: world.today });
  world.place = { ask, host, study: join(folder, 'study'), folder };
  return { ask, close: () => office.close() };
}

async function refusesContact(ask: AskAs): Promise<void> {
  for (const refused of [
    ask('manager', 'contact.sendEmails', { group: residents }),
    ask('interviewer', 'contact.nextCase', {}),
    ask('manager', 'contact.makeLetters', { group: residents, target: 'none' as never }),
  ])
    expect(await refusalOf(refused)).toMatchObject({ problem: 'recovery.not-reconciled' });
}

/** What happened since is asked step by step, and everyone who stopped is put down by the code on their letter. */
async function tell(world: World, ask: AskAs, since: number, telling: Telling): Promise<void> {
  const { older } = await ask('manager', 'study.reconciliation', {});
  const happened = new Set(world.delivered.slice(since).map((one) => one.split(' ')[1]));
  const steps = older!.steps.map(({ group, step: id }) => {
    const isPerhaps = telling === 'carefully' || (telling === 'truly' && (group !== residents || happened.has(id)));
    return { group, step: id, answer: isPerhaps ? ('may-have-been-sent' as const) : ('not-sent' as const) };
  });
  if (telling !== 'wrongly')
    for (const id of world.stopped) {
      const { caseId, isFinal } = await ask('manager', 'contact.findCase', { code: world.codes.get(id)! });
      if (!isFinal) await ask('manager', 'contact.stopCase', { caseId, why: 'withdrew' });
    }
  const interviewed = telling === 'wrongly' ? [] : [...world.interviewed];
  await ask('manager', 'study.reconcile', { steps, interviewed, isComplete: true });
}

/** Some of what is due today is done; people answer, and stop. */
async function liveADay(world: World, { mailbox }: StudyInUse, dice: Seeded): Promise<void> {
  const { ask } = world.place;
  if (dice.chance(0.7)) {
    const from = mailbox.messages.length;
    await orNothingDue(ask('manager', 'contact.sendEmails', { group: residents }));
    for (const { to, raw } of mailbox.messages.slice(from)) {
      const surname = to[0]!.split('@')[0]!.replace(/[<>]/g, '');
      deliver(world, world.idOf.get(surname)!, /^Subject: stap (\w+)/m.exec(raw)![1]!);
    }
  }
  await letters(world, dice);
  if (dice.chance(0.8)) await ring(world, dice);
  if (dice.chance(0.25)) {
    const id = dice.pick([...world.codes.keys()]);
    const { isFinal } = await ask('manager', 'contact.findCase', { code: world.codes.get(id)! });
    if (!isFinal) await ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    if (!isFinal) world.stopped.add(id);
  }
  world.today = addDays(world.today, 1 + dice.below(2));
  await ask('manager', 'study.moveClock', { today: world.today });
}

async function letters(world: World, dice: Seeded): Promise<void> {
  const { ask, host, folder, study } = world.place;
  if (dice.chance(0.6)) {
    world.files += 1;
    const target = host.offerTarget(join(folder, `letters-${world.files}.pdf`));
    await orNothingDue(ask('manager', 'contact.makeLetters', { group: residents, target }));
  }
  const { batches } = await ask('manager', 'contact.batches', {});
  for (const { batch, postedOn, takeOut } of batches) {
    if (postedOn !== undefined || dice.chance(0.5)) continue;
    if (dice.chance(0.2)) {
      await ask('manager', 'contact.discardBatch', { batch });
      continue;
    }
    await ask('manager', 'contact.markPosted', { batch, takenOut: [...takeOut] });
    const raw = new Database(join(study, 'study.db'), { readonly: true });
    const posted = raw.prepare('SELECT case_id AS id, step FROM attempts WHERE batch_id = ?').all(batch);
    raw.close();
    for (const one of posted as { id: CaseId; step: string }[]) deliver(world, one.id, one.step);
  }
}

async function ring(world: World, dice: Seeded): Promise<void> {
  const { ask } = world.place;
  for (let nr = 0; nr < 3; nr += 1) {
    const next = await ask('interviewer', 'contact.nextCase', {});
    if (next.kind === 'none') return;
    const { caseId } = next.case;
    contacted(world, caseId);
    const outcome = dice.pick(['no-answer', 'no-answer', 'refused', 'withdrew', 'interview', 'wrong-number'] as const);
    if (outcome !== 'interview') {
      await ask('interviewer', 'contact.closeCall', { outcome });
      if (outcome === 'refused' || outcome === 'withdrew') world.stopped.add(caseId);
      continue;
    }
    await ask('interviewer', 'interview.begin', { consent: 'spoken' });
    for (const [item, answer] of Object.entries({ hulp: 'nee', reden: 'geen', terug: 'ja' }))
      await ask('interviewer', 'interview.answer', { item: item as never, answer });
    await ask('interviewer', 'interview.finish', {});
    world.interviewed.add(caseId);
  }
}

function contacted(world: World, id: CaseId): void {
  if (world.isCounting && (world.stopped.has(id) || world.interviewed.has(id))) world.toStopped += 1;
}

function deliver(world: World, id: CaseId, stepId: string): void {
  contacted(world, id);
  world.delivered.push(`${id} ${stepId}`);
}

async function orNothingDue(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.problem !== 'contact.nothing-due') throw error;
  }
}

/**
 * An answer from the moment it is given until it is acknowledged: sealed, journalled, saved and synced. Inside the office, and through its
 * door as a window asks; beside each, in turns with it, one raw SQLite commit of the same bytes on the same disk, with the same care.
 */
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { childOfFork } from '../../../electron/child.ts';
import { localHost } from '../../../electron/host.ts';
import { openOffice } from '../../../electron/office.ts';
import { officeDoor } from '../../../electron/office-door.ts';
import { programPath } from '../../../electron/program.ts';
import type { SeatId } from '../../../electron/session.ts';
import type { InterviewView } from '../../../shared/views.ts';
import type { Line } from '../figures.ts';
import { interviewer, makeLongInterviewStudy, manager } from '../long-interview-study.ts';

type Ask = (seat: string, name: string, input: unknown) => Promise<unknown>;

interface Measured {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

/** Answers to `items` items, one by one. */
export async function measureAnswers(home: string, items: number): Promise<readonly Line[]> {
  const inside = await inTheOffice(join(home, 'inside'), items);
  const door = await throughTheDoor(join(home, 'door'), items);
  return [
    line('answer inside the office, median', inside, 0.5, 1.3),
    line('answer inside the office, p99', inside, 0.99, 2),
    line('answer through the door, median', door, 0.5),
    line('answer through the door, p99', door, 0.99),
  ];
}

async function inTheOffice(home: string, items: number): Promise<Measured> {
  mkdirSync(home, { recursive: true });
  const study = await makeLongInterviewStudy(home, items);
  const host = localHost(join(home, 'veldwerk'), 'bench');
  const office = openOffice(host, host.onBug);
  office.useFolder(study);
  try {
    return await hold((seat, name, input) => office.askUnchecked(seat as SeatId, name, input), study, home);
  } finally {
    office.close();
  }
}

async function throughTheDoor(home: string, items: number): Promise<Measured> {
  mkdirSync(home, { recursive: true });
  const study = await makeLongInterviewStudy(home, items);
  const child = fork(programPath('office'), [JSON.stringify({ appVersion: '0.0.0-bench' })], {
    env: { ...process.env, HOME: home, VELDWERK_HOME: join(home, 'veldwerk') },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const door = officeDoor(childOfFork(child));
  try {
    await door.useFolder(study);
    return await hold((seat, name, input) => door.ask(seat as SeatId, name, input), study, home);
  } finally {
    door.end();
  }
}

/** Holds the interview to its end; before each answer one raw commit. */
async function hold(ask: Ask, study: string, home: string): Promise<Measured> {
  const view = async <V>(seat: string, name: string, input: unknown): Promise<V> => {
    const outcome = (await ask(seat, name, input)) as { readonly kind: string; readonly view: V };
    if (outcome.kind !== 'ok') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.view;
  };
  await view('m', 'study.signIn', manager);
  await view('i', 'study.signIn', interviewer);
  await view('i', 'contact.nextCase', {});
  const begun = await view<InterviewView>('i', 'interview.begin', { consent: 'spoken' });
  // The first answer is not measured: its rows are the bytes of the raw commit.
  let next = await view<InterviewView>('i', 'interview.answer', given(begun));
  const raw = rawCommits(join(home, 'raw.db'), join(study, 'study.db'));
  const ours: number[] = [];
  const floor: number[] = [];
  while (next.next !== undefined) {
    const before = performance.now();
    raw.commit();
    const between = performance.now();
    next = await view<InterviewView>('i', 'interview.answer', given(next));
    ours.push(performance.now() - between);
    floor.push(between - before);
  }
  raw.close();
  return { ours, floor };
}

function given({ next }: InterviewView) {
  const choices = next!.choices ?? [];
  return { item: next!.item, answer: choices[next!.item.length % choices.length]!.name };
}

/** Commits of the rows that the last answer left in the study: the sealed answer, the line of the journal, the mark of the inventory. */
function rawCommits(path: string, study: string) {
  const from = new Database(study, { readonly: true });
  const { answer } = from.prepare('SELECT answer FROM draft_answers ORDER BY seq DESC LIMIT 1').get() as {
    readonly answer: Buffer;
  };
  const entry = from.prepare('SELECT * FROM journal ORDER BY seq DESC LIMIT 1').get() as Record<string, unknown>;
  const { mac } = from.prepare('SELECT mac FROM inventory').get() as { readonly mac: Buffer };
  from.close();
  const raw = new Database(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'fullfsync = ON']) raw.pragma(pragma);
  raw.exec(`
    CREATE TABLE draft_answers (draft_id TEXT NOT NULL, seq INTEGER NOT NULL, answer BLOB NOT NULL, PRIMARY KEY (draft_id, seq)) WITHOUT ROWID;
    CREATE TABLE journal (seq INTEGER PRIMARY KEY, on_day TEXT, person TEXT, act TEXT, detail TEXT, mac BLOB);
    CREATE TABLE inventory (nr INTEGER PRIMARY KEY, mac BLOB NOT NULL);`);
  const insertAnswer = raw.prepare('INSERT INTO draft_answers VALUES (?, ?, ?)');
  const insertEntry = raw.prepare('INSERT INTO journal VALUES (@seq, @on_day, @person, @act, @detail, @mac)');
  const put = raw.prepare('INSERT INTO inventory VALUES (1, ?) ON CONFLICT (nr) DO UPDATE SET mac = excluded.mac');
  let seq = 0;
  const all = raw.transaction(() => {
    seq += 1;
    insertAnswer.run('a draft of twenty-two..', seq, answer);
    insertEntry.run({ ...entry, seq });
    put.run(mac);
  });
  return { commit: () => all.immediate(), close: () => raw.close() };
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)]!;

function line(what: string, { ours, floor }: Measured, share: number, target?: number): Line {
  const [a, b] = [at(ours, share), at(floor, share)];
  return {
    what: `${what} (n ${ours.length})`,
    ours: `${a.toFixed(2)} ms`,
    floor: `${b.toFixed(2)} ms`,
    ratio: (a / b).toFixed(2),
    target: target === undefined ? '' : `ratio ${target}`,
  };
}

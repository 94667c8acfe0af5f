/**
 * The next case among very many, with twenty interviewers who ask at random, beside one select and one update with their commit on the same
 * rows and the same disk; and finding somebody who calls among them.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { firstDay } from '../../../electron/practice/study-set-up.ts';
import type { Line } from '../figures.ts';
import { group, interviewers, type ManyCases, openManyCases } from './many-cases.ts';

const asked = 1000;
const looked = 50;
const ms = (value: number) => `${value.toFixed(2)} ms`;
const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)]!;

export async function measureNextCase(home: string, people: number): Promise<readonly Line[]> {
  const study = await openManyCases(join(home, 'many-cases'), people);
  try {
    const count = await countOf(study);
    const beginning = performance.now();
    await next(study, interviewers[0]!);
    const first = performance.now() - beginning;
    await study.ask(interviewers[0]!, 'contact.closeCall', { outcome: 'no-answer' });
    // The rest is read, and everyone is learned for finding who calls, in turns meanwhile: whoever looks for a caller waits for both.
    const learned = await find(study, '06-1000001');
    const raw = rawUpdates(study, home);
    const ours: number[] = [];
    const floor: number[] = [];
    for (let nr = 0; nr < asked; nr += 1) {
      const seat = interviewers[Math.floor(Math.random() * interviewers.length)]!;
      const before = performance.now();
      raw.update();
      const between = performance.now();
      await next(study, seat);
      ours.push(performance.now() - between);
      floor.push(between - before);
      await study.ask(seat, 'contact.closeCall', { outcome: 'no-answer' });
    }
    raw.close();
    const crowd = await crowdOf(study);
    const found = await measureCallers(study);
    const line = (what: string, share: number, target: string): Line => ({
      what: `next case among ${count}, ${what} (n ${asked})`,
      ours: ms(at(ours, share)),
      floor: ms(at(floor, share)),
      ratio: (at(ours, share) / at(floor, share)).toFixed(2),
      target,
    });
    return [
      line('median', 0.5, '-'),
      line('p99', 0.99, 'ratio 3'),
      { what: 'the very first after the office opened', ours: ms(first), floor: '', ratio: '', target: '-' },
      { what: 'twenty who ask at once, p99', ours: ms(crowd), floor: '', ratio: '', target: '-' },
      {
        what: 'a caller found right after that, everyone learned first',
        ours: ms(learned),
        floor: '',
        ratio: '',
        target: '-',
      },
      { what: `a caller found, p99 (n ${looked})`, ours: ms(found), floor: '', ratio: '', target: '1000 ms' },
    ];
  } finally {
    study.office.close();
  }
}

async function next({ ask }: ManyCases, seat: string): Promise<void> {
  const found = await ask(seat, 'contact.nextCase', {});
  if (found.kind === 'none') throw new Error('nobody is due');
}

async function countOf({ ask }: ManyCases): Promise<number> {
  const { groups } = await ask('manager', 'study.status', {});
  return groups.find((one) => one.group.code === group)!.cases;
}

async function crowdOf(study: ManyCases): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(
      interviewers.map(async (seat) => {
        const before = performance.now();
        await next(study, seat);
        took.push(performance.now() - before);
      }),
    );
    for (const seat of interviewers) await study.ask(seat, 'contact.closeCall', { outcome: 'no-answer' });
  }
  return at(took, 0.99);
}

let turn = 0;
/** By each in turn: one interviewer alone does not look for so many. */
async function find({ ask }: ManyCases, text: string): Promise<number> {
  turn += 1;
  const begun = performance.now();
  await ask(interviewers[turn % interviewers.length]!, 'contact.findCaller', { text });
  return performance.now() - begun;
}

/** By name and by number, each time somebody else. */
async function measureCallers(study: ManyCases): Promise<number> {
  const took: number[] = [];
  for (let nr = 0; nr < looked; nr += 1)
    took.push(await find(study, nr % 2 === 0 ? `06-1${String(1_000_000 + nr * 997).slice(0, 7)}` : 'badogeki'));
  return at(took, 0.99);
}

/** One select of the first case that is due, and one update of it, in a copy of the study, with the same care for the disk. */
function rawUpdates({ folder }: ManyCases, home: string) {
  const path = join(home, 'raw-next-case.db');
  const from = new Database(join(folder, 'study.db'));
  from.pragma('wal_checkpoint(PASSIVE)');
  from.close();
  cpSync(join(folder, 'study.db'), path);
  const raw = new Database(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'fullfsync = ON']) raw.pragma(pragma);
  const select = raw.prepare(
    `SELECT * FROM cases WHERE state = 'open' AND next_due <= ? AND held_by IS NULL ORDER BY next_due, id LIMIT 1`,
  );
  const update = raw.prepare('UPDATE cases SET held_by = ?, version = version + 1 WHERE id = ?');
  let nr = 0;
  const both = raw.transaction(() => {
    nr += 1;
    const { id } = select.get(firstDay) as { readonly id: string };
    update.run(`somebody ${nr}`, id);
  });
  return { update: () => both.immediate(), close: () => raw.close() };
}

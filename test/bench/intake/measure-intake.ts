/**
 * The intake of the largest list that may be given, beside its floor: the file read with the raw library, and one sealed value of each row
 * stored in one transaction. Each in processes of its own, in turns.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figuresOf, type Line } from '../figures.ts';
import { csvOf, xlsxOf } from './many-people.ts';

interface Raw {
  readonly allMs: number;
  readonly readMegabytes: number;
  readonly allMegabytes: number;
}
interface Own {
  readonly previewMs: number;
  readonly acceptMs: number;
  readonly previewLongestMs: number;
  readonly acceptLongestMs: number;
  readonly megabytes: Readonly<Record<'office' | 'reader' | 'vault', number>>;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const megabytes = (count: number) => `${count.toFixed(0)} MB`;

/** Lines for the table; `turns` times each of both files. */
export function measureIntake(home: string, people: number, turns: number): readonly Line[] {
  return (['csv', 'xlsx'] as const).flatMap((kind) => {
    const file = join(home, `many.${kind}`);
    writeFileSync(file, kind === 'csv' ? csvOf(people) : xlsxOf(people));
    const raws: Raw[] = [];
    const owns: Own[] = [];
    for (let turn = 1; turn <= turns; turn += 1) {
      raws.push(run('raw-intake.ts', file, join(home, `raw-${kind}-${turn}`)));
      owns.push(run('own-intake.ts', file, join(home, `own-${kind}-${turn}`)));
    }
    const median = <T>(all: readonly T[], of: (one: T) => number) => figuresOf(all.map(of)).median;
    const [raw, own] = [median(raws, ({ allMs }) => allMs), median(owns, ({ acceptMs }) => acceptMs)];
    const rawRead = median(raws, ({ readMegabytes }) => readMegabytes);
    const reader = median(owns, (one) => one.megabytes.reader);
    const all = median(owns, (one) => one.megabytes.office + one.megabytes.reader);
    const rawAll = median(raws, ({ allMegabytes }) => allMegabytes);
    const [preview, accept] = [
      Math.max(...owns.map(({ previewLongestMs }) => previewLongestMs)),
      Math.max(...owns.map(({ acceptLongestMs }) => acceptLongestMs)),
    ];
    const what = `.${kind} of ${people} x 15`;
    return [
      {
        what: `${what} taken in, ${turns} times (median)`,
        ours: seconds(own),
        floor: `${seconds(raw)} (raw reading, one seal a row, one transaction)`,
        ratio: (own / raw).toFixed(2),
        target: '1.5 x',
      },
      {
        what: `${what}: peak memory of the reader`,
        ours: megabytes(reader),
        floor: `${megabytes(rawRead)} (raw reading)`,
        ratio: (reader / rawRead).toFixed(2),
        target: '1.5 x',
      },
      {
        what: `${what}: peak memory of office and reader together`,
        ours: megabytes(all),
        floor: `${megabytes(rawAll)} (raw, all of it)`,
        ratio: (all / rawAll).toFixed(2),
        target: '-',
      },
      {
        what: `${what}: other seats wait at most, looking / taking in`,
        ours: `${preview.toFixed(0)} / ${accept.toFixed(0)} ms`,
        floor: '-',
        ratio: '-',
        target: '50 ms',
      },
    ];
  });
}

function run<T>(program: string, file: string, folder: string): T {
  mkdirSync(folder, { recursive: true });
  const path = fileURLToPath(new URL(program, import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [path, file, folder], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as T;
}

/** E-mails by a server that fails on purpose, while the office is killed: everyone gets theirs once or a person is asked; nobody twice, nobody never. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bureau } from '../../../electron/practice/study-set-up.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { temporaryFolder } from '../office.ts';
import { type PreparedStudy, prepareStudy, residents } from '../prepared.ts';
import { type Ran, runKilled } from '../run-killed.ts';
import { type Accounted, accountedFor } from './accounted-for.ts';
import { type Meanness, type MeanServer, meannesses, startMeanServer } from './mean-server.ts';

const program = new URL('./sending.ts', import.meta.url).pathname;
const more = 27;
/** With those of the prepared study. */
const people = more + 3;
let prepared: PreparedStudy;
let server: MeanServer;
const here = temporaryFolder();
/** One with three people, one with all of them. */
let few = '';
let many = '';

beforeAll(async () => {
  server = await startMeanServer();
  prepared = await prepareStudy(async (study) => {
    const host = { host: '127.0.0.1', port: server.port, secure: false, from: bureau.objectTo };
    await study.ask('manager', 'study.setMailHost', host);
    few = join(here.folder, 'few');
    many = join(here.folder, 'many');
    study.stop();
    cpSync(study.folder, few, { recursive: true });
    await study.restart();
    await study.ask('manager', 'study.setMailHost', host);
    const rows = Array.from({ length: more }, (_, nr) => `V-${nr};Verzonnen${nr};v${nr}@wijk.example`);
    writeFileSync(join(study.folder, 'more.csv'), ['Clientnummer;Achternaam;E-mail', ...rows, ''].join('\r\n'));
    const file = study.host.offerSource(join(study.folder, 'more.csv'));
    await study.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    study.stop();
    cpSync(study.folder, many, { recursive: true });
  });
});
afterAll(async () => {
  server.stop();
  await prepared.remove();
  here.remove();
});
beforeEach(() => server.plan(() => []));

/** Sends in a copy of the study, cut there, and gives the folder to `then`. */
async function cut<T>(from: string, where: readonly string[], then: (folder: string, cut: Ran) => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-email-cut-'));
  try {
    cpSync(from, folder, { recursive: true });
    server.taken.length = 0;
    return await then(folder, await runKilled(program, [folder, ...where]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checked as it was left; then all goes well, and everyone who is not refused has one message. */
async function settled(folder: string, of: number): Promise<Accounted> {
  server.plan(() => []);
  const accounted = await accountedFor(folder, server.taken);
  expect(server.taken.length + accounted.failed).toBe(of);
  return accounted;
}

const stepsOf = ({ said }: Ran) => said.filter((line) => line.startsWith('step ')).map((line) => line.slice(5));

describe('the check itself', () => {
  test('finds a message that goes out twice, because a person said that it had not', async () => {
    server.always('drop-after-data');
    await cut(few, ['never'], async (folder) => {
      expect(server.taken.length).toBe(3);
      server.plan(() => []);
      await expect(accountedFor(folder, server.taken, () => false)).rejects.toThrow('somebody got it twice');
    });
  });

  test('finds one that never went out, because a person said that it had', async () => {
    server.always('drop-in-data');
    await cut(few, ['never'], async (folder) => {
      expect(server.taken).toEqual([]);
      server.plan(() => []);
      await expect(accountedFor(folder, server.taken, () => true)).rejects.toThrow(
        'counts as written to and got nothing',
      );
    });
  });
});

test('cut at every numbered step of every write, with a server to which all goes well', async () => {
  const steps = await cut(few, ['never'], async (folder, whole) => {
    expect(await settled(folder, 3)).toEqual({ unclear: 0, failed: 0 });
    return stepsOf(whole);
  });
  // The intent of each message and its result, and what else is written in one.
  expect(steps.length).toBe(3 * 2 * 4);
  const unclear: number[] = [];
  for (const [index] of steps.entries())
    await cut(few, ['step', String(index + 1)], async (folder, { wasKilled }) => {
      expect(wasKilled).toBe(true);
      unclear.push((await settled(folder, 3)).unclear);
    });
  // Of the eight steps of a message: until the intent is there nobody is asked, and from when its result is there not any more.
  expect(unclear).toEqual([1, 2, 3].flatMap(() => [0, 0, 0, 1, 1, 1, 1, 0]));
});

test('cut at every numbered step, while each message goes wrong in another way', async () => {
  const ways: readonly Meanness[] = ['receiver-later', 'drop-after-data', 'receiver-never'];
  const plan = () => {
    const given = new Map<string, Meanness>();
    server.plan((to) => {
      if (!given.has(to)) given.set(to, ways[given.size % ways.length]!);
      return [given.get(to)!, given.get(to) === 'receiver-never' ? 'receiver-never' : 'fine'];
    });
  };
  plan();
  const count = await cut(few, ['never'], async (folder, whole) => {
    await settled(folder, 3);
    return stepsOf(whole).length;
  });
  for (let nr = 1; nr <= count; nr += 1) {
    plan();
    await cut(few, ['step', String(nr)], async (folder) => {
      await settled(folder, 3);
    });
  }
});

test.each(meannesses)('a server that is %s to everybody', async (meanness) => {
  server.always(meanness);
  await cut(few, ['never'], async (folder) => {
    await settled(folder, 3);
  });
});

test('a disk that is full from any numbered step on', async () => {
  const count = await cut(few, ['never'], async (_, whole) => stepsOf(whole).length);
  for (let nr = 1; nr <= count; nr += 1)
    await cut(few, ['full', String(nr)], async (folder, { wasKilled, said }) => {
      expect(wasKilled).toBe(false);
      // After the last commit there is nothing left to write.
      if (nr < count) expect(said).toContain('broken off');
      await settled(folder, 3);
    });
});

test('killed 20 times at random moments, by a server that goes wrong at random', async () => {
  const random = seeded(20261126);
  const whim = () => random.pick(meannesses);
  const moods = () => {
    const mood = new Map<string, readonly Meanness[]>();
    server.plan((to) => {
      const known = mood.get(to) ?? [whim(), whim()];
      mood.set(to, known);
      return known;
    });
  };
  moods();
  const timeIn = (said: readonly string[]) => said.find((line) => line.startsWith('took '))?.slice(5);
  let took = await cut(many, ['never'], async (folder, { said }) => {
    await settled(folder, people);
    return Number(timeIn(said));
  });
  let killed = 0;
  let unclear = 0;
  for (let tries = 0; killed < 20 && tries < 60; tries += 1) {
    moods();
    await cut(many, ['moment', String((took * random.below(1000)) / 1000)], async (folder, { wasKilled, said }) => {
      if (wasKilled) killed += 1;
      // The kill came too late: by now it goes faster.
      took = Number(timeIn(said) ?? took);
      unclear += (await settled(folder, people)).unclear;
    });
  }
  expect(killed).toBeGreaterThanOrEqual(20);
  // Otherwise none of the kills, and no dropped connection, left anything to ask.
  expect(unclear).toBeGreaterThan(0);
});

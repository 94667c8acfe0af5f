/** A delivery whose taking in is cut by kill -9: all of it is there afterwards, or none. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { inPairs } from '../interview-cut/nothing-lost.ts';
import { passphraseOf, quickHost, temporaryFolder } from '../office.ts';
import { type PreparedStudy, prepareStudy, type StudyInUse } from '../prepared.ts';
import { type Ran, runKilled } from '../run-killed.ts';

const program = new URL('./taking-in.ts', import.meta.url).pathname;
const here = temporaryFolder();
const list = join(here.folder, 'list.csv');
const people = 1200;
let prepared: PreparedStudy;
let study: StudyInUse;

beforeAll(async () => {
  const rows = Array.from({ length: people }, (_, nr) => `V-${nr};Verzonnen${nr};06-89${String(nr).padStart(6, '0')};`);
  // Someone who was there already objects: with the new ones, or not at all.
  writeFileSync(list, ['Clientnummer;Achternaam;Mobiel;Bezwaar', ...rows, 'C-1007;Groothuma;;ja', ''].join('\r\n'));
  prepared = await prepareStudy();
  study = await prepared.open();
  study.stop();
});
afterAll(async () => {
  await prepared.remove();
  here.remove();
});

interface Cut extends Ran {
  readonly left: 'all' | 'none';
}

async function cut(...where: readonly string[]): Promise<Cut> {
  const folder = mkdtempSync(join(tmpdir(), 'veldwerk-intake-cut-'));
  try {
    cpSync(study.folder, folder, { recursive: true });
    const ran = await runKilled(program, [folder, list, ...where]);
    return { ...ran, left: await whatIsLeft(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws when it is neither all nor none, or when the study is not whole or cannot go on. */
async function whatIsLeft(folder: string): Promise<'all' | 'none'> {
  const host = quickHost(folder);
  const office = openOffice(host, host.onBug);
  try {
    office.useFolder(join(folder, 'study'));
    const ask = askingAs(office);
    for (const name of ['manager', 'officer'])
      await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
    const { entries, isWhole } = await ask('officer', 'study.journal', { entries: 500 });
    if (!isWhole) throw new Error('the journal is not whole');
    // Everyone's contact data are opened for this.
    const { total } = await ask('manager', 'contact.lookUp', { text: 'Verzonnen' });
    const { deliveries } = await ask('manager', 'intake.deliveries', {});
    const ended = rowsOf(folder, `SELECT id FROM cases WHERE final_code = '2.11'`).length;
    const accepts = entries.filter(({ act }) => act === 'intake.accept').length;
    const found = JSON.stringify({ total, deliveries: deliveries.length, ended, accepts });
    if (found === JSON.stringify({ total: people, deliveries: 3, ended: 1, accepts: 3 })) return 'all';
    if (found === JSON.stringify({ total: 0, deliveries: 2, ended: 0, accepts: 2 })) return 'none';
    throw new Error(`a part of a delivery: ${found}`);
  } finally {
    office.close();
  }
}

function rowsOf(folder: string, sql: string): readonly unknown[] {
  const raw = new Database(join(folder, 'study', 'study.db'), { readonly: true });
  try {
    return raw.prepare(sql).all();
  } finally {
    raw.close();
  }
}

const stepsOf = (said: readonly string[]) =>
  said.filter((line) => line.startsWith('step ')).map((line) => line.slice(5));

describe('a delivery that is cut by kill -9', () => {
  test('the check itself finds a part of one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'veldwerk-intake-cut-'));
    try {
      cpSync(study.folder, folder, { recursive: true });
      const host = quickHost(folder);
      const office = openOffice(host, host.onBug);
      office.useFolder(join(folder, 'study'));
      const ask = askingAs(office);
      await ask('m', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });
      const half = join(folder, 'half.csv');
      writeFileSync(half, 'Achternaam;Mobiel\r\nVerzonnen7;06-89000007\r\n');
      await ask('m', 'intake.accept', { group: 'residents' as never, files: [{ file: host.offerSource(half) }] });
      office.close();
      await expect(whatIsLeft(folder)).rejects.toThrow('a part of a delivery');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('after every numbered write step: none of it before the commit, all of it after', async () => {
    const whole = await cut('never');
    expect(whole).toMatchObject({ wasKilled: false, left: 'all' });
    const steps = stepsOf(whole.said);
    expect(steps).toEqual(['begun', 'written', 'journalled', 'committed']);
    const left: string[] = [];
    await inPairs(
      steps.map((_, index) => index),
      async (index) => {
        const made = await cut('step', String(index + 1));
        expect(made.wasKilled).toBe(true);
        left[index] = made.left;
      },
    );
    expect(left).toEqual(['none', 'none', 'none', 'all']);
  });

  test('at 10 random moments between its begin and its end', async () => {
    const { said } = await cut('never');
    const timeIn = (lines: readonly string[]) => lines.find((line) => line.startsWith('taken in '))?.slice(9);
    let took = Number(timeIn(said));
    let inside = 0;
    for (let tries = 0; inside < 10 && tries < 40; tries += 2) {
      const moments = [tries, tries + 1].map((nr) => (took * ((nr % 10) + Math.random())) / 10);
      await inPairs(moments, async (moment) => {
        const made = await cut('moment', String(moment));
        const tookNow = timeIn(made.said);
        if (made.wasKilled && tookNow === undefined) inside += 1;
        if (tookNow !== undefined) expect(made.left).toBe('all');
        // The kill came too late: by now it goes faster.
        took = Number(tookNow ?? took);
      });
    }
    expect(inside).toBeGreaterThanOrEqual(10);
  });
});

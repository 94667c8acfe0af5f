/** Call rooms whose office is killed by kill -9 in the midst of calls: every case goes on afterwards, with nobody rung twice for one attempt. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice } from '../../../electron/office.ts';
import { askingAs } from '../../../scripts/demo/asking.ts';
import { type PreparedCallRoom, prepareCallRoom } from '../call-room.ts';
import { testClock } from '../clock-here.ts';
import { passphraseOf, quickHost } from '../office.ts';
import { startedOften } from '../run-killed.ts';
import { ringingDay } from './ringing-clock.ts';

const program = new URL('./ringing.ts', import.meta.url).pathname;
const people = 300;
let prepared: PreparedCallRoom;
beforeAll(async () => {
  const residents = Array.from({ length: people }, (_, nr) => ({ surname: `Verzonnen${nr}` }));
  prepared = await prepareCallRoom({ residents });
});
afterAll(() => prepared.remove());

/** Kills the office after so many lines. */
async function ringUntil(folder: string, lines: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder], { env: startedOften, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.split('\n').length > lines) child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
  return said.split('\n').slice(0, -1);
}

const rowsOf = <R>(folder: string, sql: string): readonly R[] => {
  const raw = new Database(join(folder, 'study', 'study.db'), { readonly: true });
  try {
    return raw.prepare(sql).all() as R[];
  } finally {
    raw.close();
  }
};

test('20 offices killed in the midst of calls: what was in hand is put down, drafts stay, and nobody was given twice', async () => {
  let heldAtAll = 0;
  for (let cut = 0; cut < 20; cut += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'veldwerk-call-cut-'));
    try {
      cpSync(prepared.folder, folder, { recursive: true });
      const said = await ringUntil(folder, 4 + cut * 7);
      expect(said[0]).toBe('ready');
      const took = said.filter((line) => line.startsWith('took ')).map((line) => line.split(' ')[2]!);
      expect(new Set(took).size).toBe(took.length);
      const held = rowsOf<{ id: string }>(folder, 'SELECT id FROM cases WHERE held_by IS NOT NULL');
      heldAtAll += held.length;
      expect(held.length).toBeLessThanOrEqual(3);
      const drafts = rowsOf<{ case_id: string }>(folder, 'SELECT case_id FROM drafts');

      const clock = testClock();
      const host = quickHost(folder, { clock, today: () => ringingDay });
      const office = openOffice(host, host.onBug);
      try {
        office.useFolder(join(folder, 'study'));
        const ask = askingAs(office);
        for (const name of ['manager', 'officer'])
          await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
        for (let minutes = 0; minutes < 17; minutes += 1) {
          clock.pass(1);
          await new Promise((done) => setImmediate(done));
        }
        const inHand = `SELECT id FROM cases WHERE held_by IS NOT NULL UNION ALL SELECT id FROM attempts WHERE outcome = 'intended'`;
        await expect.poll(() => rowsOf(folder, inHand), { timeout: 60_000 }).toEqual([]);
        // An interview that was going on was a conversation; its answers wait.
        expect(rowsOf(folder, 'SELECT case_id FROM drafts')).toEqual(drafts);
        const broken = rowsOf<{ case_id: string }>(folder, `SELECT case_id FROM attempts WHERE outcome = 'broke-off'`);
        expect(broken.map(({ case_id }) => case_id).toSorted()).toEqual(
          drafts.map(({ case_id }) => case_id).toSorted(),
        );
        // Every call that was told of as done is there once.
        const done = said.filter((line) => line.startsWith('done ')).map((line) => line.split(' ')[2]!);
        for (const id of done) expect(rowsOf(folder, `SELECT id FROM attempts WHERE case_id = '${id}'`).length).toBe(1);
        const { isWhole } = await ask('officer', 'study.journal', { entries: 5 });
        expect(isWhole).toBe(true);
      } finally {
        office.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  // Some of them were killed while someone was being rung: else this says nothing.
  expect(heldAtAll).toBeGreaterThan(5);
});

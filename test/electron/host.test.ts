/** Files that a seat sends: in memory, known by a word, gone with the seat. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SeatId } from '../../electron/session.ts';
import type { SourceFile } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import { officeWithStudy, quickHost, temporaryFolder } from './office.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const seat = 'a' as SeatId;
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const problemOf = (work: Promise<unknown>) =>
  work.catch((error) => (error instanceof Refusal ? error.problem : Promise.reject(error)));
const textOf = async (read: Promise<Uint8Array>) => Buffer.from(await read).toString();

describe('a file that a seat sent', () => {
  it('can be read as often as it is asked for, until its seat goes', async () => {
    const host = quickHost(join(folder, 'one'));
    const mine = host.offerBytes(seat, bytes('a;b'));
    const other = host.offerBytes('b' as SeatId, bytes('c;d'));
    expect(await textOf(host.readSource(mine))).toBe('a;b');
    expect(await textOf(host.readSource(mine))).toBe('a;b');
    host.letGo(seat);
    expect(await problemOf(host.readSource(mine))).toEqual({ problem: 'file.not-found' });
    expect(await textOf(host.readSource(other))).toBe('c;d');
    expect(await problemOf(host.readSource('none' as SourceFile))).toEqual({ problem: 'file.not-found' });
  });

  it('is at most 20 MB, and of many the oldest are let go', async () => {
    const host = quickHost(join(folder, 'many'));
    expect(await problemOf((async () => host.offerBytes(seat, new Uint8Array(20_000_001)))())).toEqual({
      problem: 'file.too-large',
      limit: '20 MB',
    });
    const words = Array.from({ length: 501 }, (_, i) => host.offerBytes(seat, bytes(String(i))));
    expect(await problemOf(host.readSource(words[0]!))).toEqual({ problem: 'file.not-found' });
    expect(await textOf(host.readSource(words[1]!))).toBe('1');
    const large = Array.from({ length: 11 }, () => host.offerBytes(seat, new Uint8Array(20_000_000)));
    expect(await problemOf(host.readSource(large[0]!))).toEqual({ problem: 'file.not-found' });
    expect(await host.readSource(large[10]!)).toHaveLength(20_000_000);
  });

  it('serves a request as a file from a dialog does, and is written nowhere', async () => {
    const { office, host, ask } = await officeWithStudy(join(folder, 'study'));
    const questionnaire = new URL('../../scripts/practice-study/files/questionnaire-residents.xlsx', import.meta.url);
    await ask('manager', 'study.addGroup', { code: 'residents', title: 'Bewoners', consentBasis: 'opt-in' } as never);
    const given = new Uint8Array(readFileSync(questionnaire));
    const file = host.offerBytes('manager' as SeatId, given);
    const loaded = await office.ask('manager' as SeatId, 'study.loadQuestionnaire', {
      group: 'residents',
      file,
    } as never);
    expect(loaded.kind).toBe('ok');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.xlsx'))).toEqual([]);
    expect(existsSync(join(folder, 'study'))).toBe(true);
    office.close();
  });
});

/** What was decided about the columns of a client's files, kept on this machine for the next delivery. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rememberColumns, rememberedColumns, rememberedColumnsFile } from '../../electron/intake/remembered-columns.ts';
import { temporaryFolder } from './office.ts';

let here: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  here = temporaryFolder();
});
afterEach(() => here.remove());

const client = 'Gemeente Verzonnen';
const remember = (header: string, becomes: 'surname' | 'email' | 'not-read', of = client) =>
  rememberColumns(here.folder, of, [{ header, becomes }]);
const of = (name = client) => ({ ...rememberedColumns(here.folder, name) });
const file = () => join(here.folder, rememberedColumnsFile);

describe('what was decided about columns', () => {
  test('is known by the words of a header, of the same client only; the newest decision counts', () => {
    expect(of()).toEqual({});
    remember('Naam cliënt', 'surname');
    remember('Postbus', 'not-read');
    remember('NAAM_CLIENT', 'email');
    expect(of()).toEqual({ postbus: 'not-read', naamclient: 'email' });
    expect(of('gemeente verzonnen')).toEqual(of());
    expect(of('Gemeente Elders')).toEqual({});
  });

  test('names no client in the file', () => {
    remember('Naam', 'surname');
    expect(readFileSync(file(), 'utf8')).toContain('"naam": "surname"');
    expect(readFileSync(file(), 'utf8')).not.toMatch(/gemeente|verzonnen/i);
  });

  test('is bounded: in clients, in columns of one, and in the length of a header', () => {
    for (let nr = 0; nr < 60; nr += 1) remember('Naam', 'surname', `Gemeente ${nr}`);
    expect(of('Gemeente 0')).toEqual({});
    expect(of('Gemeente 59')).toEqual({ naam: 'surname' });
    const many = Array.from({ length: 300 }, (_, nr) => ({ header: `Kolom ${nr}`, becomes: 'not-read' as const }));
    rememberColumns(here.folder, client, many);
    expect(Object.keys(of()).length).toBe(200);
    expect(of()).toHaveProperty('kolom299');
    remember('x'.repeat(500), 'surname');
    expect(Object.keys(of()).some((word) => word.length > 60)).toBe(false);
  });

  test('is nothing when the file is not ours, and a header called as an object is made of is no more than a word', () => {
    remember('__proto__', 'surname');
    remember('constructor', 'email');
    expect(of()).toEqual({ proto: 'surname', constructor: 'email' });
    expect(Object.keys(Object.prototype)).toEqual([]);
    for (const text of [
      '',
      '{',
      '[]',
      '{"clients":7}',
      '{"clients":[null,{"client":"x"},{"client":7,"columns":[]}]}',
    ]) {
      writeFileSync(file(), text);
      expect(of()).toEqual({});
    }
    const hash = 'a'.repeat(64);
    writeFileSync(file(), JSON.stringify({ clients: [{ client: hash, columns: { naam: 'rm -rf' } }] }));
    remember('Naam', 'surname');
    expect(of()).toEqual({ naam: 'surname' });
  });

  test('cannot be written: the work goes on', () => {
    rememberColumns(join(here.folder, 'not-there'), client, [{ header: 'Naam', becomes: 'surname' }]);
    expect(rememberedColumns(join(here.folder, 'not-there'), client)).toEqual({});
  });
});

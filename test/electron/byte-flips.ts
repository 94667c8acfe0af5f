/** Single bytes flipped in a study in work, one at a time: what comes of each, for the quick suite and, more often, for the long one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { macColumns, tables } from '../../electron/store/plain-columns.ts';
import { type Cell, type Draw, flipCell, inRawFile } from './raw-cells.ts';
import { type AttackedStudy, found } from './tampered.ts';

/** A byte of every value of every plain and sealed column and of every mark in turn; each is found. How often per column. */
export async function flipInRows(
  study: AttackedStudy,
  times: number,
  draw: Draw,
): Promise<ReadonlyMap<string, number>> {
  const { cells } = study;
  const columns = [...cells.keys()].filter((label) => !label.startsWith('journal.'));
  const listed = Object.entries(tables).flatMap(([table, { plain, sealed }]) => {
    const names = [...Object.keys(plain), ...sealed, ...(table in macColumns ? ['mac'] : [])];
    return table === 'journal' ? [] : names.map((name) => `${table}.${name}`);
  });
  // Nothing of these stands in this study; their rows are counted as all others are.
  for (const label of listed.filter((one) => !columns.includes(one)))
    expect(label).toMatch(/^(case_files|erased_\w+|epochs|seconds)\.|\.(executed_on|void_on|passed_on)$/);
  const tried = new Map<string, number>();
  for (let time = 0; time < times; time += 1) {
    const label = columns[time % columns.length]!;
    const result = await study.attacked((folder) =>
      inRawFile(folder, (raw) => flipCell(raw, oneOf(cells.get(label)!, draw), draw)),
    );
    expect({ label, ...result }).toEqual({ label, ...found });
    tried.set(label, (tried.get(label) ?? 0) + 1);
  }
  return tried;
}

const oneOf = (cells: readonly Cell[], draw: Draw): Cell => cells[draw(cells.length)]!;

/** In the journal: found, and nobody is contacted who would not have been. */
export async function flipInJournal(study: AttackedStudy, times: number, draw: Draw): Promise<void> {
  const columns = [...study.cells.keys()].filter((label) => label.startsWith('journal.'));
  expect(columns.length).toBe(6);
  for (let time = 0; time < times; time += 1) {
    const label = columns[time % columns.length]!;
    const cell = oneOf(study.cells.get(label)!, draw);
    const result = await study.attacked((folder) => inRawFile(folder, (raw) => flipCell(raw, cell, draw)));
    // Only of its end the inventory knows; the rest the officer finds, who reads it.
    expect({ label, ...result, isStopped: true }).toEqual({ label, ...found });
  }
}

/** In the file of the keyring: nobody gets in. */
export async function flipInKeyring(study: AttackedStudy, times: number, draw: Draw): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const { outcomes, sent } = await study.seen((folder) => {
      const path = join(folder, 'study', 'keyring');
      const bytes = readFileSync(path);
      // In turn in the part that stands readable, at the end, and anywhere.
      const head = bytes.indexOf('"sealed"');
      const at = [draw(head), bytes.length - 1 - draw(5), draw(bytes.length)][time % 3]!;
      bytes[at]! ^= 1 + draw(255);
      writeFileSync(path, bytes);
    });
    const signIns = [...outcomes].filter(([label]) => label.includes('study.signIn'));
    const problems = new Set(signIns.map(([, one]) => ('problem' in one ? one.problem : JSON.stringify(one))));
    expect(['study.damaged', 'study.device-secret-missing']).toContain([...problems].join(' '));
    expect(sent).toEqual([]);
  }
}

/** As tampering.test.ts, more often and elsewhere: 1,000 bytes in rows, and as many again in journal and keyring together. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flipInJournal, flipInKeyring, flipInRows } from './byte-flips.ts';
import { drawsFrom } from './raw-cells.ts';
import { type AttackedStudy, attackedStudy } from './tampered.ts';

let study: AttackedStudy;
beforeAll(async () => {
  study = await attackedStudy();
});
afterAll(() => study.remove());

const seed = Number(process.env.VELDWERK_SEED ?? Date.now() % 1_000_000);

test(`1,000 bytes flipped in rows, seed ${seed}`, async () => {
  const tried = await flipInRows(study, 1_000, drawsFrom(seed));
  expect([...tried.values()].reduce((sum, times) => sum + times, 0)).toBe(1_000);
});

test(`300 bytes flipped in the journal, seed ${seed}`, () => flipInJournal(study, 300, drawsFrom(seed + 1)));

test(`700 bytes flipped in the keyring, seed ${seed}`, () => flipInKeyring(study, 700, drawsFrom(seed + 2)));

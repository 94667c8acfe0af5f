import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLetters } from '../../../electron/post/letters.ts';
import { codesOnPages } from '../../../electron/post/read-back.ts';
import { type PlacedText, pageTexts, placedTexts, renderPages } from '../../read-pdf.ts';
import { readQr } from '../../read-qr.ts';
import { temporaryFolder } from '../office.ts';
import {
  hasPoppler,
  head,
  outOfOrder,
  overflowing,
  pagesOf,
  popplerPages,
  sent,
  windowFaults,
  withoutName,
} from './letter-batch.ts';

const { folder, remove } = temporaryFolder();
const count = 1000;
const batch = sent(count);
const letters = batch.map(({ letter }) => letter);
const codes = letters.map(({ code }) => code);
const path = join(folder, 'batch.pdf');
let bytes: Buffer;
let pages: readonly (readonly PlacedText[])[];
const printed = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/g;

beforeAll(async () => {
  expect(await writeLetters(letters, head, path)).toMatchObject({ kind: 'printed', pages: count });
  bytes = readFileSync(path);
  pages = await placedTexts(bytes);
});
afterAll(remove);

describe('a batch of 1,000 letters', () => {
  test('has every address in the window, and nothing else; a letter that slides out of it is found', () => {
    const slid = pages.map((placed, nr) =>
      nr === 7
        ? placed.map((piece) => (piece.baseline > 58 && piece.baseline < 62 ? { ...piece, right: 104 } : piece))
        : placed,
    );
    expect(windowFaults(slid, letters, 'left')).toEqual([7]);
    const told = letters.with(9, { ...letters[9]!, address: [...letters[9]!.address, 'BELGIË'] });
    expect(windowFaults(pages, told, 'left')).toEqual([9]);
    expect(windowFaults(pages, letters, 'left')).toEqual([]);
  });

  test('has on each page the stored code and no other, by three readers; two pages that changed places are found', async () => {
    const own = async (read: readonly (readonly string[])[]) =>
      read.flatMap((found, nr) => (found.length > 0 && found.every((code) => code === codes[nr]) ? [] : [nr]));
    const back = await codesOnPages(path);
    const swapped = back.with(3, back[4]!).with(4, back[3]!);
    expect(await own(swapped)).toEqual([3, 4]);
    expect(await own(back)).toEqual([]);
    const byPdfJs = (await pageTexts(bytes)).map((text) => text.match(printed) ?? []);
    expect(await own(byPdfJs)).toEqual([]);
    if (hasPoppler) expect(await own(popplerPages(path).map((text) => text.match(printed) ?? []))).toEqual([]);
    expect(new Set(codes).size).toBe(count);
  });

  test('has a QR code that reads as its own link, on 100 pages of all', async () => {
    const numbers = Array.from({ length: 100 }, (_, nr) => nr * 10 + 1);
    const pictures = await renderPages(bytes, numbers, 1.5, { left: 420, top: 590, width: 130, height: 120 });
    const links = numbers.map((nr) => letters[nr - 1]!.link);
    const wrong = (expected: readonly string[]) =>
      pictures.flatMap((picture, nr) => (readQr(picture) === expected[nr] ? [] : [nr]));
    expect(wrong(links.with(5, links[6]!))).toEqual([5]);
    expect(wrong(links)).toEqual([]);
  });

  test('leaves its margins nowhere; a line that is too long is found', () => {
    expect(overflowing(pages.with(2, [{ text: 'x', left: 25, right: 200, baseline: 120 }]))).toEqual([2]);
    expect(overflowing(pages)).toEqual([]);
  });

  test('lies in the order of the post; two that changed places are found', () => {
    expect(outOfOrder(batch.with(10, batch[500]!))).toEqual([11]);
    expect(outOfOrder(batch)).toEqual([]);
    // Those from abroad come last.
    expect(batch.findIndex(({ contact }) => contact.country !== undefined)).toBe(count - count / 25);
  });

  test.skipIf(!hasPoppler)(
    'has names in Cyrillic and Arabic, and other countries, as poppler reads them; a name that stands on another page, or is spelt otherwise, is found',
    () => {
      const texts = popplerPages(path);
      const names = ['Щербакова', 'Шевченко', 'الحسن', 'İnönü-Yıldız', 'Świątek', 'POLEN', 'TURKIJE'];
      for (const name of names) {
        const [first] = pagesOf(name, letters);
        expect(first, name).toBeDefined();
        const other = letters.findIndex(({ address }) => !address.some((line) => line.includes(name)));
        expect(withoutName(name, texts.with(first!, texts[other]!), letters), name).toEqual([first]);
        const spelt = texts.with(first!, texts[first!]!.normalize('NFKC').replaceAll(name, name.slice(1)));
        expect(withoutName(name, spelt, letters), name).toEqual([first]);
        expect(withoutName(name, texts, letters), name).toEqual([]);
      }
    },
  );

  test('in the right window is as right; a letter for the left one, one that slides out, and two that changed places are found', async () => {
    const there = join(folder, 'right.pdf');
    const some = letters.filter((_, nr) => nr % 10 === 0);
    await writeLetters(some, { ...head, window: 'right' }, there);
    const placed = await placedTexts(readFileSync(there));
    const forLeft = pages.filter((_, nr) => nr % 10 === 0);
    const inAddress = ({ baseline }: PlacedText) => baseline > 58 && baseline < 62;
    const moved = (piece: PlacedText, to: Partial<PlacedText>) => (inAddress(piece) ? { ...piece, ...to } : piece);
    const tooFarRight = placed[7]!.map((piece) => moved(piece, { right: 195 }));
    const tooFarLeft = placed[11]!.map((piece) => moved(piece, { left: 105 }));
    const strange = [...placed[13]!, { text: 'wijkteam', left: 120, right: 140, baseline: 80 }];
    const broken = placed
      .with(3, forLeft[3]!)
      .with(7, tooFarRight)
      .with(11, tooFarLeft)
      .with(13, strange)
      .with(20, placed[21]!)
      .with(21, placed[20]!);
    expect(windowFaults(broken, some, 'right')).toEqual([3, 7, 11, 13, 20, 21]);
    expect(windowFaults(placed, some, 'right')).toEqual([]);
    expect(windowFaults(placed, some, 'left').length).toBe(some.length);
  });
});

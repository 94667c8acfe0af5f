/** How the work of a letter is divided and written down: what is not seen on paper, and is felt by whoever waits or reads the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { layLetter, setSheet } from '../../../electron/post/letter-page.ts';
import { printFile } from '../../../electron/post/sheet.ts';
import { temporaryFolder } from '../office.ts';
import { head, sent } from './letter-batch.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const letters = sent(3).map(({ letter }) => letter);

test('others can have a turn after every few lines of a letter, in large print too', async () => {
  for (const largePrint of [false, true]) {
    const layout = { ...head, largePrint, help: [] };
    let most = 0;
    let stops = 0;
    await printFile(join(folder, `turns-${largePrint}.pdf`), { title: 'Brieven' }, async (sheets) => {
      let lines = 0;
      const { text } = sheets;
      sheets.text = ((...given: Parameters<typeof text>) => {
        lines += 1;
        most = Math.max(most, lines);
        return text.apply(sheets, given);
      }) as typeof text;
      for (const letter of letters) {
        const laid = layLetter(sheets, letter, layout);
        for (const nr of laid.sheets.keys())
          for (const _ of setSheet(sheets, letter, layout, laid, nr)) {
            lines = 0;
            stops += 1;
          }
      }
      return true;
    });
    expect(stops).toBeGreaterThan(letters.length * 10);
    expect(most).toBeLessThanOrEqual(6);
  }
});

/** Pages of which some operator stands between the parts of a shape and its filling, which ISO 32000-1 (8.5.2.1) does not allow. */
function brokenShapes(contents: readonly string[]): readonly number[] {
  return contents.flatMap((content, nr) => (/ re\n(?!f\n|f\*\n|S\n|W n\n|[\d. ]+ re\n)/.test(content) ? [nr] : []));
}

test('the QR code is one shape in whole modules, with nothing between its parts and its filling', async () => {
  const path = join(folder, 'shape.pdf');
  await printFile(path, { title: 'Brieven' }, async (sheets, flush) => {
    for (const letter of letters) {
      for (const _ of setSheet(sheets, letter, head, layLetter(sheets, letter, head), 0)) {
        // Set as one goes.
      }
      await flush();
    }
    return true;
  });
  const contents = contentsOf(readFileSync(path));
  expect(contents).toHaveLength(letters.length);
  for (const content of contents) expect(content.match(/^\d+ \d+ \d+ 1\.02 re$/gm)?.length ?? 0).toBeGreaterThan(100);
  expect(brokenShapes(contents.with(1, contents[1]!.replace(' re\nf\n', ' re\n/DeviceRGB cs\nf\n')))).toEqual([1]);
  expect(brokenShapes(contents)).toEqual([]);
});

/** What the pages draw, as operators. */
function contentsOf(file: Buffer): readonly string[] {
  const text = file.toString('latin1');
  return [...text.matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)]
    .map(({ index, 0: found, 1: length }) =>
      inflateSync(file.subarray(index + found.length, index + found.length + Number(length))).toString('latin1'),
    )
    .filter((content) => content.includes(' Tf\n'));
}

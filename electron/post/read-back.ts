/**
 * Reads a file of letters back from the disk, page by page, as a reader's program does: by its table of contents, its pages and the
 * characters that its typefaces say they show. It shares nothing with what wrote the file, and knows only as much of PDF (ISO 32000-1) as
 * such a file has.
 */
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { findLoginCode } from '../../shared/study/login-code.ts';
import { letOthersGo } from '../pause.ts';

/** Pages looked at before others get a turn: some milliseconds of work. */
const atOnce = 10;

/** The valid login codes on each page, as printed, in their order. Throws RangeError for a file that is no such PDF. */
export async function codesOnPages(path: string): Promise<readonly (readonly string[])[]> {
  const file = await readFile(path);
  const objects = objectsOf(file);
  await letOthersGo(0, 0);
  const fonts = new Map<string, Map<string, string>>();
  const pages: (readonly string[])[] = [];
  for (const [nr, page] of pagesOf(file, objects).entries()) {
    const texts = textsOn(file, objects, page, fonts);
    pages.push(texts.flatMap((text) => (text.match(printedCodes) ?? []).filter((code) => findLoginCode(code))));
    if (nr % atOnce === 0) await letOthersGo(nr, 0);
  }
  return pages;
}

const printedCodes = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/g;

/** Where each object of the file begins, by its number. */
function objectsOf(file: Buffer): readonly number[] {
  const tail = file.toString('latin1', Math.max(0, file.length - 100));
  const at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? refuseFile('no end'));
  const table = file.toString('latin1', at);
  const head = /^xref\s+0 (\d+)\s+/.exec(table) ?? refuseFile('no table of contents');
  return Array.from({ length: Number(head[1]) }, (_, nr) =>
    Number(table.slice(head[0].length + nr * 20, head[0].length + nr * 20 + 10)),
  );
}

/** What stands in the dictionary of an object, without its stream. */
function dictionary(file: Buffer, objects: readonly number[], nr: number): string {
  const from = objects[nr] ?? refuseFile('no such object');
  const end = Math.min(...['stream\n', 'endobj'].map((word) => file.indexOf(word, from)).filter((at) => at >= 0));
  return file.toString('latin1', from, end);
}

const reference = (dict: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dict)?.[1] ?? refuseFile(`no ${key}`));

/** The pages in the order in which they are read: that of the list of pages, not of the file. */
function pagesOf(file: Buffer, objects: readonly number[]): readonly number[] {
  const trailer = file.toString('latin1', file.lastIndexOf('trailer'));
  const catalogue = dictionary(file, objects, reference(trailer, 'Root'));
  const list = dictionary(file, objects, reference(catalogue, 'Pages'));
  const kids = /\/Kids \[([^\]]*)\]/.exec(list)?.[1] ?? refuseFile('no pages');
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, nr]) => Number(nr));
}

/** Each piece of text on the page as one string. */
function textsOn(
  file: Buffer,
  objects: readonly number[],
  nr: number,
  fonts: Map<string, Map<string, string>>,
): readonly string[] {
  const page = dictionary(file, objects, nr);
  if (!/\/Type \/Page\s/.test(page)) refuseFile('a page that is none');
  const resources = dictionary(file, objects, reference(page, 'Resources'));
  for (const [, name, font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
    if (!fonts.has(name!)) fonts.set(name!, charactersOf(file, objects, Number(font)));
  const content = streamOf(file, objects, reference(page, 'Contents'));
  const texts: string[] = [];
  let font: Map<string, string> | undefined;
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    else
      texts.push([...shown!.matchAll(/[0-9a-f]{4}(?=[0-9a-f]*>)/g)].map(([glyph]) => font?.get(glyph) ?? '').join(''));
  }
  return texts;
}

/** What each glyph of a typeface shows, by its number in hexadecimals: its ToUnicode map. */
function charactersOf(file: Buffer, objects: readonly number[], nr: number): Map<string, string> {
  const map = streamOf(file, objects, reference(dictionary(file, objects, nr), 'ToUnicode'));
  const characters = new Map<string, string>();
  for (const [, first, listed] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [index, [, units]] of [...listed!.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const glyph = (Number.parseInt(first!, 16) + index).toString(16).padStart(4, '0');
      const points = units!
        .split(' ')
        .filter(Boolean)
        .map((unit) => Number.parseInt(unit, 16));
      characters.set(glyph, String.fromCharCode(...points));
    }
  return characters;
}

function streamOf(file: Buffer, objects: readonly number[], nr: number): string {
  const dict = dictionary(file, objects, nr);
  const from = objects[nr]! + dict.length + 'stream\n'.length;
  const bytes = file.subarray(from, from + Number(/\/Length (\d+)/.exec(dict)?.[1] ?? refuseFile('no length')));
  return (dict.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function refuseFile(why: string): never {
  throw new RangeError(`not a file of letters: ${why}`);
}

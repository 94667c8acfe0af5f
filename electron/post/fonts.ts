/**
 * The typefaces of letters and certificates, embedded in every file (all OFL): Atkinson Hyperlegible Next, drawn for readers with poor sight,
 * and for what it lacks Noto Sans (Cyrillic, Greek) and Vazirmatn (Arabic, Persian, Urdu).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Face = 'regular' | 'bold';
/** In the order in which they are asked for a character. */
export const families = ['latin', 'wide', 'arabic'] as const;
export type Family = (typeof families)[number];

const packages: Readonly<Record<Family, readonly [name: string, file: string]>> = {
  latin: ['atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext'],
  wide: ['noto-sans', 'NotoSans'],
  arabic: ['vazirmatn', 'Vazirmatn'],
};
const weights: Readonly<Record<Face, string>> = { regular: '400Regular', bold: '700Bold' };

const loaded = new Map<string, Buffer>();

/** The TrueType file of a face. */
export function fontFile(face: Face, family: Family = 'latin'): Buffer {
  const [name, file] = packages[family];
  const weight = weights[face];
  const path = `@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`;
  const found = loaded.get(path) ?? readFileSync(createRequire(import.meta.url).resolve(path));
  loaded.set(path, found);
  return found;
}

/** Characters that the typeface lacks and that mean the same in print: no-break spaces of other widths, and the no-break hyphen. */
const sameInPrint: Readonly<Record<string, string>> = {
  '\u2007': '\u00A0',
  '\u202F': '\u00A0',
  '\u2009': '\u00A0',
  '\u2011': '-',
};

/** `text` as it is set: accents composed with their letters (NFC), and what means the same in print as something the typeface has. */
export function printable(text: string): string {
  return text.normalize('NFC').replaceAll(/[\u2007\u2009\u202F\u2011]/g, (character) => sameInPrint[character]!);
}

/** Marks of direction and of joining: they steer how a text is set and are not seen themselves. */
export const unseen: ReadonlySet<number> = new Set([
  ...[0x061c, 0x200c, 0x200d, 0x200e, 0x200f, 0x2066, 0x2067, 0x2068, 0x2069],
]);

/** What Atkinson Hyperlegible Next surely has: most lines of most letters. */
const plainLatin =
  /^[\u0020-\u007E\u00A0\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u0107\u010A-\u0113\u0118-\u011B\u0141-\u0144\u0150-\u0155\u0158-\u015B\u015E-\u0165\u0178-\u017E\u2018\u2019\u201C\u201D\u2013\u2026\u20AC]*$/;

/** Whether a text has nothing but what the first typeface surely has, as most lines of most letters. */
export const isPlainLatin = (text: string): boolean => plainLatin.test(text);

/** The typeface that has a glyph for this character, in both faces; the one in use is kept where it has one too. */
export function familyOf(point: number, inUse: Family = 'latin'): Family | undefined {
  return coveredBy(inUse).has(point) ? inUse : families.find((family) => coveredBy(family).has(point));
}

/** Whether a typeface has a glyph for every character of `text`, so that no letter shows an empty box in somebody's name. */
export function hasGlyphs(text: string): boolean {
  return isPlainLatin(text) || [...printable(text)].every((character) => isSeenOrSteers(character.codePointAt(0)!));
}

/** `text` with each character that the typefaces lack written out as '[U+4E2D]': for what must be printed come what may. */
export function withGlyphs(text: string): string {
  return [...printable(text)]
    .map((character) => {
      const point = character.codePointAt(0)!;
      return isSeenOrSteers(point) ? character : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}

const isSeenOrSteers = (point: number) => familyOf(point) !== undefined || unseen.has(point);

/** Turns the order of what comes next: nothing that stands in a name, and a way to make one look like another. */
const turns = (point: number) => point >= 0x202a && point <= 0x202e;

const covered = new Map<Family, ReadonlySet<number>>();

function coveredBy(family: Family): ReadonlySet<number> {
  const known = covered.get(family);
  if (known !== undefined) return known;
  const bold = pointsIn(fontFile('bold', family));
  const both = new Set(
    [...pointsIn(fontFile('regular', family))].filter(
      (point) => bold.has(point) && !unseen.has(point) && !turns(point),
    ),
  );
  covered.set(family, both);
  return both;
}

/** The code points in a TrueType file's character map (OpenType 'cmap', its Unicode subtables of format 4 and 12). */
export function pointsIn(font: Buffer): Set<number> {
  const points = new Set<number>();
  const cmap = tableOffset(font, 'cmap');
  for (let nr = 0; nr < font.readUInt16BE(cmap + 2); nr += 1) {
    const entry = cmap + 4 + nr * 8;
    const platform = font.readUInt16BE(entry);
    const at = cmap + font.readUInt32BE(entry + 4);
    const format = font.readUInt16BE(at);
    if (platform !== 0 && platform !== 3) continue;
    if (format === 4) addSegments(font, at, points);
    if (format === 12) addGroups(font, at, points);
  }
  return points;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let nr = 0; nr < font.readUInt16BE(4); nr += 1) {
    const entry = 12 + nr * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new RangeError(`the font has no table '${tag}'`);
}

/** Format 4: segments of 16-bit code points; glyph 0 is the empty box, so such a point does not count. */
function addSegments(font: Buffer, at: number, points: Set<number>): void {
  const bytes = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let segment = 0; segment < bytes; segment += 2) {
    const start = font.readUInt16BE(starts + segment);
    const delta = font.readUInt16BE(deltas + segment);
    const offset = font.readUInt16BE(offsets + segment);
    for (let point = start; point <= font.readUInt16BE(ends + segment) && point < 0xffff; point += 1) {
      const listed = offset === 0 ? point : font.readUInt16BE(offsets + segment + offset + (point - start) * 2);
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

/** Format 12: groups of 32-bit code points. */
function addGroups(font: Buffer, at: number, points: Set<number>): void {
  for (let nr = 0; nr < font.readUInt32BE(at + 12); nr += 1) {
    const group = at + 16 + nr * 12;
    const start = font.readUInt32BE(group);
    const glyph = font.readUInt32BE(group + 8);
    for (let point = start; point <= font.readUInt32BE(group + 4); point += 1) {
      if (glyph + point - start !== 0) points.add(point);
    }
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Letter, type Letterhead, type Printed, writeLetters } from '../../../electron/post/letters.ts';
import { Refusal } from '../../../shared/problem.ts';
import { newLoginCode, printedCode } from '../../../shared/study/login-code.ts';
import { pageTexts, pdfMetadata, placedTexts, renderPages } from '../../read-pdf.ts';
import { readQr } from '../../read-qr.ts';

const folder = mkdtempSync(join(tmpdir(), 'veldwerk-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function newPath(): string {
  files += 1;
  return join(folder, `${files}.pdf`);
}

const head: Letterhead = {
  sender: 'Bureau Voorbeeld',
  onBehalfOf: 'In opdracht van de gemeente Waterstad',
  returnAddress: 'Retouradres: Postbus 1000, 3500 AA Utrecht',
  contact: ['Vragen, of liever niet meedoen? Mail naar onderzoek@bureau.example.'],
};

const names = [
  'Mevr. A. van der Wal-Żółkiewska',
  'Dhr. İ. Yıldız',
  'Mevr. S. d’Août',
  'Dhr. Ł. Świątek',
  'Mevr. Z. Öztürk',
];

function letter(nr: number): Letter {
  let drawn = nr;
  const code = newLoginCode((below) => {
    drawn = (drawn * 48271 + 11) % 2147483647;
    return drawn % below;
  });
  return {
    address: [names[nr % names.length]!, `Lange Nieuwstraat ${nr} bis`, `3512 PH  WATERSTAD-${nr}`],
    date: '14 mei 2026',
    subject: 'Uitnodiging: hoe bevalt de hulp van het wijkteam?',
    paragraphs: [
      `Geachte ${names[nr % names.length]},`,
      'In het afgelopen jaar had u contact met het sociaal wijkteam bij u in de buurt. De gemeente wil graag weten hoe dat was.',
      'Met vriendelijke groet,\nJ. Voorbeeld',
    ],
    code: printedCode(code),
    link: `https://meedoen.bureau-voorbeeld.example/?code=${code}`,
  };
}

const letters = (count: number) => Array.from({ length: count }, (_, nr) => letter(nr));
const words = (text: string) => text.split(/\s+/).filter(Boolean);

async function print(batch: Iterable<Letter>, letterhead = head): Promise<{ printed: Printed; path: string }> {
  const path = newPath();
  return { printed: await writeLetters(batch, letterhead, path), path };
}

describe('a batch', () => {
  it('is one page per letter in the order given, each with its own code, link and QR code and nobody else’s', async () => {
    const batch = letters(40);
    const { printed, path } = await print(batch);
    const bytes = readFileSync(path);
    const pagesOf = Array.from({ length: 40 }, () => 1);
    expect(printed).toEqual({ kind: 'printed', pages: 40, bytes: bytes.length, pagesOf });

    const texts = await pageTexts(bytes);
    expect(texts).toHaveLength(40);
    const codes = texts.map((text) => /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]/.exec(text)?.[0]);
    expect(codes).toEqual(batch.map(({ code }) => code));
    expect(new Set(codes).size).toBe(40);
    texts.forEach((text, nr) => {
      const { address, date, subject, paragraphs, link } = batch[nr]!;
      const expected = [head.sender, ...address, date, subject, ...paragraphs, link].map((part) =>
        words(part).join(' '),
      );
      for (const part of expected) expect(words(text).join(' ')).toContain(part);
      expect(text.match(/WATERSTAD-\d+/g)).toEqual([`WATERSTAD-${nr}`]);
    });

    const lowerRight = { left: 420, top: 660, width: 130, height: 140 };
    const pictures = await renderPages(
      bytes,
      Array.from({ length: 40 }, (_, nr) => nr + 1),
      1.5,
      lowerRight,
    );
    expect(pictures.map(readQr)).toEqual(batch.map(({ link }) => link));
  });

  it('shows no QR code where there is none', async () => {
    const { path } = await print(letters(1));
    const upperLeft = { left: 0, top: 0, width: 400, height: 300 };
    const [picture] = await renderPages(readFileSync(path), [1], 1.5, upperLeft);
    expect(readQr(picture!)).toBeUndefined();
  });

  it.each([
    ['left', { left: 20, right: 100 }],
    ['right', { left: 110, right: 190 }],
  ] as const)('shows address and return address, and nothing else, in the %s window', async (window, shown) => {
    const longName = 'Stichting voor Maatschappelijke Opvang en Dienstverlening Zuidoost-Waterstad e.o.';
    const batch = [
      letter(1),
      { ...letter(2), address: [longName, 'Afdeling wijkteams', 'Postbus 12', '3500 AA  WATERSTAD'] },
    ];
    const { path } = await print(batch, { ...head, window });
    const pages = await placedTexts(readFileSync(path));
    pages.forEach((placed, nr) => {
      const inWindow = placed.filter(({ baseline }) => baseline > 44 && baseline < 91);
      expect(words(inWindow.map(({ text }) => text).join(' '))).toEqual(
        words([head.returnAddress, ...batch[nr]!.address].join(' ')),
      );
      for (const { left, right, baseline } of inWindow) {
        expect(left).toBeGreaterThan(shown.left);
        expect(right).toBeLessThan(shown.right);
        expect(baseline).toBeGreaterThan(52);
        expect(baseline).toBeLessThan(84);
      }
    });
  });

  it('says nothing about anyone outside its pages, and embeds its own type', async () => {
    const { path } = await print(letters(3));
    const bytes = readFileSync(path);
    const { info } = await pdfMetadata(bytes);
    expect(info).toMatchObject({ Title: 'Brieven', Producer: 'Veldwerk', Creator: 'Veldwerk' });
    expect(Object.keys(info)).not.toContain('Author');
    const raw = bytes.toString('latin1');
    expect(raw).toContain('/FontFile2');
    expect(raw).toContain('AtkinsonHyperlegibleNext');
    expect(raw).not.toMatch(/Helvetica|\/URI|\/Annots \[ ?\d/);
  });

  it.skipIf(process.platform === 'win32')('is a file for its owner alone', async () => {
    const { path } = await print(letters(1));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('takes letters one by one, writes pages as they are done and lets others have a turn', async () => {
    const path = newPath();
    const sizes: number[] = [];
    let turns = 0;
    let busy = true;
    const turn = () => {
      turns += 1;
      if (busy) setImmediate(turn);
    };
    setImmediate(turn);
    const progress: number[] = [];
    await writeLetters(
      (function* () {
        for (const one of letters(60)) {
          sizes.push(statSync(path).size);
          yield one;
        }
      })(),
      head,
      path,
      { onProgress: (done) => progress.push(done) },
    );
    busy = false;
    expect(progress).toEqual(Array.from({ length: 60 }, (_, nr) => nr + 1));
    expect(sizes[0]).toBe(0);
    expect(sizes[59]).toBeGreaterThan(sizes[20]!);
    expect(sizes[20]).toBeGreaterThan(10_000);
    expect(turns).toBeGreaterThan(30);
  });

  it('takes letters that become available later', async () => {
    const path = newPath();
    const batch = (async function* () {
      yield letter(0);
      await new Promise(setImmediate);
      yield letter(1);
    })();
    expect(await writeLetters(batch, head, path)).toMatchObject({ kind: 'printed', pages: 2 });
  });

  it('law: whatever words a text has, all of them are printed, in their order, within the margins', async () => {
    const word = fc.stringMatching(/^[a-zA-ZéëïĞğŁłżŞş.,'-]{1,18}$/);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 45 }).map((list) => list.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 3 }), async (paragraphs) => {
        const { printed, path } = await print([{ ...letter(1), paragraphs }]);
        expect(printed.kind).toBe('printed');
        const [placed] = await placedTexts(readFileSync(path));
        const text = placed!.filter(({ baseline }) => baseline > 110 && baseline < 232);
        // pdf.js may take a line in pieces: only the characters count
        expect(
          text
            .map((piece) => piece.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(paragraphs.join('').replaceAll(' ', ''));
        for (const { left, right } of text) expect(left >= 24.9 && right <= 172).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a batch that cannot be printed as it is', () => {
  const line = (nr: number) => `Regel ${nr}`;
  const lines = (count: number) => [Array.from({ length: count }, (_, nr) => line(nr)).join('\n')];

  it('prints a text that just fits whole, and refuses one line more', async () => {
    const fitting = 23;
    const { printed, path } = await print([{ ...letter(0), paragraphs: lines(fitting) }]);
    expect(printed.kind).toBe('printed');
    expect((await pageTexts(readFileSync(path)))[0]).toContain(line(fitting - 1));
    const more = await print([letter(0), { ...letter(1), paragraphs: lines(fitting + 1) }]);
    expect(more.printed).toEqual({ kind: 'refused', faults: [{ index: 1, part: 'paragraphs', fault: 'too-long' }] });
    expect(existsSync(more.path)).toBe(false);
  });

  it('names every faulty letter and what is wrong with it', async () => {
    const { printed, path } = await print([
      { ...letter(0), address: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
      letter(1),
      { ...letter(2), address: ['王小明', 'Straat 1', '1000 AA  STAD'] },
      { ...letter(3), link: `https://meedoen.example/${'lang/'.repeat(20)}` },
      { ...letter(4), subject: 'Onderwerp '.repeat(20), paragraphs: ['消息'] },
    ]);
    expect(printed).toEqual({
      kind: 'refused',
      faults: [
        { index: 0, part: 'address', fault: 'too-long' },
        { index: 2, part: 'address', fault: 'unprintable' },
        { index: 3, part: 'link', fault: 'too-long' },
        { index: 4, part: 'subject', fault: 'too-long' },
        { index: 4, part: 'paragraphs', fault: 'unprintable' },
      ],
    });
    expect(existsSync(path)).toBe(false);
  });

  it('refuses a letterhead that has no room', async () => {
    const { printed } = await print(letters(1), { ...head, returnAddress: 'Postbus '.repeat(12) });
    expect(printed).toEqual({ kind: 'refused', faults: [{ index: 0, part: 'letterhead', fault: 'too-long' }] });
  });

  it('leaves no file when it is cancelled', async () => {
    const path = newPath();
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done === 5) stop.abort();
    };
    const printed = await writeLetters(letters(20), head, path, { onProgress, signal: stop.signal });
    expect(printed).toEqual({ kind: 'cancelled' });
    expect(existsSync(path)).toBe(false);
  });

  it('leaves no file when the letters, or whoever watches, fail half-way', async () => {
    const [first, second] = [newPath(), newPath()];
    const failing = (function* () {
      yield letter(0);
      throw new Error('no more letters');
    })();
    await expect(writeLetters(failing, head, first)).rejects.toThrow('no more letters');
    const onProgress = () => {
      throw new Error('stop');
    };
    await expect(writeLetters(letters(3), head, second, { onProgress })).rejects.toThrow('stop');
    expect([existsSync(first), existsSync(second)]).toEqual([false, false]);
  });

  it('never overwrites a file', async () => {
    const path = newPath();
    writeFileSync(path, 'of someone else');
    await expect(writeLetters(letters(1), head, path)).rejects.toThrow(Refusal);
    expect(readFileSync(path, 'utf8')).toBe('of someone else');
  });

  it('of no letters is a mistake of whoever asks', async () => {
    const path = newPath();
    await expect(writeLetters([], head, path)).rejects.toThrow(RangeError);
    expect(existsSync(path)).toBe(false);
  });
});

/** The paper questionnaire, read back: everything stands on it, nothing beside it, and a long text flows on. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type PaperCopy, writePaper } from '../../../electron/post/paper.ts';
import { formSheets } from '../../../scripts/practice-study/questionnaires/form.ts';
import { residentsQuestionnaire } from '../../../scripts/practice-study/questionnaires/residents.ts';
import { day } from '../../../shared/calendar.ts';
import { type PaperForm, paperForm } from '../../../shared/interview/paper-form.ts';
import type { Item, ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { pageTexts, placedTexts, renderPages } from '../../read-pdf.ts';
import { readQr } from '../../read-qr.ts';

const folder = mkdtempSync(join(tmpdir(), 'veldwerk-paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newPath = () => join(folder, `${++files}.pdf`);
const today = day('2026-11-20');

async function print(form: PaperForm, copies?: readonly PaperCopy[]) {
  const path = newPath();
  const printed = await writePaper(form, copies, path);
  return { printed, bytes: new Uint8Array(readFileSync(path)) };
}
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

const items = (made: readonly (Omit<Partial<Item>, 'name'> & { readonly name: string })[]): readonly Item[] =>
  made.map((item) => ({
    kind: 'text',
    label: {},
    sections: [],
    required: false,
    ...item,
    name: item.name as ItemName,
  }));
const questionnaire = (made: readonly Item[], more: Partial<Questionnaire> = {}): Questionnaire => ({
  formId: 'f',
  title: 'Wijkonderzoek',
  version: '3',
  languages: ['nl', 'tr', 'pl', 'ru', 'ar', 'zh', 'he'],
  defaultLanguage: 'nl',
  sections: [],
  items: made,
  ...more,
});
const copies: readonly PaperCopy[] = [
  { printed: '7F3K-Q2MX-H', code: '7F3KQ2MXH' },
  { printed: 'AB2C-3DEF-K', code: 'AB2C3DEFK' },
];

test('every text of a reference questionnaire stands on it, within the margins, and each page bears its number', async () => {
  const read = readXlsform(new Map(Object.entries(formSheets(residentsQuestionnaire))));
  if (read.kind === 'faulty') throw new Error('faulty');
  const form = paperForm(read.questionnaire, 'nl', today);
  const { printed, bytes } = await print(form);
  const pages = await placedTexts(bytes);
  expect(printed).toEqual({ kind: 'printed', pages: pages.length, copies: 1 });
  const whole = plain((await pageTexts(bytes)).join(' '));
  const texts = form.blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.map(({ text }) => text) : [block.text, ...labelsOf(block)],
  );
  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter((text) => !whole.includes(plain(text)))).toEqual([]);
  for (const [index, page] of pages.entries()) {
    expect(page.some(({ text }) => text.includes(`Bladzijde ${index + 1} van ${pages.length}`))).toBe(true);
    expect(page.filter(({ left, right, baseline }) => left < 19 || right > 191 || baseline > 290)).toEqual([]);
  }
});

const labelsOf = (block: PaperForm['blocks'][number]) =>
  block.kind === 'question' && 'choices' in block.answer ? block.answer.choices.map(({ label }) => label) : [];

test('each copy has its own code on each page, printed in groups and scanned as a whole', async () => {
  const many = questionnaire(
    items(Array.from({ length: 16 }, (_, nr) => ({ name: `q${nr}`, label: { nl: `Vraag nummer ${nr}?` } }))),
  );
  const { printed, bytes } = await print(paperForm(many, 'nl', today), copies);
  const texts = await pageTexts(bytes);
  expect(printed).toMatchObject({ copies: 2, pages: texts.length });
  expect(texts.map((text) => copies.filter((copy) => text.includes(copy.printed)).length)).toEqual(texts.map(() => 1));
  const perCopy = texts.length / 2;
  expect(perCopy).toBeGreaterThan(1);
  const lowerRight = { left: 400, top: 750, width: 195, height: 92 };
  const pictures = await renderPages(bytes, [1, perCopy, perCopy + 1], 3, lowerRight);
  expect(pictures.map(readQr)).toEqual([copies[0]!.code, copies[0]!.code, copies[1]!.code]);
});

test('without copies there is no code on it', async () => {
  const { bytes } = await print(
    paperForm(questionnaire(items([{ name: 'q', label: { nl: 'Hoe gaat het?' } }])), 'nl', today),
  );
  expect((await pageTexts(bytes)).join()).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test('a text that is longer than a page flows on, word for word', async () => {
  const words = Array.from({ length: 1_500 }, (_, nr) => `woord${nr}`);
  const long = questionnaire(
    items([
      { name: 'lang', label: { nl: words.join(' ') } },
      { name: 'kort', label: { nl: 'Kort?' } },
    ]),
  );
  const { bytes } = await print(paperForm(long, 'nl', today));
  const texts = await pageTexts(bytes);
  expect(texts.length).toBeGreaterThan(2);
  const found = new Set(texts.join(' ').match(/woord\d+/g));
  expect(words.filter((word) => !found.has(word))).toEqual([]);
});

test('a grid that goes on to another page has its answers above it again; one with many answers becomes a list', async () => {
  const scale = (count: number) =>
    Array.from({ length: count }, (_, nr) => ({ name: `c${nr}`, label: { nl: `antwoord${nr}` } }));
  const grid = (rows: number, count: number) =>
    questionnaire(
      items(
        Array.from({ length: rows }, (_, nr) => ({
          name: `s${nr}`,
          kind: 'select-one',
          label: { nl: `Stelling ${nr}` },
          choices: scale(count),
          sections: ['g'],
        })),
      ),
      { sections: [{ name: 'g', label: { nl: 'Stellingen' }, isGrid: true }] },
    );
  const long = await pageTexts((await print(paperForm(grid(60, 5), 'nl', today))).bytes);
  expect(long.length).toBeGreaterThan(1);
  for (const page of long) expect(page).toContain('antwoord4');
  const listed = plain((await pageTexts((await print(paperForm(grid(2, 12), 'nl', today))).bytes)).join(' '));
  expect(listed.match(/antwoord11/g)).toHaveLength(2);
});

describe('letters of other languages', () => {
  const inLanguages = questionnaire(
    items([
      {
        name: 'q',
        label: {
          nl: 'Hoe gaat het?',
          tr: 'Nasılsınız, iyi misiniz? Şöyle ğüzel',
          pl: 'Zażółć gęślą jaźń',
          ru: 'Как дела?',
          ar: 'كيف الحال؟',
          zh: '你好吗？',
          he: 'מה שלומך?',
        },
      },
    ]),
  );

  test.each([
    ['tr', 'Nasılsınız'],
    ['pl', 'Zażółć gęślą jaźń'],
  ])('of %s are printed', async (language, text) => {
    const { bytes } = await print(paperForm(inLanguages, language, today));
    expect((await pageTexts(bytes)).join()).toContain(text);
  });

  test.each([
    ['ru', 'Как дела?'],
    ['ar', 'كيف الحال'],
  ])('of %s are printed from the side from which they are read', async (language, text) => {
    const { bytes } = await print(paperForm(inLanguages, language, today));
    expect((await pageTexts(bytes)).join().normalize('NFKC')).toContain(text);
    const [placed] = await placedTexts(bytes);
    const asked = placed!.find((piece) => piece.text.includes(text.slice(0, 3)))!;
    // Behind its number, which stands at the side where reading begins.
    if (language === 'ar') expect(asked.right).toBeCloseTo(180, 0);
    else expect(asked.left).toBeLessThan(32);
  });

  test('of Arabic stand beside their boxes, with words of its own around them; a number is written from the left there too', async () => {
    const label = { nl: 'Ja', ar: 'نعم' };
    const asked = items([
      { name: 'q', kind: 'select-one', label: { nl: 'Komt u?', ar: 'هل تأتي' }, choices: [{ name: 'ja', label }] },
      { name: 'uren', kind: 'decimal', label: { nl: 'Uren?', ar: 'كم ساعة' } },
    ]);
    const { bytes } = await print(paperForm(questionnaire(asked, { languages: ['nl', 'ar'] }), 'ar', today));
    const [placed] = await placedTexts(bytes);
    const at = (text: string) => placed!.find((piece) => piece.text.normalize('NFKC') === text)!;
    const number = placed!.filter(({ text }) => text === '1').toSorted((a, b) => b.right - a.right)[0]!;
    expect(number.right).toBeCloseTo(190, 0);
    // The box is between 170.8 and 175 mm from the left, its code at the right of it.
    expect(at('نعم').right).toBeGreaterThan(165);
    expect(at('نعم').right).toBeLessThan(170.8);
    expect(placed!.some(({ text, left }) => text === '1' && left > 175 && left < 180)).toBe(true);
    // Two boxes behind the comma, seven before it, the last edge where the answers begin.
    expect(at(',').left).toBeGreaterThan(160);
    expect((await pageTexts(bytes)).join()).not.toMatch(/pen|cross|question/);
  });

  test.each(['zh', 'he'])(
    'of %s are refused with the question: the typeface has none of them, and no empty boxes are printed',
    async (language) => {
      const path = newPath();
      expect(await writePaper(paperForm(inLanguages, language, today), undefined, path)).toEqual({
        kind: 'unprintable',
        items: ['q'],
      });
      expect(existsSync(path)).toBe(false);
    },
  );
});

test('tabs, line ends, long words and empty texts are set like any others', async () => {
  const odd = questionnaire(
    items([
      { name: 'tabs', label: { nl: 'Een\ttwee\r\ndrie' } },
      {
        name: 'long',
        label: { nl: `Wat${'lang'.repeat(80)}?` },
        kind: 'select-one',
        choices: [{ name: 'a', label: { nl: 'breed'.repeat(60) } }],
      },
      {
        name: 'empty',
        label: {},
        kind: 'rank',
        choices: [
          { name: 'a', label: {} },
          { name: 'b', label: { nl: 'B' } },
        ],
      },
      { name: 'none', label: { nl: 'Zonder keuzes?' }, kind: 'select-one', choices: [] },
      { name: 'day', label: { nl: 'Wanneer?' }, kind: 'date' },
      { name: 'much', label: { nl: 'Hoeveel?' }, kind: 'decimal' },
      { name: 'yes', label: { nl: 'Akkoord?' }, kind: 'acknowledge' },
    ]),
  );
  const { printed, bytes } = await print(paperForm(odd, 'nl', today));
  expect(printed.kind).toBe('printed');
  const [page] = await placedTexts(bytes);
  expect(page!.filter(({ right }) => right > 191)).toEqual([]);
  expect(plain((await pageTexts(bytes)).join(' '))).toContain('Een twee drie');
});

test('stopped half-way there is no file', async () => {
  const form = paperForm(questionnaire(items([{ name: 'q', label: { nl: 'Hoe gaat het?' } }])), 'nl', today);
  const stop = new AbortController();
  const path = newPath();
  const done: number[] = [];
  const onProgress = (nr: number) => {
    done.push(nr);
    if (nr === 1) stop.abort();
  };
  expect(await writePaper(form, copies, path, { onProgress, signal: stop.signal })).toEqual({ kind: 'cancelled' });
  expect(done).toEqual([1]);
  expect(existsSync(path)).toBe(false);
});

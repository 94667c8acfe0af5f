/** The questionnaire screen as a manager uses it: a workbook with faults, looked at, taken into use, read, tried, drawn, checked, replaced. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionnaireWords } from '../../renderer/wording/screens/questionnaire.ts';
import { questionnairePreviewWords } from '../../renderer/wording/screens/questionnaire-preview.ts';
import { questionnaireTryingWords } from '../../renderer/wording/screens/questionnaire-trying.ts';
import { scriptWords } from '../../renderer/wording/screens/scripts.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { isAsked, type Questionnaire } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { temporaryFolder } from '../electron/office.ts';
import { fourLanguages } from '../fixtures/workbooks/four-languages.ts';
import { type Sheets, workbookOfSheets, xlsxOf } from '../fixtures/workbooks/sheets.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyToTakeIn } from './study-to-take-in.ts';
import { goTo, signIn } from './walk.ts';

const say = questionnaireWords.nl;
const preview = questionnairePreviewWords.nl;
const { test: trying, diagram, checks } = questionnaireTryingWords.nl;
const scripts = scriptWords.nl;
const { folder, remove } = temporaryFolder();
let seat: TestSeat;
let page: Page;

beforeAll(async () => {
  const study = await studyToTakeIn(folder);
  seat = await openSeat('browser', { home: folder, study, size: { width: 1024, height: 700 } });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.context().grantPermissions(['clipboard-read']);
  await signIn(page, 'Marit');
});
afterAll(async () => {
  await seat?.close();
  remove();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const room = (name: keyof typeof say.rooms) => button(say.rooms[name]).click();
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

function file(name: string, sheets: Sheets): string {
  const path = join(folder, name);
  writeFileSync(path, xlsxOf(sheets));
  return path;
}
function questionnaireOf(sheets: Sheets): Questionnaire {
  const read = readXlsform(workbookOfSheets(sheets));
  if (read.kind === 'faulty') throw new Error('the fixture has faults');
  return read.questionnaire;
}
async function choose(by: string, name: string, sheets: Sheets): Promise<void> {
  seat.chooseNextSources([file(name, sheets)]);
  await button(by).click();
}
/** Acts in the journal so far. */
async function acts(): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const ask = async (input: object) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ name: 'study.journal', input });
      return (await (await fetch('/ask', { method: 'POST', headers, body })).json()).view;
    };
    const { total } = await ask({ from: 0, entries: 0 });
    const { entries } = await ask({ from: Math.max(0, total - 50), entries: Math.min(50, total) });
    return entries.map(({ act }: { readonly act: string }) => act);
  });
}

const changed = (row: number, cell: number, to: string): Sheets => ({
  ...fourLanguages,
  survey: fourLanguages.survey!.map((cells, nr) =>
    nr === row ? cells.map((old, at) => (at === cell ? to : old)) : cells,
  ),
});

describe('before anything is loaded', () => {
  it('the study leads here as long as a group has no questionnaire', async () => {
    await button(studyWords.nl.goTo('Vragenlijst')).first().click();
    await page.getByText(say.none('Bewoners')).waitFor();
  });

  it('every fault of a workbook stands in a list with its place, and the list can be copied', async () => {
    const rows = Array.from({ length: 30 }, (_, nr) =>
      nr === 3 ? ['text', 'vraag', 'Komt u hier vaker, ${niemand}?'] : ['soort_die_niet_bestaat', `vraag ${nr}`, ''],
    );
    const sheets: Sheets = { ...fourLanguages, survey: [fourLanguages.survey![0]!, ...rows] };
    const read = readXlsform(workbookOfSheets(sheets));
    const faults = read.kind === 'faulty' ? read.faults.length : 0;
    expect(faults).toBeGreaterThan(29);
    await choose(say.choose, 'met-fouten.xlsx', sheets);
    await page.getByText(say.faultsTodo).waitFor();
    expect(await page.locator('table.faults tbody tr').count()).toBe(faults);
    await button(say.copy).click();
    await page.getByText(say.copied).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toHaveLength(faults + 1);
    expect(copied).toMatch(/^Blad\tRij\tKolom\tWat u kunt doen\n/);
    expect(copied).toContain('survey\t');
    // Read in another order than that of the sheet, and told from its top downwards.
    const rowsOf = (sheet: string, lines: readonly (readonly [string | undefined, number])[]) =>
      lines.flatMap(([on, row]) => (on === sheet ? [row] : []));
    const asRead = read.kind === 'faulty' ? read.faults.map(({ sheet, row = 0 }) => [sheet, row] as const) : [];
    const asTold = copied.split('\n').map((line) => [line.split('\t')[0], Number(line.split('\t')[1])] as const);
    expect(rowsOf('survey', asRead)).not.toEqual(rowsOf('survey', asRead).toSorted((a, b) => a - b));
    expect(rowsOf('survey', asTold)).toEqual(rowsOf('survey', asTold).toSorted((a, b) => a - b));
    expect(await acts()).not.toContain('study.loadQuestionnaire');
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  it('a mended one is looked at, and nothing is kept until it is taken into use', async () => {
    await choose(say.chooseBetter, 'hulp.xlsx', fourLanguages);
    await page.getByText(say.lookingNothing).waitFor();
    await page.getByText(say.differencesFirst).waitFor();
    expect(await page.locator('.facts-of-questionnaire').innerText()).toMatch(
      /Nederlands \(standaard\), Engels, Turks en Arabisch/,
    );
    expect(await acts()).not.toContain('study.loadQuestionnaire');
    await button(say.load).click();
    await page.getByText(say.loaded('Hulp in uw buurt', '10', 'Nederlands, Engels, Turks en Arabisch')).waitFor();
    expect((await acts()).at(-1)).toBe('study.loadQuestionnaire');
    await page.getByText(say.inUse('Hulp in uw buurt', '2026-05-1')).waitFor();
  });
});

describe('reading it', () => {
  it('shows every item, conditions in words, and Arabic from right to left', async () => {
    await room('preview');
    const questionnaire = questionnaireOf(fourLanguages);
    await expect.poll(() => page.locator('.preview-item').count()).toBe(questionnaire.items.length);
    await page.getByText(preview.onlyWhen('vraag 1 is ‘Ja’')).first().waitFor();
    await page.getByRole('radio', { name: 'Arabisch' }).check();
    const asked = page.locator('.as-asked').nth(1);
    expect(await asked.innerText()).toBe('هل تحصل الآن على مساعدة من فريق الحي؟');
    expect(await asked.evaluate((at) => [getComputedStyle(at).direction, getComputedStyle(at).textAlign])).toEqual([
      'rtl',
      'right',
    ]);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});

describe('a test interview', () => {
  const asked: string[] = [];
  const listen = (request: Request) => {
    if (!request.url().endsWith('/ask')) return;
    const { name } = JSON.parse(request.postData() ?? '{}') as { readonly name: string };
    if (name !== 'study.stillHere') asked.push(name);
  };
  const item = () => page.locator('.item h1');
  const answered = (done: number) => page.getByText(new RegExp(`^${done} van ±`)).waitFor();

  it('is held by keyboard from the first item to the last, and asks nothing of the office', async () => {
    await room('test');
    page.on('request', listen);
    await button(trying.begin).click();
    await item().filter({ hasText: 'Welkom' }).waitFor();
    await page.keyboard.press('Enter');
    await item().filter({ hasText: 'Krijgt u nu hulp' }).waitFor();
    expect(
      await page.getByText(trying.isTest).evaluate((at) => {
        const { top, bottom } = at.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    ).toBe(true);
    for (const key of ['1', 'Enter']) await page.keyboard.press(key);
    await item().filter({ hasText: 'Waarbij krijgt u hulp' }).waitFor();
    await answered(1);
    for (const key of ['1', 'Enter']) await page.keyboard.press(key);
    await item().filter({ hasText: 'Hoeveel maanden' }).waitFor();
    // What the questionnaire does not allow is refused here too.
    await page.keyboard.type('900');
    await page.keyboard.press('Enter');
    await page.getByText('Vul een getal in van 0 tot en met 600.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await answered(3);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  it('shows what falls off the route when an earlier answer changes, and goes to any item on it', async () => {
    await page.getByText(trying.all, { exact: true }).click();
    const route = page.locator('.test-route');
    await route.getByRole('button', { name: /Krijgt u nu hulp/ }).click();
    await item().filter({ hasText: 'Krijgt u nu hulp' }).waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await route.getByText(trying.states.fell).first().waitFor();
    expect(await route.getByText(trying.states.fell).count()).toBe(2);
    expect(await route.getByRole('button', { name: /Hoeveel maanden/ }).isDisabled()).toBe(true);
  });

  it('turns to another language in the middle, begins anew without what was said, and leaves no trace', async () => {
    await page.getByRole('radio', { name: 'Turks' }).check();
    const inTurkish = page.locator('.item h1[lang=tr]').filter({ hasText: /\p{L}/u });
    await inTurkish.waitFor();
    await button(trying.again).click();
    await answered(0);
    await inTurkish.waitFor();
    await button(trying.stop).click();
    await button(trying.begin).waitFor();
    page.off('request', listen);
    expect(asked).toEqual([]);
    expect((await acts()).at(-1)).toBe('study.loadQuestionnaire');
  });
});

describe('looking whether it is right', () => {
  it('draws the routes, and says the same as a list', async () => {
    await room('diagram');
    const drawing = page.getByRole('img', { name: diagram.label });
    await drawing.waitFor();
    const boxes = await drawing.locator('rect').count();
    expect(await page.locator('table.routes tbody tr').count()).toBe(boxes - 1);
    expect(await page.locator('table.routes').innerText()).toContain(diagram.when('vraag 1 is ‘Ja’'));
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  it('walks it a thousand times while the window goes on, and can be stopped', async () => {
    await room('checks');
    // At the first moment at which it shows how far it is: between two turns the window can be pressed.
    const far = await page.evaluate(
      async ([begin, stop]) => {
        const named = (name: string) => [...document.querySelectorAll('button')].find((one) => one.innerText === name);
        named(begin!)?.click();
        while (named(stop!) === undefined) await new Promise((shown) => setTimeout(shown));
        const shown = document.querySelector('progress')?.value;
        named(stop!)?.click();
        return shown;
      },
      [checks.begin, checks.stop],
    );
    expect(far).toBeLessThan(1);
    await button(checks.begin).waitFor();
    expect(await page.getByText(checks.reached).count()).toBe(0);
    await button(checks.begin).click();
    await page.getByText(checks.ended('1.000')).waitFor();
    await page.getByText(checks.reached).waitFor();
    await page.getByRole('heading', { name: checks.lengthTitle }).waitFor();
  });

  it('says which item cannot be reached, of one that was broken on purpose', async () => {
    const survey = fourLanguages.survey!;
    const [head = [], ...rows] = survey;
    const at = head.indexOf('relevant');
    const broken = rows.map((cells) =>
      cells[1] === 'gesprek'
        ? head.map((_, nr) => (nr === at ? '${maanden} mod 2 = 1 and ${maanden} mod 2 = 0' : (cells[nr] ?? '')))
        : cells,
    );
    await choose(say.chooseNew, 'onbereikbaar.xlsx', { ...fourLanguages, survey: [head, ...broken] });
    await page.getByText(say.lookingNothing).waitFor();
    await room('checks');
    await button(checks.begin).click();
    const found = page.getByRole('table').filter({ hasText: 'gesprek' }).first();
    await found.waitFor();
    expect(await found.innerText()).toContain('vraag 4 mod 2 is 1 en vraag 4 mod 2 is 0');
    await button(say.putAway).click();
  });
});

describe('a next version', () => {
  it('shows what it changes, and asks before it takes the place of the one in use', async () => {
    await room('contents');
    const head = fourLanguages.survey![0]!;
    const row = fourLanguages.survey!.findIndex((cells) => cells[1] === 'hulp');
    await choose(say.chooseNew, 'versie-2.xlsx', {
      ...changed(row, head.indexOf('label::Nederlands (nl)'), 'Krijgt u op dit moment hulp?'),
      settings: [fourLanguages.settings![0]!, ['Hulp in uw buurt', 'hulp_in_de_buurt', '2026-05-2', 'Nederlands (nl)']],
    });
    const differences = page.getByRole('table', { name: say.differencesCaption });
    await differences.waitFor();
    expect(await differences.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/^hulp\s.*tekst$/s)]);
    await button(say.load).click();
    await page.getByRole('dialog').getByRole('button', { name: /^Neem/ }).click();
    await page.getByText(say.inUse('Hulp in uw buurt', '2026-05-2')).waitFor();
    const questions = questionnaireOf(fourLanguages).items.filter(isAsked).length;
    await page.getByText(new RegExp(`is ingelezen: ${questions} vragen`)).waitFor();
  });
});

describe('an item about a special category that the agreement does not list', () => {
  it('is told of before anything is kept, and is nowhere asked', async () => {
    await room('contents');
    const [head = [], ...rows] = fourLanguages.survey!;
    const marked = rows.map((cells) => [
      ...head.map((_, at) => cells[at] ?? ''),
      cells[1] === 'maanden' ? 'health' : '',
    ]);
    await choose(say.chooseNew, 'bijzonder.xlsx', {
      ...fourLanguages,
      survey: [[...head, 'special_category'], ...marked],
    });
    await page.getByRole('heading', { name: say.notAskedTitle }).waitFor();
    await page.getByRole('rowheader', { name: 'maanden' }).first().waitFor();
    await room('preview');
    await page.getByText(preview.leftOut(1, 'maanden')).waitFor();
    expect(await page.locator('article[aria-label="maanden"]').count()).toBe(0);
    await button(say.putAway).click();
    await page.locator('article[aria-label="maanden"]').waitFor();
  });
});

describe('for whoever answers in writing', () => {
  it('is put on paper in one of its languages', async () => {
    await room('paper');
    const name = preview.paperName('residents', 'tr');
    seat.chooseNextTarget(join(folder, name));
    await page.getByRole('radio', { name: 'Turks' }).check();
    await button(preview.savePaper).click();
    await page.getByText(/is gemaakt: 1 exemplaar, samen \d+ bladzijden?\./).waitFor();
    expect(
      readFileSync(seat.placeOf(join(folder, name)))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('goes to the survey platform, with what is different there', async () => {
    const name = preview.structureName('residents');
    seat.chooseNextTarget(join(folder, name));
    await button(preview.saveStructure).click();
    await page.getByText(preview.structureMade(name, '10')).waitFor();
    expect(readFileSync(seat.placeOf(join(folder, name)), 'utf8')).toContain('sterren');
  });

  it('a workbook that is only looked at is not put on paper, and is still there after another screen', async () => {
    await choose(say.chooseNew, 'nog-niet.xlsx', fourLanguages);
    await page.getByText(preview.onlyInUse).waitFor();
    await goTo(page, 'journal');
    await goTo(page, 'questionnaire');
    await page.getByText(say.looking('nog-niet.xlsx', 'Bewoners')).waitFor();
    await button(say.putAway).click();
    await page.getByText(say.inUse('Hulp in uw buurt', '2026-05-2')).waitFor();
  });
});

describe('what the study itself says and decides', () => {
  it('a script gets words of its own, which are checked, filled in, kept, and put back', async () => {
    await room('scripts');
    await button(scripts.save).waitFor();
    const list = page.getByRole('list', { name: scripts.list });
    await list.getByRole('button', { name: /Waar is dit voor/ }).click();
    const text = page.getByRole('textbox', { name: scripts.body('Nederlands') });
    await text.fill('Het is voor {{opdrachtgever}}.');
    await page.getByText(scripts.unknown('{{opdrachtgever}}')).waitFor();
    expect(await button(scripts.save).isDisabled()).toBe(true);
    await text.fill('Het is voor ');
    await page.getByRole('button', { name: `${scripts.insert} ${scripts.fields.client}` }).click();
    await page.getByText('Het is voor Gemeente Waterhoven').waitFor();
    await button(scripts.save).click();
    await page.getByText(scripts.saved).waitFor();
    await room('rules');
    await room('scripts');
    await list.getByRole('button', { name: /Waar is dit voor.*eigen woorden/ }).click();
    expect(await text.inputValue()).toBe('Het is voor {{client}}');
    await button(scripts.reset).click();
    await button(scripts.save).click();
    await page.getByText(scripts.saved).waitFor();
    expect(await list.getByText(scripts.changed).count()).toBe(0);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  it('a script of the study itself is added and taken away', async () => {
    await button(scripts.add).click();
    await page.getByLabel(scripts.title('Nederlands')).fill('Waar kan ik parkeren?');
    expect(await button(scripts.save).isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: scripts.body('Nederlands') }).fill('Wij bellen alleen.');
    await button(scripts.save).click();
    await page.getByText(scripts.saved).waitFor();
    await button(scripts.remove).click();
    await button(scripts.save).click();
    await page.getByText(scripts.saved).waitFor();
    expect(await page.getByText('Waar kan ik parkeren?').count()).toBe(0);
  });

  it('rules are set, refused when they make no sense, and stay', async () => {
    await room('rules');
    const { rules } = scripts;
    await page.getByRole('checkbox', { name: new RegExp(`^${rules.partial}`) }).check();
    const percent = page.getByLabel(rules.partialFrom);
    await percent.fill('100');
    await page.getByText(rules.partialFault).waitFor();
    expect(await button(rules.save).isDisabled()).toBe(true);
    await percent.fill('60');
    await page.getByRole('checkbox', { name: new RegExp(`^${rules.double}`) }).check();
    await page.getByRole('checkbox', { name: new RegExp(`^${rules.wait}`) }).uncheck();
    await button(rules.save).click();
    await page.getByText(rules.saved).waitFor();
    await goTo(page, 'journal');
    await goTo(page, 'questionnaire');
    await room('rules');
    expect(await page.getByLabel(rules.partialFrom).inputValue()).toBe('60');
    expect(await page.getByRole('checkbox', { name: new RegExp(`^${rules.double}`) }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: new RegExp(`^${rules.wait}`) }).isChecked()).toBe(false);
  });
});

/** The structure for the survey platform says what the questionnaire says, and what is filled in there comes home whole. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { expressionScript, scriptNames } from '../../../shared/interview/expression-script.ts';
import { otherTextOf } from '../../../shared/interview/other-text.ts';
import { arrayOf, platformCodes } from '../../../shared/interview/platform-codes.ts';
import { platformStructure, structureText } from '../../../shared/interview/platform-structure.ts';
import { readReturns } from '../../../shared/interview/read-returns.ts';
import { parseExpression } from '../../../shared/study/expression.ts';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { webQuestionnaire } from '../../fixtures/web-returns/questionnaire.ts';
import { questionnaireOf } from '../study/small-questionnaires.ts';
import { filledIn, readStructure, type Survey } from './survey-structure.ts';

const today = day('2026-11-20');
function structureOf(questionnaire: Questionnaire): Survey {
  const made = platformStructure(questionnaire);
  if (made.kind !== 'structure') throw new Error(`${made.item} ${made.why}`);
  return readStructure(structureText(made.rows));
}

describe('read back by another reader', () => {
  const survey = structureOf(webQuestionnaire);
  const codes = platformCodes(webQuestionnaire);

  test('it has the same languages, title and sections, and keeps no addresses', () => {
    expect(survey.settings.get('language')).toBe('nl');
    expect(survey.settings.get('additional_languages')).toBe('en');
    expect([...survey.titles]).toEqual([
      ['nl', 'Wijkteams'],
      ['en', 'Wijkteams'],
    ]);
    expect(survey.groups).toEqual(['Wijkteams', 'Uw hulp', 'Wat vindt u?', 'Wijkteams']);
    expect(['ipaddr', 'refurl', 'alloweditaftercompletion'].map((name) => survey.settings.get(name))).toEqual([
      'N',
      'N',
      'N',
    ]);
    expect(survey.settings.get('datestamp')).toBe('Y');
  });

  test('it has the same questions in the same order, with the same texts, answers and duties', () => {
    const within = webQuestionnaire.items.flatMap((item) => otherTextOf(webQuestionnaire, item)?.text.name ?? []);
    const asked = webQuestionnaire.items.filter(({ name }) => !within.includes(name));
    const order = survey.questions.flatMap((question) =>
      question.type === 'F' ? question.subquestions.map(({ code }) => code) : [question.code],
    );
    expect(order).toEqual(asked.map(({ name }) => codes.questions.get(name)));
    for (const item of asked) {
      const code = codes.questions.get(item.name)!;
      const array = arrayOf(webQuestionnaire, item);
      const question = survey.questions.find(
        (one) => one.code === (array === undefined ? code : codes.grids.get(array.name)),
      )!;
      const own = array === undefined ? question.text : question.subquestions.find((sub) => sub.code === code)!.text;
      expect(Object.fromEntries(own)).toEqual(item.label);
      expect(question.mandatory).toBe(item.required);
      const other = otherTextOf(webQuestionnaire, item)?.choice;
      expect(question.other).toBe(other !== undefined);
      const parts = item.kind === 'select-multiple' ? question.subquestions : question.answers;
      if (item.choices === undefined) continue;
      const choices = item.choices.filter((choice) => choice !== other);
      expect(parts.map((part) => [part.code, Object.fromEntries(part.text)])).toEqual(
        choices.map(({ name, label }) => [codes.choices.get(item.name)!.get(name), label]),
      );
    }
    expect(Object.fromEntries(survey.questions.map(({ code, type }) => [code, type]))).toEqual({
      ...{ welkom: 'X', geholpen: 'L', hoe: 'L', waarbij: 'M', uren: 'N', cijfer: 'N', sinds: 'D', stellingen: 'F' },
      ...{ volgorde: 'R', verder: 'S' },
    });
  });

  test('what is filled in against it comes home complete', () => {
    const { headers, cells } = filledIn(survey);
    const table = {
      headers: ['id', 'submitdate', 'startlanguage', 'token', ...headers],
      rows: [{ row: 2, cells: ['1', '2026-11-02 10:00:00', 'nl', 'DDDDDDDD8', ...cells] }],
    };
    const read = readReturns(webQuestionnaire, table, today);
    expect(read).toMatchObject({ kind: 'read', begun: [], seconds: [], faults: [], unreadColumns: [] });
    const [only] = read.kind === 'read' ? read.returned : [];
    expect(only!.offRoute).toBe(0);
    expect(only!.answers.size).toBe(webQuestionnaire.items.length - 1);
    // And it tells when a question has no place in it.
    const without = { ...table, headers: table.headers.map((header) => (header === 'uren' ? 'iets' : header)) };
    expect(readReturns(webQuestionnaire, without, today)).toEqual({
      kind: 'columns-faulty',
      missing: ['uren'],
      twice: [],
    });
  });

  test('it tells what is otherwise there', () => {
    const made = platformStructure(webQuestionnaire);
    expect(made.kind === 'structure' && made.adapted).toEqual([
      { item: 'geholpen', why: 'answer-names' },
      { item: 'hoe', why: 'answer-names' },
      { item: 'hoe_other', why: 'name' },
      { item: 'waarbij_other', why: 'name' },
      { item: 'volgorde', why: 'answer-names' },
    ]);
  });
});

describe('a condition in the language of the platform', () => {
  const codes = platformCodes(webQuestionnaire);
  const names = scriptNames(webQuestionnaire, codes);
  test.each<[string, string | undefined]>([
    ["${geholpen} = 'ja'", '(geholpen.NAOK == "ja")'],
    ["${geholpen} = 'weet_niet'", '(geholpen.NAOK == "weetn")'],
    ["${geholpen} != ''", '!(is_empty(geholpen.NAOK) || (geholpen.NAOK == "weetn"))'],
    ["${hoe} = 'other'", '(hoe.NAOK == "-oth-")'],
    ["selected(${waarbij}, 'geld')", '(waarbij_geld.NAOK == "Y")'],
    ["selected(${waarbij}, 'other')", '!is_empty(waarbij_other.NAOK)'],
    [
      'count-selected(${waarbij}) > 1',
      '(!(count(waarbij_geld.NAOK, waarbij_zorg.NAOK, waarbij_other.NAOK) == 0) && count(waarbij_geld.NAOK, waarbij_zorg.NAOK, waarbij_other.NAOK) > 1)',
    ],
    ['${uren} < 5', '(!is_empty(uren.NAOK) && uren.NAOK < 5)'],
    ['${uren} != 5', '!(!is_empty(uren.NAOK) && uren.NAOK == 5)'],
    [
      "${vertrouwen} = '3' and not(${snel} = '1')",
      '((stellingen_vertrouwen.NAOK == "3") && !((stellingen_snel.NAOK == "1")))',
    ],
    ['${sinds} <= today()', '(!is_empty(sinds.NAOK) && substr(sinds.NAOK, 0, 10) <= date("Y-m-d"))'],
    ["${hoe_other} = 'x'", '(hoe_other.NAOK == "x")'],
    ['${uren} mod 2 = 0', undefined],
    ["${waarbij} = 'geld zorg'", undefined],
    ["selected-at(${waarbij}, 0) = 'geld'", undefined],
  ])('%s', (written, script) => {
    const parsed = parseExpression(written);
    if (parsed.kind === 'fault') throw new Error(JSON.stringify(parsed));
    expect(expressionScript(webQuestionnaire, names).condition(parsed)).toBe(script);
  });

  test('that cannot be made is refused with its question', () => {
    const questionnaire = questionnaireOf(
      [
        ['integer', 'hours', 'Uren', ''],
        ['text', 'odd', 'Oneven?', '${hours} mod 2 = 1'],
      ],
      ['relevant'],
    );
    expect(platformStructure(questionnaire)).toEqual({ kind: 'impossible', item: 'odd', why: 'expression' });
  });
});

test('texts are texts there: no sign of HTML, no script and no tab of ours is taken for one', () => {
  const questionnaire = questionnaireOf([
    ['text', 'who', 'Wie "hielp"\tu?\n<b>Noem</b> {iedereen} & meer'],
    ['integer', 'hours', 'Hoeveel uur hielp ${who}?'],
  ]);
  const [who, hours] = structureOf(questionnaire).questions;
  expect(who!.text.get('nl')).toBe('Wie "hielp" u?<br />&lt;b&gt;Noem&lt;/b&gt; &#123;iedereen&#125; &amp; meer');
  expect(hours!.text.get('nl')).toBe('Hoeveel uur hielp {who.shown}?');
});

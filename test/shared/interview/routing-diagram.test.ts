/** The routing as a diagram, and its conditions in words. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionsOf, textWithoutAnswers } from '../../../shared/interview/condition-words.ts';
import { routingDiagram } from '../../../shared/interview/routing-diagram.ts';
import { parseExpression } from '../../../shared/study/expression.ts';
import { anyInterview, questionnaireOf } from '../study/small-questionnaires.ts';

const questionnaire = questionnaireOf(
  [
    ['note', 'welcome', 'Welkom', '', ''],
    ['text', 'one', 'Een?', '', ''],
    ['text', 'two', 'Twee?', '', ''],
    ['select_one yesno', 'helped', 'Bent u geholpen?', '', ''],
    ['begin_group', 'help', 'De hulp', "${helped} = 'ja'", ''],
    ['select_multiple teams', 'team', 'Welke teams?', '', ''],
    ['integer', 'hours', 'Hoeveel uur?', '', ''],
    ['calculate', 'twice', '', '', '${hours} * 2'],
    ['text', 'much', 'Vanwaar zo veel?', '${twice} > 10', ''],
    ['end_group', '', '', '', ''],
    ['text', 'last', 'Nog iets?', '', ''],
    ['date', 'day', 'Wanneer?', '', ''],
  ],
  ['relevant', 'calculation'],
);
const { nodes, edges, columns } = routingDiagram(questionnaire, 'nl', 'nl');

test('items that decide nothing and are always asked are one node, with the numbers of their questions', () => {
  expect(nodes.map(({ id, kind, row, column }) => `${row}.${column} ${kind} ${id}`)).toEqual([
    '0.0 run welcome',
    '1.0 deciding helped',
    '2.1 item team',
    '3.1 deciding hours',
    '4.2 item much',
    '5.0 run last',
    '6.0 end  end',
  ]);
  expect(nodes[0]!.numbers).toEqual([1, 2]);
  expect(columns).toBe(3);
});

test('an edge stands for every question that a condition depends on, through a calculation too', () => {
  const conditions = edges.filter(({ kind }) => kind === 'condition').map(({ from, to }) => `${from} > ${to}`);
  expect(conditions).toEqual(['helped > team', 'helped > hours', 'helped > much', 'hours > much']);
  expect(edges.filter(({ kind }) => kind === 'next').map(({ from, to }) => `${from} > ${to}`)).toEqual([
    'welcome > helped',
    'helped > last',
    'last >  end',
    'team > last',
    'hours > last',
    'much > last',
  ]);
  expect(nodes[2]!.condition).toBe('vraag 3 is ‘Ja’');
});

describe('a condition in words', () => {
  test.each([
    ["${helped} = 'ja'", 'vraag 3 is ‘Ja’', 'question 3 is ‘Ja’'],
    ["${helped} != 'nee'", 'vraag 3 is niet ‘Nee’', 'question 3 is not ‘Nee’'],
    ["not(${helped} = 'ja')", 'vraag 3 is niet ‘Ja’', 'question 3 is not ‘Ja’'],
    ["${one} = ''", 'vraag 1 is niet beantwoord', 'question 1 is not answered'],
    ["${one} != ''", 'vraag 1 is beantwoord', 'question 1 is answered'],
    [
      "${helped} != ''",
      'vraag 3 is beantwoord, maar niet met ‘Weet ik niet’',
      'question 3 is answered, but not with ‘Weet ik niet’',
    ],
    [
      'not(${helped})',
      'vraag 3 is niet beantwoord, of met ‘Weet ik niet’',
      'question 3 is not answered, or with ‘Weet ik niet’',
    ],
    ["selected(${team}, 'noord')", 'bij vraag 4 is ‘Noord’ gekozen', '‘Noord’ is chosen at question 4'],
    ["not(selected(${team}, 'x'))", 'bij vraag 4 is ‘x’ niet gekozen', '‘x’ is not chosen at question 4'],
    ['${hours} >= 8', 'vraag 5 is 8 of meer', 'question 5 is 8 or more'],
    ['8 < ${hours}', 'vraag 5 is meer dan 8', 'question 5 is more than 8'],
    ['${hours} < 1.5', 'vraag 5 is minder dan 1,5', 'question 5 is less than 1.5'],
    [
      'count-selected(${team}) > 2',
      'het aantal antwoorden bij vraag 4 is meer dan 2',
      'the number of answers at question 4 is more than 2',
    ],
    [
      "${helped} = 'ja' and (${hours} > 8 or ${hours} = 1)",
      'vraag 3 is ‘Ja’ en (vraag 5 is meer dan 8 of vraag 5 is 1)',
      'question 3 is ‘Ja’ and (question 5 is more than 8 or question 5 is 1)',
    ],
    ['${twice} > 10', '‘twice’ is meer dan 10', '‘twice’ is more than 10'],
    ['(${hours} + 1) * 2 > 8', '(vraag 5 + 1) × 2 is meer dan 8', '(question 5 + 1) × 2 is more than 8'],
    ['number(${hours} - 1) * 2 > 8', '(vraag 5 - 1) × 2 is meer dan 8', '(question 5 - 1) × 2 is more than 8'],
    ['-(${hours} - 1) < 3', '-(vraag 5 - 1) is minder dan 3', '-(question 5 - 1) is less than 3'],
    [
      'int((today() - ${day}) div 365.25) >= 18',
      '((vandaag - vraag 8) / 365,25) naar beneden afgerond is 18 of meer',
      '((today - question 8) / 365.25) rounded down is 18 or more',
    ],
    ["selected-at(${team}, 0) = 'noord'", 'nummer 1 bij vraag 4 is ‘Noord’', 'number 1 at question 4 is ‘Noord’'],
    [
      "${helped} = 'ja' and ${twice} > 10",
      'vraag 3 is ‘Ja’ en vraag 5 × 2 is meer dan 10',
      'question 3 is ‘Ja’ and question 5 × 2 is more than 10',
    ],
    ["${day} > date('2026-01-02')", 'vraag 8 is na 2-1-2026', 'question 8 is after 2026-01-02'],
    ["${day} <= '2026-01-02'", 'vraag 8 is 2-1-2026 of eerder', 'question 8 is 2026-01-02 or earlier'],
    ["${one} = '2026-01-02'", 'vraag 1 is ‘2026-01-02’', 'question 1 is ‘2026-01-02’'],
    ['${day} <= today()', 'vraag 8 is vandaag of eerder', 'question 8 is today or earlier'],
  ])('%s', (text, nl, en) => {
    const condition = parseExpression(text);
    if (condition.kind === 'fault') throw new Error(text);
    expect(conditionsOf(questionnaire, 'nl', 'nl')(condition)).toBe(nl);
    expect(conditionsOf(questionnaire, 'en', 'nl')(condition)).toBe(en);
  });
});

test('a text that repeats an earlier answer names its question', () => {
  expect(textWithoutAnswers('U zei ${one}, dus ${twice}.', questionnaire, 'nl')).toBe('U zei (vraag 1), dus ….');
});

test('law: every item stands in one node, edges go downwards, and whatever has a condition has an edge or nothing to decide it', () => {
  fc.assert(
    fc.property(anyInterview, ({ questionnaire: any }) => {
      const diagram = routingDiagram(any, 'nl', 'nl');
      const shown = any.items.filter(({ kind }) => kind !== 'calculate').map(({ name }) => name);
      expect(diagram.nodes.flatMap(({ items }) => items)).toEqual(shown);
      const rows = new Map(diagram.nodes.map(({ id, row }) => [id, row]));
      expect(new Set(diagram.nodes.map(({ row, column }) => `${row} ${column}`)).size).toBe(diagram.nodes.length);
      for (const { from, to } of diagram.edges) expect(rows.get(from)!).toBeLessThan(rows.get(to)!);
    }),
  );
});

test.each([
  ['Dank u wel, ${contact.salutation} ${contact.surname}.', 'Dank u wel.'],
  ['Mevrouw ${contact.surname}, hoe gaat het?', 'Mevrouw, hoe gaat het?'],
  ['Goed, ${one}. En nu?', 'Goed, (vraag 1). En nu?'],
])('a text that names the person reads on without them: %s', (text, read) => {
  expect(textWithoutAnswers(text, questionnaire, 'nl')).toBe(read);
});

test('a long chain of conditions stays within six columns', () => {
  const rows = Array.from({ length: 30 }, (_, nr) => [
    ...['select_one yesno', `q${nr}`, `Vraag ${nr}?`, nr === 0 ? '' : `\${q${nr - 1}} = 'ja'`, ''],
  ]);
  const diagram = routingDiagram(questionnaireOf(rows, ['relevant', 'calculation']), 'nl', 'nl');
  expect(diagram.columns).toBe(6);
  expect(diagram.nodes.filter(({ kind }) => kind === 'deciding')).toHaveLength(29);
});

/** XLSForm workbooks that are right, and what they become. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { describe, expect, test } from 'vitest';
import { printExpression } from '../../../shared/study/expression.ts';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import type { Workbook } from '../../../shared/study/workbook.ts';
import { questionnaireOf, type Rows, rowsOf, settings, workbookOf } from './small-questionnaires.ts';

function taken(workbook: Workbook): Questionnaire {
  const read = readXlsform(workbook);
  expect(read).toMatchObject({ kind: 'read' });
  return (read as Extract<typeof read, { kind: 'read' }>).questionnaire;
}
const one: Rows = [['text', 'q', 'Vraag']];

const survey = rowsOf(`
  TYPE|name|label::Nederlands (nl)|Label::English (en)|hint::nl|hint::English (en)|instruction::nl|instruction::en|Required|required_message::nl|required message::en|relevance|constraint|constraint_message::nl|constraint_message::en|appearance|
  note|intro|Welkom|Welcome
  ||||een opmerking van de maker||||||||||||en nog een
  begin group|help|De hulp|The help||||||||true()||||field-list
  end_group|help
  text|first|Eerst|First
  select_multiple teams|team|Welke teams?|Which teams?|Meer mag|More than one|Niet voorlezen|Do not read out|yes|Kies er een|Choose one|selected(\${first}, ‘ja’)|count-selected(.) < 3|Hooguit twee|Two at most|likert
`);
const lists = rowsOf(`
  List Name|value|label::nl|label::en|missing|positive
  teams|noord|Noord|North||YES
  |||||
  teams|2|Zuid|South|no|no
  teams|nvt|N.v.t.|N/A|n.v.t.|
  other|noord|Noord|North||
`);
const workbook: Workbook = new Map([
  ['Survey', [...survey.slice(0, 3), [], ...survey.slice(3)]],
  ['choices', lists],
  ['SETTINGS', settings],
]);

describe('a questionnaire', () => {
  test('with its sections, and without comments and blank rows', () => {
    const { items, ...rest } = taken(workbook);
    expect(rest).toEqual({
      formId: 'bewoners',
      title: 'Bewoners',
      version: '3',
      languages: ['nl', 'en'],
      defaultLanguage: 'nl',
      sections: [{ name: 'help', label: { nl: 'De hulp', en: 'The help' }, appearance: 'field-list' }],
    });
    expect(items.map((item) => item.name)).toEqual(['intro', 'first', 'team']);
    expect(items[0]).toEqual({
      name: 'intro',
      kind: 'note',
      label: { nl: 'Welkom', en: 'Welcome' },
      sections: [],
      required: false,
    });
  });

  test('with every column of an item', () => {
    const { relevant, constraint, ...item } = taken(workbook).items[2]!;
    expect(item).toEqual({
      name: 'team',
      kind: 'select-multiple',
      label: { nl: 'Welke teams?', en: 'Which teams?' },
      hint: { nl: 'Meer mag', en: 'More than one' },
      instruction: { nl: 'Niet voorlezen', en: 'Do not read out' },
      sections: [],
      required: true,
      requiredMessage: { nl: 'Kies er een', en: 'Choose one' },
      choices: [
        { name: 'noord', label: { nl: 'Noord', en: 'North' }, positive: true },
        { name: '2', label: { nl: 'Zuid', en: 'South' }, positive: false },
        { name: 'nvt', label: { nl: 'N.v.t.', en: 'N/A' }, missing: 'does-not-apply' },
      ],
      appearance: 'likert',
    });
    expect(printExpression(relevant!)).toBe("selected(${first}, 'ja')");
    expect(printExpression(constraint!.test)).toBe('count-selected(.) < 3');
    expect(constraint!.message).toEqual({ nl: 'Hooguit twee', en: 'Two at most' });
  });

  test('whose conditions of groups hold for the items in them', () => {
    const { items, sections } = questionnaireOf(
      [
        ['integer', 'a', 'A', ''],
        ['begin_group', 'outer', 'Buiten', '${a} > 1 or ${a} = 0'],
        ['text', 'b', 'B', ''],
        ['begin_group', 'inner', '', '${a} > 2'],
        ['text', 'c', 'C', "${b} = 'x'"],
        ['end_group', '', '', ''],
        ['end_group', '', '', ''],
        ['text', 'd', 'D', ''],
      ],
      ['relevant'],
    );
    expect(
      items.map((item) => [item.name, item.sections.join('/'), item.relevant && printExpression(item.relevant)]),
    ).toEqual([
      ['a', '', undefined],
      ['b', 'outer', '${a} > 1 or ${a} = 0'],
      ['c', 'outer/inner', "(${a} > 1 or ${a} = 0) and ${a} > 2 and ${b} = 'x'"],
      ['d', '', undefined],
    ]);
    expect(sections).toEqual([
      { name: 'outer', label: { nl: 'Buiten' } },
      { name: 'inner', label: { nl: '' } },
    ]);
  });

  test.each([
    ['text', 'text'],
    ['string', 'text'],
    ['Integer', 'integer'],
    ['int', 'integer'],
    ['decimal', 'decimal'],
    ['date', 'date'],
    ['select_one teams', 'select-one'],
    ['select one teams', 'select-one'],
    ['select_one from teams', 'select-one'],
    ['select1 teams', 'select-one'],
    ['add select one prompt using teams', 'select-one'],
    ['select_multiple  teams', 'select-multiple'],
    ['select all that apply from teams', 'select-multiple'],
    ['add select multiple prompt using teams', 'select-multiple'],
  ])('type %s is %s', (type, kind) => {
    expect(questionnaireOf([[type, 'q', 'Vraag']]).items[0]!.kind).toBe(kind);
  });

  test('without a language is in the default language, or in Dutch', () => {
    expect(taken(workbookOf(one, [], { settings: [['form_id'], ['f']] }))).toMatchObject({
      title: 'f',
      version: '',
      languages: ['nl'],
      defaultLanguage: 'nl',
      items: [{ label: { nl: 'Vraag' } }],
    });
    const english = [
      ['form_id', 'default_language'],
      ['f', 'English (en)'],
    ];
    expect(taken(workbookOf(one, [], { settings: english })).items[0]!.label).toEqual({ en: 'Vraag' });
  });

  test('may ask in a constraint for its own answer by name', () => {
    expect(questionnaireOf([['integer', 'a', 'A', '${a} > 1']], ['constraint']).items).toHaveLength(1);
  });

  test('is plain data', () => {
    const questionnaire = questionnaireOf([['select_one teams', 'q', 'Vraag', "today() > '2026-01-01'"]], ['relevant']);
    expect(JSON.parse(JSON.stringify(questionnaire))).toEqual(questionnaire);
  });
});

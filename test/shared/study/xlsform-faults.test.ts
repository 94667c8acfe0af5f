/** XLSForm workbooks with something wrong in them: every fault is told, with its place. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import type { Workbook } from '../../../shared/study/workbook.ts';
import { faultsOf } from './faults-of.ts';
import { type Rows, rowsOf, settings, workbookOf } from './small-questionnaires.ts';

/** A workbook whose survey has these lines; the first names the columns. */
const survey = (text: string) => workbookOf([], [], { survey: rowsOf(text) });
const settled = (text: string) => workbookOf([['text', 'q', 'Vraag']], [], { settings: rowsOf(text) });
const listed = (text: string) => workbookOf([['text', 'q', 'Vraag']], [], { choices: rowsOf(text) });
const sheets = (surveyText: string, choicesText: string): Workbook =>
  new Map([
    ['survey', rowsOf(surveyText)],
    ['choices', rowsOf(choicesText)],
    ['settings', settings],
  ]);

test.each<[string, Workbook, readonly string[]]>([
  ['nothing at all', new Map(), ['settings: sheet-missing settings', 'survey: sheet-missing survey']],
  ['no item', survey('type|name|label'), ['survey: sheet-missing survey']],
  [
    'no columns',
    survey('label|x\nVraag|y'),
    ['survey 1 type: column-missing type', 'survey 1 name: column-missing name'],
  ],
  ['no form id', settled('form_title\nT'), ['settings 2 form_id: column-missing form_id']],
  ['a second row of settings', settled('form_id\nf\ng'), ['settings 3: value-unsupported']],
  ['another setting', settled('form_id|public_key\nf|k'), ['settings 2 public_key: column-unsupported public_key']],
  [
    'a default language that is no name',
    settled('form_id|default_language\nf|__proto__'),
    ['settings 2 default_language: value-unsupported __proto__'],
  ],
  [
    'a default language called as what every object has',
    settled('form_id|default_language\nf|constructor'),
    ['settings 2 default_language: value-unsupported constructor'],
  ],
  [
    'a default language that no label is in',
    sheets('type|name|label::en\ntext|q|Question', 'list_name|name|label'),
    ['survey 1 label::nl: column-missing label::nl'],
  ],
  [
    'a sheet that would matter',
    workbookOf([['text', 'q', 'Vraag']], [], { external_choices: [['list_name']] }),
    ['external_choices: value-unsupported external_choices'],
  ],
  ['a type', survey('type|name|label\ngeopoint|q|Waar?'), ['survey 2 type: type-unsupported geopoint']],
  [
    'a repeat',
    survey('type|name|label\nbegin_repeat|r|Keer\ntext|q|Vraag\nend repeat||'),
    ['survey 2 type: type-unsupported begin_repeat', 'survey 4 type: type-unsupported end repeat'],
  ],
  [
    'a list in a file',
    survey('type|name|label\nselect_one_from_file x.csv|q|Vraag'),
    ['survey 2 type: type-unsupported select_one_from_file x.csv'],
  ],
  ['a select without a list', survey('type|name|label\nselect_one|q|Vraag'), ['survey 2 type: list-unknown']],
  ['no type', survey('type|name|label\n|q|Vraag'), ['survey 2 type: type-unsupported']],
  ['only a condition', survey('type|name|label|relevant\n|||true()'), ['survey 2 type: type-unsupported']],
  [
    'names',
    survey('type|name|label\ntext||Vraag\ntext|1q|Vraag\ntext|a b|Vraag'),
    ['survey 2 name: name-missing', 'survey 3 name: name-invalid 1q', 'survey 4 name: name-invalid a b'],
  ],
  [
    'a name twice',
    survey('type|name|label\ntext|q|Vraag\nnote|q|Vraag\nbegin group|q|\nend group||'),
    ['survey 3 name: name-twice q', 'survey 4 name: name-twice q'],
  ],
  ['an unknown list', survey('type|name|label\nselect_one Teams|q|Vraag'), ['survey 2 type: list-unknown Teams']],
  ['no label', survey('type|name|label\ntext|q|'), ['survey 2 label: label-missing nl']],
  [
    'a label, hint and choice in one of two languages',
    sheets(
      'type|name|label::nl|label::en|hint\nselect_one l|q|Vraag||Let op',
      'list_name|name|label::nl|label::en\nl|a||A',
    ),
    [
      'choices 2 label::nl: label-missing nl',
      'survey 2 label::en: label-missing en',
      'survey 2 hint::en: label-missing en',
    ],
  ],
  [
    'no labels of choices in a language',
    sheets('type|name|label::nl|label::en\nselect_one l|q|Vraag|Question', 'list_name|name|label\nl|a|A\nl|b|B'),
    ['choices 1 label::en: column-missing label::en'],
  ],
  [
    'two labels in one language',
    survey('type|name|label|label::nl\ntext|q|Vraag|Vraag'),
    ['survey 1 label: column-unsupported label'],
  ],
  ['a column twice', survey('type|name|label|Name\ntext|q|Vraag|r'), ['survey 2 Name: column-unsupported Name']],
  [
    'unknown columns with something in them',
    survey(
      'type|name|label|default|read_only|choice_filter|media::image|\ntext|q|Vraag|||||\ntext|r|Vraag|x||3|a.png|x',
    ),
    [
      'survey 3 media::image: column-unsupported media::image',
      'survey 3 H: column-unsupported',
      'survey 3 choice_filter: value-unsupported choice_filter',
    ],
  ],
  [
    'languages that are none',
    survey('type|name|label|label::__proto__|label::toString|name::nl\ntext|q|Vraag|x|x|x'),
    [
      'survey 2 label::__proto__: column-unsupported label::__proto__',
      'survey 2 label::toString: column-unsupported label::toString',
      'survey 2 name::nl: column-unsupported name::nl',
    ],
  ],
  [
    'groups',
    survey('type|name|label\ntext|q|Vraag\nend_group||\nbegin_group|a|\nbegin_group|b|\nend_group|a|'),
    ['survey 3 type: group-unbalanced', 'survey 6 type: group-unbalanced a', 'survey 4 type: group-unbalanced a'],
  ],
  [
    'expressions',
    survey(`type|name|label|relevant|constraint|calculation
      text|q|Vraag|\${q1} == 'a'||
      text|r|Vraag||. >|
      calculate|s||||pulldata(1)
      calculate|t||||
      text|u|Vraag \${q en \${q}|||`),
    [
      'survey 2 relevant: expression-invalid = @8',
      'survey 3 constraint: expression-invalid @4',
      'survey 4 calculation: function-unknown pulldata @1',
      'survey 5 calculation: expression-invalid',
      'survey 6 label: expression-invalid ${',
    ],
  ],
  [
    'unknown references',
    survey(`type|name|label|relevant|constraint
      note|n|Let op||
      begin group|g|||
      text|q|Vraag \${gone}|\${n} = 1 and \${g} = 1|\${Q} = .
      end group||||`),
    [
      'survey 4 relevant: reference-unknown n',
      'survey 4 relevant: reference-unknown g',
      'survey 4 constraint: reference-unknown Q',
      'survey 4 label: reference-unknown gone',
    ],
  ],
  [
    'a row that is refused, but no reference to it',
    survey('type|name|label\nrange|q|Hoeveel\ntext|r|Vraag ${q}'),
    ['survey 2 type: type-unsupported range'],
  ],
  [
    'references forward',
    survey(`type|name|label|relevant|constraint
      text|q|Vraag \${r}|\${r} = 1|\${r} > .
      text|r|Vraag||\${q} = .`),
    [
      'survey 2 relevant: reference-forward r',
      'survey 2 constraint: reference-forward r',
      'survey 2 label: reference-forward r',
    ],
  ],
  [
    'references in a circle',
    survey(`type|name|label|relevant|calculation
      text|a|Vraag|\${c} = 1|
      calculate|b|||\${a} + 1
      text|c|Vraag|\${b} = 1|
      text|d|Vraag \${d}|\${d} = 1|
      text|e|Vraag|. = 1|
      begin group|g||\${f} = 1|
      text|f|Vraag||
      end group||||`),
    [
      'survey 6 relevant: reference-cycle .',
      'survey 2 relevant: reference-cycle c',
      'survey 5 relevant: reference-cycle d',
      'survey 5 label: reference-cycle d',
      'survey 7 relevant: reference-cycle f',
    ],
  ],
  [
    'cells that their row does not take',
    survey(`type|name|label|required|calculation|hint|constraint_message|appearance
      note|n|Let op|yes||||
      calculate|c|Som||1|||
      text|q|Vraag|maybe|1||Niet goed|
      begin group|g||no||Tip||
      end group||Einde|||||w1`),
    [
      'survey 2 required: value-unsupported required',
      'survey 3 label: value-unsupported label',
      'survey 4 calculation: value-unsupported calculation',
      'survey 4 required: expression-invalid maybe @1',
      'survey 4 constraint_message: value-unsupported constraint_message',
      'survey 5 hint: value-unsupported hint',
      'survey 6 label: value-unsupported label',
      'survey 6 appearance: value-unsupported appearance',
    ],
  ],
  [
    'choices',
    listed(`list_name|name|label|missing|positive
      l|a b|A||
      l||B||
      |c|C||
      l|d|D||
      l|d|D||
      l|e|||
      l|f|F|perhaps|perhaps
      l|g|G|refused|yes`),
    [
      'choices 2 name: choice-invalid a b',
      'choices 3 name: choice-invalid',
      'choices 4 list_name: choice-invalid',
      'choices 6 name: choice-twice d',
      'choices 7 label: label-missing nl',
      'choices 8 missing: value-unsupported perhaps',
      'choices 8 positive: value-unsupported perhaps',
      'choices 9 positive: value-unsupported yes',
    ],
  ],
  [
    'columns of choices',
    listed('label|image\nNoord|x'),
    [
      'choices 2 image: column-unsupported image',
      'choices 1 list_name: column-missing list_name',
      'choices 1 name: column-missing name',
    ],
  ],
])('%s', (_, workbook, faults) => {
  expect(faultsOf(workbook)).toEqual(faults);
});

test('none in a workbook that is right', () => {
  expect(faultsOf(workbookOf([['text', 'q', 'Vraag']]))).toEqual([]);
});

test('any cells at all are a questionnaire or faults, never an exception', () => {
  const words =
    'text|select_one l|calculate|begin group|end group|q|r|${q} = 1|. > 2|yes|__proto__|constructor|label::nl|type|name|label|relevant|list_name|form_id|';
  const rows = fc.array(fc.array(fc.constantFrom(...words.split('|')), { maxLength: 6 }), { maxLength: 6 });
  const header = ['type', 'name', 'label', 'relevant', 'calculation'];
  const item = fc.tuple(fc.constantFrom('text', 'note'), fc.constantFrom('q', 'r', 's'), fc.constant('Vraag'));
  const seen = { read: 0, faulty: 0 };
  fc.assert(
    fc.property(fc.oneof(rows, fc.array(item, { minLength: 1, maxLength: 2 })), rows, (body, second) => {
      const first: Rows = [header, ...body];
      const read = readXlsform(
        new Map<string, Rows>([
          ['survey', first],
          ['choices', second],
          ['settings', settings],
        ]),
      );
      seen[read.kind] += 1;
      if (read.kind === 'faulty') expect(read.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(seen.read, seen.faulty)).toBeGreaterThan(50);
});

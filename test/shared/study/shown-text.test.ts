/** Texts with answers filled in. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { shownText } from '../../../shared/study/shown-text.ts';
import type { Workbook } from '../../../shared/study/workbook.ts';
import { answersOf, settings } from './small-questionnaires.ts';

const workbook: Workbook = new Map([
  [
    'survey',
    [
      ['type', 'name', 'label::Nederlands (nl)', 'label::English (en)', 'relevant', 'calculation'],
      ['select_one teams', 'team', 'Team', 'Team'],
      ['select_multiple teams', 'teams', 'Teams', 'Teams'],
      ['text', 'own', 'Eigen', 'Own', "${team} = 'n'"],
      ['decimal', 'hours', 'Uren', 'Hours'],
      ['date', 'since', 'Sinds', 'Since'],
      ['calculate', 'half', '', '', '', '${hours} div 2'],
    ],
  ],
  [
    'choices',
    [
      ['list_name', 'name', 'label::Nederlands (nl)', 'label::English (en)', 'missing'],
      ['teams', 'n', 'Noord', 'North', ''],
      ['teams', 'z', 'Zuid', 'South', ''],
      ['teams', 'w', 'Weet niet', "Don't know", 'weet_niet'],
    ],
  ],
  ['settings', settings],
]);
const read = readXlsform(workbook);
if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
const { questionnaire } = read;

test.each<[string, string, Readonly<Record<string, Answer>>, string]>([
  ['nl', 'Zonder verwijzing', {}, 'Zonder verwijzing'],
  ['nl', 'Team [${team}]', {}, 'Team []'],
  ['nl', 'Team [${team}]', { team: { kind: 'choice', choice: 'n' } }, 'Team [Noord]'],
  ['en', 'Team [${team}]', { team: { kind: 'choice', choice: 'n' } }, 'Team [North]'],
  ['fr', 'Team [${team}]', { team: { kind: 'choice', choice: 'n' } }, 'Team [Noord]'],
  ['nl', '[${ teams }]', { teams: { kind: 'choices', choices: ['n', 'z'] } }, '[Noord, Zuid]'],
  ['nl', '[${team}]', { team: { kind: 'missing', missing: 'dont-know', choice: 'w' } }, '[Weet niet]'],
  ['nl', '[${hours}]', { hours: { kind: 'missing', missing: 'refused' } }, '[]'],
  ['nl', '${hours} ${hours}', { hours: { kind: 'number', number: 3.5 } }, '3,5 3,5'],
  ['en', '${hours}', { hours: { kind: 'number', number: 3.5 } }, '3.5'],
  ['nl', '${half}', { hours: { kind: 'number', number: 3 } }, '1,5'],
  ['nl', '${since}', { since: { kind: 'date', day: day('2026-03-05') } }, '5-3-2026'],
  ['en', '${since}', { since: { kind: 'date', day: day('2026-03-05') } }, '2026-03-05'],
  ['nl', '[${own}]', { own: { kind: 'text', text: 'off the route' } }, '[]'],
  [
    'nl',
    '[${own}]',
    {
      team: { kind: 'choice', choice: 'n' },
      own: { kind: 'text', text: '${hours} $& $1' },
      hours: { kind: 'number', number: 1 },
    },
    '[${hours} $& $1]',
  ],
  ['nl', '[${constructor}] ${', {}, '[] ${'],
])('%s: %s', (language, text, answers, shown) => {
  expect(shownText({ nl: text, en: text }, language, questionnaire, answersOf(answers), day('2026-11-20'))).toBe(shown);
});

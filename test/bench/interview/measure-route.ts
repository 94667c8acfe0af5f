/** The route of a long questionnaire, and the whole view that an answer is acknowledged with. */

import type { Day } from '../../../shared/calendar.ts';
import { interviewView } from '../../../shared/interview/interview-view.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { plainConduct } from '../../../shared/study/conduct.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { walkRoute } from '../../../shared/study/route.ts';
import { figuresOf, type Line } from '../figures.ts';

const today = '2026-03-02' as Day;
const runs = 400;

/** Of `items` items `conditions` are asked under a condition on two earlier ones. */
export function measureRoute(items: number, conditions: number): readonly Line[] {
  const questionnaire = longQuestionnaire(items, conditions);
  const answers = new Map<ItemName, Answer>(
    questionnaire.items.map(({ name }, nr) => [name, { kind: 'choice', choice: nr % 3 === 0 ? 'nee' : 'ja' }]),
  );
  const onRoute = walkRoute(questionnaire, answers, today).items.length;
  if (onRoute === items || onRoute < items / 2) throw new Error('the conditions decide nothing');
  const state = { language: 'nl', today, saved: items, mode: 'phone' as const, conduct: plainConduct };
  const after = { after: questionnaire.items[Math.floor(items / 2)]!.name };
  return [
    line(
      `route of ${items} items, ${conditions} conditions`,
      timed(() => walkRoute(questionnaire, answers, today)),
      '2 ms',
    ),
    line(
      'view of one item of it',
      timed(() => interviewView(questionnaire, answers, state, after)),
      '',
    ),
  ];
}

function timed(work: () => unknown): readonly number[] {
  for (let warm = 0; warm < 50; warm += 1) work();
  return Array.from({ length: runs }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
}

function line(what: string, times: readonly number[], target: string): Line {
  const { median, p95 } = figuresOf(times);
  return {
    what: `${what}, median / p95`,
    ours: `${median.toFixed(2)} / ${p95.toFixed(2)} ms`,
    floor: '',
    ratio: '',
    target,
  };
}

function longQuestionnaire(items: number, conditions: number): Questionnaire {
  const every = items / conditions;
  const rows = Array.from({ length: items }, (_, nr) => {
    const isConditional = nr > 10 && Math.floor((nr + 1) / every) > Math.floor(nr / every);
    const relevant = isConditional
      ? `\${v${nr - 7}} = 'ja' or (\${v${nr - 3}} != 'nee' and \${v${nr - 10}} = 'ja')`
      : '';
    return ['select_one janee', `v${nr}`, `Vraag ${nr}: hoe gaat het?`, 'yes', relevant];
  });
  const read = readXlsform(
    new Map([
      ['survey', [['type', 'name', 'label::Nederlands (nl)', 'required', 'relevant'], ...rows]],
      [
        'choices',
        [
          ['list_name', 'name', 'label::Nederlands (nl)'],
          ['janee', 'ja', 'Ja'],
          ['janee', 'nee', 'Nee'],
        ],
      ],
      [
        'settings',
        [
          ['form_title', 'form_id', 'version'],
          ['Lang', 'lang', '1'],
        ],
      ],
    ]),
  );
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults.slice(0, 3)));
  return read.questionnaire;
}

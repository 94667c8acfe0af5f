/** What a new version of a questionnaire changes, and which answers do not fit it. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { pcg32 } from '../../../shared/intake/pcg32.ts';
import { turningPoints } from '../../../shared/interview/turning-points.ts';
import { walkOnce } from '../../../shared/interview/walks.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { answersOutOfForm, countedMisfits } from '../../../shared/study/answers-out-of-form.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import { questionnaireDifferences } from '../../../shared/study/questionnaire-differences.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';
import { takenWorkbooks } from '../../fixtures/workbooks/workbooks.ts';
import { answersOf, anyInterview, questionnaireOf } from './small-questionnaires.ts';

const columns = ['relevant', 'required', 'constraint'];
const rows = {
  helped: ['select_one yesno', 'helped', 'Bent u geholpen?', '', 'yes', ''],
  hours: ['integer', 'hours', 'Hoeveel uur?', "${helped} = 'ja'", '', '. < 40'],
  why: ['text', 'why', 'Waarom?', '', '', ''],
  last: ['text', 'last', 'Nog iets?', '', '', ''],
};
const before = questionnaireOf(Object.values(rows), columns);
const changed = (cells: Readonly<Record<string, string[]>>, order = Object.keys({ ...rows, ...cells })) => {
  const all: Readonly<Record<string, string[]>> = { ...rows, ...cells };
  return questionnaireDifferences(
    before,
    questionnaireOf(
      order.map((name) => all[name]!),
      columns,
    ),
  ).items.map(({ item, changed: kinds }) => `${item}: ${kinds.join(' ')}`);
};

describe('a change of', () => {
  test.each<[string, string[], string]>([
    ['a text', ['integer', 'hours', 'Hoeveel uren?', "${helped} = 'ja'", '', '. < 40'], 'hours: text'],
    ['a kind', ['decimal', 'hours', 'Hoeveel uur?', "${helped} = 'ja'", '', '. < 40'], 'hours: kind'],
    ['a condition', ['integer', 'hours', 'Hoeveel uur?', "${helped} = 'nee'", '', '. < 40'], 'hours: condition'],
    ['a constraint', ['integer', 'hours', 'Hoeveel uur?', "${helped} = 'ja'", '', '. < 41'], 'hours: constraint'],
    [
      'whether it has to be answered',
      ['integer', 'hours', 'Hoeveel uur?', "${helped} = 'ja'", 'yes', '. < 40'],
      'hours: other',
    ],
    ['several things', ['text', 'hours', 'Hoe lang?', '', '', ''], 'hours: text kind condition constraint'],
  ])('%s', (_, row, told) => {
    expect(changed({ hours: row })).toEqual([told]);
  });

  test('its choices', () => {
    const items = before.items.map((item) =>
      item.choices === undefined ? item : { ...item, choices: item.choices.slice(0, 2) },
    );
    expect(questionnaireDifferences(before, { ...before, items }).items).toEqual([
      { item: 'helped', changed: ['choices'] },
    ]);
  });

  test('the order names the fewest items that can have moved', () => {
    expect(changed({}, ['helped', 'hours', 'last', 'why'])).toHaveLength(1);
    expect(changed({}, ['last', 'helped', 'hours', 'why'])).toEqual(['last: order']);
  });

  test('what came and went', () => {
    const added = { more: ['text', 'more', 'Meer?', '', '', ''] };
    expect(changed(added, ['helped', 'hours', 'more', 'last'])).toEqual(['more: added', 'why: removed']);
  });
});

test('a language that comes is told once, not as texts that changed', () => {
  const more = {
    ...before,
    languages: ['nl', 'tr'],
    items: before.items.map((item) => ({ ...item, label: { ...item.label, tr: 'x' } })),
  };
  expect(questionnaireDifferences(before, more)).toEqual({ items: [], languagesAdded: ['tr'], languagesRemoved: [] });
  expect(questionnaireDifferences(more, before).languagesRemoved).toEqual(['tr']);
});

test('law: nothing differs from itself, also after it was written and read', () => {
  fc.assert(
    fc.property(anyInterview, ({ questionnaire }) => {
      const read = JSON.parse(JSON.stringify(questionnaire));
      expect(questionnaireDifferences(questionnaire, read).items).toEqual([]);
    }),
  );
});

const today = day('2026-11-20');
const text = (words: string): Answer => ({ kind: 'text', text: words });

describe('an answer', () => {
  const yes: Answer = { kind: 'choice', choice: 'ja' };
  test.each<[string, Readonly<Record<string, Answer>>, readonly string[]]>([
    ['that fits', { helped: yes, hours: { kind: 'number', number: 39 }, why: text('druk') }, []],
    ['to an item that is gone', { gone: text('x') }, ['gone item-gone']],
    ['of another kind', { why: { kind: 'number', number: 1 } }, ['why kind-changed']],
    ['with a half to a whole number', { helped: yes, hours: { kind: 'number', number: 1.5 } }, ['hours kind-changed']],
    ['with a choice that is gone', { helped: { kind: 'choice', choice: 'soms' } }, ['helped choice-gone']],
    [
      'with a missing choice that is gone',
      { helped: { kind: 'missing', missing: 'refused', choice: 'wil_niet' } },
      ['helped choice-gone'],
    ],
    ['"I do not know" to a number', { helped: yes, hours: { kind: 'missing', missing: 'dont-know' } }, []],
    ['beyond the constraint', { helped: yes, hours: { kind: 'number', number: 40 } }, ['hours constraint']],
    ['beyond the constraint, off the route', { hours: { kind: 'number', number: 40 } }, []],
  ])('%s', (_, given, told) => {
    expect(answersOutOfForm(before, answersOf(given), today).map(({ item, why }) => `${item} ${why}`)).toEqual(told);
  });
});

test('misfits are counted per item, in the order of the questionnaire', () => {
  const found = ['why', 'gone', 'helped', 'why'].map((item) => ({
    item: item as ItemName,
    why: 'kind-changed' as const,
  }));
  expect(countedMisfits(before, found).map(({ item, answers }) => `${item} ${answers}`)).toEqual([
    'helped 1',
    'why 2',
    'gone 1',
  ]);
});

test('law: without the items that are told as moved both versions have the others in one order, and none of them moved for nothing', () => {
  const seven = questionnaireOf(
    Array.from({ length: 7 }, (_, nr) => ['text', `q${nr}`, `Vraag ${nr}?`, '', '', '']),
    columns,
  );
  fc.assert(
    fc.property(fc.shuffledSubarray([...seven.items], { minLength: 7 }), (items) => {
      const { items: told } = questionnaireDifferences(seven, { ...seven, items });
      const moved = new Set(told.map(({ item }) => item));
      const stay = (all: typeof items) => all.map(({ name }) => name).filter((name) => !moved.has(name));
      expect(stay(items)).toEqual(stay([...seven.items]));
      expect(told.every(({ changed: kinds }) => kinds.join() === 'order')).toBe(true);
      // Each that moved would stand in the wrong place beside those that stayed.
      for (const name of moved) {
        const beside = (all: typeof items) =>
          all.map((item) => item.name).filter((one) => one === name || !moved.has(one));
        expect(beside(items)).not.toEqual(beside([...seven.items]));
      }
    }),
  );
});

test('law: what a walk through a questionnaire answered fits that questionnaire', () => {
  const made = takenWorkbooks.flatMap(({ sheets }) => {
    const read = readXlsform(workbookOfSheets(sheets));
    return read.kind === 'read' ? [read.questionnaire] : [];
  });
  expect(made.length).toBeGreaterThan(30);
  for (const [seed, questionnaire] of made.entries()) {
    const { answers } = walkOnce(questionnaire, turningPoints(questionnaire), today, pcg32(BigInt(seed), 5n).below);
    expect(answersOutOfForm(questionnaire, answers, today)).toEqual([]);
  }
});

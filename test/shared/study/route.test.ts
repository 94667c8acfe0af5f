/** The route: computed, never stored, and decided by nothing that is off it. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { Answer, Answers } from '../../../shared/study/answer.ts';
import { isTrue } from '../../../shared/study/evaluate.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { answersOnRoute, nextItem, openItems, route, walkRoute } from '../../../shared/study/route.ts';
import { valueOfAnswer } from '../../../shared/study/value.ts';
import { answersOf, anyInterview, questionnaireOf } from './small-questionnaires.ts';

const today = day('2026-11-20');
const choice = (name: string): Answer => ({ kind: 'choice', choice: name });
const number = (value: number): Answer => ({ kind: 'number', number: value });
const dontKnow: Answer = { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' };

const questionnaire = questionnaireOf(
  [
    ['note', 'welcome', 'Welkom', '', '', ''],
    ['select_one yesno', 'helped', 'Bent u geholpen?', '', 'yes', ''],
    ['begin_group', 'help', 'De hulp', "${helped} = 'ja'", '', ''],
    ['select_one teams', 'team', 'Welk team?', '', 'yes', ''],
    ['integer', 'hours', 'Hoeveel uur?', "${team} != 'zuid'", 'yes', ''],
    ['calculate', 'twice', '', '', '', '${hours} * 2'],
    ['text', 'much', 'Vanwaar zo veel?', '${twice} > 10', '', ''],
    ['end_group', '', '', '', '', ''],
    ['text', 'why', 'Waarom niet?', "${helped} = 'nee' or ${helped} = 'weet_niet'", '', ''],
  ],
  ['relevant', 'required', 'calculation'],
);
const names = (answers: Readonly<Record<string, Answer>>) =>
  route(questionnaire, answersOf(answers), today).map((item) => item.name);

describe('an interview', () => {
  test.each<[string, Readonly<Record<string, Answer>>, readonly string[]]>([
    ['nothing yet', {}, ['welcome', 'helped']],
    ['helped', { helped: choice('ja') }, ['welcome', 'helped', 'team', 'hours']],
    ['a team without hours', { helped: choice('ja'), team: choice('zuid') }, ['welcome', 'helped', 'team']],
    [
      'a calculation over the limit',
      { helped: choice('ja'), hours: number(6) },
      ['welcome', 'helped', 'team', 'hours', 'much'],
    ],
    ['at the limit', { helped: choice('ja'), hours: number(5) }, ['welcome', 'helped', 'team', 'hours']],
    ['not helped', { helped: choice('nee'), team: choice('noord'), hours: number(9) }, ['welcome', 'helped', 'why']],
    ['does not know', { helped: dontKnow }, ['welcome', 'helped', 'why']],
    [
      'hours of before, when the team changes',
      { helped: choice('ja'), team: choice('zuid'), hours: number(9) },
      ['welcome', 'helped', 'team'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(names(answers)).toEqual(expected);
  });

  test('goes on from an item, even when an earlier answer took it off the route', () => {
    const next = (answers: Readonly<Record<string, Answer>>, after?: string) =>
      nextItem(questionnaire, answersOf(answers), today, after as ItemName | undefined)?.name;
    expect(next({})).toBe('welcome');
    expect(next({}, 'welcome')).toBe('helped');
    expect(next({ helped: choice('ja') }, 'helped')).toBe('team');
    expect(next({ helped: choice('nee') }, 'hours')).toBe('why');
    expect(next({ helped: choice('nee') }, 'why')).toBeUndefined();
    expect(next({}, 'no-such-item')).toBeUndefined();
  });

  test('is complete when no required question on the route is open; "don\'t know" is an answer', () => {
    const open = (answers: Readonly<Record<string, Answer>>) =>
      openItems(questionnaire, answersOf(answers), today).map((item) => item.name);
    expect(open({})).toEqual(['helped']);
    expect(open({ helped: dontKnow })).toEqual([]);
    expect(open({ helped: choice('ja') })).toEqual(['team', 'hours']);
    expect(open({ helped: choice('ja'), team: choice('zuid') })).toEqual([]);
  });

  test('counts the answers on the route, in the order of the workbook, and none to a note', () => {
    const given = answersOf({
      why: { kind: 'text', text: 'x' },
      team: choice('zuid'),
      hours: number(3),
      helped: choice('ja'),
      welcome: number(1),
    });
    expect([...answersOnRoute(questionnaire, given, today).keys()]).toEqual(['helped', 'team']);
    expect(given.size).toBe(5);
  });

  test('knows today only from its parameter', () => {
    const dated = questionnaireOf([['note', 'late', 'Laat', "today() > '2026-11-20'"]], ['relevant']);
    expect(route(dated, new Map(), day('2026-11-20'))).toEqual([]);
    expect(route(dated, new Map(), day('2026-11-21'))).toHaveLength(1);
  });
});

type Decide = (questionnaire: Questionnaire, answers: Answers) => readonly ItemName[];
const ours: Decide = (asked, answers) => route(asked, answers, today).map((item) => item.name);
/** The mistake that this test is about: conditions look at every answer, on the route or not. */
const naive: Decide = (asked, answers) => {
  const values = new Map([...answers].map(([name, answer]) => [name, valueOfAnswer(answer)]));
  return asked.items
    .filter(
      (item) => item.kind !== 'calculate' && (item.relevant === undefined || isTrue(item.relevant, { values, today })),
    )
    .map((item) => item.name);
};
/** An answer off the route may come, go or change, and the route stays. */
const staysWithoutTheRest = (decide: Decide) =>
  fc.property(anyInterview, ({ questionnaire: asked, answers }) => {
    const before = decide(asked, answers);
    const off = [...answers.keys()].filter((name) => !before.includes(name));
    for (const name of off) {
      const without = new Map(answers);
      without.delete(name);
      expect(decide(asked, without)).toEqual(before);
      expect(decide(asked, new Map(answers).set(name, { kind: 'text', text: 'other' }))).toEqual(before);
    }
  });

describe('laws', () => {
  test('nothing off the route decides it', () => {
    expect(fc.check(staysWithoutTheRest(naive), { numRuns: 2_000, seed: 1 }).failed).toBe(true);
    fc.assert(staysWithoutTheRest(ours), { numRuns: 2_000 });
  });

  test('the answers on the route are some of the answers, all on the route, and stay as they are', () => {
    let dropped = 0;
    fc.assert(
      fc.property(anyInterview, ({ questionnaire: asked, answers }) => {
        const onRoute = answersOnRoute(asked, answers, today);
        dropped += answers.size - onRoute.size;
        const items = ours(asked, answers);
        for (const [name, answer] of onRoute) {
          expect(answers.get(name)).toBe(answer);
          expect(items).toContain(name);
        }
        expect(ours(asked, onRoute)).toEqual(items);
        expect([...answersOnRoute(asked, onRoute, today)]).toEqual([...onRoute]);
      }),
      { numRuns: 2_000 },
    );
    expect(dropped).toBeGreaterThan(100);
  });

  test('the route is in the order of the workbook, steps through every item once, and ends', () => {
    fc.assert(
      fc.property(anyInterview, ({ questionnaire: asked, answers }) => {
        const steps: ItemName[] = [];
        for (
          let item = nextItem(asked, answers, today);
          item !== undefined && steps.length <= asked.items.length;
          item = nextItem(asked, answers, today, item.name)
        )
          steps.push(item.name);
        expect(steps).toEqual(ours(asked, answers));
        expect(asked.items.map((item) => item.name).filter((name) => steps.includes(name))).toEqual(steps);
      }),
    );
  });

  test('an answer changes nothing before its own item', () => {
    fc.assert(
      fc.property(anyInterview, fc.nat({ max: 11 }), ({ questionnaire: asked, answers }, at) => {
        const index = Math.min(at, asked.items.length - 1);
        const upTo = new Set(asked.items.slice(0, index + 1).map((item) => item.name));
        const changed = new Map(answers).set(asked.items[index]!.name, { kind: 'text', text: 'changed' });
        const first = (some: Answers) => ours(asked, some).filter((name) => upTo.has(name));
        expect(first(changed)).toEqual(first(answers));
      }),
    );
  });

  test('a walk shows no calculation and gives values to nothing else', () => {
    fc.assert(
      fc.property(anyInterview, ({ questionnaire: asked, answers }) => {
        const { items, values } = walkRoute(asked, answers, today);
        expect(items.some((item) => item.kind === 'calculate')).toBe(false);
        const calculated = asked.items.filter((item) => item.kind === 'calculate').map((item) => item.name);
        const shown = items.filter((item) => item.kind !== 'note').map((item) => item.name);
        for (const name of values.keys()) expect([...shown, ...calculated]).toContain(name);
      }),
    );
  });
});

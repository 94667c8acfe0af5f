import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFound } from '../../renderer/screens/interview/answers-found.ts';
import {
  agreed,
  givenBefore,
  isSame,
  isSameOrder,
  leftToRank,
  proposedNow,
  typedAnswer,
  withChoice,
} from '../../renderer/screens/interview/given-answer.ts';
import { momentNow } from '../../renderer/screens/interview/moment.ts';
import { fewWords, newlyFallen } from '../../renderer/screens/interview/newly-fallen.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import type { AnsweredView, InterviewView, ItemView } from '../../shared/views.ts';

const item = (kind: ItemView['kind'], more: Partial<ItemView> = {}): ItemView => {
  return { item: 'q' as ItemName, kind, sections: [], text: '', required: false, ...more };
};
const choices = (count: number) => Array.from({ length: count }, (_, nr) => ({ name: `c${nr}`, label: `Keuze ${nr}` }));

describe('choices put in order', () => {
  const rank = item('rank', {
    choices: [...choices(4), { name: 'weet-niet', label: 'weet niet', missing: 'dont-know' }],
  });
  const nothing = givenBefore(rank);

  it('stand in the order in which they were pressed, whatever that is', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['c0', 'c1', 'c2', 'c3'], { minLength: 4 }), (order) => {
        const given = order.reduce((before, name) => withChoice(rank, before, name), nothing);
        expect(typedAnswer(rank, given)).toEqual(order);
        expect(leftToRank(rank, given)).toBe(0);
      }),
    );
  });

  it('say how many have no place yet; a missing answer needs none', () => {
    const two = withChoice(rank, withChoice(rank, nothing, 'c2'), 'c0');
    expect(leftToRank(rank, two)).toBe(2);
    expect(leftToRank(rank, nothing)).toBe(0);
    const missing = withChoice(rank, two, 'weet-niet');
    expect(missing.choices).toEqual(['weet-niet']);
    expect(leftToRank(rank, missing)).toBe(0);
    expect(withChoice(rank, missing, 'c1').choices).toEqual(['c1']);
  });

  it('come back in their order, and another order is another answer', () => {
    const before = givenBefore(item('rank', { answer: { kind: 'ranking', choices: ['c1', 'c0'] } }));
    expect(before.choices).toEqual(['c1', 'c0']);
    const turned = { ...before, choices: ['c0', 'c1'] };
    expect(isSame(before, turned)).toBe(true);
    expect(isSameOrder(before, turned)).toBe(false);
    expect(isSameOrder(before, { ...before })).toBe(true);
  });
});

it('what was agreed to is typed as conditions know it, and comes back', () => {
  const given = givenBefore(item('acknowledge', { answer: { kind: 'acknowledged' } }));
  expect(given.choices).toEqual([agreed]);
  expect(typedAnswer(item('acknowledge'), given)).toBe('OK');
  expect(typedAnswer(item('acknowledge'), givenBefore(item('acknowledge')))).toBeNull();
});

it('what is proposed stands there only as long as nothing was answered, and is no answer by itself', () => {
  const proposed = { kind: 'number', number: 3 } as const;
  const open = item('integer', { proposed });
  expect(proposedNow(open)?.text).toBe('3');
  expect(typedAnswer(open, givenBefore(open))).toBeNull();
  const answered = item('integer', { proposed, answer: { kind: 'number', number: 5 } });
  expect(proposedNow(answered)).toBeUndefined();
  expect(proposedNow(item('integer'))).toBeUndefined();
});

describe('the answers so far', () => {
  const answered = (name: string, more: Partial<AnsweredView['items'][number]>): AnsweredView['items'][number] => {
    return { item: name as ItemName, section: '', text: '', answer: '', hasNote: false, isOnRoute: true, ...more };
  };
  const items = [
    answered('kent', { text: 'Kent u het wijkteam?', answer: 'Ja' }),
    answered('cafe', { text: 'Komt u in Café ’t Hoekje?', answer: 'Nooit' }),
    answered('weg', { text: 'Waarom niet?', answer: 'te ver', section: 'Over het wijkteam', isOnRoute: false }),
  ];
  const found = (typed: string) => answersFound(items, typed).map(({ item: name }) => name);

  it.each([
    ['', ['weg', 'cafe', 'kent']],
    ['wijkteam', ['kent', 'weg']],
    ['CAFE', ['cafe']],
    ['ver', ['weg']],
    ['wijkteam ja', ['kent']],
    ['  kent ', ['kent']],
    ['zzz', []],
  ])('are found by %o', (typed, names) => {
    expect(found(typed)).toEqual(names);
  });
});

describe('what fell off the route', () => {
  const off = (...names: string[]) => ({ offRoute: names.map((name) => ({ item: name as ItemName, text: name })) });

  it('is told once: what fell off before is not', () => {
    expect(newlyFallen(off('a'), off('a', 'b', 'c')).map(({ item: name }) => name)).toEqual(['b', 'c']);
    expect(newlyFallen(off('a', 'b'), off('a'))).toEqual([]);
    expect(newlyFallen(undefined, off('a'))).toEqual([]);
  });

  it('is named in a few words that end between two of them', () => {
    expect(fewWords('Kent u het wijkteam?')).toBe('Kent u het wijkteam?');
    expect(fewWords('Hoe vaak sprak u het wijkteam', 12)).toBe('Hoe vaak …');
    expect(fewWords('x'.repeat(80), 10)).toBe(`${'x'.repeat(10)} …`);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 30 }), (text, longest) => {
        const few = fewWords(text, longest);
        expect(few.length).toBeLessThanOrEqual(Math.max(text.length, longest + 2));
        expect(text.startsWith(few.replace(/ …$/, '')) || text === few).toBe(true);
      }),
    );
  });
});

it('the moment follows what is asked', () => {
  const view = (next?: ItemView, grid?: InterviewView['grid']) =>
    ({ ...(next && { next }), ...(grid && { grid }) }) as unknown as InterviewView;
  expect(momentNow(undefined)).toBe('before');
  expect(momentNow(view())).toBe('end');
  expect(momentNow(view(item('select-one', { choices: choices(2) })))).toBe('closed');
  expect(momentNow(view(item('select-one', { choices: choices(2) }), { title: '', rows: [] }))).toBe('grid');
  expect(momentNow(view(item('rank', { choices: choices(2) })))).toBe('closed');
  expect(momentNow(view(item('acknowledge')))).toBe('agree');
  expect(momentNow(view(item('note')))).toBe('note');
  expect(momentNow(view(item('decimal')))).toBe('text');
});

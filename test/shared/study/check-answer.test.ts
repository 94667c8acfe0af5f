/** What is an answer to which item, and what would have been one. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { type Expected, readAnswer } from '../../../shared/study/check-answer.ts';
import { walkRoute } from '../../../shared/study/route.ts';
import { longestText } from '../../../shared/study/value.ts';
import { answersOf, questionnaireOf } from './small-questionnaires.ts';

const today = day('2026-11-20');
const questionnaire = questionnaireOf(
  [
    ['note', 'note', 'Let op', ''],
    ['text', 'text', 'Vertel', ''],
    ['integer', 'hours', 'Uren', '. >= 0 and . <= 150'],
    ['integer', 'fewer', 'Waarvan', '. <= ${hours}'],
    ['decimal', 'stars', 'Sterren', ''],
    ['date', 'born', 'Geboren', '. <= today()'],
    ['select_one yesno', 'one', 'Ja of nee', ". != 'nee'"],
    ['select_multiple teams', 'many', 'Teams', 'count-selected(.) <= 1 or ${many} = .'],
    ['rank teams', 'order', 'Volgorde', ''],
    ['acknowledge', 'agreed', 'Akkoord', ''],
    ['calculate', 'sum', '', '', '1 + 1'],
  ],
  ['constraint', 'calculation'],
);
const read = (name: string, given: unknown, before: Readonly<Record<string, Answer>> = {}) => {
  const item = questionnaire.items.find((candidate) => candidate.name === name)!;
  return readAnswer(item, given, { ...walkRoute(questionnaire, answersOf(before), today), today });
};

describe('answers', () => {
  test.each<[string, unknown, Answer]>([
    ['text', '  een antwoord ', { kind: 'text', text: 'een antwoord' }],
    ['text', 'x'.repeat(longestText), { kind: 'text', text: 'x'.repeat(longestText) }],
    ['text', '${hours}', { kind: 'text', text: '${hours}' }],
    ['hours', '12', { kind: 'number', number: 12 }],
    ['hours', 12, { kind: 'number', number: 12 }],
    ['hours', ' 0 ', { kind: 'number', number: 0 }],
    ['hours', -0, { kind: 'number', number: 0 }],
    ['stars', '3,5', { kind: 'number', number: 3.5 }],
    ['stars', '-3.50', { kind: 'number', number: -3.5 }],
    ['born', '1980-02-29', { kind: 'date', day: day('1980-02-29') }],
    ['born', '1-2-1980', { kind: 'date', day: day('1980-02-01') }],
    ['one', 'ja', { kind: 'choice', choice: 'ja' }],
    ['one', 'weet_niet', { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }],
    ['one', { kind: 'missing', missing: 'dont-know' }, { kind: 'missing', missing: 'dont-know', choice: 'weet_niet' }],
    ['many', ['zuid', 'noord'], { kind: 'choices', choices: ['noord', 'zuid'] }],
    ['many', 'zuid  noord', { kind: 'choices', choices: ['noord', 'zuid'] }],
    ['many', ['geen'], { kind: 'missing', missing: 'does-not-apply', choice: 'geen' }],
    ['order', ['zuid', 'noord'], { kind: 'ranking', choices: ['zuid', 'noord'] }],
    ['order', 'zuid', { kind: 'ranking', choices: ['zuid'] }],
    ['order', 'geen', { kind: 'missing', missing: 'does-not-apply', choice: 'geen' }],
    ['agreed', 'OK', { kind: 'acknowledged' }],
    ['agreed', { kind: 'missing', missing: 'refused' }, { kind: 'missing', missing: 'refused' }],
    ['hours', { kind: 'missing', missing: 'refused' }, { kind: 'missing', missing: 'refused' }],
    ['born', { kind: 'missing', missing: 'dont-know' }, { kind: 'missing', missing: 'dont-know' }],
  ])('%s: %j', (name, given, answer) => {
    expect(read(name, given)).toEqual({ kind: 'answer', answer });
    expect(read(name, answer)).toEqual({ kind: 'answer', answer });
  });

  test.each<[string, unknown, Expected]>([
    ['note', 'x', 'no-answer'],
    ['order', ['zuid', 'zuid'], 'order'],
    ['order', ['zuid', 'oost'], 'order'],
    ['order', [], 'order'],
    ['order', ['zuid', 'geen'], 'choice-alone'],
    ['agreed', 'ok', 'agreement'],
    ['agreed', '', 'agreement'],
    ['sum', 2, 'no-answer'],
    ['text', '', 'text'],
    ['text', '   ', 'text'],
    ['text', 3, 'text'],
    ['text', null, 'text'],
    ['text', undefined, 'text'],
    ['text', ['a'], 'text'],
    ['text', { kind: 'number', number: 3 }, 'text'],
    ['text', 'x'.repeat(longestText + 1), 'shorter-text'],
    ['hours', '', 'whole-number'],
    ['hours', '12,5', 'whole-number'],
    ['hours', 12.5, 'whole-number'],
    ['hours', '1e2', 'whole-number'],
    ['hours', '0x10', 'whole-number'],
    ['hours', 'twaalf', 'whole-number'],
    ['hours', '9'.repeat(16), 'whole-number'],
    ['hours', Number.NaN, 'whole-number'],
    ['hours', 2 ** 60, 'whole-number'],
    ['hours', '151', 'constraint'],
    ['hours', '-1', 'constraint'],
    ['stars', '3,5,1', 'number'],
    ['stars', Number.POSITIVE_INFINITY, 'number'],
    ['stars', true, 'number'],
    ['born', '1981-02-29', 'day'],
    ['born', '31-4-1980', 'day'],
    ['born', '1980', 'day'],
    ['born', '2026-11-21', 'constraint'],
    ['one', 'misschien', 'choice'],
    ['one', 'JA', 'choice'],
    ['one', ['ja'], 'choice'],
    ['one', 'toString', 'choice'],
    ['one', 'nee', 'constraint'],
    ['one', { kind: 'missing', missing: 'refused' }, 'choice'],
    ['one', { kind: 'missing', missing: 'dont-know', choice: 'ja' }, 'choice'],
    ['one', { kind: 'nonsense' }, 'choice'],
    ['one', { kind: 'constructor' }, 'choice'],
    ['many', [], 'choices'],
    ['many', '', 'choices'],
    ['many', ['noord', 'noord'], 'choices'],
    ['many', ['noord', 'oost'], 'choices'],
    ['many', [1], 'choices'],
    ['many', ['noord', 'geen'], 'choice-alone'],
    ['hours', { kind: 'missing', missing: 'nonsense' }, 'whole-number'],
    ['hours', { kind: 'missing', missing: 'refused', choice: 'x' }, 'whole-number'],
  ])('%s: not %j', (name, given, expected) => {
    expect(read(name, given)).toEqual({ kind: 'refused', expected });
  });

  test('a constraint sees earlier answers, and the new answer instead of the one it replaces', () => {
    expect(read('fewer', 5, { hours: { kind: 'number', number: 6 } }).kind).toBe('answer');
    expect(read('fewer', 7, { hours: { kind: 'number', number: 6 } }).kind).toBe('refused');
    expect(read('many', ['noord', 'zuid'], { many: { kind: 'choices', choices: ['noord'] } }).kind).toBe('answer');
  });

  test('whatever is given, what comes out is an answer that passes again, or what was expected', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questionnaire.items), fc.oneof(fc.anything(), fc.string()), (item, given) => {
        const first = read(item.name, given);
        if (first.kind === 'answer') expect(read(item.name, first.answer)).toEqual(first);
        else expect(first.expected).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('of an item with a filter', () => {
  const filtered = questionnaireOf(
    [
      ['select_multiple teams', 'known', 'Welke kent u?', ''],
      ['select_one teams', 'one', 'Welke?', 'selected(${known}, name)'],
      ['rank teams', 'order', 'Volgorde?', 'selected(${known}, name)'],
    ],
    ['choice_filter'],
  );
  const offered = (name: string, given: unknown) => {
    const item = filtered.items.find((candidate) => candidate.name === name)!;
    const before = answersOf({ known: { kind: 'choices', choices: ['noord'] } });
    return readAnswer(item, given, { ...walkRoute(filtered, before, today), today });
  };

  test('what is offered is an answer, what is not offered is refused', () => {
    expect(offered('one', 'noord')).toEqual({ kind: 'answer', answer: { kind: 'choice', choice: 'noord' } });
    expect(offered('one', 'zuid')).toEqual({ kind: 'refused', expected: 'choice' });
    expect(offered('one', 'geen')).toEqual({ kind: 'refused', expected: 'choice' });
    expect(offered('order', ['noord'])).toEqual({ kind: 'answer', answer: { kind: 'ranking', choices: ['noord'] } });
    expect(offered('order', ['noord', 'zuid'])).toEqual({ kind: 'refused', expected: 'order' });
  });
});

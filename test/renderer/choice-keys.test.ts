import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenBy, keyedChoices, type ShownChoice } from '../../renderer/screens/interview/choice-keys.ts';
import { givenBefore, typedAnswer, withChoice, withMissing } from '../../renderer/screens/interview/given-answer.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import type { ItemView } from '../../shared/views.ts';

const choices = fc
  .array(fc.constantFrom(undefined, 'dont-know', 'refused', 'does-not-apply'), { minLength: 1, maxLength: 40 })
  .map((kinds) =>
    kinds.map((missing, nr): ShownChoice => {
      const choice = { name: `c${nr}`, label: `Antwoord ${nr}` };
      return missing === undefined ? choice : { ...choice, missing: missing as 'refused' };
    }),
  );

const scale = (count: number, ...missing: readonly ('dont-know' | 'refused' | 'does-not-apply')[]): ShownChoice[] => [
  ...Array.from({ length: count }, (_, i) => ({ name: `s${i + 1}`, label: `Schaal ${i + 1}` })),
  ...missing.map((kind) => ({ name: kind, label: kind, missing: kind })),
];

describe('the keys of a closed item', () => {
  it('give every choice a code of its own that chooses it', () => {
    fc.assert(
      fc.property(choices, (given) => {
        const keyed = keyedChoices(given);
        expect(keyed.map(({ choice }) => choice.name).toSorted()).toEqual(given.map(({ name }) => name).toSorted());
        expect(new Set(keyed.map(({ code }) => code)).size).toBe(given.length);
        expect(new Set(keyed.map(({ code }) => code.length)).size).toBe(1);
        for (const { code, choice } of keyed) expect(chosenBy(keyed, code)).toEqual({ kind: 'chosen', choice });
      }),
    );
  });

  it('keep the missing answers under 7, 8 and 9, whatever the scale', () => {
    for (const count of [2, 3, 5, 6]) {
      const codes = keyedChoices(scale(count, 'dont-know', 'refused', 'does-not-apply')).map(({ code, choice }) => [
        choice.name,
        code,
      ]);
      expect(Object.fromEntries(codes)).toMatchObject({ 'dont-know': '8', refused: '9', 'does-not-apply': '7' });
    }
  });

  it('take two digits where one does not do', () => {
    const keyed = keyedChoices(scale(12));
    expect(keyed[0]?.code).toBe('01');
    expect(chosenBy(keyed, '1')).toEqual({ kind: 'begun' });
    expect(chosenBy(keyed, '12')).toMatchObject({ kind: 'chosen', choice: { name: 's12' } });
    expect(chosenBy(keyed, '2')).toEqual({ kind: 'none' });
  });
});

describe('an answer in the making', () => {
  const item = (kind: ItemView['kind'], more: Partial<ItemView> = {}): ItemView => {
    return { item: 'q' as ItemName, kind, sections: [], text: '', required: false, ...more };
  };

  it('is nothing until something was given', () => {
    for (const kind of ['text', 'integer', 'date', 'select-one', 'select-multiple'] as const)
      expect(typedAnswer(item(kind), givenBefore(item(kind)))).toBeNull();
  });

  it('comes back as it was given', () => {
    const answered = item('decimal', { answer: { kind: 'number', number: 2.5 } });
    expect(typedAnswer(answered, givenBefore(answered))).toBe('2,5');
    const several = item('select-multiple', { answer: { kind: 'choices', choices: ['a', 'b'] } });
    expect(typedAnswer(several, givenBefore(several))).toEqual(['a', 'b']);
  });

  it('lets a missing answer stand alone', () => {
    const many = item('select-multiple', { choices: scale(3, 'dont-know') });
    const two = withChoice(many, withChoice(many, givenBefore(many), 's1'), 's2');
    expect(two.choices).toEqual(['s1', 's2']);
    const alone = withChoice(many, two, 'dont-know');
    expect(alone.choices).toEqual(['dont-know']);
    expect(withChoice(many, alone, 's3').choices).toEqual(['s3']);
    expect(withChoice(many, two, 's1').choices).toEqual(['s2']);
  });

  it('notes a missing answer by the choice that the item has for it', () => {
    expect(withMissing(item('select-one', { choices: scale(5, 'dont-know') }), 'dont-know').choices).toEqual([
      'dont-know',
    ]);
    const number = item('integer');
    expect(typedAnswer(number, withMissing(number, 'refused'))).toEqual({ kind: 'missing', missing: 'refused' });
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { mergeEntries } from '../../../shared/interview/entry-differences.ts';
import { countsAsPartial } from '../../../shared/interview/partial.ts';
import type { Answer, Answers } from '../../../shared/study/answer.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { answersOnRoute } from '../../../shared/study/route.ts';

const today = day('2026-03-02');
const questionnaire = (() => {
  const read = readXlsform(
    new Map([
      [
        'survey',
        [
          ['type', 'name', 'label::Nederlands (nl)', 'relevant'],
          ['select_one janee', 'hulp', 'Hulp?', ''],
          ['integer', 'uren', 'Uren?', "${hulp} = 'ja'"],
          ['text', 'reden', 'Reden?', "${hulp} = 'nee'"],
          ['text', 'slot', 'Slot?', ''],
        ],
      ],
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
          ['Klein', 'klein', '1'],
        ],
      ],
    ]),
  );
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
  return read.questionnaire as Questionnaire;
})();

const answers: fc.Arbitrary<Answers> = fc
  .record(
    {
      hulp: fc.constantFrom('ja', 'nee').map((choice): Answer => ({ kind: 'choice', choice })),
      uren: fc.nat(3).map((number): Answer => ({ kind: 'number', number })),
      reden: fc.constantFrom('a', 'b').map((text): Answer => ({ kind: 'text', text })),
      slot: fc.constantFrom('a', 'b').map((text): Answer => ({ kind: 'text', text })),
    },
    { requiredKeys: [] },
  )
  .map((given) => new Map(Object.entries(given)) as unknown as Answers);
const merge = (first: Answers, second: Answers, settled = new Map<ItemName, 'first' | 'second'>()) =>
  mergeEntries(questionnaire, { first, second, settled, today });

describe('two entries of one paper', () => {
  test('that are alike differ nowhere and come to themselves', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { answers: merged, differences } = merge(given, given);
        expect(differences).toEqual([]);
        expect([...merged]).toEqual([...answersOnRoute(questionnaire, given, today)]);
      }),
    );
  });

  test.each(['first', 'second'] as const)('come to the %s once that is taken wherever they differ', (take) => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const settled = new Map<ItemName, 'first' | 'second'>();
        for (let rounds = 0; rounds <= questionnaire.items.length; rounds += 1) {
          const open = merge(first, second, settled).differences.filter(({ taken }) => taken === undefined);
          for (const { item } of open) settled.set(item, take);
        }
        const { answers: merged, differences } = merge(first, second, settled);
        expect(differences.every(({ taken }) => taken === take)).toBe(true);
        const counted = answersOnRoute(questionnaire, merged, today);
        expect([...counted]).toEqual([...answersOnRoute(questionnaire, take === 'first' ? first : second, today)]);
      }),
    );
  });
});

describe('an interview that was broken off', () => {
  const said = new Map([['hulp', { kind: 'choice', choice: 'ja' }]]) as unknown as Answers;

  // One of the three questions on the route: hulp, uren, slot.
  test.each([
    [undefined, false],
    [34, false],
    [33, true],
    [1, true],
  ])('with a third answered counts from %s percent: %s', (from, counts) => {
    expect(countsAsPartial(questionnaire, said, today, from)).toBe(counts);
  });

  test('without an answer counts from no share at all', () => {
    expect(countsAsPartial(questionnaire, new Map(), today, 1)).toBe(false);
  });
});

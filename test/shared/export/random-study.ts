/** Invented questionnaires and responses: what the laws of the anonymised dataset range over. */
import fc from 'fast-check';
import { addDays, day } from '../../../shared/calendar.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { modes, type Sex } from '../../../shared/study/contact-data.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import {
  type Choice,
  type Item,
  type ItemKind,
  type ItemName,
  isAsked,
  itemKinds,
  missingKinds,
  type Questionnaire,
} from '../../../shared/study/questionnaire.ts';
import type { Background, Response } from '../../../shared/study/response.ts';

export const residents = 'residents' as GroupCode;

export function item(name: string, kind: ItemKind, more: Partial<Item> = {}): Item {
  return { name: name as ItemName, kind, label: { nl: `Vraag ${name}` }, sections: [], required: false, ...more };
}

export function choice(name: string, more: Partial<Choice> = {}): Choice {
  return { name, label: { nl: `Antwoord ${name}` }, ...more };
}

export function questionnaireOf(items: readonly Item[]): Questionnaire {
  return {
    formId: 'invented',
    title: 'Verzonnen',
    version: '1',
    languages: ['nl'],
    defaultLanguage: 'nl',
    sections: [],
    items,
  };
}

export function responseOf(answers: Readonly<Record<string, Answer>>, background: Background = {}): Response {
  const named = Object.entries(answers) as unknown as readonly (readonly [ItemName, Answer])[];
  return { group: residents, mode: 'web', language: 'nl', complete: true, background, answers: named };
}

const choices = fc
  .array(fc.option(fc.constantFrom(...missingKinds), { nil: undefined }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((missing, i) => choice(`c${i}`, missing && { missing })));

const items = fc
  .array(fc.tuple(fc.constantFrom(...itemKinds), choices), { minLength: 1, maxLength: 8 })
  .map((all) =>
    all.map(([kind, list], i) =>
      item(`q${i}`, kind, kind.startsWith('select') || kind === 'rank' ? { choices: list } : {}),
    ),
  );

/** Open answers begin like this, so that one that leaks is recognised. */
export const openAnswer = 'eigen-verhaal-';

function answerTo({ kind, choices: list = [] }: Item): fc.Arbitrary<Answer> {
  const names = list.filter((each) => each.missing === undefined).map((each) => each.name);
  const missing = fc.constantFrom(...missingKinds).map((each): Answer => ({ kind: 'missing', missing: each }));
  const substantive = (): fc.Arbitrary<Answer> => {
    if (kind === 'text') return fc.nat(9999).map((n) => ({ kind: 'text', text: `${openAnswer}${n}` }));
    if (kind === 'integer') return fc.integer({ min: -1, max: 40 }).map((number) => ({ kind: 'number', number }));
    if (kind === 'decimal') return fc.integer({ min: 0, max: 80 }).map((n) => ({ kind: 'number', number: n / 4 }));
    if (kind === 'date') return fc.nat(99).map((n) => ({ kind: 'date', day: addDays(day('2026-01-01'), n) }));
    if (kind === 'acknowledge') return fc.constant({ kind: 'acknowledged' });
    if (names.length === 0) return missing;
    if (kind === 'rank')
      return fc.shuffledSubarray(names, { minLength: 1 }).map((each) => ({ kind: 'ranking', choices: each }));
    if (kind === 'select-one') return fc.constantFrom(...names).map((each) => ({ kind: 'choice', choice: each }));
    return fc.subarray(names, { minLength: 1 }).map((each) => ({ kind: 'choices', choices: each }));
  };
  return fc.oneof({ weight: 5, arbitrary: substantive() }, missing);
}

const background: fc.Arbitrary<Background> = fc.record(
  {
    sex: fc.constantFrom<Sex>('female', 'male', 'other'),
    age: fc.integer({ min: 16, max: 99 }),
    stratum: fc.constantFrom('noord', 'zuid'),
    supportEnded: fc.boolean(),
  },
  { requiredKeys: [] },
);

function responseTo(questionnaire: Questionnaire): fc.Arbitrary<Response> {
  const answers = questionnaire.items
    .filter(isAsked)
    .map((each) => fc.option(answerTo(each), { nil: undefined }).map((answer) => [each.name, answer] as const));
  return fc.record({
    group: fc.constant(residents),
    mode: fc.constantFrom(...modes),
    language: fc.constantFrom('nl', 'en'),
    complete: fc.boolean(),
    background,
    answers: fc
      .tuple(...answers)
      .map((all) => all.flatMap(([name, answer]) => (answer ? [[name, answer] as const] : []))),
  });
}

/** A questionnaire with two sets of responses to it. */
export const randomStudy = items.map(questionnaireOf).chain((questionnaire) => {
  const responses = fc.array(responseTo(questionnaire), { minLength: 5, maxLength: 60, size: 'max' });
  return fc.record({ questionnaire: fc.constant(questionnaire), responses, others: responses });
});

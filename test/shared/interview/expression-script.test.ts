/** A condition means on the survey platform what it means here, whatever was answered and whatever was left open. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { expressionScript, scriptNames } from '../../../shared/interview/expression-script.ts';
import { otherTextOf } from '../../../shared/interview/other-text.ts';
import { arrayOf, platformCodes } from '../../../shared/interview/platform-codes.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { isTrue } from '../../../shared/study/evaluate.ts';
import { parseExpression } from '../../../shared/study/expression.ts';
import type { Item } from '../../../shared/study/questionnaire.ts';
import { valueOfAnswer } from '../../../shared/study/value.ts';
import { webQuestionnaire } from '../../fixtures/web-returns/questionnaire.ts';
import { runScript, truth, type Variables } from './script-reader.ts';

const today = day('2026-11-20');
const codes = platformCodes(webQuestionnaire);
const names = scriptNames(webQuestionnaire, codes);

const atoms = fc.oneof(
  fc.constantFrom(
    ...[
      "${geholpen} = 'ja'",
      "${geholpen} != 'nee'",
      "${geholpen} = 'weet_niet'",
      "${geholpen} != ''",
      "${geholpen} = ''",
    ],
    ...["${hoe} = 'other'", "${hoe} != 'huisarts'", "selected(${waarbij}, 'geld')", "selected(${waarbij}, 'other')"],
    ...[
      "${waarbij} = ''",
      "${waarbij} != ''",
      'count-selected(${waarbij}) > 1',
      "${vertrouwen} = '3'",
      "${snel} != '1'",
    ],
    ...["${hoe_other} = 'Via'", "${verder} != ''", '${sinds} <= today()', "${sinds} > '2026-01-01'", "${sinds} = ''"],
    ...[
      '${uren} < ${cijfer}',
      '${uren} + 1 > 5',
      '${uren} * 2 = ${cijfer}',
      '${cijfer} != 6',
      '${uren} - ${cijfer} < 0',
    ],
    ...['string-length(${verder}) > 3', 'boolean(${uren})', '${geholpen}'],
  ),
  fc
    .tuple(fc.constantFrom('uren', 'cijfer'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.nat({ max: 9 }))
    .map(([name, sign, number]) => `\${${name}} ${sign} ${number}`),
);
const conditions = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    atoms,
    fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('any').map((one) => `not(${one})`),
  ),
})).any;

/** An answer to this item, or none; the text of "other" goes with its choice. */
function answerTo({ kind, choices = [] }: Item): fc.Arbitrary<Answer | undefined> {
  const answers: fc.Arbitrary<Answer>[] = [];
  if (kind === 'text')
    answers.push(fc.constantFrom('Via', 'abc', 'Iets anders').map((text) => ({ kind: 'text', text })));
  if (kind === 'integer' || kind === 'decimal')
    answers.push(fc.integer({ min: 0, max: 10 }).map((number) => ({ kind: 'number', number })));
  if (kind === 'date')
    answers.push(fc.constantFrom(day('2025-12-31'), day('2026-01-01'), today).map((on) => ({ kind: 'date', day: on })));
  if (kind === 'select-one')
    answers.push(
      fc
        .constantFrom(...choices)
        .map(({ name, missing }) =>
          missing === undefined ? { kind: 'choice', choice: name } : { kind: 'missing', missing, choice: name },
        ),
    );
  if (kind === 'select-multiple')
    answers.push(
      fc
        .subarray(
          choices.map(({ name }) => name),
          { minLength: 1 },
        )
        .map((chosen) => ({ kind: 'choices', choices: chosen })),
    );
  return answers.length === 0 ? fc.constant(undefined) : fc.option(fc.oneof(...answers), { nil: undefined, freq: 3 });
}
const anyAnswers = fc.tuple(...webQuestionnaire.items.map(answerTo)).map((given) => {
  const answers = new Map(
    webQuestionnaire.items.flatMap((item, nr) => (given[nr] === undefined ? [] : [[item.name, given[nr]!] as const])),
  );
  for (const item of webQuestionnaire.items) {
    const other = otherTextOf(webQuestionnaire, item);
    if (other === undefined) continue;
    const answer = answers.get(item.name);
    const isChosen =
      answer?.kind === 'choice'
        ? answer.choice === 'other'
        : answer?.kind === 'choices' && answer.choices.includes('other');
    if (!isChosen) answers.delete(other.text.name);
    else if (!answers.has(other.text.name)) answers.set(other.text.name, { kind: 'text', text: 'Via' });
  }
  return answers;
});

/** What the platform holds after these answers, by the name of its variable. */
function variablesOf(answers: ReadonlyMap<string, Answer>): Variables {
  const variables = new Map<string, string>();
  for (const item of webQuestionnaire.items) {
    const answer = answers.get(item.name);
    const array = arrayOf(webQuestionnaire, item);
    const code = codes.questions.get(item.name)!;
    const name = array === undefined ? code : `${codes.grids.get(array.name)}_${code}`;
    const other = otherTextOf(webQuestionnaire, item);
    const text = other && answers.get(other.text.name);
    if (answer === undefined) continue;
    if (answer.kind === 'text' || answer.kind === 'number') variables.set(name, String(valueOfAnswer(answer)));
    if (answer.kind === 'date') variables.set(name, `${answer.day} 00:00`);
    if (answer.kind === 'choice' || answer.kind === 'missing') {
      const isOther = answer.choice === other?.choice.name;
      variables.set(name, isOther ? '-oth-' : codes.choices.get(item.name)!.get(answer.choice!)!);
    }
    if (answer.kind === 'choices')
      for (const choice of answer.choices)
        if (choice !== other?.choice.name) variables.set(`${name}_${codes.choices.get(item.name)!.get(choice)}`, 'Y');
    if (text?.kind === 'text') variables.set(`${name}_other`, text.text);
  }
  return variables;
}

test('is true there when it is true here', () => {
  const totals = { true: 0, false: 0 };
  fc.assert(
    fc.property(conditions, anyAnswers, (written, answers) => {
      const parsed = parseExpression(written);
      if (parsed.kind === 'fault') throw new Error(`${written} ${JSON.stringify(parsed)}`);
      const script = expressionScript(webQuestionnaire, names).condition(parsed);
      if (script === undefined) throw new Error(`not made: ${written}`);
      const values = new Map([...answers].map(([name, answer]) => [name, valueOfAnswer(answer)]));
      const here = isTrue(parsed, { values, today });
      totals[`${here}`] += 1;
      expect(truth(runScript(script, variablesOf(answers), today)), `${written}\n${script}`).toBe(here);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(totals.true, totals.false)).toBeGreaterThan(300);
});

test('and the reader that says so tells another condition apart', () => {
  const variables = new Map([['uren', '4']]);
  expect(truth(runScript('uren.NAOK < 5', variables, today))).toBe(true);
  expect(truth(runScript('uren.NAOK > 5', variables, today))).toBe(false);
  // What is left open counts as 0 beside a number there: the reason for asking first.
  expect(truth(runScript('uren.NAOK < 5', new Map(), today))).toBe(true);
  expect(truth(runScript('(!is_empty(uren.NAOK) && uren.NAOK < 5)', new Map(), today))).toBe(false);
});

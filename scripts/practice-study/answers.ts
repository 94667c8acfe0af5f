/** Invents answers for a simulated fieldwork: plausible ones for the questionnaires of the practice study, valid ones for any other. */
import { addDays, day } from '../../shared/calendar.ts';
import type { Answer } from '../../shared/study/answer.ts';
import type { Choice, Item } from '../../shared/study/questionnaire.ts';
import { namelyText, openText, tokenOf } from './open-texts.ts';
import type { Form, ListedChoice, Row } from './questionnaires/form.ts';
import { partnersQuestionnaire } from './questionnaires/partners.ts';
import { residentsQuestionnaire } from './questionnaires/residents.ts';
import { teamMembersQuestionnaire } from './questionnaires/team-members.ts';

/** A whole number from 0 up to and not including `below`. */
type Draw = (below: number) => number;

/** How often a number or a date that may be left out is not known: one in so many. */
const unknownOnceIn = 30;
/** How often the number of clients is one that nobody can have: one in so many. */
const implausibleOnceIn = 25;

interface Known {
  readonly row: Row;
  readonly choices: readonly ListedChoice[];
}

const known: ReadonlyMap<string, Known> = new Map(
  [residentsQuestionnaire, partnersQuestionnaire, teamMembersQuestionnaire].flatMap(knownItems),
);

function knownItems(form: Form): readonly (readonly [string, Known])[] {
  return form.survey.flatMap((row) => {
    if (row.name === undefined) return [];
    return [[row.name, { row, choices: form.choices[row.type.split(' ')[1] ?? ''] ?? [] }] as const];
  });
}

/**
 * An answer to `item`. `personNote` tells one person from another, a serial number for instance: the open answers of a person can be
 * recognised by `tokenOf(personNote, item.name)`. Throws RangeError for a note or a calculation, which nobody answers.
 */
export function inventAnswer(item: Item, draw: Draw, personNote: string): Answer {
  switch (item.kind) {
    case 'text': {
      const text = known.get(item.name)?.row.namely ? namelyText : openText;
      return { kind: 'text', text: text(draw, tokenOf(personNote, item.name)) };
    }
    case 'integer':
    case 'decimal':
      return unknown(item, draw) ?? { kind: 'number', number: inventNumber(item, draw) };
    case 'date':
      return unknown(item, draw) ?? { kind: 'date', day: addDays(day('2026-01-01'), -draw(365)) };
    case 'select-one':
      return oneChoice(weighted(item, item.choices ?? [], draw));
    case 'select-multiple':
      return severalChoices(item, draw);
    case 'rank':
    case 'acknowledge':
    case 'note':
    case 'calculate':
      throw new RangeError('the practice study has no answer to this kind');
  }
}

function unknown(item: Item, draw: Draw): Answer | undefined {
  return !item.required && draw(unknownOnceIn) === 0 ? { kind: 'missing', missing: 'dont-know' } : undefined;
}

/** Small numbers more often than large ones; hours, which are known exactly, near a working week. */
function inventNumber(item: Item, draw: Draw): number {
  const [low, high] = known.get(item.name)?.row.between ?? [0, 10];
  if (item.name === 'uren') return [16, 20, 24, 24, 28, 32, 32, 32, 36, 36, 40][draw(11)]!;
  if (item.name === 'aantal_inwoners' && draw(implausibleOnceIn) === 0) return draw(2) === 0 ? 99 : 150;
  const usual = Math.min(high - low, 40);
  return low + Math.min(draw(usual + 1), draw(usual + 1));
}

function weightOf(item: Item, choice: Choice): number {
  const listed = known.get(item.name)?.choices.find(({ name }) => name === choice.name);
  return listed?.weight ?? 2;
}

function weighted(item: Item, choices: readonly Choice[], draw: Draw): Choice {
  const total = choices.reduce((sum, choice) => sum + weightOf(item, choice), 0);
  let left = draw(total);
  for (const choice of choices) {
    left -= weightOf(item, choice);
    if (left < 0) return choice;
  }
  throw new RangeError('an item without choices');
}

function oneChoice({ name, missing }: Choice): Answer {
  return missing === undefined ? { kind: 'choice', choice: name } : { kind: 'missing', missing, choice: name };
}

/** One to three choices in the order of the list; a choice that goes with no other, or stands for no answer, comes alone. */
function severalChoices(item: Item, draw: Draw): Answer {
  const choices = item.choices ?? [];
  const alone = known.get(item.name)?.row.alone;
  const first = weighted(item, choices, draw);
  if (first.missing !== undefined) return oneChoice(first);
  if (first.name === alone) return { kind: 'choices', choices: [alone] };
  const more = choices.filter((choice) => choice.name !== alone && choice.missing === undefined);
  const chosen = new Set([first, ...Array.from({ length: draw(3) }, () => weighted(item, more, draw))]);
  return { kind: 'choices', choices: choices.filter((choice) => chosen.has(choice)).map(({ name }) => name) };
}

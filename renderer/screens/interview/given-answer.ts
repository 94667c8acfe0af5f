/** An answer in the making, between what the screen shows and what the office is asked to keep. */
import type { Missing } from '../../../shared/study/questionnaire.ts';
import type { ItemView } from '../../../shared/views.ts';
import type { TypedAnswer } from './talk.ts';

/** `choices`: names chosen, in order where they are ranked, or `agreed`; `text`: what stands in the box; `missing`: noted by a letter key. */
export interface Given {
  readonly choices: readonly string[];
  readonly text: string;
  readonly missing?: Missing;
}

const nothing: Given = { choices: [], text: '' };
/** What agreeing to an item is, here and in its conditions. */
export const agreed = 'OK';

/** What was answered before, when going back. */
export function givenBefore({ answer }: ItemView): Given {
  return givenOf(answer);
}

/** What the questionnaire proposes as long as nothing was answered; no answer before someone goes on with it. */
export function proposedNow({ answer, proposed }: ItemView): Given | undefined {
  return answer === undefined && proposed !== undefined ? givenOf(proposed) : undefined;
}

function givenOf(answer: ItemView['answer']): Given {
  switch (answer?.kind) {
    case 'text':
      return { ...nothing, text: answer.text };
    case 'number':
      return { ...nothing, text: String(answer.number).replace('.', ',') };
    case 'date':
      return { ...nothing, text: answer.day.split('-').toReversed().map(Number).join('-') };
    case 'choice':
      return { ...nothing, choices: [answer.choice] };
    case 'acknowledged':
      return { ...nothing, choices: [agreed] };
    case 'choices':
    case 'ranking':
      return { ...nothing, choices: answer.choices };
    case 'missing':
      return answer.choice === undefined
        ? { ...nothing, missing: answer.missing }
        : { ...nothing, choices: [answer.choice] };
    default:
      return nothing;
  }
}

/** As the office takes it; null when nothing was given. */
export function typedAnswer(item: ItemView, { choices, text, missing }: Given): TypedAnswer {
  if (missing !== undefined) return { kind: 'missing', missing };
  if (item.kind === 'select-one' || item.kind === 'acknowledge') return choices[0] ?? null;
  if (item.kind === 'select-multiple' || item.kind === 'rank') return choices.length === 0 ? null : [...choices];
  const given = text.trim();
  if (given === '') return null;
  return item.kind === 'date' ? given.replaceAll(/[./ ]+/g, '-') : given;
}

/**
 * A choice put in or, where several may be, taken out again; where they are ranked it comes behind the others. One that is `missing` goes
 * with no other.
 */
export function withChoice(item: ItemView, given: Given, name: string): Given {
  if (item.kind !== 'select-multiple' && item.kind !== 'rank') return { choices: [name], text: '' };
  if (given.choices.includes(name)) return { choices: given.choices.filter((one) => one !== name), text: '' };
  const isMissing = (choice: string) => item.choices?.find((one) => one.name === choice)?.missing !== undefined;
  if (isMissing(name)) return { choices: [name], text: '' };
  return { choices: [...given.choices.filter((one) => !isMissing(one)), name], text: '' };
}

/** Whether the office takes this missing answer: with choices, only where one of them stands for it. */
export function canBeMissing({ choices }: ItemView, missing: Missing): boolean {
  return choices === undefined || choices.some((choice) => choice.missing === missing);
}

/** A missing answer by its letter: the item's own choice for it when it has one. What stood in the box stays, set aside. */
export function withMissing(item: ItemView, missing: Missing, text = ''): Given {
  const own = item.choices?.find((choice) => choice.missing === missing);
  return own === undefined ? { choices: [], text, missing } : { choices: [own.name], text: '' };
}

/** How many choices have no place yet in the order; a missing answer needs none. */
export function leftToRank({ kind, choices = [] }: ItemView, given: Given): number {
  const ranked = choices.filter(({ missing }) => missing === undefined).length;
  const isMissing = choices.some(({ name, missing }) => missing !== undefined && given.choices.includes(name));
  return kind !== 'rank' || isMissing || given.choices.length === 0 ? 0 : ranked - given.choices.length;
}

/** Whether two answers in the making are the same one. */
export function isSame(a: Given, b: Given): boolean {
  if (a.missing !== undefined || b.missing !== undefined) return a.missing === b.missing;
  return a.text.trim() === b.text.trim() && a.choices.toSorted().join(' ') === b.choices.toSorted().join(' ');
}

/** The same choices, and in the same order. */
export function isSameOrder(a: Given, b: Given): boolean {
  return isSame(a, b) && a.choices.join(' ') === b.choices.join(' ');
}

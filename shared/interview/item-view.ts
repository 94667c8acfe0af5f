/** One item as the interviewer sees it, with its texts in the language of the interview and the choices that are offered now. */
import type { ItemView } from '../interview-views.ts';
import type { Answer, Answers } from '../study/answer.ts';
import { readAnswer } from '../study/check-answer.ts';
import { evaluate, type Scope } from '../study/evaluate.ts';
import type { Item, ItemName, Text } from '../study/questionnaire.ts';
import { isRequired, offeredChoices } from '../study/route.ts';
import { isEmpty, textOf } from '../study/value.ts';

export interface ItemScope {
  /** A text in the language of the interview, filled in. */
  readonly shown: (text: Text) => string;
  /** Those that count. */
  readonly answers: Answers;
  readonly notes: ReadonlyMap<ItemName, string>;
  readonly scope: Pick<Scope, 'values' | 'today'>;
  /** Names of the sections around the item, as they are shown. */
  readonly sections: readonly string[];
}

export function itemView(item: Item, { shown, answers, notes, scope, sections }: ItemScope): ItemView {
  const answer = answers.get(item.name);
  const note = notes.get(item.name);
  const proposed = answer === undefined ? proposedAnswer(item, scope) : undefined;
  const choices = offeredChoices(item, scope);
  const text = <P extends string>(property: P, given: Text | undefined) =>
    given === undefined ? {} : ({ [property]: shown(given) } as { readonly [K in P]: string });
  return {
    item: item.name,
    kind: item.kind,
    sections,
    text: shown(item.label),
    ...text('hint', item.hint),
    ...text('instruction', item.instruction),
    ...text('probe', item.probe),
    ...(item.readsAnswers === undefined ? {} : { readsAnswers: item.readsAnswers }),
    ...(item.appearance === undefined ? {} : { appearance: item.appearance }),
    required: isRequired(item, scope),
    ...text('requiredMessage', item.requiredMessage),
    ...text('constraintMessage', item.constraint?.message),
    ...(choices === undefined
      ? {}
      : {
          choices: choices.map(({ name, label, missing }) => ({
            name,
            label: shown(label),
            ...(missing === undefined ? {} : { missing }),
          })),
        }),
    ...(answer === undefined ? {} : { answer }),
    ...(proposed === undefined ? {} : { proposed }),
    ...(note === undefined ? {} : { note }),
  };
}

/** What stands there before it is answered; nothing when it would be no answer to the item. */
function proposedAnswer(item: Item, scope: ItemScope['scope']): Answer | undefined {
  if (item.default === undefined) return undefined;
  const value = evaluate(item.default, scope);
  if (isEmpty(value)) return undefined;
  const checked = readAnswer(item, textOf(value), scope);
  return checked.kind === 'answer' ? checked.answer : undefined;
}

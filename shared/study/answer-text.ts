/** An answer in words, as the person it is about may read it. */
import type { Answer } from './answer.ts';
import type { Item, Language, Missing, Questionnaire, Text } from './questionnaire.ts';
import { listed, plainValue } from './shown-text.ts';
import { valueOfAnswer } from './value.ts';

const inLanguage = (text: Text, language: Language, { defaultLanguage }: Questionnaire) =>
  text[language] ?? text[defaultLanguage] ?? '';

/** What was asked, `filled` as in `answerText`; its name when there is no text, or no such item any more. */
export function askedText(
  item: Item | undefined,
  name: string,
  language: Language,
  questionnaire: Questionnaire,
  filled: (text: Text) => string = (text) => inLanguage(text, language, questionnaire),
): string {
  return (item && filled(item.label)) || name;
}

/** Why there is no answer, where no choice of the item says it: whoever shows it has words for that. */
export function missingWithoutChoice(answer: Answer | undefined): Missing | undefined {
  return answer?.kind === 'missing' && answer.choice === undefined ? answer.missing : undefined;
}

/**
 * The answer: choices by their labels, numbers and days as the language writes them, a missing answer by its choice or by nothing, a text as it was given. `filled` puts earlier
 * answers into a label that names them; without it such a label stands as it was written.
 */
export function answerText(
  answer: Answer,
  item: Item | undefined,
  language: Language,
  questionnaire: Questionnaire,
  filled: (text: Text) => string = (text) => inLanguage(text, language, questionnaire),
): string {
  const label = (name: string) => {
    const choice = item?.choices?.find((one) => one.name === name);
    return choice === undefined ? name : filled(choice.label);
  };
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'number':
    case 'date':
      return plainValue(valueOfAnswer(answer), language);
    case 'choice':
      return label(answer.choice);
    case 'choices':
      return listed(answer.choices.map(label), language);
    case 'ranking':
      return listed(
        answer.choices.map((name, nr) => `${nr + 1}. ${label(name)}`),
        language,
      );
    case 'acknowledged':
      return 'OK';
    case 'missing':
      return answer.choice === undefined ? '' : label(answer.choice);
  }
}

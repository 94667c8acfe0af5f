/** All that was answered so far, for jumping back: those off the route too, which are kept until the interview is finished. */
import type { Day } from '../calendar.ts';
import type { AnsweredView } from '../interview-views.ts';
import type { Answers } from '../study/answer.ts';
import { answerText, missingWithoutChoice } from '../study/answer-text.ts';
import type { ContactTexts } from '../study/contact-in-text.ts';
import { type ItemName, isAsked, type Language, type Questionnaire } from '../study/questionnaire.ts';
import { walkRoute } from '../study/route.ts';
import { textFiller } from '../study/shown-text.ts';

export interface Answered {
  readonly answers: Answers;
  readonly notes: ReadonlyMap<ItemName, string>;
  readonly language: Language;
  /** The day on which the interview began. */
  readonly today: Day;
  /** What the agreement lets a text say of the person, `contactTexts`. */
  readonly contact?: ContactTexts;
}

/** In the order of the questionnaire; an item with only a note stands there too, with an empty answer. */
export function answeredView(
  questionnaire: Questionnaire,
  { answers, notes, language, today, contact = {} }: Answered,
): AnsweredView {
  const walk = walkRoute(questionnaire, answers, today);
  const onRoute = new Set(walk.items);
  const shown = textFiller({ questionnaire, language, values: walk.values, contact });
  const given = questionnaire.items.filter((item) => isAsked(item) && (answers.has(item.name) || notes.has(item.name)));
  return {
    items: given.map((item) => {
      const section = questionnaire.sections.find(({ name }) => name === item.sections.at(-1));
      const answer = answers.get(item.name);
      const missing = missingWithoutChoice(answer);
      return {
        item: item.name,
        section: section === undefined ? '' : shown(section.label),
        text: section?.isGrid === true ? `${shown(section.label)} ${shown(item.label)}`.trim() : shown(item.label),
        answer: answer === undefined ? '' : answerText(answer, item, language, questionnaire, shown),
        ...(missing === undefined ? {} : { missing }),
        hasNote: notes.has(item.name),
        isOnRoute: answer === undefined ? onRoute.has(item) : walk.answers.has(item.name),
      };
    }),
  };
}

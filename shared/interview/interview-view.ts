/** One item of an interview as the interviewer sees it, with its texts in the language of the interview. */
import type { Day } from '../calendar.ts';
import type { Answers } from '../study/answer.ts';
import type { Conduct } from '../study/conduct.ts';
import type { Mode } from '../study/contact-data.ts';
import {
  type Item,
  type ItemName,
  isAsked,
  type Language,
  type Questionnaire,
  type Text,
} from '../study/questionnaire.ts';
import { nextItem, route } from '../study/route.ts';
import { shownText } from '../study/shown-text.ts';
import type { InterviewView, ItemView } from '../views.ts';

export interface InterviewState {
  readonly language: Language;
  /** The day on which the interview began. */
  readonly today: Day;
  /** Answers on disk. */
  readonly saved: number;
  readonly mode: Mode;
  readonly conduct: Conduct;
}

/** `after`: what comes next; `at`: that item again, if it is on the route; absent: where the interview stopped. */
export type Where = { readonly after: ItemName } | { readonly at: ItemName };

export function interviewView(
  questionnaire: Questionnaire,
  answers: Answers,
  state: InterviewState,
  where?: Where,
): InterviewView {
  const onRoute = route(questionnaire, answers, state.today);
  const asked = onRoute.filter(isAsked);
  const next = itemAt(questionnaire, answers, state.today, where);
  return {
    language: state.language,
    saved: state.saved,
    mode: state.mode,
    conduct: state.conduct,
    offRoute: [],
    items: { done: asked.filter(({ name }) => answers.has(name)).length, onRoute: asked.length },
    route: onRoute.map(({ name }) => name),
    languages: questionnaire.languages,
    ...(next === undefined ? {} : { next: itemView(questionnaire, next, answers, state) }),
  };
}

function itemAt(
  questionnaire: Questionnaire,
  answers: Answers,
  today: Day,
  where: Where | undefined,
): Item | undefined {
  if (where !== undefined && 'at' in where)
    return route(questionnaire, answers, today).find(({ name }) => name === where.at);
  // The answers stand in the order in which they were given: the interview stopped behind the last one.
  const after = where?.after ?? [...answers.keys()].at(-1);
  return nextItem(questionnaire, answers, today, after);
}

function itemView(
  questionnaire: Questionnaire,
  item: Item,
  answers: Answers,
  { language, today }: InterviewState,
): ItemView {
  const shown = (text: Text) => shownText(text, language, questionnaire, answers, today);
  const answer = answers.get(item.name);
  const sections = item.sections.flatMap((name) => {
    const section = questionnaire.sections.find((one) => one.name === name);
    return section === undefined ? [] : [shown(section.label)];
  });
  return {
    item: item.name,
    kind: item.kind,
    sections,
    text: shown(item.label),
    ...(item.hint === undefined ? {} : { hint: shown(item.hint) }),
    ...(item.instruction === undefined ? {} : { instruction: shown(item.instruction) }),
    ...(item.appearance === undefined ? {} : { appearance: item.appearance }),
    required: item.required,
    ...(item.requiredMessage === undefined ? {} : { requiredMessage: shown(item.requiredMessage) }),
    ...(item.constraint?.message === undefined ? {} : { constraintMessage: shown(item.constraint.message) }),
    ...(item.choices === undefined
      ? {}
      : {
          choices: item.choices.map(({ name, label, missing }) => ({
            name,
            label: shown(label),
            ...(missing === undefined ? {} : { missing }),
          })),
        }),
    ...(answer === undefined ? {} : { answer }),
  };
}

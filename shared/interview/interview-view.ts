/** An interview as it stands: the item that is next, the grid around it, the route there and back, what fell off it. */
import type { Day } from '../calendar.ts';
import type { Answers } from '../study/answer.ts';
import type { Conduct } from '../study/conduct.ts';
import type { Mode } from '../study/contact-data.ts';
import type { ContactTexts } from '../study/contact-in-text.ts';
import {
  type Item,
  type ItemName,
  isAsked,
  type Language,
  type Questionnaire,
  type Section,
} from '../study/questionnaire.ts';
import { type Walk, walkRoute } from '../study/route.ts';
import { textFiller } from '../study/shown-text.ts';
import type { InterviewView, ItemView } from '../views.ts';
import { itemView } from './item-view.ts';

export interface InterviewState {
  readonly language: Language;
  /** The day on which the interview began. */
  readonly today: Day;
  /** Answers on disk. */
  readonly saved: number;
  readonly mode: Mode;
  readonly conduct: Conduct;
  /** What the agreement lets a text say of the person, `contactTexts`. */
  readonly contact?: ContactTexts;
  readonly notes?: ReadonlyMap<ItemName, string>;
  /** Of a paper or e-mail entry. */
  readonly pass?: 1 | 2;
}

/** `after`: what comes next; `at`: that item again, if it is on the route; absent: where the interview stopped. */
export type Where = { readonly after: ItemName } | { readonly at: ItemName };

export function interviewView(
  questionnaire: Questionnaire,
  answers: Answers,
  state: InterviewState,
  where?: Where,
): InterviewView {
  const { language, today, notes = new Map() } = state;
  const walk = walkRoute(questionnaire, answers, today);
  const asked = walk.items.filter(isAsked);
  const shown = textFiller({ questionnaire, language, values: walk.values, contact: state.contact ?? {} });
  const sectionsOf = (item: Item): readonly Section[] =>
    item.sections.flatMap((name) => questionnaire.sections.find((one) => one.name === name) ?? []);
  const viewOf = (item: Item): ItemView => {
    const sections = sectionsOf(item).map(({ label }) => shown(label));
    return itemView(item, { shown, answers: walk.answers, notes, scope: { values: walk.values, today }, sections });
  };
  const next = itemAt(questionnaire, walk, answers, where);
  const grid = next && sectionsOf(next).find(({ isGrid }) => isGrid);
  return {
    language,
    saved: state.saved,
    mode: state.mode,
    conduct: state.conduct,
    offRoute: questionnaire.items
      .filter((item) => isAsked(item) && answers.has(item.name) && !walk.answers.has(item.name))
      .map((item) => ({ item: item.name, text: shown(item.label) })),
    items: { done: walk.answers.size, onRoute: asked.length },
    route: walk.items.map(({ name }) => name),
    languages: questionnaire.languages,
    ...(next === undefined ? {} : { next: viewOf(next) }),
    ...(grid === undefined
      ? {}
      : {
          grid: {
            title: shown(grid.label),
            rows: asked.filter((item) => item.sections.includes(grid.name)).map(viewOf),
          },
        }),
    ...(state.pass === undefined ? {} : { entry: { pass: state.pass } }),
  };
}

function itemAt({ items }: Questionnaire, walk: Walk, answers: Answers, where: Where | undefined): Item | undefined {
  if (where !== undefined && 'at' in where) return walk.items.find(({ name }) => name === where.at);
  // The answers stand in the order in which they were given: the interview stopped behind the last one that is still a question, as
  // another version may have come into use since.
  const after = where?.after ?? [...answers.keys()].findLast((name) => items.some((item) => item.name === name));
  if (after === undefined) return walk.items[0];
  const passed = items.findIndex(({ name }) => name === after);
  if (passed < 0) return undefined;
  const behind = new Set(items.slice(passed + 1));
  return walk.items.find((item) => behind.has(item));
}

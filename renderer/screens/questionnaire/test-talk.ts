/**
 * A test interview: answered by the window itself, with the functions that the office answers a real one with. What is said lives in this
 * closure, goes when it goes, and is never asked of the office: nothing of it can be stored or counted.
 */
import type { Day } from '../../../shared/calendar.ts';
import type { Outcome } from '../../../shared/contract.ts';
import { answeredView } from '../../../shared/interview/answered-view.ts';
import { interviewView, type Where } from '../../../shared/interview/interview-view.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { clashingItems, readAnswer } from '../../../shared/study/check-answer.ts';
import { plainConduct } from '../../../shared/study/conduct.ts';
import type { ContactTexts } from '../../../shared/study/contact-in-text.ts';
import type { ItemName, Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { openItems, walkRoute } from '../../../shared/study/route.ts';
import type { InterviewView } from '../../../shared/views.ts';
import type { Talk } from '../interview/talk.ts';

export interface TestTalk extends Talk {
  /** Required items on the route without an answer. */
  open(): readonly ItemName[];
  /** Those whose answer does not meet its constraint any more. */
  clashing(): readonly ItemName[];
}

const refused = (problem: Problem) => ({ kind: 'refused', problem }) as const;

/** `contact`: what stands in the place of contact data, for there is nobody on the line. */
export function testTalk(
  questionnaire: Questionnaire,
  today: Day,
  begunIn: Language,
  contact: ContactTexts = {},
): TestTalk {
  const answers = new Map<ItemName, Answer>();
  const notes = new Map<ItemName, string>();
  let language = begunIn;
  const walk = () => walkRoute(questionnaire, answers, today);
  const itemOnRoute = (name: ItemName) => walk().items.find((item) => item.name === name);
  const view = (where?: Where): Outcome<InterviewView> => ({
    kind: 'ok',
    view: interviewView(
      questionnaire,
      answers,
      { language, today, saved: answers.size, mode: 'phone', conduct: plainConduct, notes, contact },
      where,
    ),
  });
  const at = (item: ItemName | undefined) => (item === undefined ? undefined : { at: item });
  return {
    async answer(name, typed) {
      const item = itemOnRoute(name);
      if (item === undefined) return refused({ problem: 'interview.not-this-item', item: name });
      const checked = typed === null ? undefined : readAnswer(item, typed, { values: walk().values, today });
      if (checked?.kind === 'refused')
        return refused({ problem: 'interview.answer-invalid', item: name, expected: checked.expected });
      // Behind what was said before: an interview stops where the last answer was given.
      answers.delete(name);
      if (checked !== undefined) answers.set(name, checked.answer);
      return view({ after: name });
    },
    async see(name) {
      if (name !== undefined && itemOnRoute(name) === undefined)
        return refused({ problem: 'interview.not-this-item', item: name });
      return view(at(name));
    },
    async setLanguage(next, name) {
      language = next;
      return view(at(name));
    },
    async note(name, text) {
      if (text === '') notes.delete(name);
      else notes.set(name, text);
      return view({ at: name });
    },
    async answers() {
      return { kind: 'ok', view: answeredView(questionnaire, { answers, notes, language, today }) };
    },
    open: () => openItems(questionnaire, answers, today).map(({ name }) => name),
    clashing: () => clashingItems(questionnaire, answers, today).map(({ name }) => name),
  };
}

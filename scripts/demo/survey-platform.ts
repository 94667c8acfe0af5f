/** A survey platform on the web, simulated: respondents log in with the code of their message, and it exports what they sent in. */
import type { Day } from '../../shared/calendar.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { Answer } from '../../shared/study/answer.ts';
import { type ItemName, isAsked, type Questionnaire } from '../../shared/study/questionnaire.ts';
import { answersOnRoute, route } from '../../shared/study/route.ts';
import { inventAnswer } from '../practice-study/answers.ts';
import type { Seeded } from '../seeded.ts';

interface Visit {
  readonly code: string;
  readonly on: Day;
  /** Someone who stops half-way sends nothing in. */
  readonly isSentIn: boolean;
}

export interface SurveyPlatform {
  /** Someone with this code will answer on that day. */
  expect(code: string, on: Day, isSentIn?: boolean): void;
  /** Everything up to and including `today`, as a LimeSurvey export with code headings; `isNew`: someone came since the last one. */
  export(today: Day): { readonly bytes: Uint8Array; readonly isNew: boolean };
}

export function surveyPlatform(questionnaire: Questionnaire, draw: Seeded): SurveyPlatform {
  const visits: Visit[] = [];
  const rows = new Map<string, readonly string[]>();
  const asked = questionnaire.items.filter(isAsked);
  const columns = asked.flatMap((item): readonly { header: string; item: ItemName; choice?: string }[] =>
    item.kind === 'select-multiple'
      ? (item.choices ?? []).map(({ name }) => ({ header: `${item.name}[${name}]`, item: item.name, choice: name }))
      : [{ header: item.name, item: item.name }],
  );

  function filledIn({ code, on, isSentIn }: Visit): readonly string[] {
    const answers = new Map<ItemName, Answer>();
    for (const item of asked) {
      if (!route(questionnaire, answers, on).includes(item)) continue;
      if (!item.required && draw.chance(0.08)) continue;
      answers.set(item.name, inventAnswer(item, draw.below, code));
    }
    const given = answersOnRoute(questionnaire, answers, on);
    const cells = columns.map(({ item, choice }) => cellOf(given.get(item), choice));
    return [String(rows.size + 1), isSentIn ? `${on} 12:00:00` : '', questionnaire.defaultLanguage, code, ...cells];
  }

  return {
    expect(code, on, isSentIn = true) {
      visits.push({ code, on, isSentIn });
    },
    export(today) {
      const before = rows.size;
      for (const visit of visits) if (visit.on <= today && !rows.has(visit.code)) rows.set(visit.code, filledIn(visit));
      const headers = ['id', 'submitdate', 'startlanguage', 'token', ...columns.map(({ header }) => header)];
      const text = csvText([headers, ...rows.values()], { separator: ',', byteOrderMark: true });
      return { bytes: new TextEncoder().encode(text), isNew: rows.size > before };
    },
  };
}

function cellOf(answer: Answer | undefined, choice: string | undefined): string {
  if (answer === undefined) return '';
  if (choice !== undefined) {
    const chosen =
      answer.kind === 'choices' ? answer.choices : answer.kind === 'missing' && answer.choice ? [answer.choice] : [];
    return chosen.includes(choice) ? 'Y' : '';
  }
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'number':
      return String(answer.number);
    case 'date':
      return answer.day;
    case 'choice':
      return answer.choice;
    case 'choices':
    case 'ranking':
      return answer.choices.join(' ');
    case 'acknowledged':
      return 'OK';
    case 'missing':
      return answer.choice ?? '';
  }
}

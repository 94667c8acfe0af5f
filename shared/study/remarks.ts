/** What interviewers wrote down with questions, as the researcher reads it: by question, and in no order that tells of an interview. */
import { type ItemName, isAsked, type Questionnaire } from './questionnaire.ts';
import type { Response } from './response.ts';

export interface Remark {
  readonly item: ItemName;
  readonly text: string;
}

/**
 * In the order of the questionnaire, what belongs to no question of it any more last; with one question by the letters of the text, so that
 * the order says nothing of who was asked when. Interviews that do not count in the dataset have none here either.
 */
export function remarksIn(questionnaire: Questionnaire, responses: readonly Response[]): readonly Remark[] {
  const places = new Map(questionnaire.items.filter(isAsked).map(({ name }, place) => [name, place]));
  const placeOf = ({ item }: Remark) => places.get(item) ?? places.size;
  return responses
    .filter(({ complete, isPartial }) => complete || isPartial === true)
    .flatMap(({ notes = [] }) => notes.map(([item, text]): Remark => ({ item, text })))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compare(a.item, b.item) || compare(a.text, b.text));
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

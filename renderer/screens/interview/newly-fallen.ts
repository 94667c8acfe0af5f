/** Which answers fell off the route since it was told last. */
import type { InterviewView } from '../../../shared/views.ts';

/** None before anything was told: an interview that goes on begins with what fell off earlier. */
export function newlyFallen(
  told: Pick<InterviewView, 'offRoute'> | undefined,
  seen: Pick<InterviewView, 'offRoute'>,
): InterviewView['offRoute'] {
  if (told === undefined) return [];
  const known = new Set(told.offRoute.map(({ item }) => item));
  return seen.offRoute.filter(({ item }) => !known.has(item));
}

/** An item's text where there is room for a few words: cut between two of them. */
export function fewWords(text: string, longest = 60): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).replace(/\s+\S*$/, '');
  return `${cut === '' ? text.slice(0, longest) : cut} …`;
}

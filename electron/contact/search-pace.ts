/**
 * How often an interviewer looks for who calls. Whoever picks up the telephone needs a search or two; whoever only wants to know who is in the
 * study needs many. Counted per person in memory of the office, also over signing out; the journal has every search.
 */
import { refuse } from '../../shared/problem.ts';
import type { Desk } from '../desk.ts';

/** So many searches after which nobody was taken in hand are free in any ten minutes. */
export const freeSearches = 15;
const withinMs = 10 * 60_000;

/** Counts one search. Refuses `contact.searches-too-many` until the first of those that are free is ten minutes ago. */
export function paceSearch({ session: { searches }, person: { id, roles }, host: { clock } }: Desk): void {
  // A manager may look up everyone.
  if (roles.includes('manager')) return;
  const nowMs = clock.elapsedMs();
  const recent = (searches.get(id) ?? []).filter((atMs) => nowMs - atMs < withinMs);
  searches.set(id, recent);
  if (recent.length < freeSearches) recent.push(nowMs);
  else refuse('contact.searches-too-many', { seconds: Math.ceil((recent[0]! + withinMs - nowMs) / 1000) });
}

/** A caller was found and taken: it was meant for them. */
export function foundWhoCalls({ session: { searches }, person: { id } }: Desk): void {
  searches.delete(id);
}

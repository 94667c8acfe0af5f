/** What an open study owes when its manager is there: the epoch that follows the end date, and what of the safeguards became void. */
import { turnAfterEnd } from './agreement-end.ts';
import { findBackwards } from './clock-backwards.ts';
import type { Desk } from './desk.ts';
import { seeSafeguards } from './safeguards.ts';

/** Does what is due; nothing for anyone but the manager, or on a clock that runs backwards. */
export async function keepUp(desk: Desk): Promise<void> {
  const { person, store, today } = desk;
  if (!person.roles.includes('manager') || findBackwards(store, today) !== undefined) return;
  await turnAfterEnd(desk);
  await seeSafeguards(desk);
}

/** What an open study owes when its manager is there: the epoch that follows the end date, and what of the safeguards became void. */
import { turnAfterEnd } from './agreement-end.ts';
import { findBackwards } from './clock-backwards.ts';
import type { Desk } from './desk.ts';
import { seeSafeguards } from './safeguards.ts';

/** Whether something may be due: only for the manager, not while messages are being made, and not on a clock that runs backwards. */
export function mayKeepUp({ person, session, store, today }: Desk): boolean {
  return person.roles.includes('manager') && session.working === 0 && findBackwards(store, today) === undefined;
}

export async function keepUp(desk: Desk): Promise<void> {
  await turnAfterEnd(desk);
  await seeSafeguards(desk);
}

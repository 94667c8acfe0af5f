/**
 * Cases are handed out one at a time: an interviewer holds no key that opens them all. The key of a case is sealed to whoever gets it in
 * hand, by a vault that holds the contact key: that of the shift, or that of a manager who is signed in.
 */
import { refuse } from '../shared/problem.ts';
import { keysOfCase } from './contacts.ts';
import type { Desk } from './desk.ts';
import type { StoredCase } from './store/cases.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** Refuses `contact.no-shift` when nobody who can give cases out is there. */
export function giverOf({ session }: Pick<Desk, 'session'>): OpenVault {
  const manager = [...session.seats.values()].find(({ roles }) => roles.includes('manager'));
  return session.shift?.vault ?? manager?.vault ?? refuse('contact.no-shift', {});
}

/** The case with its key for the person at this desk. Nothing is stored: that is for `heldBy` to do, and for as long as it says so. */
export async function handedTo(desk: Desk, one: StoredCase): Promise<StoredCase> {
  const { person } = desk;
  if (person.roles.includes('manager')) return one;
  return { ...one, handedKey: await giverOf(desk).ask('handOut', keysOfCase(one), person.publicKey) };
}

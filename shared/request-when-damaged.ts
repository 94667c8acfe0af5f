/**
 * What may still be asked of a study whose database was damaged or changed outside this application: who was in it and what was done, and
 * its destruction. Nobody is contacted, nothing is taken in, handed out or kept of it. What does not stand here is refused.
 */
import type { RequestName } from './contract.ts';

export const requestsWhenDamaged = [
  'study.lock',
  'study.stillHere',
  /** Counts, so that there is a screen from which to go on. */
  'study.status',
  'study.people',
  'study.holders',
  'study.changePassphrase',
  'study.showScreen',
  'study.journal',
  'study.checkJournal',
  'study.exportJournal',
  /** A destruction is on the client's instruction. */
  'study.instructions',
  'study.recordInstruction',
  /** Contacts nobody: it stops what is going on. */
  'contact.pauseSending',
  'destruction.plan',
  'destruction.agree',
  'destruction.destroy',
] as const satisfies readonly RequestName[];

const asked: readonly string[] = requestsWhenDamaged;

/** `request`: its name, or the act that it writes in the journal. */
export const mayBeAskedOfDamaged = (request: string): boolean => asked.includes(request);

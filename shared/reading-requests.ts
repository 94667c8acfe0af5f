/**
 * The requests that only read, or leave: all that is answered while the clock of the machine stands before the journal's last entry. One
 * that is not here may change something, and waits until the clock is right.
 */
import type { RequestName } from './contract.ts';

export const readingRequests: ReadonlySet<RequestName> = new Set<RequestName>([
  'study.recent',
  'study.here',
  'study.signOut',
  'study.lock',
  'study.unlock',
  'study.stillHere',
  'study.status',
  'study.agreement',
  'study.instructions',
  'study.idleTimes',
  'study.safeguards',
  'study.people',
  'study.holders',
  'study.bureau',
  'study.journal',
  'intake.preview',
  'intake.cancel',
  'intake.deliveries',
  'schedule.preview',
  'schedule.protocol',
  'schedule.load',
  'schedule.due',
  'contact.pauseSending',
  'contact.failures',
  'contact.batches',
  'contact.unclear',
  'contact.caseRequests',
  'interview.see',
  'reporting.responseTable',
  'reporting.attempts',
  'reporting.curve',
  'export.plan',
  'export.removals',
  'destruction.plan',
  'destruction.caseErasure',
]);

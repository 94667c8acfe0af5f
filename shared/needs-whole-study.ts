/**
 * The requests that contact someone, or that count on knowing everyone who stopped. After a study was put back from a copy they wait until
 * people have said what happened since: part of the page for a privacy audit.
 */
import type { RequestName } from './contract.ts';

export const needsWholeStudy: readonly RequestName[] = [
  /** Whoever was contacted since the copy would leave as if they never were. */
  'intake.undo',
  'contact.sendEmails',
  'contact.makeLetters',
  /** A copy with its code, or a place on the platform, for whoever stopped since. */
  'study.savePaper',
  'contact.saveParticipants',
  'contact.markPosted',
  'contact.discardBatch',
  'contact.settle',
  'contact.saveEmails',
  'contact.readReplies',
  'contact.readMailbox',
  'contact.reprint',
  'contact.savePrintList',
  'contact.recordReturn',
  'contact.undoBack',
  'contact.recordSlip',
  'contact.findCaller',
  'contact.takeCaller',
  'contact.beforeRinging',
  'contact.recordVisit',
  'contact.nextCase',
  'contact.closeCall',
  'contact.undoCall',
  'contact.acquainted',
  'contact.newNumber',
  'contact.askHelp',
  'contact.keepTyped',
  'interview.begin',
  'interview.see',
  'interview.answer',
  'interview.setLanguage',
  'interview.finish',
  'interview.breakOff',
  'interview.note',
  'interview.setConduct',
  'interview.answers',
  'interview.beginEntry',
  'interview.leaveEntry',
  'interview.differences',
  'interview.settleDifference',
  'interview.readReturns',
  'interview.settleSecond',
  'export.dataset',
];

/** What can go wrong with messages, letters and calls: a part of the catalogue in problem.ts, under the same rules. */
import type { Day } from './calendar.ts';

export interface ContactProblems {
  /** Nobody is rung at this hour; `from`: when it may be again. */
  'contact.outside-call-window': { readonly on?: Day; readonly from?: string };
  /** Whoever is in hand answered or stopped since. */
  'contact.ended-meanwhile': { readonly why: 'answered' | 'stopped' };
  'contact.code-revoked': object;
  /** Contact with everyone, or with this group, was stopped by the manager. */
  'contact.halted': { readonly isWholeStudy: boolean };
  /** Of a caller nothing can be opened: the case is in other hands, it may not be used, or this interviewer knows them. */
  'contact.caller-not-opened': {
    readonly why: 'in-hand' | 'answered' | 'ended' | 'restricted' | 'acquainted' | 'own-interview';
  };
  'contact.language-missing': object;
  /** `code`: a word of ours or three digits of the server. */
  'contact.mail-host-refused': {
    readonly step: 'reached' | 'tls' | 'login' | 'sender' | 'sent';
    readonly code: string;
  };
  'contact.mailbox-missing': object;
  'contact.mailbox-refused': { readonly step: 'reached' | 'tls' | 'login' | 'folder'; readonly code: string };
  /** No message, no folder with messages, no mbox. */
  'contact.replies-unreadable': object;
  'contact.not-a-letter': object;
  'contact.never-sent': { readonly channel: 'letter' | 'email' };
  'contact.letters-do-not-fit': {
    readonly letters: number;
    readonly part:
      | 'letterhead'
      | 'help'
      | 'address'
      | 'subject'
      | 'paragraphs'
      | 'code'
      | 'link'
      | 'questionnaire'
      | 'slip';
    readonly fault: 'too-long' | 'unprintable';
  };
  /** Stopped while they were made: there is no file, and they are due as before. */
  'contact.letters-cancelled': object;
  /** Read back, the file did not have one letter with the stored code for each person; it was removed. */
  'contact.letters-not-as-stored': { readonly letters: number };
  /** The making of this batch was broken off: there is no whole file of it. */
  'contact.batch-unfinished': object;
  /** Many searches for a caller in a short time, after which nobody was taken in hand. */
  'contact.searches-too-many': { readonly seconds: number };
  /** Something of this batch went out already: undone, it would go out twice. */
  'contact.batch-partly-gone': object;
  /** There is nothing to take back any more. */
  'contact.nothing-to-undo': object;
  'contact.slip-empty': object;
  'contact.enclosure-missing': { readonly what: 'questionnaire' | 'slip-address' };
  /** The test message of a step that has no text. */
  'schedule.step-unknown': { readonly step: string };
}

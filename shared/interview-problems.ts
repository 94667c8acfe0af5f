/** What can go wrong with a questionnaire, an interview or returns: a part of the catalogue in problem.ts, under the same rules. */
import type { Day } from './calendar.ts';
import type { Expected } from './study/check-answer.ts';

export interface InterviewProblems {
  'interview.none-begun': object;
  'interview.not-this-item': { readonly item: string };
  'interview.answer-invalid': { readonly item: string; readonly expected: Expected };
  'interview.items-open': { readonly items: readonly string[] };
  /** Answers that do not meet their own condition any more, since what it looks at was answered otherwise. */
  'interview.answers-clash': { readonly items: readonly string[] };
  /** The two entries of a paper still differ. */
  'interview.entries-differ': { readonly items: readonly string[] };
  /** Of the case with this code nothing can be entered: someone is spoken to, it is in hand, it ended, it may not be used. */
  'interview.entry-impossible': {
    readonly why: 'in-call' | 'acquainted' | 'in-hand' | 'answered' | 'ended' | 'restricted';
  };
  'interview.not-an-entry': object;
  /** More people than one take part only face to face. */
  'interview.participants-only-at-visit': object;
  /** The protocol of this group has no visits. */
  'interview.no-visits': object;
  'interview.returns-columns': { readonly missing: readonly string[]; readonly twice: readonly string[] };
  /** A column was said to be what the questionnaire has not. */
  'interview.returns-mapping': { readonly header: string; readonly target: string };
  'interview.second-unknown': object;
  /** Two responses of one person stand beside each other: it has to be decided first which one stays. */
  'interview.seconds-undecided': { readonly seconds: number };
  /** Whoever has a web link may have answered since: returns have to be read first. */
  'contact.returns-old': { readonly group: string; readonly lastOn?: Day; readonly withinDays: number };
  /** What was typed is no telephone number. */
  'contact.number-unreadable': object;
  'contact.callback-unknown': object;
  /** Answers were given under another questionnaire with this version. */
  'study.questionnaire-version-used': { readonly version: string };
  'study.paper-cancelled': object;
  /** The typeface for paper lacks characters of this language; the items that have them. */
  'study.paper-unprintable': { readonly language: string; readonly items: readonly string[] };
  'study.script-field-unknown': { readonly field: string };
  /** The questionnaire cannot be put on paper, or in the platform's format, as it is. */
  'study.structure-impossible': { readonly item: string; readonly why: 'kind' | 'expression' | 'too-long' };
}

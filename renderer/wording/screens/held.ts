/** The words for what interviews left with one person beside their answers: notes, requests for help, interviewers who know them. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  note: 'Notitie van de enquêteur',
  callback: 'Vroeg om hulp op',
  passedOn: (day: string) => `doorgegeven op ${day}`,
  acquainted: 'Enquêteurs die deze persoon kennen',
};

const en: typeof nl = {
  note: 'Note of the interviewer',
  callback: 'Asked for help on',
  passedOn: (day) => `passed on to the client on ${day}`,
  acquainted: 'Interviewers who know this person',
};

export const heldWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

/** The words of the application in Dutch and English: a text for every problem, and the names of what the code has its own words for. */
import type { Problem, ProblemName } from '../../shared/problem.ts';
import { contactProblemsEn } from './contact-problems-en.ts';
import { contactProblemsNl } from './contact-problems-nl.ts';
import { fieldworkProblemsEn } from './fieldwork-problems-en.ts';
import { fieldworkProblemsNl } from './fieldwork-problems-nl.ts';
import type { WordingLanguage } from './grammar.ts';
import { intakeProblemsEn } from './intake-problems-en.ts';
import { intakeProblemsNl } from './intake-problems-nl.ts';
import { interviewProblemsEn } from './interview-problems-en.ts';
import { interviewProblemsNl } from './interview-problems-nl.ts';
import { onePersonProblemsEn } from './one-person-problems-en.ts';
import { onePersonProblemsNl } from './one-person-problems-nl.ts';
import type { ProblemText, ProblemTexts } from './problem-text.ts';
import { problemsEn } from './problems-en.ts';
import { problemsNl } from './problems-nl.ts';
import { recoveryProblemsEn } from './recovery-problems-en.ts';
import { recoveryProblemsNl } from './recovery-problems-nl.ts';
import { studyProblemsEn } from './study-problems-en.ts';
import { studyProblemsNl } from './study-problems-nl.ts';
import type { Words } from './words.ts';
import { wordsEn } from './words-en.ts';
import { wordsNl } from './words-nl.ts';

export type { WordingLanguage } from './grammar.ts';
export type { ProblemText } from './problem-text.ts';

const texts: Readonly<Record<WordingLanguage, ProblemTexts<ProblemName>>> = {
  nl: {
    ...problemsNl,
    ...studyProblemsNl,
    ...fieldworkProblemsNl,
    ...interviewProblemsNl,
    ...contactProblemsNl,
    ...onePersonProblemsNl,
    ...recoveryProblemsNl,
    ...intakeProblemsNl,
  },
  en: {
    ...problemsEn,
    ...studyProblemsEn,
    ...fieldworkProblemsEn,
    ...interviewProblemsEn,
    ...contactProblemsEn,
    ...onePersonProblemsEn,
    ...recoveryProblemsEn,
    ...intakeProblemsEn,
  },
};

/** What to tell about `problem`. It holds nothing of the problem but its detail; names in it are cut to 60 characters. */
export function problemText(problem: Problem, language: WordingLanguage): ProblemText {
  const text = texts[language][problem.problem] as (detail: Problem) => ProblemText;
  return text(problem);
}

/** The names of roles, fields, keys and deeds. */
export const words: Readonly<Record<WordingLanguage, Words>> = { nl: wordsNl, en: wordsEn };

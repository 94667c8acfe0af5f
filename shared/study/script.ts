/** A script: what an interviewer reads aloud outside the questionnaire, when the respondent asks for it or the moment does. */
import type { Text } from './questionnaire.ts';

/** The scripts that every study has; 'own' are added by it. */
export const scriptKinds = [
  'consent',
  'how-number',
  'is-it-real',
  'purpose',
  'complaint',
  'voicemail',
  'someone-else',
  'trouble',
  'own',
] as const;
export type ScriptKind = (typeof scriptKinds)[number];

export interface Script {
  readonly kind: ScriptKind;
  /** What it is called in the list, in the languages of the window. */
  readonly title: Text;
  /** Per language of an interview; may hold the fields of `scriptFields` as `{{name}}`, as messages do. */
  readonly text: Text;
}

/** Of the study, never of the person. */
export const scriptFields = ['bureau', 'client', 'purpose', 'objectTo'] as const;
export type ScriptField = (typeof scriptFields)[number];

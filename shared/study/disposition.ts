/** Outcomes of attempts, and the one final code per person, after AAPOR Standard Definitions (named persons). */

/** Final codes in use, with their group in AAPOR's formulas. 4.x is never eligible (NE); an open case has no final code at all. */
export const finalCodes = {
  '1.1': 'I',
  '1.2': 'P',
  '2.11': 'R',
  '2.12': 'R',
  '2.20': 'NC',
  '2.25': 'NC',
  '2.31': 'O',
  '2.32': 'O',
  '2.33': 'O',
  '2.90': 'O',
  '3.11': 'UO',
  '3.19': 'UO',
  '3.30': 'UO',
  '4.10': 'NE',
  '4.81': 'NE',
  '4.90': 'NE',
} as const;
export type FinalCode = keyof typeof finalCodes;
/** AAPOR's letter: complete, partial, refusal or break-off, non-contact, other, unknown, not eligible. */
export type FinalGroup = (typeof finalCodes)[FinalCode];

/** What one attempt led to. `intended` is the state before an irreversible act: a crash leaves it as a question to a person. */
export const attemptOutcomes = [
  'intended',
  'sent',
  'failed',
  'posted',
  'returned',
  'no-answer',
  'busy',
  'voicemail',
  'appointment',
  'wrong-number',
  'refused',
  'withdrew',
  'deceased',
  'unable',
  'language',
  'broke-off',
  'completed',
  /** An e-mail that came back later. */
  'bounced',
  /** A letter that came back, with or without a new address. */
  'moved',
  /** The number is not in use. */
  'disconnected',
  /** Not now, no time, rather not: no refusal of the study. */
  'refused-soft',
  /** Speaks another language, in which a colleague may ring. */
  'other-language',
  /** Says that they answered on the web already. */
  'says-answered',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** The outcomes that end a case in every channel, and the final code that they give. `withdrew` is counted as a refusal (AAPOR gives no rule). */
export const finalOutcomes: Readonly<Partial<Record<AttemptOutcome, FinalCode>>> = {
  refused: '2.11',
  withdrew: '2.11',
  deceased: '2.31',
  unable: '2.32',
  language: '2.33',
  'broke-off': '2.12',
  completed: '1.1',
};

/** The outcomes with which an interviewer may close a call or a visit; an interview is closed by finishing or breaking it off. */
export const callOutcomes = [
  'no-answer',
  'busy',
  'voicemail',
  'appointment',
  'wrong-number',
  'disconnected',
  'says-answered',
  'refused-soft',
  'refused',
  'withdrew',
  'deceased',
  'unable',
  'other-language',
  'language',
  /** Of a visit: whoever lives there now says so. */
  'moved',
] as const satisfies readonly AttemptOutcome[];
export type CallOutcome = (typeof callOutcomes)[number];

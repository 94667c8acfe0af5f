/** Outcomes of attempts, and the one final code per person, after AAPOR Standard Definitions (named persons). */

/**
 * The final codes of named persons (telephone, post, e-mail and web), with their group in AAPOR's formulas. 4.x is never eligible (NE); an open case has no
 * final code at all. Within a group the code that tells most stands first: see `strongerCode`. The codes for numbers that nobody was sampled with (fax,
 * not in use, business: 4.2, 4.3, 4.5) are not here: a named person whose number is not in use is unknown, not ineligible.
 */
export const finalCodes = {
  '1.1': 'I',
  '1.2': 'P',
  '2.12': 'R',
  '2.11': 'R',
  '2.111': 'R',
  '2.112': 'R',
  '2.113': 'R',
  '2.1122': 'R',
  '2.1121': 'R',
  '4.10': 'NE',
  '4.70': 'NE',
  '4.80': 'NE',
  '4.81': 'NE',
  '4.90': 'NE',
  '2.31': 'O',
  '2.32': 'O',
  '2.331': 'O',
  '2.332': 'O',
  '2.333': 'O',
  '2.33': 'O',
  '2.34': 'O',
  '2.361': 'O',
  '2.362': 'O',
  '2.36': 'O',
  '2.35': 'O',
  '2.90': 'O',
  '2.30': 'O',
  '2.27': 'NC',
  '2.26': 'NC',
  '2.25': 'NC',
  '2.21': 'NC',
  '2.222': 'NC',
  '2.221': 'NC',
  '2.22': 'NC',
  '2.20': 'NC',
  '3.21': 'UR',
  '3.20': 'UR',
  '3.19': 'UO',
  '3.14': 'UH',
  '3.13': 'UH',
  '3.12': 'UH',
  '3.15': 'UH',
  '3.16': 'UH',
  '3.40': 'UO',
  '3.32': 'UO',
  '3.31': 'UO',
  '3.30': 'UO',
  '3.91': 'UO',
  '3.90': 'UO',
  '3.18': 'UO',
  '3.11': 'UO',
} as const;
export type FinalCode = keyof typeof finalCodes;
/** AAPOR's letter: complete, partial, refusal or break-off, non-contact, other, unknown (household, respondent, otherwise), not eligible. */
export type FinalGroup = (typeof finalCodes)[FinalCode];
/** Strongest first. */
export const codesByStrength = Object.keys(finalCodes) as readonly FinalCode[];
/** In the order of a table; the three that are unknown stand together. */
export const finalGroups = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UR', 'UO', 'NE'] as const satisfies readonly FinalGroup[];

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

/** Whoever takes their consent back, and whose answers are removed, counts as a refusal; AAPOR has no rule for it (see docs/decisions). */
export const withdrawnCode: FinalCode = '2.11';

/** The outcomes that end a case in every channel, and the final code that they give. */
export const finalOutcomes: Readonly<Partial<Record<AttemptOutcome, FinalCode>>> = {
  refused: '2.11',
  withdrew: withdrawnCode,
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

/** The outcomes of a visit, told afterwards. */
export const visitOutcomes = [
  'no-answer',
  'refused-soft',
  'refused',
  'withdrew',
  'deceased',
  'unable',
  'language',
  'moved',
] as const satisfies readonly AttemptOutcome[];

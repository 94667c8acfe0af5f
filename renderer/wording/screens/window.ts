/** The words of the window itself: what stands around and between the screens, in Dutch and English. */
import type { Role } from '../../../shared/study/person.ts';
import type { WordingLanguage } from '../grammar.ts';

/** The screens by their stage, in the order of the story of a study. */
export type ScreenName =
  | 'study'
  | 'questionnaire'
  | 'intake'
  | 'schedule'
  | 'contact'
  | 'interview'
  | 'reporting'
  | 'export'
  | 'destruction'
  | 'journal';

const nl = {
  help: 'Hulp bij dit scherm',
  moreKeys: 'Druk op ? voor alle toetsen. F9 verbergt alle namen.',
  loading: 'Even geduld…',
  tryAgain: 'Probeer het opnieuw',
  failed: 'Er ging iets mis in Veldwerk zelf.',
  failedSafe: 'Wat al was opgeslagen, is er nog.',
  failedTodo: (reference: string) =>
    `Probeer het opnieuw. Blijft het misgaan? Geef uw beheerder dit kenmerk: ${reference}.`,
  cancel: 'Annuleer',
  close: 'Sluit',
  typeOver: (name: string) => `Typ ter bevestiging over: ${name}`,
  hidden: 'verborgen',
  busy: 'bezig…',
  outOf: (done: string, total: string) => `${done} van ${total}`,
  keys: 'Toetsen',
  altKeys:
    'In een tekstvak werken letters en cijfers als tekst. Houd Alt ingedrukt om daar toch een lettertoets te gebruiken.',
  veilKey: 'namen, adressen en nummers verbergen of tonen',
  overviewKey: 'dit overzicht',
  keyNames: { PageDown: 'PgDn', PageUp: 'PgUp', Escape: 'Esc', ' ': 'spatie' } as Readonly<Record<string, string>>,
  stages: 'Stappen van het onderzoek',
  screens: {
    study: 'Onderzoek',
    questionnaire: 'Vragenlijst',
    intake: 'Inlezen',
    schedule: 'Protocol',
    contact: 'Contact',
    interview: 'Interviews',
    reporting: 'Respons',
    export: 'Bestand',
    destruction: 'Vernietiging',
    journal: 'Journaal',
  } satisfies Record<ScreenName, string>,
  stageStates: { done: 'klaar', now: 'nu', next: 'hierna', blocked: 'kan nog niet', ended: 'afgelopen' },
  personalOn: 'Er staan persoonsgegevens op het scherm.',
  personalOff: 'Er staan geen persoonsgegevens op het scherm.',
  veilOn: 'Verberg namen',
  veilOff: 'Toon namen',
  language: 'English',
  otherLanguage: 'en' as WordingLanguage,
  look: 'Weergave',
  looks: { system: 'zoals het systeem', light: 'licht', dark: 'donker', contrast: 'hoog contrast' },
  signOut: 'Meld af',
  signedInAs: (name: string, roles: string) => `${name}, ${roles}`,
  today: 'Vandaag',
  practice: 'Oefenonderzoek',
  practiceDay: (day: string) => `Het is ${day}`,
  nextDay: 'Naar morgen',
  moveFurther: 'Verder vooruit',
  moveTo: 'Verzet de klok naar',
  move: 'Verzet',
  daysLeft: (days: number) => (days === 1 ? 'nog 1 dag' : `nog ${days} dagen`),
  endsOn: {
    contact: (day: string) => `Contactgegevens tot en met ${day}`,
    answers: (day: string) => `Antwoorden tot en met ${day}`,
  },
  ended: 'Overeenkomst afgelopen',
  showResults: 'Toon de map met resultaten',
  resultsAre:
    'De map kan vanuit dit venster niet worden geopend. De resultaten staan in de map “results” van het onderzoek.',
  showScreen: 'Laat dit scherm een uur zien aan hulp op afstand',
  shown: 'Schermdelen staat een uur aan. Dit staat in het journaal.',
  roleNames: {
    manager: 'veldwerkleider',
    researcher: 'onderzoeker',
    interviewer: 'enquêteur',
    officer: 'FG',
  } satisfies Record<Role, string>,
};

const en: typeof nl = {
  help: 'Help with this screen',
  moreKeys: 'Press ? for all keys. F9 hides all names.',
  loading: 'One moment…',
  tryAgain: 'Try again',
  failed: 'Something went wrong in Veldwerk itself.',
  failedSafe: 'What was saved is still there.',
  failedTodo: (reference) =>
    `Try again. Does it keep going wrong? Give your administrator this reference: ${reference}.`,
  cancel: 'Cancel',
  close: 'Close',
  typeOver: (name) => `Type this over to confirm: ${name}`,
  hidden: 'hidden',
  busy: 'working…',
  outOf: (done, total) => `${done} of ${total}`,
  keys: 'Keys',
  altKeys: 'In a text box letters and digits are text. Hold Alt to use a letter key there all the same.',
  veilKey: 'hide or show names, addresses and numbers',
  overviewKey: 'this overview',
  keyNames: { PageDown: 'PgDn', PageUp: 'PgUp', Escape: 'Esc', ' ': 'space' },
  stages: 'Stages of the study',
  screens: {
    study: 'Study',
    questionnaire: 'Questionnaire',
    intake: 'Intake',
    schedule: 'Protocol',
    contact: 'Contact',
    interview: 'Interviews',
    reporting: 'Response',
    export: 'Dataset',
    destruction: 'Destruction',
    journal: 'Journal',
  },
  stageStates: { done: 'done', now: 'now', next: 'next', blocked: 'not yet', ended: 'over' },
  personalOn: 'Personal data is on screen.',
  personalOff: 'No personal data is on screen.',
  veilOn: 'Hide names',
  veilOff: 'Show names',
  language: 'Nederlands',
  otherLanguage: 'nl',
  look: 'Look',
  looks: { system: 'as the system', light: 'light', dark: 'dark', contrast: 'high contrast' },
  signOut: 'Sign out',
  signedInAs: (name, roles) => `${name}, ${roles}`,
  today: 'Today',
  practice: 'Practice study',
  practiceDay: (day) => `It is ${day}`,
  nextDay: 'On to tomorrow',
  moveFurther: 'Further ahead',
  moveTo: 'Move the clock to',
  move: 'Move',
  daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  endsOn: {
    contact: (day) => `Contact data until ${day}`,
    answers: (day) => `Answers until ${day}`,
  },
  ended: 'Agreement has ended',
  showResults: 'Show the folder with results',
  resultsAre: 'The folder cannot be opened from this window. The results are in the folder “results” of the study.',
  showScreen: 'Let remote support see this screen for an hour',
  shown: 'Screen sharing is on for an hour. This is in the journal.',
  roleNames: {
    manager: 'fieldwork manager',
    researcher: 'researcher',
    interviewer: 'interviewer',
    officer: 'data protection officer',
  },
};

export const windowWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

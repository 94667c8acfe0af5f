/** The words of one step of a protocol: what is done, when, for whom, with which text; in Dutch and English. */
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { WordingLanguage } from '../grammar.ts';

/** `paper`: a letter with the questionnaire in it. */
type StepKind = Channel | 'paper';
/** Channels by what someone has of them. */
type Reached = 'email' | 'letter' | 'phone';

const nl = {
  kinds: {
    email: 'E-mail',
    letter: 'Brief',
    paper: 'Papieren vragenlijst',
    phone: 'Telefoon',
    visit: 'Bezoek',
  } satisfies Record<StepKind, string>,
  kindChoices: {
    email: 'e-mail',
    letter: 'brief',
    paper: 'brief met papieren vragenlijst',
    phone: 'telefoon',
    visit: 'bezoek',
  } satisfies Record<StepKind, string>,
  /** On a button. */
  add: {
    email: 'Voeg e-mail toe',
    letter: 'Voeg brief toe',
    paper: 'Voeg papieren vragenlijst toe',
    phone: 'Voeg telefoon toe',
    visit: 'Voeg bezoek toe',
  } satisfies Record<StepKind, string>,

  step: (name: string) => `Stap: ${name}`,
  id: 'Korte naam',
  idHint: 'Alleen kleine letters, cijfers en streepjes. Staat in lijsten en in het journaal.',
  idFixed: 'Er is al iemand benaderd: deze naam blijft.',
  kind: 'Hoe',
  slip: 'Doe een antwoordkaart in de envelop',
  slipHint:
    'Daarop staat: telefoonnummer, taal, en “ik doe niet mee”. Het antwoordnummer staat bij Onderzoek, bij de brieven.',

  when: 'Wanneer',
  whenChoices: {
    start: 'een aantal dagen na de eerste dag',
    step: 'een aantal dagen na een andere stap',
    date: 'op een vaste datum',
  },
  afterStart: 'Dagen na de eerste dag',
  afterStep: 'Dagen daarna',
  after: 'Na welke stap',
  afterNone: 'kies een stap',
  afterHint: 'Gaat die stap later uit, dan schuift deze mee.',
  on: 'Datum',
  workingDays: 'Tel werkdagen: deze stap valt nooit in het weekend of op een feestdag',
  onDay: (day: string) => `Dat is ${day}.`,
  onDayWithHoliday: (day: string, holiday: string) => `Dat is ${day} (${holiday}).`,

  forWhom: 'Voor wie',
  forHint: 'Alleen wie nog niet heeft meegedaan of geweigerd. Iemand moet zo ook te bereiken zijn.',
  reach: { email: 'E-mailadres', letter: 'Postadres', phone: 'Telefoonnummer' } satisfies Record<Reached, string>,
  reachChoices: { any: 'maakt niet uit', has: 'heeft dit', lacks: 'heeft dit niet' },
  progress: 'Vragenlijst',
  progressChoices: {
    any: 'maakt niet uit',
    'not-started': 'nog niet begonnen',
    started: 'begonnen, niet afgemaakt',
  },
  strata: 'Stratum (bijvoorbeeld wijkteam)',
  strataHint: 'Niets aangevinkt: alle.',
  strataGone: 'een stratum dat er niet meer is',

  subject: 'Onderwerp',
  subjectHint: 'Zeg hier niets over de persoon: anderen kunnen meelezen. Alleen {{bureau}} kan hier.',
  bodies: {
    email: 'Tekst van de e-mail',
    letter: 'Tekst van de brief',
    paper: 'Tekst van de brief',
    phone: 'Wat de enquêteur voorleest',
    visit: 'Wat de enquêteur zegt',
  } satisfies Record<StepKind, string>,
  bodyHints: {
    email: 'Een lege regel maakt een nieuwe alinea.',
    letter: 'De brief past op één bladzijde. Adres, code, link en afzender komen er vanzelf bij.',
    paper:
      'De brief past op één bladzijde. De vragenlijst komt erachter. Adres, code en afzender komen er vanzelf bij.',
    phone: 'Mag leeg blijven. Een lege regel maakt een nieuwe alinea.',
    visit: 'Mag leeg blijven.',
  } satisfies Record<StepKind, string>,
  insert: 'Voeg in:',
  fields: {
    name: 'naam',
    code: 'inlogcode',
    link: 'persoonlijke link',
    bureau: 'bureau',
    objectTo: 'adres voor bezwaar',
  } as Readonly<Record<string, string>>,
  remove: 'Haal deze stap weg',
  faults: {
    id: 'Kies een korte naam: een kleine letter, daarna kleine letters, cijfers of streepjes.',
    'id-twice': 'Deze naam heeft een andere stap al.',
    days: 'Vul een heel aantal dagen in.',
    date: 'Kies een datum.',
    after: 'Kies na welke stap.',
    'in-a-circle': 'Deze stap telt via andere stappen vanaf zichzelf. Kies een andere stap.',
    subject: 'Schrijf een onderwerp.',
    body: 'Schrijf een tekst.',
    'too-long': 'Deze tekst is te lang: hoogstens 10.000 tekens.',
    'unknown-fields': 'Er staat een veld in dat Veldwerk hier niet kent.',
  },
  unknownFields: (fields: string) => `Dit veld kent Veldwerk hier niet: ${fields}.`,

  /** On a card: when, and for whom, in a few words. */
  shortDays: (days: string, isWorking: boolean, isOne: boolean) =>
    isWorking ? `${days} ${isOne ? 'werkdag' : 'werkdagen'}` : `${days} ${isOne ? 'dag' : 'dagen'}`,
  daysAfter: (days: string, step: string) => `${days} na ${step}`,
  onSameDay: (step: string) => `tegelijk met ${step}`,
  everyone: 'voor iedereen',
  has: { email: 'met e-mail', letter: 'met adres', phone: 'met telefoon', visit: 'met bezoekadres' } satisfies Record<
    Channel,
    string
  >,
  lacks: {
    email: 'zonder e-mail',
    letter: 'zonder adres',
    phone: 'zonder telefoon',
    visit: 'zonder bezoekadres',
  } satisfies Record<Channel, string>,
  progressShort: { 'not-started': 'niet begonnen', started: 'begonnen, niet af' },
  strataShort: (count: number, first: string, number: string) => (count === 1 ? first : `${number} strata`),
};

const en: typeof nl = {
  kinds: { email: 'E-mail', letter: 'Letter', paper: 'Paper questionnaire', phone: 'Phone', visit: 'Visit' },
  kindChoices: {
    email: 'e-mail',
    letter: 'letter',
    paper: 'letter with paper questionnaire',
    phone: 'phone',
    visit: 'visit',
  },
  add: {
    email: 'Add an e-mail',
    letter: 'Add a letter',
    paper: 'Add a paper questionnaire',
    phone: 'Add phone',
    visit: 'Add a visit',
  },

  step: (name) => `Step: ${name}`,
  id: 'Short name',
  idHint: 'Only small letters, digits and hyphens. Stands in lists and in the journal.',
  idFixed: 'Someone was contacted already: this name stays.',
  kind: 'How',
  slip: 'Put an answer slip in the envelope',
  slipHint:
    'On it: phone number, language, and “I do not take part”. The freepost address stands at Study, with the letters.',

  when: 'When',
  whenChoices: {
    start: 'a number of days after the first day',
    step: 'a number of days after another step',
    date: 'on a fixed date',
  },
  afterStart: 'Days after the first day',
  afterStep: 'Days after it',
  after: 'After which step',
  afterNone: 'choose a step',
  afterHint: 'When that step goes out late, this one moves along.',
  on: 'Date',
  workingDays: 'Count working days: this step never falls in a weekend or on a holiday',
  onDay: (day) => `That is ${day}.`,
  onDayWithHoliday: (day, holiday) => `That is ${day} (${holiday}).`,

  forWhom: 'For whom',
  forHint: 'Only those who have not taken part or refused. And they must be reachable in this way.',
  reach: { email: 'E-mail address', letter: 'Postal address', phone: 'Phone number' },
  reachChoices: { any: 'does not matter', has: 'has one', lacks: 'has none' },
  progress: 'Questionnaire',
  progressChoices: { any: 'does not matter', 'not-started': 'not begun yet', started: 'begun, not finished' },
  strata: 'Stratum (a neighbourhood team, for instance)',
  strataHint: 'Nothing ticked: all of them.',
  strataGone: 'a stratum that is no longer there',

  subject: 'Subject',
  subjectHint: 'Say nothing about the person here: others may read along. Only {{bureau}} can stand here.',
  bodies: {
    email: 'Text of the e-mail',
    letter: 'Text of the letter',
    paper: 'Text of the letter',
    phone: 'What the interviewer reads aloud',
    visit: 'What the interviewer says',
  },
  bodyHints: {
    email: 'An empty line makes a new paragraph.',
    letter: 'The letter fits on one page. Address, code, link and sender are added to it.',
    paper: 'The letter fits on one page. The questionnaire comes behind it. Address, code and sender are added to it.',
    phone: 'May stay empty. An empty line makes a new paragraph.',
    visit: 'May stay empty.',
  },
  insert: 'Insert:',
  fields: {
    name: 'name',
    code: 'login code',
    link: 'personal link',
    bureau: 'bureau',
    objectTo: 'address for objections',
  },
  remove: 'Take this step out',
  faults: {
    id: 'Choose a short name: a small letter, then small letters, digits or hyphens.',
    'id-twice': 'Another step has this name already.',
    days: 'Fill in a whole number of days.',
    date: 'Choose a date.',
    after: 'Choose after which step.',
    'in-a-circle': 'By way of other steps this one counts from itself. Choose another step.',
    subject: 'Write a subject.',
    body: 'Write a text.',
    'too-long': 'This text is too long: 10,000 characters at most.',
    'unknown-fields': 'There is a field in it that Veldwerk does not know here.',
  },
  unknownFields: (fields) => `Veldwerk does not know this field here: ${fields}.`,

  shortDays: (days, isWorking, isOne) =>
    isWorking ? `${days} working ${isOne ? 'day' : 'days'}` : `${days} ${isOne ? 'day' : 'days'}`,
  daysAfter: (days, step) => `${days} after ${step}`,
  onSameDay: (step) => `together with ${step}`,
  everyone: 'for everyone',
  has: { email: 'with e-mail', letter: 'with address', phone: 'with phone', visit: 'with visiting address' },
  lacks: {
    email: 'without e-mail',
    letter: 'without address',
    phone: 'without phone',
    visit: 'without visiting address',
  },
  progressShort: { 'not-started': 'not begun', started: 'begun, not finished' },
  strataShort: (count, first, number) => (count === 1 ? first : `${number} strata`),
};

export const scheduleStepWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

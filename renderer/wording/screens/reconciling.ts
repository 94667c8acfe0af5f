/** The words of bringing a study up to date that was put back from a copy, in Dutch and English. */
import type { DoubtAnswer } from '../../../shared/schedule/reconciliation.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  banner: 'Teruggezet onderzoek',
  bannerTitle: (day: string) => `Dit onderzoek is teruggezet. Wat na ${day} gebeurde, staat er niet in.`,
  bannerTodo: 'Werk het eerst bij. Tot dan benadert Veldwerk niemand.',
  bannerWait: 'De veldwerkleider werkt het eerst bij. Tot dan wordt niemand benaderd.',
  toContact: 'Werk het onderzoek bij',
  lead: (day: string) => `Wat na ${day} gebeurde, is niet bekend. Zeg het hier, stap voor stap.`,
  help: [
    'Na het terugzetten weet Veldwerk niet wie er sindsdien is gestopt en wat er is verstuurd. Dat kan niemand uitrekenen: u zegt het.',
    'Twijfelt u over een bericht? Kies dan dat het verstuurd kan zijn. Iemand mist dan misschien een bericht, maar niemand krijgt het twee keer.',
  ],
  missing: (count: number, shown: string) =>
    count === 1 ? 'Er ontbreekt 1 regel van het journaal.' : `Er ontbreken ${shown} regels van het journaal.`,
  first: '1. Zet terug wat sindsdien is veranderd',
  firstText:
    'Zijn er na deze dag bestanden van de opdrachtgever ingelezen, of is een protocol of vragenlijst veranderd? Doe dat nu opnieuw, vóór u verdergaat. Wie later pas wordt ingelezen, geldt als iemand die nog niets kreeg.',
  firstDone: 'Alles wat sindsdien is ingelezen of veranderd, staat er weer, of er was niets',
  stopped: '2. Wie is er sindsdien gestopt?',
  stoppedText:
    'Iedereen die zich intrekt, niet meedoet of is overleden, of van wie de gegevens zijn gewist. Zoek in de post, de e-mail en de notities van de telefoon. Geef ze één voor één op met de code van hun brief.',
  stoppedCount: (count: number, shown: string) =>
    count === 1 ? '1 persoon opgegeven.' : `${shown} personen opgegeven.`,
  stoppedDone: 'Er is verder niemand gestopt',
  interviewed: '3. Wie is er sindsdien gebeld en heeft geantwoord?',
  interviewedText:
    'De antwoorden van deze interviews zijn weg. Wie ze gaf, wordt niet nog eens gebeld. Antwoorden op het web komen terug als u de antwoorden opnieuw inleest.',
  code: 'Inlogcode',
  add: 'Voeg toe',
  added: (count: number, shown: string) => (count === 1 ? '1 persoon toegevoegd.' : `${shown} personen toegevoegd.`),
  steps: (nr: string) => `${nr}. Wat is er sindsdien verstuurd?`,
  stepsText: 'Kijk in de verzonden e-mails, de brieven die er nog liggen en de administratie van de post.',
  noSteps: 'Er is geen bericht dat sindsdien verstuurd kan zijn.',
  step: (group: string, step: string, kind: string) => `${group}: ${step} (${kind})`,
  reach: (count: number, shown: string) =>
    count === 1 ? 'voor hoogstens 1 persoon' : `voor hoogstens ${shown} personen`,
  kinds: { email: 'e-mail', letter: 'brief', phone: 'telefoon', visit: 'bezoek' } as Readonly<Record<Channel, string>>,
  answers: {
    'not-sent': 'niet verstuurd',
    'may-have-been-sent': 'kan verstuurd zijn',
  } as Readonly<Record<DoubtAnswer, string>>,
  on: 'Laatste dag van versturen, als u die weet',
  reconcile: 'Werk bij en ga verder',
  notYet: (missing: string) => `Nog nodig: ${missing}.`,
  need: {
    first: 'punt 1 bevestigen',
    stopped: 'punt 2 bevestigen',
    steps: 'bij elk bericht een antwoord',
  },
};

const en: typeof nl = {
  banner: 'Study that was put back',
  bannerTitle: (day) => `This study was put back. What happened after ${day} is not in it.`,
  bannerTodo: 'First bring it up to date. Until then Veldwerk contacts nobody.',
  bannerWait: 'The fieldwork manager brings it up to date first. Until then nobody is contacted.',
  toContact: 'Bring the study up to date',
  lead: (day) => `What happened after ${day} is not known. Say it here, step by step.`,
  help: [
    'After putting back, Veldwerk does not know who stopped since and what was sent. Nobody can work that out: you say it.',
    'In doubt about a message? Then choose that it may have been sent. Someone may miss a message, but nobody gets it twice.',
  ],
  missing: (count, shown) =>
    count === 1 ? '1 entry of the journal is missing.' : `${shown} entries of the journal are missing.`,
  first: '1. Put back what was changed since',
  firstText:
    'Were files of the client taken in after this day, or was a protocol or questionnaire changed? Do that again now, before you go on. Whoever is taken in later counts as someone who got nothing yet.',
  firstDone: 'Everything that was taken in or changed since is there again, or there was nothing',
  stopped: '2. Who stopped since?',
  stoppedText:
    'Everyone who withdrew, does not take part or has died, or whose data were erased. Look in the post, the e-mail and the notes by the telephone. Put them down one by one with the code on their letter.',
  stoppedCount: (count, shown) => (count === 1 ? '1 person put down.' : `${shown} people put down.`),
  stoppedDone: 'Nobody else stopped',
  interviewed: '3. Who was rung since, and answered?',
  interviewedText:
    'The answers of these interviews are lost. Whoever gave them is not rung again. Answers from the web come back when you read the returns again.',
  code: 'Login code',
  add: 'Add',
  added: (count, shown) => (count === 1 ? '1 person added.' : `${shown} people added.`),
  steps: (nr) => `${nr}. What was sent since?`,
  stepsText: 'Look in the e-mails that were sent, the letters that are still there and the records of the post.',
  noSteps: 'There is no message that may have been sent since.',
  step: (group, step, kind) => `${group}: ${step} (${kind})`,
  reach: (count, shown) => (count === 1 ? 'to 1 person at most' : `to ${shown} people at most`),
  kinds: { email: 'e-mail', letter: 'letter', phone: 'telephone', visit: 'visit' },
  answers: { 'not-sent': 'not sent', 'may-have-been-sent': 'may have been sent' },
  on: 'Last day of sending, if you know it',
  reconcile: 'Bring up to date and go on',
  notYet: (missing) => `Still needed: ${missing}.`,
  need: { first: 'to confirm point 1', stopped: 'to confirm point 2', steps: 'an answer for every message' },
};

export const reconcilingWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

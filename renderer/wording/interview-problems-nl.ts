/** The Dutch sentences for what goes wrong with interviews, their scripts and papers, and returns. */
import type { InterviewProblems } from '../../shared/interview-problems.ts';
import type { Problems } from '../../shared/problem.ts';
import { scriptFields } from '../../shared/study/script.ts';
import { longestText } from '../../shared/study/value.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';

const { all, allQuoted, count, day, form, number, quoted } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';
const nothingRead = 'Er is niets ingelezen.';

export const interviewProblemsNl: ProblemTexts<keyof InterviewProblems> = {
  'interview.none-begun': () => ({
    happened: 'Dit interview is nog niet begonnen.',
    todo: 'Begin eerst het interview.',
  }),
  'study.questionnaire-version-used': ({ version }) => ({
    happened: `Er zijn al antwoorden gegeven bij een andere vragenlijst met versie ${quoted(version)}.`,
    safe: 'De vragenlijst is niet veranderd.',
    todo: 'Geef de nieuwe vragenlijst in het blad ‘settings’ een andere versie. Lees de werkmap daarna opnieuw in.',
  }),
  'study.paper-cancelled': () => ({
    happened: 'U hebt het maken van de papieren vragenlijsten gestopt.',
    safe: 'Er is geen bestand gemaakt.',
    todo: 'Maak de papieren vragenlijsten opnieuw als u ze nodig hebt.',
  }),
  'study.paper-unprintable': ({ language, items }) => ({
    happened: `Het lettertype voor papier heeft niet alle tekens van de taal ${quoted(language)}. Dat gaat om ${items.length === 0 ? 'de titel of een kop' : allQuoted(items)}.`,
    safe: 'Er is geen papieren vragenlijst gemaakt.',
    todo: 'Kies een andere taal. Iemand die deze taal spreekt, kan meedoen met een interview.',
  }),
  'interview.not-this-item': ({ item }) => ({
    happened: `Vraag ${quoted(item)} hoort niet bij dit interview, of valt weg door eerdere antwoorden.`,
    safe: 'Eerdere antwoorden zijn bewaard.',
    todo: 'Ga naar de eerste open vraag.',
  }),
  'interview.answer-invalid': ({ item, expected }) => ({
    happened: `Dit antwoord past niet bij vraag ${quoted(item)}.`,
    safe: 'Dit antwoord is niet bewaard. Eerdere antwoorden wel.',
    todo: answerAdvice[expected],
  }),
  'interview.items-open': ({ items }) => ({
    happened: `${form(items.length, {
      one: 'Eén verplichte vraag heeft',
      other: `${number(items.length)} verplichte vragen hebben`,
    })} nog geen antwoord: ${allQuoted(items)}.`,
    safe: 'Alle gegeven antwoorden zijn bewaard.',
    todo: 'Vraag nog wat ontbreekt. Lukt dat niet? Breek dan af, of leg het papier vast zoals het is.',
  }),
  'interview.answers-clash': ({ items }) => ({
    happened: `${form(items.length, {
      one: 'Eén antwoord past niet meer',
      other: `${number(items.length)} antwoorden passen niet meer`,
    })} bij wat daarna is veranderd: ${allQuoted(items)}.`,
    safe: 'Alle gegeven antwoorden zijn bewaard.',
    todo: 'Vraag wat klopt en verander een van de antwoorden. Lukt dat niet? Breek dan af, of leg het papier vast zoals het is.',
  }),
  'interview.returns-columns': ({ missing, twice }) => ({
    happened: [
      ...(missing.length === 0
        ? []
        : [
            `In het bestand ${form(missing.length, { one: 'ontbreekt', other: 'ontbreken' })} ${count(missing.length, { one: 'kolom', other: 'kolommen' })}: ${allQuoted(missing)}.`,
          ]),
      ...(twice.length === 0
        ? []
        : [
            `${form(twice.length, { one: 'Deze kolom staat', other: 'Deze kolommen staan' })} er twee keer: ${allQuoted(twice)}.`,
          ]),
    ].join(' '),
    safe: nothingRead,
    todo: 'Haal de antwoorden opnieuw van de website, met codes als koppen en codes als antwoorden. Controleer of de vragenlijst gelijk is.',
  }),
  'interview.entries-differ': ({ items }) => ({
    happened: `De twee invoeren verschillen nog bij ${count(items.length, { one: 'vraag', other: 'vragen' })}: ${allQuoted(items)}.`,
    safe: 'Beide invoeren zijn bewaard.',
    todo: 'Kijk op het papier en kies bij elke vraag wat er staat.',
  }),
  'interview.entry-impossible': ({ why }) => ({
    happened: entryFaults[why],
    safe: nothingChanged,
    todo: 'Leg het papier apart en vraag het uw veldwerkleider.',
  }),
  'interview.not-an-entry': () => ({
    happened: 'Dit is geen invoer van papier of e-mail.',
    safe: nothingChanged,
    todo: 'Ga verder met het interview, of sluit het gesprek af.',
  }),
  'interview.no-visits': () => ({
    happened: 'In deze doelgroep gaan we niet bij mensen op bezoek.',
    safe: nothingChanged,
    todo: 'Houd het gesprek telefonisch, of vraag uw veldwerkleider om een stap Bezoek in het protocol.',
  }),
  'interview.participants-only-at-visit': () => ({
    happened: 'Meer dan één deelnemer kan alleen bij een gesprek op bezoek.',
    safe: nothingChanged,
    todo: 'Zet het aantal op 1. Helpt er iemand mee? Leg dan vast wie er antwoord geeft.',
  }),
  'interview.returns-mapping': ({ header, target }) => ({
    happened: `Kolom ${quoted(header)} kan niet worden gelezen als ${quoted(target)}: dat staat niet in de vragenlijst.`,
    safe: nothingRead,
    todo: 'Kies bij deze kolom een andere vraag, of lees de kolom niet.',
  }),
  'interview.second-unknown': () => ({
    happened: 'Over deze twee antwoorden is al beslist.',
    safe: nothingChanged,
    todo: 'Bekijk de lijst opnieuw.',
  }),
  'interview.seconds-undecided': ({ seconds }) => ({
    happened: `Bij ${count(seconds, { one: 'persoon is', other: 'personen is' })} nog niet beslist welke antwoorden blijven.`,
    safe: nothingChanged,
    todo: 'Laat de veldwerkleider bij Contact eerst beslissen over dubbele antwoorden.',
  }),
  'contact.returns-old': ({ group, lastOn, withinDays }) => ({
    happened:
      lastOn === undefined
        ? `Er zijn voor doelgroep ${quoted(group)} nog geen antwoorden van de website ingelezen. Misschien deed iemand al mee.`
        : `De laatste antwoorden van de website voor doelgroep ${quoted(group)} zijn van ${day(lastOn)}. Misschien deed sindsdien iemand mee.`,
    safe: 'Niemand is benaderd.',
    todo: `Laat de veldwerkleider de antwoorden van ${withinDays === 0 ? 'vandaag' : `de laatste ${count(withinDays, { one: 'dag', other: 'dagen' })}`} inlezen. Komen er geen antwoorden via een website? Dan kan de veldwerkleider dit wachten uitzetten, bij de regels voor interviews.`,
  }),
  'contact.number-unreadable': () => ({
    happened: 'Dit is geen telefoonnummer.',
    safe: nothingChanged,
    todo: 'Typ het hele nummer, bijvoorbeeld 06 12345678.',
  }),
  'contact.callback-unknown': () => ({
    happened: 'Dit verzoek om hulp is er niet meer, of is al doorgegeven.',
    safe: nothingChanged,
    todo: 'Bekijk de lijst opnieuw.',
  }),
  'study.script-field-unknown': ({ field }) => ({
    happened: `Het veld ${quoted(field)} bestaat niet in een beltekst.`,
    safe: nothingChanged,
    todo: `Verbeter de tekst. U kunt deze velden gebruiken: ${all(scriptFields.map((name) => `{{${name}}}`))}.`,
  }),
  'study.structure-impossible': ({ item, why }) => ({
    happened: `Vraag ${quoted(item)} kan niet naar de website: ${structureFaults[why]}.`,
    safe: 'Er is geen bestand gemaakt.',
    todo: 'Verander de vraag in de werkmap en lees de werkmap opnieuw in.',
  }),
};

const entryFaults = {
  'in-call': 'U hebt nog een gesprek openstaan.',
  acquainted: 'U kent deze persoon: een collega voert dit in.',
  'in-hand': 'Iemand anders heeft deze persoon nu in de hand.',
  answered: 'Van deze persoon zijn de antwoorden al binnen.',
  ended: 'Deze persoon doet niet meer mee.',
  restricted: 'De gegevens van deze persoon mogen nu niet worden gebruikt.',
} satisfies Record<InterviewProblems['interview.entry-impossible']['why'], string>;

const structureFaults = {
  kind: 'dit soort vraag bestaat daar niet',
  expression: 'de voorwaarde is daar niet te maken',
  'too-long': 'de naam is te lang',
} satisfies Record<InterviewProblems['study.structure-impossible']['why'], string>;

const answerAdvice: Readonly<Record<Problems['interview.answer-invalid']['expected'], string>> = {
  'no-answer': 'Hier hoort geen antwoord. Ga verder met de volgende vraag.',
  text: 'Typ een tekst.',
  'shorter-text': `Maak de tekst korter: hoogstens ${number(longestText)} tekens.`,
  'whole-number': 'Typ een heel getal, bijvoorbeeld 12.',
  number: 'Typ een getal, bijvoorbeeld 2,5.',
  day: 'Typ een dag die bestaat, bijvoorbeeld 14-5-2026.',
  choice: 'Kies een van de antwoorden.',
  choices: 'Kies alleen uit de antwoorden die er staan.',
  order: 'Zet antwoorden op volgorde, elk antwoord hooguit één keer.',
  agreement: 'Kies of de persoon akkoord gaat.',
  'choice-alone': 'Een van deze antwoorden kan niet samen met een ander. Kies alleen dat antwoord, of haal het weg.',
  constraint: 'De vragenlijst staat dit antwoord niet toe. Vraag het na en verbeter het.',
};

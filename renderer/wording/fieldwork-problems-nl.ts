/** The Dutch sentences for what goes wrong with questionnaires, protocols, contact, interviews, the dataset and destruction. */
import { messageFields } from '../../shared/contact/message.ts';
import type { ContactProblems } from '../../shared/contact-problems.ts';
import type { InterviewProblems } from '../../shared/interview-problems.ts';
import type { Problems } from '../../shared/problem.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { questionnaireFaultNl } from './questionnaire-faults-nl.ts';
import { wordsNl as words } from './words-nl.ts';

const { all, allQuoted, count, day, form, number, quoted } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';
const nothingRead = 'Er is niets ingelezen.';
const recordInstruction =
  'Leg eerst de instructie van de opdrachtgever vast, of kies het nummer van een instructie die er is.';

type Stages = 'questionnaire' | 'schedule' | 'contact' | 'export' | 'destruction';

/** Those about one person have a file of their own. */
type OfOnePerson = 'export.removals-waiting' | 'destruction.letters-unposted' | 'destruction.files-elsewhere';
/** Those about interviews and returns too. */
type OfInterviews = keyof InterviewProblems;
/** Those about messages, letters and calls too. */
type OfContact = keyof ContactProblems;

export const fieldworkProblemsNl: ProblemTexts<Exclude<ProblemsOf<Stages>, OfOnePerson | OfInterviews | OfContact>> = {
  'questionnaire.faulty': ({ faults }) => {
    const shown = faults.slice(0, mostFaults).map(questionnaireFaultNl);
    const rest = faults.length - shown.length;
    const others = form(rest, { one: 'is er nog {n} fout', other: 'zijn er nog {n} fouten' });
    return {
      happened: `De vragenlijst heeft ${count(faults.length, { one: 'fout', other: 'fouten' })}.`,
      safe: nothingRead,
      todo: [
        'Verbeter dit in de werkmap en lees de werkmap opnieuw in.',
        ...shown,
        ...(rest === 0 ? [] : [`Daarna ${others.replace('{n}', number(rest))}.`]),
      ].join('\n'),
    };
  },

  'schedule.protocol-faulty': ({ step, fault }) => ({
    ...protocolFaults[fault](step),
    safe: 'Het protocol is niet veranderd.',
  }),

  'contact.nothing-due': ({ nextDue }) => ({
    happened: 'Vandaag is er niets te versturen.',
    todo:
      nextDue === undefined
        ? 'U hoeft niets te doen. Had u wel iets verwacht? Bekijk dan het benaderingsprotocol.'
        : `Kom terug op ${day(nextDue)}. Dan is de volgende stap.`,
  }),
  'contact.appointment-missing': () => ({
    happened: 'Bij deze uitkomst hoort een afspraak.',
    safe: 'Het gesprek is nog niet afgesloten.',
    todo: 'Vul de dag en de tijd van de afspraak in.',
  }),
  'contact.appointment-outside': ({ from, until }) => ({
    happened: 'Op deze dag kan geen afspraak.',
    safe: 'Het gesprek is nog niet afgesloten.',
    todo: `Kies een dag van ${day(from)} tot en met ${day(until)}.`,
  }),
  'contact.code-unknown': () => ({
    happened: 'Deze inlogcode hoort bij niemand in dit onderzoek.',
    todo: 'Controleer elk teken van de code. Probeer het daarna opnieuw.',
  }),
  'contact.no-shift': () => ({
    happened: 'Er is nu niemand die telefoongesprekken kan uitgeven.',
    safe: 'Er is niets veranderd.',
    todo: 'Vraag de veldwerkleider om zich aan te melden of een dienst te openen.',
  }),
  'contact.shift-hour-over': () => ({
    happened: 'Dat uur is vandaag al voorbij.',
    safe: 'Er is niets veranderd.',
    todo: 'Kies een later uur van vandaag.',
  }),
  'contact.no-case-in-hand': () => ({
    happened: 'U hebt nu geen telefoongesprek open.',
    todo: 'Vraag eerst het volgende telefoongesprek op.',
  }),
  'contact.case-final': () => ({
    happened: 'Voor deze steekproefpersoon staat de uitkomst al vast.',
    safe: 'Die uitkomst is niet veranderd.',
    todo: 'Benader deze persoon niet meer. Ga verder met de volgende.',
  }),
  'contact.batch-unknown': () => ({
    happened: 'Deze stapel brieven bestaat niet.',
    safe: nothingChanged,
    todo: 'Controleer het kenmerk van de stapel.',
  }),
  'contact.batch-already-posted': () => ({
    happened: 'Van deze stapel brieven is al vastgelegd dat die is gepost.',
    safe: nothingChanged,
    todo: 'U hoeft niets te doen.',
  }),
  'contact.letters-to-take-out': ({ letters }) => ({
    happened: `${count(letters, { one: 'brief', other: 'brieven' })} uit deze stapel ${letters === 1 ? 'mag' : 'mogen'} niet meer op de post: die mensen deden al mee, willen niet meedoen of zijn overleden.`,
    safe: 'Er is niets als gepost vastgelegd.',
    todo: 'Haal de brieven met de genoemde codes uit de stapel. Geef daarna op dat u ze eruit hebt gehaald.',
  }),
  'contact.mail-host-missing': () => ({
    happened: 'Er is nog geen mailserver ingesteld.',
    safe: 'Er is geen e-mail verstuurd.',
    todo: 'Stel eerst de mailserver in.',
  }),
  'contact.texts-incomplete': ({ missing }) => {
    const fields = missing.filter((name) => name !== 'bureau');
    const lacksBureau = fields.length < missing.length;
    const unknown = form(fields.length, { one: 'Dit veld bestaat', other: 'Deze velden bestaan' });
    return {
      happened: [
        ...(lacksBureau ? ['De gegevens van het bureau ontbreken nog. Die staan in elk bericht.'] : []),
        ...(fields.length === 0 ? [] : [`${unknown} niet in een bericht: ${allQuoted(fields)}.`]),
      ].join(' '),
      safe: 'Er is niets opgeslagen en niets verstuurd.',
      todo: [
        ...(lacksBureau ? ['Leg eerst de gegevens van het bureau vast.'] : []),
        ...(fields.length === 0
          ? []
          : [`Verbeter de tekst. U kunt alleen deze velden gebruiken: ${all(fieldsOfMessage)}.`]),
      ].join(' '),
    };
  },

  'export.nothing-to-export': () => ({
    happened: 'Er zijn nog geen volledige antwoorden van iemand.',
    safe: 'Er is geen bestand gemaakt.',
    todo: 'Wacht tot iemand een vragenlijst helemaal heeft beantwoord.',
  }),
  'export.instruction-unknown': ({ nr }) => ({
    happened: `Er is geen instructie met nummer ${nr}.`,
    safe: 'Er is geen bestand gemaakt.',
    todo: recordInstruction,
  }),
  'export.done-before': () => ({
    happened:
      'Het geanonimiseerde bestand is al gemaakt. Dat kan maar één keer, zodat niemand twee bestanden kan vergelijken.',
    safe: 'Het eerdere bestand is niet veranderd.',
    todo: 'Gebruik het bestand in de map met resultaten.',
  }),
  'destruction.agreement-missing': () => ({
    happened: 'De onderzoeker heeft nog niet gezegd dat de antwoorden weg mogen.',
    safe: 'Er is niets vernietigd.',
    todo: 'Laat de onderzoeker op een eigen plek inloggen en de vernietiging bevestigen. Begin daarna opnieuw.',
  }),
  'destruction.not-confirmed': () => ({
    happened: 'De titel die u typte, is niet precies de titel van het onderzoek.',
    safe: 'Er is niets vernietigd.',
    todo: 'Typ de titel precies over, met dezelfde hoofdletters en spaties.',
  }),
  'destruction.instruction-unknown': ({ nr }) => ({
    happened: `Er is geen instructie met nummer ${nr}.`,
    safe: 'Er is niets vernietigd.',
    todo: recordInstruction,
  }),
  'destruction.answers-missing': ({ questions }) => ({
    happened: `Veldwerk weet nog niet wat er gebeurt met: ${all(questions.map((question) => words.outOfReach[question]))}.`,
    safe: 'Er is niets vernietigd.',
    todo: 'Vul dit in. Veldwerk kan daar zelf niet bij, en uw antwoord komt op de verklaring.',
  }),
  'destruction.control-failed': ({ canaries, found }) => ({
    happened: `De controle vooraf vond ${number(found)} van de ${count(canaries, {
      one: 'bekend gegeven',
      other: 'bekende gegevens',
    })} terug. Zo is straks niet te bewijzen dat alles weg is.`,
    safe: 'Er is niets vernietigd.',
    todo: 'Probeer het opnieuw. Gebeurt dit weer? Laat het onderzoek zoals het is en vraag hulp aan uw systeembeheerder.',
  }),
  'destruction.traces-found': ({ found, files }) => ({
    happened: `Na de vernietiging ${form(found, { one: 'stond', other: 'stonden' })} ${count(found, {
      one: 'bekend gegeven',
      other: 'bekende gegevens',
    })} nog in ${count(files, { one: 'bestand', other: 'bestanden' })}.`,
    safe: 'De sleutels en de database zijn weg. De resultaten zijn er nog. Er is geen verklaring gemaakt.',
    todo: 'Zoek in de map van het onderzoek en in die van Veldwerk naar bestanden die er niet horen. Verwijder die. Waarschuw uw functionaris gegevensbescherming (FG).',
  }),
};

/** More would hide the first ones; after mending those the workbook is read again anyway. */
const mostFaults = 25;

/** As {{…}} in a text. */
const fieldsOfMessage = messageFields.map((name) => `{{${name}}}`);

const protocolFaults: Readonly<
  Record<
    Problems['schedule.protocol-faulty']['fault'],
    (step: string) => { readonly happened: string; readonly todo: string }
  >
> = {
  dates: () => ({
    happened: 'De laatste dag van het protocol ligt vóór de eerste dag.',
    todo: 'Verbeter een van de twee dagen.',
  }),
  twice: (step) => ({
    happened: `Het protocol heeft twee stappen met de naam ${quoted(step)}.`,
    todo: 'Geef een van de twee een andere naam.',
  }),
  'text-missing': (step) => ({
    happened: `Stap ${quoted(step)} heeft nog geen onderwerp of geen tekst.`,
    todo: 'Schrijf het onderwerp en de tekst van het bericht.',
  }),
  'in-use': (step) => ({
    happened: `Stap ${quoted(step)} is al uitgevoerd, maar staat niet in dit protocol.`,
    todo: 'Laat de stap staan onder dezelfde naam. Anders krijgen mensen hetzelfde bericht nog eens.',
  }),
  'before-start': (step) => ({
    happened: `Stap ${quoted(step)} valt vóór de eerste dag van het protocol.`,
    todo: 'Kies een latere dag voor de stap, of een eerdere eerste dag.',
  }),
  'after-closing': (step) => ({
    happened: `Stap ${quoted(step)} begint pas na de laatste dag van het protocol.`,
    todo: 'Laat de stap eerder beginnen, of kies een latere laatste dag.',
  }),
  'after-unknown': (step) => ({
    happened: `Stap ${quoted(step)} telt vanaf een stap die er niet is.`,
    todo: 'Kies een stap die er is, of tel vanaf het begin.',
  }),
  'in-a-circle': (step) => ({
    happened: `Stap ${quoted(step)} telt via andere stappen vanaf zichzelf.`,
    todo: 'Laat een van die stappen vanaf het begin tellen.',
  }),
  window: () => ({
    happened:
      'Er is geen uur waarop gebeld mag worden, een belvenster eindigt voordat het begint, of twee overlappen elkaar.',
    todo: 'Verbeter de belvensters van dit protocol.',
  }),
};

/** The Dutch sentences for what goes wrong with messages, letters and calls. */
import type { ContactProblems } from '../../shared/contact-problems.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { count, day, quoted } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';
const nothingRead = 'Er is niets ingelezen.';

const callerWhy = {
  'in-hand': 'Een collega heeft deze persoon nu in behandeling.',
  answered: 'Deze persoon heeft al geantwoord.',
  ended: 'Deze persoon wordt niet meer benaderd.',
  'own-interview': 'U bent zelf nog met een ander interview bezig.',
  restricted: 'De gegevens van deze persoon mogen nu niet worden gebruikt.',
  acquainted: 'U kent deze persoon, dus een collega neemt het gesprek over.',
} as const;
const callerTodo = {
  'in-hand': 'Verbind door met uw collega.',
  answered: 'Bedank voor het meedoen. Wil de persoon iets wijzigen? Overleg met de veldwerkleider.',
  'own-interview': 'Rond dat interview eerst af, of verbind door met een collega.',
  ended: 'Bedank voor het bellen. Wil de persoon toch meedoen? Overleg met de veldwerkleider.',
  restricted: 'Noteer niets. Verwijs naar de veldwerkleider.',
  acquainted: 'Verbind door met een collega.',
} as const;
const mailStep = {
  reached: 'De mailserver is niet te bereiken.',
  tls: 'De verbinding met de mailserver is niet te beveiligen: het certificaat klopt niet.',
  login: 'De mailserver neemt de aanmelding niet aan.',
  sender: 'De mailserver neemt berichten van deze afzender niet aan.',
  sent: 'De mailserver nam het bericht niet aan.',
} as const;
const mailTodo = {
  reached: 'Controleer de naam en de poort van de mailserver. Vaak is het poort 587 of 465.',
  tls: 'Vraag de beheerder om een geldig certificaat, of controleer de naam van de server.',
  login: 'Controleer de gebruiker en het wachtwoord, of de toegang van de toepassing.',
  sender: 'Controleer het adres van de afzender.',
  sent: 'Controleer het adres waar u het bericht naartoe stuurt, en probeer het later opnieuw.',
} as const;
const boxStep = {
  reached: 'Het postvak is niet te bereiken.',
  tls: 'De verbinding met het postvak is niet te beveiligen: het certificaat klopt niet.',
  login: 'Het postvak neemt de aanmelding niet aan.',
  folder: 'De map van het postvak is er niet.',
} as const;

export const contactProblemsNl: ProblemTexts<keyof ContactProblems> = {
  'contact.outside-call-window': ({ on, from }) => ({
    happened: `Op dit moment bellen we niemand van deze doelgroep.${on === undefined ? '' : ` Het mag weer vanaf ${day(on)}${from === undefined ? '' : ` om ${from} uur`}.`}`,
    todo: `${on === undefined ? '' : 'Wacht tot dan. '}De veldwerkleider kan de beltijden veranderen.`,
  }),
  'contact.halted': ({ isWholeStudy }) => ({
    happened: isWholeStudy
      ? 'Alle contact is stilgelegd. Niemand wordt nu gemaild, aangeschreven, gebeld of bezocht.'
      : 'Het contact met deze doelgroep is stilgelegd. Niemand ervan wordt nu gemaild, aangeschreven, gebeld of bezocht.',
    safe: 'Er is niets verstuurd.',
    todo: 'De veldwerkleider kan het contact hervatten, op het scherm Contact.',
  }),
  'contact.ended-meanwhile': ({ why }) => ({
    happened:
      why === 'answered'
        ? 'Deze persoon heeft intussen al geantwoord.'
        : 'Deze persoon wil intussen geen contact meer.',
    safe: nothingChanged,
    todo: 'Bedank de persoon en neem de volgende casus.',
  }),
  'contact.code-revoked': () => ({
    happened: 'Deze inlogcode is vervangen door een nieuwe.',
    safe: nothingChanged,
    todo: 'Gebruik de code van de nieuwste brief. Heeft iemand die niet, zoek dan op naam.',
  }),
  'contact.caller-not-opened': ({ why }) => ({
    happened: callerWhy[why],
    safe: nothingChanged,
    todo: callerTodo[why],
  }),
  'contact.language-missing': () => ({
    happened: 'Er is niet gezegd welke taal deze persoon spreekt.',
    safe: 'Het gesprek is nog niet afgesloten.',
    todo: 'Kies de taal, en sluit het gesprek daarna af.',
  }),
  'contact.mail-host-refused': ({ step, code }) => ({
    happened: `${mailStep[step]} Code: ${code}.`,
    safe: 'Er is niets verstuurd.',
    todo: mailTodo[step],
  }),
  'contact.mailbox-missing': () => ({
    happened: 'Er is nog geen postvak ingesteld.',
    safe: nothingRead,
    todo: 'Stel het postvak in bij Onderzoek, of lees bewaarde berichten in.',
  }),
  'contact.mailbox-refused': ({ step, code }) => ({
    happened: `${boxStep[step]} Code: ${code}.`,
    safe: nothingRead,
    todo: 'Controleer de instellingen van het postvak, of vraag de beheerder van de mailserver.',
  }),
  'contact.replies-unreadable': () => ({
    happened: 'In deze bestanden staat geen e-mail die Veldwerk kan lezen.',
    safe: nothingRead,
    todo: 'Kies bestanden van de soort .eml of mbox, of een .zip met zulke bestanden.',
  }),
  'contact.not-a-letter': () => ({
    happened: 'Deze reeks bestaat niet uit brieven.',
    safe: nothingChanged,
    todo: 'Kies een reeks brieven.',
  }),
  'contact.never-sent': ({ channel }) => ({
    happened: channel === 'letter' ? 'Deze persoon kreeg nog geen brief.' : 'Deze persoon kreeg nog geen e-mail.',
    safe: nothingChanged,
    todo: 'Controleer de code.',
  }),
  'contact.letters-do-not-fit': ({ letters, part, fault }) => ({
    happened: `${count(letters, { one: 'brief is', other: 'brieven zijn' })} niet te drukken. Het eerste probleem: ${words.letterParts[part]} ${
      fault === 'too-long' ? 'is te lang' : 'heeft tekens die niet te drukken zijn'
    }.`,
    safe: 'Er is geen enkele brief gemaakt.',
    todo: `${letterAdvice[part]} Maak de brieven daarna opnieuw.`,
  }),
  'contact.letters-cancelled': () => ({
    happened: 'Het maken van de brieven is gestopt.',
    safe: 'Er is geen bestand gemaakt. De brieven zijn nog aan de beurt.',
    todo: 'Maak de brieven opnieuw wanneer u wilt.',
  }),
  'contact.letters-not-as-stored': () => ({
    happened: 'Het bestand met brieven klopt niet: niet elke persoon heeft er precies één brief met de eigen code in.',
    safe: 'Het bestand is verwijderd. De brieven zijn nog aan de beurt.',
    todo: 'Maak de brieven opnieuw. Gebeurt het weer, meld dit dan aan de makers van Veldwerk.',
  }),
  'contact.batch-unfinished': () => ({
    happened: 'Het maken van deze stapel brak af. Er is geen heel bestand van.',
    safe: nothingChanged,
    todo: 'Maak de stapel ongedaan en maak de brieven opnieuw.',
  }),
  'contact.nothing-to-undo': () => ({
    happened: 'Er is niets meer terug te nemen.',
    safe: nothingChanged,
    todo: 'Zoek de persoon op als er iets niet klopt.',
  }),
  'contact.slip-empty': () => ({
    happened: 'Op deze strook is nog niets ingevuld.',
    safe: nothingChanged,
    todo: 'Vul in wat er op de strook staat.',
  }),
  'contact.searches-too-many': ({ seconds }) => ({
    happened: 'U hebt in korte tijd vaak naar een beller gezocht, zonder iemand in behandeling te nemen.',
    safe: 'Er is niets opgezocht. Het journaal vermeldt elke zoekvraag, zonder naam.',
    todo: `Vraag de beller om de inlogcode: daarmee kunt u altijd zoeken. Of wacht nog ${count(seconds, { one: 'seconde', other: 'seconden' })} en zoek dan opnieuw.`,
  }),
  'contact.batch-partly-gone': () => ({
    happened: 'Deze stapel kan niet meer ongedaan worden gemaakt: er is al iets van verstuurd.',
    safe: 'Niemand krijgt hetzelfde bericht twee keer.',
    todo: 'Verstuur ook de rest van de stapel, en leg vast dat die weg is.',
  }),
  'contact.enclosure-missing': ({ what }) => ({
    happened:
      what === 'questionnaire'
        ? 'Bij deze brief hoort een papieren vragenlijst, maar die kan niet worden gemaakt.'
        : 'Bij deze brief hoort een antwoordstrook, maar het antwoordnummer is niet ingevuld.',
    safe: 'Er zijn geen brieven gemaakt.',
    todo:
      what === 'questionnaire'
        ? 'Neem eerst een vragenlijst in gebruik.'
        : 'Vul het adres voor de antwoordstrook in bij de opmaak van brieven.',
  }),
  'schedule.step-unknown': ({ step }) => ({
    happened: `Het protocol heeft geen stap ${quoted(step)} met een tekst.`,
    safe: nothingChanged,
    todo: 'Leg het protocol vast en kies een stap die er is.',
  }),
};

const letterAdvice: Readonly<Record<ContactProblems['contact.letters-do-not-fit']['part'], string>> = {
  letterhead: 'Verander de naam of het adres van het bureau.',
  address: 'Overleg met de opdrachtgever over de adressen in de extractie.',
  subject: 'Verander het onderwerp van deze stap.',
  paragraphs: 'Verander de tekst van deze stap.',
  code: 'Meld dit aan de makers van Veldwerk.',
  link: 'Kies een korter webadres voor de vragenlijst, in de gegevens van het bureau.',
  help: 'Kies minder talen in de opmaak van brieven.',
  questionnaire: 'Vraag de onderzoeker om deze tekens in de vragenlijst te veranderen.',
  slip: 'Verander het antwoordnummer in de opmaak van brieven.',
};

/** The Dutch sentences for what goes wrong with a study as a whole. Short, active, and with "u". */
import type { InterviewProblems } from '../../shared/interview-problems.ts';
import type { Problems } from '../../shared/problem.ts';
import { agreementProblemsNl } from './agreement-problems-nl.ts';
import { grammarOf } from './grammar.ts';
import { peopleProblemsNl } from './people-problems-nl.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { all, count, day, form, number, quoted } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';
const nothingRead = 'Er is niets ingelezen.';

/** Those about questionnaires and scripts have a file of their own. */
type OfInterviews = Extract<keyof InterviewProblems, `study.${string}`>;

export const studyProblemsNl: ProblemTexts<Exclude<ProblemsOf<'study'>, OfInterviews>> = {
  ...agreementProblemsNl,
  ...peopleProblemsNl,
  'study.none-open': () => ({
    happened: 'U hebt nog geen onderzoek gekozen.',
    todo: 'Kies eerst de map van een onderzoek.',
  }),
  'study.folder-not-empty': () => ({
    happened: 'Deze map is niet leeg.',
    safe: 'De bestanden in de map zijn niet veranderd.',
    todo: 'Kies een lege map, of maak een nieuwe map voor dit onderzoek.',
  }),
  'study.folder-synchronised': ({ by }) => ({
    happened:
      by === 'network'
        ? 'Deze map staat op een schijf van het netwerk. Daar mag een onderzoek niet staan.'
        : `Deze map wordt gesynchroniseerd door ${by === 'another-service' ? 'een online dienst' : by}. Daar mag een onderzoek niet staan.`,
    safe: 'Er is niets veranderd. Andere computers krijgen een kopie van zo’n map, en die kan Veldwerk later niet vernietigen.',
    todo: `Kies een map op de schijf van deze computer zelf. Staat er al een onderzoek in de map? Verplaats de hele map dan daarheen, en ${
      by === 'network'
        ? 'laat de kopieën in de back-up van het netwerk verwijderen.'
        : 'verwijder de kopieën bij de dienst, ook uit de prullenbak.'
    }`,
  }),
  'study.not-found': () => ({
    happened: 'In deze map staat geen onderzoek dat u kunt openen.',
    todo: 'Kies de map van het onderzoek. Is het onderzoek vernietigd? Dan staan alleen de resultaten er nog.',
  }),
  'study.device-secret-missing': () => ({
    happened: 'Deze computer heeft het geheim van dit onderzoek niet. Zonder dat geheim opent niemand het onderzoek.',
    todo: 'Open het onderzoek op de computer waarop het is gemaakt. Is het vernietigd? Dan gaat een kopie nooit meer open.',
  }),
  'study.damaged': ({ where }) => ({
    happened: `Een deel van het onderzoek is beschadigd, of buiten Veldwerk veranderd: ${quoted(where)}.`,
    safe: 'Veldwerk gebruikt dit deel niet.',
    todo: 'Werk niet verder en laat de map zoals die is. Waarschuw de veldwerkleider en uw systeembeheerder.',
  }),
  'study.made-by-newer-version': () => ({
    happened: 'Dit onderzoek is het laatst bewaard met een nieuwere versie van Veldwerk.',
    safe: nothingChanged,
    todo: 'Installeer die nieuwere versie en open het onderzoek opnieuw.',
  }),
  'study.open-elsewhere': () => ({
    happened: 'Dit onderzoek is al geopend: in een ander venster van Veldwerk of op een andere computer.',
    safe: nothingChanged,
    todo: 'Sluit het onderzoek daar en probeer het opnieuw.',
  }),
  'study.destroyed': () => ({
    happened: 'Dit onderzoek is vernietigd.',
    safe: 'De resultaten en de verklaring van vernietiging zijn er nog.',
    todo: 'Bekijk de verklaring in de map met resultaten.',
  }),
  'study.clock-is-real': () => ({
    happened: 'Dit is een echt onderzoek. De klok kunt u niet verzetten.',
    safe: nothingChanged,
    todo: 'Maak een oefenonderzoek als u een andere dag wilt proberen.',
  }),
  'study.clock-backwards': ({ stands, today }) =>
    today === undefined
      ? {
          happened: `De klok staat op ${day(stands)} en kan niet terug.`,
          safe: nothingChanged,
          todo: `Kies een dag na ${day(stands)}.`,
        }
      : {
          happened: `Volgens deze computer is het ${day(today)}, maar in dit onderzoek is al gewerkt op ${day(stands)}.`,
          safe: `${nothingChanged} U kunt alles nog bekijken, en u afmelden.`,
          todo: 'Zet de datum van deze computer goed en probeer het opnieuw. Was die goed? Waarschuw dan uw systeembeheerder.',
        },
  'study.outside-agreement-dates': ({ startsOn, endsOn }) => ({
    happened: `De verwerkersovereenkomst geldt van ${day(startsOn)} tot en met ${day(endsOn)}. Vandaag valt daarbuiten.`,
    safe: nothingChanged,
    todo: 'Controleer deze dagen in de ondertekende overeenkomst. Is de laatste dag voorbij? Overleg dan met de opdrachtgever.',
  }),
  'study.agreement-incomplete': ({ missing }) => ({
    happened: `De verwerkersovereenkomst is niet compleet. ${form(missing.length, {
      one: 'Dit ontbreekt',
      other: `Deze ${number(missing.length)} gegevens ontbreken`,
    })}: ${all(missing.map((field) => words.agreement[field]))}.`,
    safe: nothingChanged,
    todo: 'Vul aan wat ontbreekt. Neem het over uit de ondertekende overeenkomst.',
  }),
  'study.agreement-dates-reversed': () => ({
    happened: 'De einddatum van de verwerkersovereenkomst ligt vóór de begindatum.',
    safe: 'De overeenkomst is niet veranderd.',
    todo: 'Verbeter een van de twee dagen.',
  }),
  'study.agreement-in-force': () => ({
    happened: 'U kunt de verwerkersovereenkomst niet meer veranderen. Er zijn al gegevens ingelezen.',
    safe: 'De overeenkomst is niet veranderd.',
    todo: 'Spreek een wijziging af met de opdrachtgever. Leg die vast als instructie.',
  }),
  'study.nothing-to-pass-on': () => ({
    happened: 'Niemand met deze naam wacht op een sleutel die u hebt.',
    safe: nothingChanged,
    todo: 'Controleer de naam. Misschien gaf een collega de sleutel al door.',
  }),
  'study.work-going-on': () => ({
    happened: 'Er wordt op dit moment nog verstuurd of gedrukt.',
    safe: 'Er is niets veranderd of vernietigd.',
    todo: 'Wacht tot dat klaar is, of stop het. Begin daarna opnieuw.',
  }),
  'study.in-use': () => ({
    happened: 'In het onderzoek dat nu open is, is nog iemand bezig.',
    safe: nothingChanged,
    todo: 'Laat eerst iedereen in dat onderzoek afmelden. Probeer het daarna opnieuw.',
  }),
  'study.set-up-unreadable': () => ({
    happened: 'Dit bestand is geen opzet van een onderzoek, of het is gemaakt met een nieuwere versie van Veldwerk.',
    safe: nothingRead,
    todo: 'Kies het bestand dat Veldwerk maakte toen iemand een opzet bewaarde.',
  }),
  'study.name-taken': () => ({
    happened: 'Deze naam is al van een andere collega in dit onderzoek.',
    safe: 'Er is niemand toegevoegd.',
    todo: 'Kies een andere naam om mee aan te melden.',
  }),
  'study.passphrase-too-short': ({ atLeast }) => ({
    happened: `De wachtzin is te kort. Nodig ${form(atLeast, { one: 'is', other: 'zijn' })} minstens ${count(atLeast, {
      one: 'teken',
      other: 'tekens',
    })}.`,
    safe: nothingChanged,
    todo: 'Kies een langere wachtzin, bijvoorbeeld vijf losse woorden.',
  }),
  'study.first-people-incomplete': ({ missing }) => ({
    happened: `Bij een nieuw onderzoek hoort ook een ${all(missing.map((role) => words.roles[role]))}.`,
    safe: 'Het onderzoek is nog niet gemaakt.',
    todo: 'Geef iemand deze rol. Eén persoon mag meer rollen hebben.',
  }),
  'study.group-unknown': ({ group }) => ({
    happened: `Dit onderzoek heeft geen doelgroep met de code ${quoted(group)}.`,
    safe: nothingChanged,
    todo: 'Controleer de code, of voeg de doelgroep eerst toe.',
  }),
  'study.group-exists': ({ group }) => ({
    happened: `Er is al een doelgroep met de code ${quoted(group)}.`,
    safe: 'Die doelgroep is niet veranderd.',
    todo: 'Kies een andere code.',
  }),
  'study.group-not-ready': ({ group, missing }) => ({
    happened: `Doelgroep ${quoted(group)} heeft nog geen ${groupParts[missing].name}.`,
    safe: nothingChanged,
    todo: groupParts[missing].todo,
  }),
  'study.changed-meanwhile': () => ({
    happened: 'Dit is intussen veranderd.',
    safe: 'Wat u wilde opslaan, is niet opgeslagen.',
    todo: 'Bekijk hoe het nu is. Probeer het daarna opnieuw.',
  }),
};

const groupParts: Readonly<
  Record<Problems['study.group-not-ready']['missing'], { readonly name: string; readonly todo: string }>
> = {
  questionnaire: { name: 'vragenlijst', todo: 'Lees eerst een vragenlijst in voor deze doelgroep.' },
  protocol: { name: 'benaderingsprotocol', todo: 'Leg eerst het benaderingsprotocol van deze doelgroep vast.' },
};

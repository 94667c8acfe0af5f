/** The Dutch sentences for what goes wrong with a request about one person. */
import type { RequestArticle } from '../../shared/study/case-request.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { count, number } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';

const about: Readonly<Record<RequestArticle, string>> = {
  '15': 'inzage',
  '16': 'correctie',
  '17': 'wissen',
  '18': 'beperking',
  '21': 'bezwaar',
};

export const onePersonProblemsNl: ProblemTexts<
  ProblemsOf<'case'> | 'destruction.letters-unposted' | 'destruction.files-elsewhere' | 'export.removals-waiting'
> = {
  'case.request-unknown': ({ nr }) => ({
    happened: `Verzoek ${number(nr)} bestaat niet.`,
    safe: nothingChanged,
    todo: 'Kies een verzoek uit de lijst, of leg het eerst vast.',
  }),
  'case.request-closed': ({ nr }) => ({
    happened: `Verzoek ${number(nr)} is al afgehandeld.`,
    safe: nothingChanged,
    todo: 'Vraagt deze persoon opnieuw iets? Leg dan een nieuw verzoek vast.',
  }),
  'case.request-of-other-article': ({ nr, article }) => ({
    happened: `Verzoek ${number(nr)} gaat over iets anders: ${about[article]} (artikel ${article}).`,
    safe: nothingChanged,
    todo: 'Kies het verzoek dat hierover gaat, of leg een nieuw verzoek vast.',
  }),
  'case.request-without-case': ({ nr }) => ({
    happened: `Bij verzoek ${number(nr)} is deze persoon nog niet vastgelegd.`,
    safe: nothingChanged,
    todo: 'Zoek de persoon op en kies wie het is.',
  }),
  'case.identity-unchecked': ({ nr }) => ({
    happened: `Bij verzoek ${number(nr)} staat nog niet wie heeft gecontroleerd dat het van deze persoon zelf komt.`,
    safe: 'Er is niets geopend en niets veranderd.',
    todo: 'Controleer dat eerst, of laat de opdrachtgever dat doen. Leg dan vast wie het deed.',
  }),
  'case.instruction-missing': ({ nr }) => ({
    happened: `Bij verzoek ${number(nr)} staat nog geen instructie van de opdrachtgever.`,
    safe: 'Er is niets gewist.',
    todo: 'Leg de instructie vast en zet haar nummer bij dit verzoek.',
  }),
  'case.look-up-too-short': ({ atLeast }) => ({
    happened: 'Dit is te weinig om iemand mee te vinden.',
    todo: `Typ minstens ${count(atLeast, { one: 'teken', other: 'tekens' })}, of de hele inlogcode.`,
  }),
  'case.nothing-to-correct': () => ({
    happened: 'Er is geen gegeven dat anders wordt.',
    safe: nothingChanged,
    todo: 'Vul in wat er moet komen te staan.',
  }),
  'case.field-refused': ({ field, why }) => ({
    happened:
      why === 'not-allowed'
        ? `De verwerkersovereenkomst staat dit gegeven niet toe: ${words.contactFields[field]}.`
        : `Dit kan Veldwerk niet lezen als ${words.contactFields[field]}.`,
    safe: nothingChanged,
    todo: why === 'not-allowed' ? 'Laat dit gegeven leeg.' : 'Controleer wat u typte en probeer het opnieuw.',
  }),
  'case.restricted-already': () => ({
    happened: 'De gegevens van deze persoon zijn al beperkt.',
    safe: nothingChanged,
    todo: 'U hoeft niets te doen.',
  }),
  'case.not-restricted': () => ({
    happened: 'De gegevens van deze persoon zijn niet beperkt.',
    safe: nothingChanged,
    todo: 'U hoeft niets te doen.',
  }),
  'export.removals-waiting': ({ removals, restricted }) => ({
    happened: [
      ...(removals === 0
        ? []
        : [`Van ${count(removals, { one: 'persoon', other: 'mensen' })} moeten de antwoorden nog worden verwijderd.`]),
      ...(restricted === 0
        ? []
        : [`Van ${count(restricted, { one: 'persoon', other: 'mensen' })} zijn de antwoorden beperkt.`]),
    ].join(' '),
    safe: 'Er is niets gemaakt en niets losgekoppeld.',
    todo:
      removals === 0
        ? 'Wacht tot de veldwerkleider de beperking opheft of de gegevens wist.'
        : 'Laat de onderzoeker eerst die antwoorden verwijderen, op het scherm Bestand.',
  }),
  'destruction.letters-unposted': ({ batches }) => ({
    happened: `Een brief aan deze persoon zit nog in ${count(batches, { one: 'stapel', other: 'stapels' })} die niet is gepost.`,
    safe: 'Er is niets gewist.',
    todo: 'Stop eerst het contact. Haal de brief uit de stapel en leg vast dat de rest is gepost, of maak de stapel ongedaan.',
  }),
  'destruction.files-elsewhere': ({ files }) => ({
    happened: `Van deze persoon ${files === 1 ? 'staat 1 bestand' : `staan ${number(files)} bestanden`} niet meer waar Veldwerk het maakte.`,
    safe: 'Er is niets gewist.',
    todo: 'Vernietig die bestanden en wat ervan is afgedrukt. Bevestig dat daarna.',
  }),
};

/** The Dutch sentences for what goes wrong with the people of a study and their keys. */
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { all } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';

export type PeopleProblem =
  | 'study.passphrase-same'
  | 'study.person-unknown'
  | 'study.passphrase-for-another'
  | 'study.not-signed-in-yet'
  | 'study.only-holder'
  | 'study.too-few-holders'
  | 'study.not-yourself'
  | 'study.case-in-hand'
  | 'study.unlinked';

export const peopleProblemsNl: ProblemTexts<PeopleProblem> = {
  'study.passphrase-same': () => ({
    happened: 'De nieuwe wachtzin is dezelfde als die u had.',
    safe: nothingChanged,
    todo: 'Kies een andere. Een eenmalige wachtzin kent ook wie u toevoegde.',
  }),
  'study.person-unknown': () => ({
    happened: 'Niemand in dit onderzoek heeft deze naam.',
    safe: nothingChanged,
    todo: 'Controleer de naam in de lijst van collega’s.',
  }),
  'study.passphrase-for-another': () => ({
    happened: 'U kunt geen wachtzin kiezen voor een ander.',
    safe: nothingChanged,
    todo: 'Voeg de collega toe zonder wachtzin. U krijgt dan een eenmalige wachtzin om te geven.',
  }),
  'study.not-signed-in-yet': () => ({
    happened:
      'Deze collega heeft nog geen eigen wachtzin. Wie de eenmalige wachtzin kent, zou uw sleutels kunnen krijgen.',
    safe: 'Er is geen sleutel doorgegeven.',
    todo: 'Laat de collega zich eerst aanmelden en een eigen wachtzin kiezen. Geef daarna de sleutels door.',
  }),
  'study.only-holder': ({ keys }) => ({
    happened: `Alleen deze collega kan bij ${all(keys.map((key) => words.keys[key]))}.`,
    safe: nothingChanged,
    todo: 'Zonder deze sleutel leest niemand dat nog. Geef de sleutel eerst aan een tweede collega met dezelfde rol.',
  }),
  'study.too-few-holders': ({ keys }) => ({
    happened: `Eén of geen collega kan bij ${all(keys.map((key) => words.keys[key]))}.`,
    safe: 'Er is niets ingelezen.',
    todo: 'Een vergeten wachtzin kan dan niet worden hersteld. Voeg bij Mensen een tweede collega met dezelfde rol toe, of teken daar voor het risico.',
  }),
  'study.not-yourself': () => ({
    happened: 'U kunt dit niet voor uzelf doen.',
    safe: nothingChanged,
    todo: 'Vraag het aan een andere veldwerkleider of onderzoeker.',
  }),
  'study.case-in-hand': () => ({
    happened: 'Er is nog een telefoongesprek open.',
    safe: nothingChanged,
    todo: 'Laat de enquêteur het gesprek afsluiten. Probeer het daarna opnieuw.',
  }),
  'study.unlinked': () => ({
    happened: 'Het is niet meer bekend wie welke antwoorden gaf: de koppeling is vernietigd.',
    safe: nothingChanged,
    todo: 'Antwoorden van één persoon zijn niet meer terug te vinden: vertel dat aan wie het vraagt. Er wordt ook niemand meer benaderd.',
  }),
};

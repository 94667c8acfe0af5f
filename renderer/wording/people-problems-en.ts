/** The English sentences for what goes wrong with the people of a study and their keys. */
import { grammarOf } from './grammar.ts';
import type { PeopleProblem } from './people-problems-nl.ts';
import type { ProblemTexts } from './problem-text.ts';
import { wordsEn as words } from './words-en.ts';

const { all } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';

export const peopleProblemsEn: ProblemTexts<PeopleProblem> = {
  'study.passphrase-same': () => ({
    happened: 'The new passphrase is the same as the one you had.',
    safe: nothingChanged,
    todo: 'Choose another. A one-time passphrase is also known to whoever added you.',
  }),
  'study.person-unknown': () => ({
    happened: 'Nobody in this study has this name.',
    safe: nothingChanged,
    todo: 'Check the name in the list of colleagues.',
  }),
  'study.passphrase-for-another': () => ({
    happened: 'You cannot choose a passphrase for someone else.',
    safe: nothingChanged,
    todo: 'Add the colleague without a passphrase. You then get a one-time passphrase to give to them.',
  }),
  'study.not-signed-in-yet': () => ({
    happened: 'This colleague has no passphrase of their own yet. Whoever knows the one-time one could get your keys.',
    safe: 'No key was passed on.',
    todo: 'Have the colleague sign in and choose a passphrase first. Then pass the keys on.',
  }),
  'study.only-holder': ({ keys }) => ({
    happened: `This colleague alone holds the key to ${all(keys.map((key) => words.keys[key]))}.`,
    safe: nothingChanged,
    todo: 'Without it nobody could read that any more. Give the key to a second colleague with the same role first.',
  }),
  'study.too-few-holders': ({ keys }) => ({
    happened: `One colleague or none holds the key to ${all(keys.map((key) => words.keys[key]))}.`,
    safe: 'Nothing was taken in.',
    todo: 'A forgotten passphrase could not be mended then. Add a second colleague with the same role at People, or sign for the risk there.',
  }),
  'study.not-yourself': () => ({
    happened: 'You cannot do this for yourself.',
    safe: nothingChanged,
    todo: 'Ask another fieldwork manager or researcher.',
  }),
  'study.case-in-hand': () => ({
    happened: 'A telephone call is still open.',
    safe: nothingChanged,
    todo: 'Have the interviewer close the call. Then try again.',
  }),
  'study.unlinked': () => ({
    happened: 'It is not known any more who gave which answers: the link was destroyed.',
    safe: nothingChanged,
    todo: 'Answers of one person cannot be found back: tell that to who asks. Nobody is contacted any more either.',
  }),
};

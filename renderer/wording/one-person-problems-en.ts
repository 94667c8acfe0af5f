/** The English sentences for what goes wrong with a request about one person. */
import type { RequestArticle } from '../../shared/study/case-request.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { wordsEn as words } from './words-en.ts';

const { count, number } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';

const about: Readonly<Record<RequestArticle, string>> = {
  '15': 'access',
  '16': 'correction',
  '17': 'erasure',
  '18': 'restriction',
  '21': 'objection',
};

export const onePersonProblemsEn: ProblemTexts<
  ProblemsOf<'case'> | 'destruction.letters-unposted' | 'destruction.files-elsewhere' | 'export.removals-waiting'
> = {
  'case.request-unknown': ({ nr }) => ({
    happened: `Request ${number(nr)} does not exist.`,
    safe: nothingChanged,
    todo: 'Choose a request from the list, or record it first.',
  }),
  'case.request-closed': ({ nr }) => ({
    happened: `Request ${number(nr)} has been dealt with already.`,
    safe: nothingChanged,
    todo: 'Does this person ask something again? Then record a new request.',
  }),
  'case.request-of-other-article': ({ nr, article }) => ({
    happened: `Request ${number(nr)} is about something else: ${about[article]} (article ${article}).`,
    safe: nothingChanged,
    todo: 'Choose the request that is about this, or record a new one.',
  }),
  'case.request-without-case': ({ nr }) => ({
    happened: `Request ${number(nr)} does not say yet that it is about this person.`,
    safe: nothingChanged,
    todo: 'Look the person up and choose who it is.',
  }),
  'case.identity-unchecked': ({ nr }) => ({
    happened: `Request ${number(nr)} does not say yet who checked that it comes from this person themselves.`,
    safe: 'Nothing was opened and nothing was changed.',
    todo: 'Check that first, or let the client do so. Then record who did it.',
  }),
  'case.instruction-missing': ({ nr }) => ({
    happened: `Request ${number(nr)} has no instruction of the client yet.`,
    safe: 'Nothing was erased.',
    todo: 'Record the instruction and put its number to this request.',
  }),
  'case.look-up-too-short': ({ atLeast }) => ({
    happened: 'This is too little to find someone by.',
    todo: `Type at least ${count(atLeast, { one: 'character', other: 'characters' })}, or the whole login code.`,
  }),
  'case.nothing-to-correct': () => ({
    happened: 'There is nothing that would become different.',
    safe: nothingChanged,
    todo: 'Fill in what should stand there.',
  }),
  'case.field-refused': ({ field, why }) => ({
    happened:
      why === 'not-allowed'
        ? `The processor agreement does not allow this: ${words.contactFields[field]}.`
        : `Veldwerk cannot read this as ${words.contactFields[field]}.`,
    safe: nothingChanged,
    todo: why === 'not-allowed' ? 'Leave this empty.' : 'Check what you typed and try again.',
  }),
  'case.restricted-already': () => ({
    happened: 'The data of this person are restricted already.',
    safe: nothingChanged,
    todo: 'You need not do anything.',
  }),
  'case.not-restricted': () => ({
    happened: 'The data of this person are not restricted.',
    safe: nothingChanged,
    todo: 'You need not do anything.',
  }),
  'export.removals-waiting': ({ removals, restricted }) => ({
    happened: [
      ...(removals === 0
        ? []
        : [`The answers of ${count(removals, { one: 'person', other: 'people' })} still have to be removed.`]),
      ...(restricted === 0
        ? []
        : [`The answers of ${count(restricted, { one: 'person', other: 'people' })} are restricted.`]),
    ].join(' '),
    safe: 'Nothing was made and nothing was unlinked.',
    todo:
      removals === 0
        ? 'Wait until the fieldwork manager lifts the restriction or erases the data.'
        : 'Let the researcher remove those answers first, on the screen Dataset.',
  }),
  'destruction.letters-unposted': ({ batches }) => ({
    happened: `A letter to this person is still in ${count(batches, { one: 'batch', other: 'batches' })} not posted.`,
    safe: 'Nothing was erased.',
    todo: 'First stop the contact. Take the letter out and record that the others were posted, or undo the batch.',
  }),
  'destruction.files-elsewhere': ({ files }) => ({
    happened: `${count(files, { one: 'file', other: 'files' })} about this person no longer stand where Veldwerk made them.`,
    safe: 'Nothing was erased.',
    todo: 'Destroy those files and what was printed of them. Then confirm that you did.',
  }),
};

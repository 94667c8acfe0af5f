/** The English sentences for what goes wrong with recovery sheets, recovery files, backups and a study that was put back. */
import type { WordsFault } from '../../shared/study/recovery-words.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';

const { all, count, day, form, number } = grammarOf('en');
const nothingRestored = 'Nothing was put back and nothing changed.';

const file = { 'recovery-file': 'recovery file', backup: 'backup' } as const;
const word = { one: 'word', other: 'words' };

function faultText(fault: WordsFault): { happened: string; todo: string } {
  switch (fault.kind) {
    case 'count':
      return {
        happened: `You typed ${count(fault.typed, word)}. There are ${number(fault.expected)} on the recovery sheet.`,
        todo: 'Copy all words, the last one too. The numbers are not needed.',
      };
    case 'unknown-words':
      return {
        happened: `${form(fault.places.length, { one: 'Word', other: 'Words' })} ${all(fault.places.map(number))} ${form(fault.places.length, { one: 'stands', other: 'stand' })} on no recovery sheet.`,
        todo: 'Look at that number on the sheet and mend the spelling.',
      };
    case 'check':
      return {
        happened: 'The words do not fit together: one word is another, or two were swapped.',
        todo: 'Compare them with the sheet one by one, in the order of the numbers.',
      };
  }
}

export const recoveryProblemsEn: ProblemTexts<ProblemsOf<'recovery'>> = {
  'recovery.file-unreadable': (detail) => ({
    happened: `This is no ${file[detail.file]} of Veldwerk, or the file was damaged or changed.`,
    safe: nothingRestored,
    todo: `Choose the ${file[detail.file]} itself, or another copy of it.`,
  }),
  'recovery.other-sheet': ({ needed, typed }) => ({
    happened: `These words are on recovery sheet ${typed}. The recovery file belongs to sheet ${needed}.`,
    safe: nothingRestored,
    todo: `Take the sheet with number ${needed}, or choose the recovery file that belongs to sheet ${typed}.`,
  }),
  'recovery.files-differ': ({ what, older }) => ({
    happened:
      what === 'study'
        ? 'The backup and the recovery file do not belong to the same study.'
        : `The backup and the recovery file do not belong together: the ${file[older ?? 'backup']} is from before an erasure and is void.`,
    safe: nothingRestored,
    todo:
      what === 'study'
        ? 'Choose two files of the same study.'
        : `Choose a newer ${file[older ?? 'backup']}. Destroy the void file.`,
  }),
  'recovery.void': () => ({
    happened: 'This backup is void. Since then someone was erased, unlinked or removed.',
    safe: 'Nothing was put back. What was erased stays erased.',
    todo: 'Choose a newer backup with the newer recovery file. Destroy these files.',
  }),
  'recovery.words-faulty': ({ fault }) => ({ ...faultText(fault), safe: nothingRestored }),
  'recovery.words-differ': ({ places }) => ({
    happened: `${form(places.length, { one: 'Word', other: 'Words' })} ${all(places.map(number))} ${form(places.length, { one: 'differs', other: 'differ' })} from the sheet.`,
    safe: 'The new sheet does not count yet. An earlier sheet still does.',
    todo: 'Look at that number on the sheet and type the word again.',
  }),
  'recovery.steps-unanswered': ({ steps }) => ({
    happened: `Of ${count(steps, { one: 'step', other: 'steps' })} it was not said yet whether it may have gone out.`,
    safe: 'Nothing was recorded and nobody was contacted.',
    todo: 'Give an answer for every step. In doubt? Then choose that it may have gone out.',
  }),
  'recovery.not-confirmed': () => ({
    happened: 'You have not confirmed yet that everything was put down.',
    safe: 'Nothing was recorded and nobody was contacted.',
    todo: 'Put down everyone who stopped since then, and then confirm it.',
  }),
  'recovery.no-sheet': () => ({
    happened: 'There is no recovery sheet for this study yet.',
    safe: 'Nothing was made.',
    todo: 'First make a recovery sheet and copy the words that are asked. Then make the recovery file.',
  }),
  'recovery.no-sheet-made': () => ({
    happened: 'You have no new recovery sheet here that waits for your words.',
    safe: 'Nothing changed.',
    todo: 'Make a new recovery sheet. One that you made before signing out does not count and can go.',
  }),
  'recovery.not-reconciled': ({ since }) => ({
    happened: `This study was put back. What happened after ${day(since)} is not in it.`,
    safe: 'Nobody was contacted.',
    todo: 'First let the fieldwork manager bring up to date what was sent since then, and who stopped.',
  }),
};

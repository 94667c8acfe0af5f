/** The English sentences for what goes wrong with a study as a whole. Short and active. */
import type { InterviewProblems } from '../../shared/interview-problems.ts';
import type { Problems } from '../../shared/problem.ts';
import { agreementProblemsEn } from './agreement-problems-en.ts';
import { grammarOf } from './grammar.ts';
import { peopleProblemsEn } from './people-problems-en.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { wordsEn as words } from './words-en.ts';

const { all, count, day, form, number, quoted } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';
const nothingRead = 'Nothing was taken in.';

/** Those about questionnaires and scripts have a file of their own. */
type OfInterviews = Extract<keyof InterviewProblems, `study.${string}`>;

export const studyProblemsEn: ProblemTexts<Exclude<ProblemsOf<'study'>, OfInterviews>> = {
  ...agreementProblemsEn,
  ...peopleProblemsEn,
  'study.none-open': () => ({
    happened: 'You have not chosen a study yet.',
    todo: 'Choose the folder of a study first.',
  }),
  'study.folder-not-empty': () => ({
    happened: 'This folder is not empty.',
    safe: 'The files in the folder were not changed.',
    todo: 'Choose an empty folder, or make a new one for this study.',
  }),
  'study.folder-synchronised': ({ by }) => ({
    happened:
      by === 'network'
        ? 'This folder is on a disk of the network. A study may not be kept there.'
        : `This folder is synchronised by ${by === 'another-service' ? 'an online service' : by}. A study may not be kept there.`,
    safe: 'Nothing was changed. Other computers get a copy of such a folder, and Veldwerk cannot destroy that later.',
    todo: `Choose a folder on the disk of this computer itself. Is there a study in the folder already? Then move the whole folder there, and ${
      by === 'network'
        ? 'have the copies in the back-up of the network removed.'
        : 'remove the copies at the service, from its recycle bin too.'
    }`,
  }),
  'study.not-found': () => ({
    happened: 'This folder holds no study that you can open.',
    todo: 'Choose the folder of the study. Was the study destroyed? Then only its results are still there.',
  }),
  'study.device-secret-missing': () => ({
    happened: 'This computer does not have the secret of this study. Without it nobody opens the study.',
    todo: 'Open the study on the computer on which it was made. Was it destroyed? Then a copy never opens again.',
  }),
  'study.damaged': ({ where }) => ({
    happened: `A part of the study is damaged, or was changed outside Veldwerk: ${quoted(where)}.`,
    safe: 'Veldwerk does not use this part.',
    todo: 'Stop working and leave the folder as it is. Warn the fieldwork manager and your system administrator.',
  }),
  'study.made-by-newer-version': () => ({
    happened: 'This study was last saved by a newer version of Veldwerk.',
    safe: nothingChanged,
    todo: 'Install that newer version and open the study again.',
  }),
  'study.open-elsewhere': () => ({
    happened: 'This study is open already: in another window of Veldwerk or on another computer.',
    safe: nothingChanged,
    todo: 'Close the study there and try again.',
  }),
  'study.destroyed': () => ({
    happened: 'This study has been destroyed.',
    safe: 'The results and the certificate of destruction are still there.',
    todo: 'See the certificate in the folder with results.',
  }),
  'study.clock-is-real': () => ({
    happened: 'This is a real study. You cannot move its clock.',
    safe: nothingChanged,
    todo: 'Make a practice study if you want to try another day.',
  }),
  'study.clock-backwards': ({ stands, today }) =>
    today === undefined
      ? {
          happened: `The clock stands at ${day(stands)} and cannot go back.`,
          safe: nothingChanged,
          todo: `Choose a day after ${day(stands)}.`,
        }
      : {
          happened: `According to this computer it is ${day(today)}, but work was done in this study on ${day(stands)} already.`,
          safe: `${nothingChanged} You can still look at everything, and sign out.`,
          todo: 'Set the date of this computer right and try again. Was it right? Then warn your system administrator.',
        },
  'study.outside-agreement-dates': ({ startsOn, endsOn }) => ({
    happened: `The processor agreement holds from ${day(startsOn)} to ${day(endsOn)}. Today is outside those days.`,
    safe: nothingChanged,
    todo: 'Check these days in the signed agreement. Is the last day over? Then consult the client.',
  }),
  'study.agreement-incomplete': ({ missing }) => ({
    happened: `The processor agreement is not complete. ${form(missing.length, {
      one: 'This is missing',
      other: `These ${number(missing.length)} things are missing`,
    })}: ${all(missing.map((field) => words.agreement[field]))}.`,
    safe: nothingChanged,
    todo: 'Fill in what is missing. Take it from the signed agreement.',
  }),
  'study.agreement-dates-reversed': () => ({
    happened: 'The last day of the processor agreement is before its first day.',
    safe: 'The agreement was not changed.',
    todo: 'Correct one of the two days.',
  }),
  'study.agreement-in-force': () => ({
    happened: 'You can no longer change the processor agreement. Data have already been taken in.',
    safe: 'The agreement was not changed.',
    todo: 'Agree on a change with the client. Record it as an instruction.',
  }),
  'study.nothing-to-pass-on': () => ({
    happened: 'Nobody of this name awaits a key that you hold.',
    safe: nothingChanged,
    todo: 'Check the name. Perhaps a colleague has passed the key on already.',
  }),
  'study.work-going-on': () => ({
    happened: 'Something is still being sent or printed at this moment.',
    safe: 'Nothing was changed or destroyed.',
    todo: 'Wait until that is done, or stop it. Then begin again.',
  }),
  'study.in-use': () => ({
    happened: 'Someone is still at work in the study that is open now.',
    safe: nothingChanged,
    todo: 'Let everybody in that study sign out first. Then try again.',
  }),
  'study.set-up-unreadable': () => ({
    happened: 'This file is no set-up of a study, or it was made with a newer version of Veldwerk.',
    safe: nothingRead,
    todo: 'Choose the file that Veldwerk made when someone saved a set-up.',
  }),
  'study.name-taken': () => ({
    happened: 'Another colleague in this study already has this name.',
    safe: 'Nobody was added.',
    todo: 'Choose another name to sign in with.',
  }),
  'study.passphrase-too-short': ({ atLeast }) => ({
    happened: `The passphrase is too short. It needs at least ${count(atLeast, { one: 'character', other: 'characters' })}.`,
    safe: nothingChanged,
    todo: 'Choose a longer passphrase, for instance five separate words.',
  }),
  'study.first-people-incomplete': ({ missing }) => ({
    happened: `A new study also needs a ${all(missing.map((role) => words.roles[role]))}.`,
    safe: 'The study has not been made yet.',
    todo: 'Give someone this role. One person may have several roles.',
  }),
  'study.group-unknown': ({ group }) => ({
    happened: `This study has no group with the code ${quoted(group)}.`,
    safe: nothingChanged,
    todo: 'Check the code, or add the group first.',
  }),
  'study.group-exists': ({ group }) => ({
    happened: `There is already a group with the code ${quoted(group)}.`,
    safe: 'That group was not changed.',
    todo: 'Choose another code.',
  }),
  'study.group-not-ready': ({ group, missing }) => ({
    happened: `Group ${quoted(group)} has no ${missing} yet.`,
    safe: nothingChanged,
    todo: groupAdvice[missing],
  }),
  'study.changed-meanwhile': () => ({
    happened: 'This has changed in the meantime.',
    safe: 'What you wanted to save was not saved.',
    todo: 'See how it is now. Then try again.',
  }),
};

const groupAdvice: Readonly<Record<Problems['study.group-not-ready']['missing'], string>> = {
  questionnaire: 'Load a questionnaire for this group first.',
  protocol: 'Set the protocol of this group first.',
};

/** The English sentences for what goes wrong with messages, letters and calls. */
import type { ContactProblems } from '../../shared/contact-problems.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';
import { wordsEn as words } from './words-en.ts';

const { count, day, quoted } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';
const nothingRead = 'Nothing was read.';

const callerWhy = {
  'in-hand': 'A colleague has this person in hand now.',
  answered: 'This person has answered already.',
  ended: 'This person is not contacted any more.',
  'own-interview': 'You are still in another interview yourself.',
  restricted: 'The data of this person may not be used now.',
  acquainted: 'You know this person, so a colleague takes over.',
} as const;
const callerTodo = {
  'in-hand': 'Put them through to your colleague.',
  answered: 'Thank them for taking part. Do they want to change something? Ask the fieldwork manager.',
  'own-interview': 'Finish that interview first, or put them through to a colleague.',
  ended: 'Thank them for calling. Do they want to take part after all? Ask the fieldwork manager.',
  restricted: 'Write nothing down. Refer them to the fieldwork manager.',
  acquainted: 'Put them through to a colleague.',
} as const;
const mailStep = {
  reached: 'The mail server cannot be reached.',
  tls: 'The connection with the mail server cannot be secured: the certificate is not right.',
  login: 'The mail server refuses the login.',
  sender: 'The mail server refuses messages of this sender.',
  sent: 'The mail server did not take the message.',
} as const;
const mailTodo = {
  reached: 'Check the name and port of the mail server. Often it is port 587 or 465.',
  tls: 'Ask whoever keeps it for a valid certificate, or check the name of the server.',
  login: 'Check user and password, or the access of the application.',
  sender: 'Check the address of the sender.',
  sent: 'Check the address that you send the message to, and try again later.',
} as const;
const boxStep = {
  reached: 'The mailbox cannot be reached.',
  tls: 'The connection with the mailbox cannot be secured: the certificate is not right.',
  login: 'The mailbox refuses the login.',
  folder: 'The folder of the mailbox is not there.',
} as const;

export const contactProblemsEn: ProblemTexts<keyof ContactProblems> = {
  'contact.outside-call-window': ({ on, from }) => ({
    happened: `Nobody of this group is rung at this hour.${on === undefined ? '' : ` It may be done again from ${day(on)}${from === undefined ? '' : ` at ${from}`}.`}`,
    todo: `${on === undefined ? '' : 'Wait until then. '}The fieldwork manager can change the hours of calling.`,
  }),
  'contact.halted': ({ isWholeStudy }) => ({
    happened: isWholeStudy
      ? 'All contact is stopped. Nobody is e-mailed, written to, rung or visited now.'
      : 'Contact with this group is stopped. Nobody of it is e-mailed, written to, rung or visited now.',
    safe: 'Nothing was sent.',
    todo: 'The fieldwork manager can resume contact on the screen Contact.',
  }),
  'contact.ended-meanwhile': ({ why }) => ({
    happened: why === 'answered' ? 'This person has answered meanwhile.' : 'This person wants no contact any more.',
    safe: nothingChanged,
    todo: 'Thank the person and take the next case.',
  }),
  'contact.code-revoked': () => ({
    happened: 'This login code was replaced by a new one.',
    safe: nothingChanged,
    todo: 'Use the code on the newest letter. If someone does not have it, search by name.',
  }),
  'contact.caller-not-opened': ({ why }) => ({
    happened: callerWhy[why],
    safe: nothingChanged,
    todo: callerTodo[why],
  }),
  'contact.language-missing': () => ({
    happened: 'It was not said which language this person speaks.',
    safe: 'The call is not closed yet.',
    todo: 'Choose the language, then close the call.',
  }),
  'contact.mail-host-refused': ({ step, code }) => ({
    happened: `${mailStep[step]} Code: ${code}.`,
    safe: 'Nothing was sent.',
    todo: mailTodo[step],
  }),
  'contact.mailbox-missing': () => ({
    happened: 'There is no mailbox yet.',
    safe: nothingRead,
    todo: 'Set the mailbox under Study, or read saved messages.',
  }),
  'contact.mailbox-refused': ({ step, code }) => ({
    happened: `${boxStep[step]} Code: ${code}.`,
    safe: nothingRead,
    todo: 'Check the settings of the mailbox, or ask whoever keeps the mail server.',
  }),
  'contact.replies-unreadable': () => ({
    happened: 'There is no e-mail in these files that Veldwerk can read.',
    safe: nothingRead,
    todo: 'Choose .eml or mbox files, or a .zip with such files.',
  }),
  'contact.not-a-letter': () => ({
    happened: 'This batch has no letters.',
    safe: nothingChanged,
    todo: 'Choose a batch of letters.',
  }),
  'contact.never-sent': ({ channel }) => ({
    happened: channel === 'letter' ? 'This person got no letter yet.' : 'This person got no e-mail yet.',
    safe: nothingChanged,
    todo: 'Check the code.',
  }),
  'contact.letters-do-not-fit': ({ letters, part, fault }) => ({
    happened: `${count(letters, { one: 'letter', other: 'letters' })} cannot be printed. The first problem: ${
      words.letterParts[part]
    } ${fault === 'too-long' ? 'is too long' : 'has characters that cannot be printed'}.`,
    safe: 'Not a single letter was made.',
    todo: `${letterAdvice[part]} Then make the letters again.`,
  }),
  'contact.letters-cancelled': () => ({
    happened: 'The making of the letters was stopped.',
    safe: 'No file was made. The letters are still due.',
    todo: 'Make the letters again when you want to.',
  }),
  'contact.letters-not-as-stored': () => ({
    happened: 'The file of letters is not right: not everyone has exactly one letter with their own code in it.',
    safe: 'The file was removed. The letters are still due.',
    todo: 'Make the letters again. When it happens again, tell the makers of Veldwerk.',
  }),
  'contact.batch-unfinished': () => ({
    happened: 'The making of this batch was broken off. There is no whole file of it.',
    safe: nothingChanged,
    todo: 'Undo the batch and make the letters again.',
  }),
  'contact.nothing-to-undo': () => ({
    happened: 'There is nothing to take back any more.',
    safe: nothingChanged,
    todo: 'Look the person up when something is not right.',
  }),
  'contact.slip-empty': () => ({
    happened: 'Nothing was filled in of this slip.',
    safe: nothingChanged,
    todo: 'Fill in what stands on the slip.',
  }),
  'contact.searches-too-many': ({ seconds }) => ({
    happened: 'You looked for a caller many times in a short while, without taking anybody in hand.',
    safe: 'Nothing was looked up. The journal has every search, without a name.',
    todo: `Ask the caller for the login code: with that you can always search. Or wait ${count(seconds, { one: 'more second', other: 'more seconds' })} and then search again.`,
  }),
  'contact.batch-partly-gone': () => ({
    happened: 'This batch cannot be undone any more: some of it was sent already.',
    safe: 'Nobody gets the same message twice.',
    todo: 'Send the rest of the batch too, and record that it is gone.',
  }),
  'contact.enclosure-missing': ({ what }) => ({
    happened:
      what === 'questionnaire'
        ? 'A questionnaire on paper goes with this letter, and it cannot be made.'
        : 'An answer slip goes with this letter, and its freepost address is missing.',
    safe: 'No letters were made.',
    todo:
      what === 'questionnaire'
        ? 'Take a questionnaire into use first.'
        : 'Fill in the address of the slip in the layout of letters.',
  }),
  'schedule.step-unknown': ({ step }) => ({
    happened: `The protocol has no step ${quoted(step)} with a text.`,
    safe: nothingChanged,
    todo: 'Record the protocol and choose a step that is there.',
  }),
};

const letterAdvice: Readonly<Record<ContactProblems['contact.letters-do-not-fit']['part'], string>> = {
  letterhead: 'Change the name or the address of the bureau.',
  address: 'Consult the client about the addresses in the extract.',
  subject: 'Change the subject of this step.',
  paragraphs: 'Change the text of this step.',
  code: 'Tell the makers of Veldwerk.',
  link: 'Choose a shorter web address for the questionnaire, in the details of the bureau.',
  help: 'Choose fewer languages in the layout of letters.',
  questionnaire: 'Ask the researcher to change these characters in the questionnaire.',
  slip: 'Change the freepost address in the layout of letters.',
};

/** The English sentences for what goes wrong with messages, letters and calls. */
import type { ContactProblems } from '../../shared/contact-problems.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';

const { day, quoted } = grammarOf('en');
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
    todo: 'Wait until the call window opens, or change it in the protocol.',
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
    todo: 'Use the code on the newest letter.',
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

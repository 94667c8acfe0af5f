/** The English sentences for what goes wrong with questionnaires, protocols, contact, interviews, the dataset and destruction. */
import { messageFields } from '../../shared/contact/message.ts';
import type { ContactProblems } from '../../shared/contact-problems.ts';
import type { InterviewProblems } from '../../shared/interview-problems.ts';
import type { Problems } from '../../shared/problem.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { questionnaireFaultEn } from './questionnaire-faults-en.ts';
import { wordsEn as words } from './words-en.ts';

const { all, allQuoted, count, day, form, number, quoted } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';
const nothingRead = 'Nothing was taken in.';
const recordInstruction =
  'Record the instruction of the client first, or choose the number of an instruction that exists.';

type Stages = 'questionnaire' | 'schedule' | 'contact' | 'export' | 'destruction';

/** Those about one person have a file of their own. */
type OfOnePerson = 'export.removals-waiting' | 'destruction.letters-unposted' | 'destruction.files-elsewhere';
/** Those about interviews and returns too. */
type OfInterviews = keyof InterviewProblems;
/** Those about messages, letters and calls too. */
type OfContact = keyof ContactProblems;

export const fieldworkProblemsEn: ProblemTexts<Exclude<ProblemsOf<Stages>, OfOnePerson | OfInterviews | OfContact>> = {
  'questionnaire.faulty': ({ faults }) => {
    const shown = faults.slice(0, mostFaults).map(questionnaireFaultEn);
    const rest = faults.length - shown.length;
    const others = form(rest, { one: 'there is {n} more fault', other: 'there are {n} more faults' });
    return {
      happened: `The questionnaire has ${count(faults.length, { one: 'fault', other: 'faults' })}.`,
      safe: nothingRead,
      todo: [
        'Mend this in the workbook and load the workbook again.',
        ...shown,
        ...(rest === 0 ? [] : [`After that ${others.replace('{n}', number(rest))}.`]),
      ].join('\n'),
    };
  },

  'schedule.protocol-faulty': ({ step, fault }) => ({
    ...protocolFaults[fault](step),
    safe: 'The protocol was not changed.',
  }),

  'contact.nothing-due': ({ nextDue }) => ({
    happened: 'There is nothing to send today.',
    todo:
      nextDue === undefined
        ? 'You need not do anything. Did you expect something? Then look at the protocol.'
        : `Come back on ${day(nextDue)}. The next step is then.`,
  }),
  'contact.appointment-missing': () => ({
    happened: 'This outcome needs an appointment.',
    safe: 'The call has not been closed yet.',
    todo: 'Fill in the day and the time of the appointment.',
  }),
  'contact.appointment-outside': ({ from, until }) => ({
    happened: 'No appointment is possible on this day.',
    safe: 'The call has not been closed yet.',
    todo: `Choose a day from ${day(from)} to ${day(until)}.`,
  }),
  'contact.code-unknown': () => ({
    happened: 'This login code belongs to nobody in this study.',
    todo: 'Check each character of the code. Then try again.',
  }),
  'contact.no-shift': () => ({
    happened: 'Nobody who can give calls out is here now.',
    safe: 'Nothing was changed.',
    todo: 'Ask the fieldwork manager to sign in or to open a shift.',
  }),
  'contact.shift-hour-over': () => ({
    happened: 'That hour is over already today.',
    safe: 'Nothing was changed.',
    todo: 'Choose a later hour of today.',
  }),
  'contact.no-case-in-hand': () => ({
    happened: 'You have no call open now.',
    todo: 'Ask for the next call first.',
  }),
  'contact.case-final': () => ({
    happened: 'The outcome of this case is already final.',
    safe: 'That outcome was not changed.',
    todo: 'Do not contact this person any more. Go on with the next one.',
  }),
  'contact.batch-unknown': () => ({
    happened: 'This batch of letters does not exist.',
    safe: nothingChanged,
    todo: 'Check the reference of the batch.',
  }),
  'contact.batch-already-posted': () => ({
    happened: 'It is already recorded that this batch of letters was posted.',
    safe: nothingChanged,
    todo: 'You need not do anything.',
  }),
  'contact.letters-to-take-out': ({ letters }) => ({
    happened: `${count(letters, { one: 'letter', other: 'letters' })} of this batch may not be posted any more: those people took part, do not want to, or died.`,
    safe: 'Nothing was recorded as posted.',
    todo: 'Take the letters with the codes named out of the batch. Then say that you did.',
  }),
  'contact.mail-host-missing': () => ({
    happened: 'No mail server has been set yet.',
    safe: 'No e-mail was sent.',
    todo: 'Set the mail server first.',
  }),
  'contact.texts-incomplete': ({ missing }) => {
    const fields = missing.filter((name) => name !== 'bureau');
    const lacksBureau = fields.length < missing.length;
    const unknown = form(fields.length, {
      one: 'A message does not have this field',
      other: 'A message does not have these fields',
    });
    return {
      happened: [
        ...(lacksBureau ? ['The details of the bureau are still missing. They are in every message.'] : []),
        ...(fields.length === 0 ? [] : [`${unknown}: ${allQuoted(fields)}.`]),
      ].join(' '),
      safe: 'Nothing was saved and nothing was sent.',
      todo: [
        ...(lacksBureau ? ['Record the details of the bureau first.'] : []),
        ...(fields.length === 0 ? [] : [`Correct the text. You can use only these fields: ${all(fieldsOfMessage)}.`]),
      ].join(' '),
    };
  },

  'export.nothing-to-export': () => ({
    happened: 'Nobody has given complete answers yet.',
    safe: 'No file was made.',
    todo: 'Wait until someone has answered a questionnaire completely.',
  }),
  'export.instruction-unknown': ({ nr }) => ({
    happened: `There is no instruction with number ${nr}.`,
    safe: 'No file was made.',
    todo: recordInstruction,
  }),
  'export.done-before': () => ({
    happened:
      'The anonymised dataset has been made already. It can be made once, so that nobody can compare two of them.',
    safe: 'The earlier dataset was not changed.',
    todo: 'Use the dataset in the folder with results.',
  }),
  'destruction.agreement-missing': () => ({
    happened: 'The researcher has not said yet that the answers may go.',
    safe: 'Nothing was destroyed.',
    todo: 'Let the researcher sign in at a place of their own and confirm the destruction. Then begin again.',
  }),
  'destruction.not-confirmed': () => ({
    happened: 'The title that you typed is not exactly the title of the study.',
    safe: 'Nothing was destroyed.',
    todo: 'Type the title over exactly, with the same capitals and spaces.',
  }),
  'destruction.instruction-unknown': ({ nr }) => ({
    happened: `There is no instruction with number ${nr}.`,
    safe: 'Nothing was destroyed.',
    todo: recordInstruction,
  }),
  'destruction.answers-missing': ({ questions }) => ({
    happened: `Veldwerk does not know yet what happens to: ${all(questions.map((question) => words.outOfReach[question]))}.`,
    safe: 'Nothing was destroyed.',
    todo: 'Fill this in. Veldwerk cannot reach those itself, and your answer comes on the certificate.',
  }),
  'destruction.control-failed': ({ canaries, found }) => ({
    happened: `The check beforehand found ${number(found)} of the ${count(canaries, {
      one: 'known value',
      other: 'known values',
    })}. So it could not be proved afterwards that all is gone.`,
    safe: 'Nothing was destroyed.',
    todo: 'Try again. Does it happen again? Leave the study as it is and ask your system administrator for help.',
  }),
  'destruction.traces-found': ({ found, files }) => ({
    happened: `After the destruction ${count(found, { one: 'known value was', other: 'known values were' })} still in ${count(
      files,
      { one: 'file', other: 'files' },
    )}.`,
    safe: 'The keys and the database are gone. The results are still there. No certificate was made.',
    todo: 'Look in the folder of the study and in that of Veldwerk for files that do not belong there. Remove them. Warn your data protection officer.',
  }),
};

/** More would hide the first ones; after mending those the workbook is read again anyway. */
const mostFaults = 25;

/** As {{…}} in a text. */
const fieldsOfMessage = messageFields.map((name) => `{{${name}}}`);

const protocolFaults: Readonly<
  Record<
    Problems['schedule.protocol-faulty']['fault'],
    (step: string) => { readonly happened: string; readonly todo: string }
  >
> = {
  dates: () => ({
    happened: 'The last day of the protocol is before its first day.',
    todo: 'Correct one of the two days.',
  }),
  twice: (step) => ({
    happened: `The protocol has two steps with the name ${quoted(step)}.`,
    todo: 'Give one of the two another name.',
  }),
  'text-missing': (step) => ({
    happened: `Step ${quoted(step)} has no subject or no text yet.`,
    todo: 'Write the subject and the text of the message.',
  }),
  'in-use': (step) => ({
    happened: `Step ${quoted(step)} was carried out before, but is not in this protocol.`,
    todo: 'Leave the step in under the same name. Otherwise people get the same message again.',
  }),
  'before-start': (step) => ({
    happened: `Step ${quoted(step)} falls before the first day of the protocol.`,
    todo: 'Choose a later day for the step, or an earlier first day.',
  }),
  'after-closing': (step) => ({
    happened: `Step ${quoted(step)} begins after the last day of the protocol.`,
    todo: 'Let the step begin earlier, or choose a later last day.',
  }),
  'after-unknown': (step) => ({
    happened: `Step ${quoted(step)} counts from a step that is not there.`,
    todo: 'Choose a step that is there, or count from the start.',
  }),
  'in-a-circle': (step) => ({
    happened: `Step ${quoted(step)} counts, by way of other steps, from itself.`,
    todo: 'Let one of these steps count from the start.',
  }),
  window: () => ({
    happened:
      'There is no hour at which anyone may be rung, a call window ends before it begins, or two of them overlap.',
    todo: 'Mend the call windows of this protocol.',
  }),
};

/** The English sentences for what goes wrong with interviews, their scripts and papers, and returns. */
import type { InterviewProblems } from '../../shared/interview-problems.ts';
import type { Problems } from '../../shared/problem.ts';
import { scriptFields } from '../../shared/study/script.ts';
import { longestText } from '../../shared/study/value.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';

const { all, allQuoted, count, day, form, number, quoted } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';
const nothingRead = 'Nothing was read in.';

export const interviewProblemsEn: ProblemTexts<keyof InterviewProblems> = {
  'interview.none-begun': () => ({
    happened: 'This interview has not begun yet.',
    todo: 'Begin the interview first.',
  }),
  'study.questionnaire-version-used': ({ version }) => ({
    happened: `Answers were given before under another questionnaire with version ${quoted(version)}.`,
    safe: 'The questionnaire has not changed.',
    todo: 'Give the new questionnaire another version in the sheet ‘settings’. Then load the workbook again.',
  }),
  'study.paper-cancelled': () => ({
    happened: 'You stopped making the paper questionnaires.',
    safe: 'No file was made.',
    todo: 'Make the paper questionnaires again if you need them.',
  }),
  'study.paper-unprintable': ({ language, items }) => ({
    happened: `The typeface for paper lacks characters of the language ${quoted(language)}. This is about ${items.length === 0 ? 'the title or a heading' : allQuoted(items)}.`,
    safe: 'No paper questionnaire was made.',
    todo: 'Choose another language. Someone who speaks this language can take part in an interview.',
  }),
  'interview.not-this-item': ({ item }) => ({
    happened: `Question ${quoted(item)} is not in this interview, or is skipped because of earlier answers.`,
    safe: 'Earlier answers are saved.',
    todo: 'Go to the first open question.',
  }),
  'interview.answer-invalid': ({ item, expected }) => ({
    happened: `This answer does not fit question ${quoted(item)}.`,
    safe: 'This answer was not saved. Earlier answers were.',
    todo: answerAdvice[expected],
  }),
  'interview.items-open': ({ items }) => ({
    happened: `${form(items.length, {
      one: 'One required question has',
      other: `${number(items.length)} required questions have`,
    })} no answer yet: ${allQuoted(items)}.`,
    safe: 'All answers given are saved.',
    todo: 'Ask what is still missing. Is that impossible? Then break off, or record the paper as it is.',
  }),
  'interview.answers-clash': ({ items }) => ({
    happened: `${form(items.length, {
      one: 'One answer does not fit any more',
      other: `${number(items.length)} answers do not fit any more`,
    })} with what was changed since: ${allQuoted(items)}.`,
    safe: 'All answers given are saved.',
    todo: 'Ask what is right and change one of the answers. Is that impossible? Then break off, or record the paper as it is.',
  }),
  'interview.returns-columns': ({ missing, twice }) => ({
    happened: [
      ...(missing.length === 0
        ? []
        : [`The file lacks ${count(missing.length, { one: 'column', other: 'columns' })}: ${allQuoted(missing)}.`]),
      ...(twice.length === 0
        ? []
        : [
            `${form(twice.length, { one: 'This column is', other: 'These columns are' })} there twice: ${allQuoted(twice)}.`,
          ]),
    ].join(' '),
    safe: nothingRead,
    todo: 'Get the answers from the website again, with codes as headers and codes as answers. Check that the questionnaire is the same.',
  }),
  'interview.entries-differ': ({ items }) => ({
    happened: `The two entries still differ in ${count(items.length, { one: 'question', other: 'questions' })}: ${allQuoted(items)}.`,
    safe: 'Both entries are saved.',
    todo: 'Look at the paper and choose what is on it for each question.',
  }),
  'interview.entry-impossible': ({ why }) => ({
    happened: entryFaults[why],
    safe: nothingChanged,
    todo: 'Put the paper apart and ask your fieldwork manager.',
  }),
  'interview.not-an-entry': () => ({
    happened: 'This is no entry from paper or e-mail.',
    safe: nothingChanged,
    todo: 'Go on with the interview, or end the call.',
  }),
  'interview.no-visits': () => ({
    happened: 'Nobody in this group is visited.',
    safe: nothingChanged,
    todo: 'Hold the interview by telephone, or ask your fieldwork manager for a visit in the protocol.',
  }),
  'interview.participants-only-at-visit': () => ({
    happened: 'More than one participant is only possible in a conversation face to face.',
    safe: nothingChanged,
    todo: 'Set the number to 1. Is someone helping? Then record who answers.',
  }),
  'interview.returns-mapping': ({ header, target }) => ({
    happened: `Column ${quoted(header)} cannot be read as ${quoted(target)}: that is not in the questionnaire.`,
    safe: nothingRead,
    todo: 'Choose another question for this column, or do not read it.',
  }),
  'interview.second-unknown': () => ({
    happened: 'This was decided on before.',
    safe: nothingChanged,
    todo: 'Look at the list again.',
  }),
  'interview.seconds-undecided': ({ seconds }) => ({
    happened: `For ${count(seconds, { one: 'person', other: 'people' })} it was not decided yet which answers stay.`,
    safe: nothingChanged,
    todo: 'Let the fieldwork manager decide on double answers first, under Contact.',
  }),
  'contact.returns-old': ({ group, lastOn, withinDays }) => ({
    happened:
      lastOn === undefined
        ? `No answers of the website were read in yet for group ${quoted(group)}. Someone may have taken part.`
        : `The last answers of the website for group ${quoted(group)} are of ${day(lastOn)}. Someone may have taken part since.`,
    safe: 'Nobody was contacted.',
    todo: `Let the fieldwork manager read in the answers of ${withinDays === 0 ? 'today' : `the last ${count(withinDays, { one: 'day', other: 'days' })}`}. Do no answers come by a website? Then the fieldwork manager can turn this waiting off, in the rules for interviews.`,
  }),
  'contact.number-unreadable': () => ({
    happened: 'This is no telephone number.',
    safe: nothingChanged,
    todo: 'Type the whole number, such as 06 12345678.',
  }),
  'contact.callback-unknown': () => ({
    happened: 'This request for help is not there any more, or was passed on before.',
    safe: nothingChanged,
    todo: 'Look at the list again.',
  }),
  'study.script-field-unknown': ({ field }) => ({
    happened: `The field ${quoted(field)} does not exist in a script.`,
    safe: nothingChanged,
    todo: `Mend the text. You can use these fields: ${all(scriptFields.map((name) => `{{${name}}}`))}.`,
  }),
  'study.structure-impossible': ({ item, why }) => ({
    happened: `Question ${quoted(item)} cannot go to the website: ${structureFaults[why]}.`,
    safe: 'No file was made.',
    todo: 'Change the question in the workbook and load the workbook again.',
  }),
};

const entryFaults = {
  'in-call': 'You still have a call open.',
  acquainted: 'You know this person: a colleague enters this.',
  'in-hand': 'Someone else has this person in hand now.',
  answered: 'The answers of this person are in.',
  ended: 'This person does not take part any more.',
  restricted: 'The data of this person may not be used now.',
} satisfies Record<InterviewProblems['interview.entry-impossible']['why'], string>;

const structureFaults = {
  kind: 'that kind of question does not exist there',
  expression: 'its condition cannot be made there',
  'too-long': 'its name is too long',
} satisfies Record<InterviewProblems['study.structure-impossible']['why'], string>;

const answerAdvice: Readonly<Record<Problems['interview.answer-invalid']['expected'], string>> = {
  'no-answer': 'No answer belongs here. Go on with the next question.',
  text: 'Type a text.',
  'shorter-text': `Make the text shorter: at most ${number(longestText)} characters.`,
  'whole-number': 'Type a whole number, for instance 12.',
  number: 'Type a number, for instance 2.5.',
  day: 'Type a day that exists, for instance 14-5-2026.',
  choice: 'Choose one of the answers.',
  choices: 'Choose only from the answers that are there.',
  order: 'Put answers in order, each of them at most once.',
  agreement: 'Choose whether this is agreed to.',
  'choice-alone': 'One of these answers does not go with another. Choose only that answer, or remove it.',
  constraint: 'The questionnaire does not allow this answer. Ask again and correct it.',
};

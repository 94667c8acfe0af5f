/** The requests about questionnaires, interviews, entry of what came on paper, and what respondents sent in on the web. */
import { z } from 'zod';
import { asks, nothing } from './definition.ts';
import { branded, caseId, count, group, id, line, sourceFile, targetFile, typed } from './inputs.ts';
import type * as view from './interview-views.ts';
import { answerers, consentForms, interpreters, mostParticipants } from './study/conduct.ts';
import { roles } from './study/person.ts';
import type { ItemName } from './study/questionnaire.ts';
import { scriptKinds } from './study/script.ts';
import { typedForms } from './study/typed-in-call.ts';

const item = branded<ItemName>(id);
/** In words of a person; kept sealed. */
const words = z.string().trim().max(2000);
/** As it stands in a box, blanks at its end too. */
const typing = z.string().max(2000);
/** A text per language of the interview. */
const text = z.record(line, z.string().trim().max(4000));

const conduct = z.object({
  answeredBy: z.enum(answerers),
  interpreter: z.enum(interpreters).optional(),
  participants: z.number().int().min(1).max(mostParticipants),
});

export const questionnaireRequests = {
  /** The questionnaire of a group as it is in use: items without anything of anyone. */
  'study.questionnaire': asks<view.QuestionnaireView>()(roles, z.object({ group })),
  /** As `study.loadQuestionnaire`, but nothing is kept: what is in the workbook, and what it would change. */
  'study.lookAtQuestionnaire': asks<view.QuestionnaireLook>()(
    ['manager', 'researcher'],
    z.object({ group, file: sourceFile }),
  ),
  'study.loadQuestionnaire': asks<view.QuestionnaireLoaded>()(
    ['manager', 'researcher'],
    z.object({ group, file: sourceFile }),
  ),
  /** Answers that were given and do not fit the questionnaire as it is now, counted per item. */
  'study.answersOutOfForm': asks<view.OutOfFormView>()(['researcher'], z.object({ group })),
  /** What interviewers wrote down with questions, by question; of whom is not told. */
  'study.remarks': asks<view.RemarksView>()(['researcher'], z.object({ group })),
  /** The questionnaire to fill in by hand; `withCodes`: a copy for everyone who was not heard yet, with their login code. */
  'study.savePaper': asks<view.PaperMade>()(
    ['manager'],
    z.object({ group, target: targetFile, language: line, withCodes: z.boolean().default(false) }),
  ),
  /** Stops the making of papers that was begun at this seat; nothing of them stays. */
  'study.cancelPaper': asks<null>()(['manager'], nothing),
  /** The questionnaire for the survey platform: LimeSurvey's tab-separated structure. */
  'study.saveStructure': asks<view.StructureMade>()(['manager', 'researcher'], z.object({ group, target: targetFile })),
  'study.scripts': asks<view.ScriptsView>()(roles, nothing),
  'study.setScripts': asks<view.ScriptsView>()(
    ['manager'],
    z.object({ scripts: z.array(z.object({ kind: z.enum(scriptKinds), title: text, text })).max(40) }),
  ),
  'study.interviewRules': asks<view.InterviewRulesView>()(roles, nothing),
  'study.setInterviewRules': asks<view.InterviewRulesView>()(
    ['manager'],
    z.object({
      rules: z.object({
        partialFromPercent: z.number().int().min(1).max(99).optional(),
        doubleEntry: z.boolean(),
        returnsWithinDays: count.max(60).optional(),
      }),
    }),
  ),
} as const;

export const callRequests = {
  /** The participants for the survey platform: codes only, of everyone who may still answer. */
  'contact.saveParticipants': asks<view.ParticipantsSaved>()(['manager'], z.object({ group, target: targetFile })),
  /** "I know this person": the case goes to a colleague, and never comes back to this interviewer. */
  'contact.acquainted': asks<null>()(['interviewer'], nothing),
  /** A number that was given during the call; `instead`: the place of the one that was wrong, from 0. */
  'contact.newNumber': asks<view.NumbersNow>()(['interviewer'], z.object({ phone: line, instead: count.optional() })),
  /** Someone in trouble asks to be called back by the client: only with their spoken permission, and apart from all answers. */
  'contact.askHelp': asks<null>()(['interviewer'], z.object({ permission: z.literal(true), text: words.min(1) })),
  /** What is typed in this call as it stands now, all of it; it lapses when the call ends. An answer and a note to a question are no part of it. */
  'contact.keepTyped': asks<null>()(
    ['interviewer'],
    z.object({
      caseId,
      note: typing.optional(),
      open: z.object({ form: z.enum(typedForms), boxes: z.array(typing).max(2) }).optional(),
    }),
  ),
  'contact.callbacks': asks<view.CallbacksView>()(['manager'], nothing),
  /** Passed on to the client: from then on only that it was. */
  'contact.passCallbackOn': asks<view.CallbacksView>()(['manager'], z.object({ callback: id, to: line })),
} as const;

export const interviewRequests = {
  'interview.begin': asks<view.InterviewView>()(
    ['interviewer'],
    z.object({
      /** That the text was read and the person said yes. */
      consent: z.enum(consentForms),
      language: line.optional(),
      mode: z.enum(['phone', 'visit']).default('phone'),
      /** What was begun on the web goes on, as the respondent agrees to; false: it is set aside and begun anew. */
      goesOn: z.boolean().default(true),
    }),
  ),
  'interview.see': asks<view.InterviewView>()(['interviewer'], z.object({ item: item.optional() })),
  'interview.answer': asks<view.InterviewView>()(['interviewer'], z.object({ item, answer: typed })),
  'interview.setLanguage': asks<view.InterviewView>()(
    ['interviewer'],
    z.object({ language: line, item: item.optional() }),
  ),
  /** A note to a question; empty: it goes. */
  'interview.note': asks<view.InterviewView>()(['interviewer'], z.object({ item, text: words })),
  'interview.setConduct': asks<view.InterviewView>()(['interviewer'], z.object({ conduct, item: item.optional() })),
  /** All that was answered so far, for jumping back. */
  'interview.answers': asks<view.AnsweredView>()(['interviewer'], nothing),
  /** The scripts of the study, filled in; in the language of the interview when one is going on. */
  'interview.scripts': asks<view.SpokenScripts>()(['interviewer'], z.object({ language: line.optional() })),
  'interview.finish': asks<view.InterviewEnded>()(['interviewer'], nothing),
  'interview.breakOff': asks<view.BrokenOff>()(['interviewer'], nothing),
  /** What came by post or e-mail, found by its code: entered in the same screen. */
  'interview.beginEntry': asks<view.EntryBegun>()(
    ['interviewer'],
    z.object({ code: line, mode: z.enum(['paper', 'email']), language: line.optional() }),
  ),
  /** Out of hand; what was entered so far stays for whoever goes on with it. */
  'interview.leaveEntry': asks<null>()(['interviewer'], nothing),
  /** Where two entries of the same paper differ. */
  'interview.differences': asks<view.EntryDifferences>()(['interviewer'], nothing),
  'interview.settleDifference': asks<view.EntryDifferences>()(
    ['interviewer'],
    z.object({ item, take: z.enum(['first', 'second']) }),
  ),

  /** What is in an export of the survey platform, and which column is read as what; nothing is kept. */
  'interview.lookAtReturns': asks<view.ReturnsLook>()(
    ['manager'],
    z.object({ group, file: sourceFile, columns: z.record(line, line).default({}) }),
  ),
  /** `columns`: header -> item, item[choice] or 'code', over what is found by itself; remembered for the next export. */
  'interview.readReturns': asks<view.ReturnsView>()(
    ['manager'],
    z.object({ group, file: sourceFile, columns: z.record(line, line).default({}) }),
  ),
  /** How old the last returns of each group are, and the second responses that wait for a decision. */
  'interview.returns': asks<view.ReturnsState>()(['manager'], nothing),
  'interview.settleSecond': asks<view.ReturnsState>()(
    ['manager'],
    z.object({ second: id, keep: z.enum(['first', 'second']) }),
  ),
} as const;

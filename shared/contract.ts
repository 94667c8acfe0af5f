/**
 * Everything that may cross between a window and the office: per request its roles, its input and its view. This is the privacy audit
 * page: a request that is not here cannot be asked, one without roles does not compile, and an input that does not fit is refused.
 */
import { z } from 'zod';
import type { Day } from './calendar.ts';
import { messageRequests, phoneRequests } from './contact-contract.ts';
import { asks, type Definition, nothing } from './definition.ts';
import { outOfReachQuestions } from './destruction/out-of-reach.ts';
import {
  agreement,
  branded,
  bureau,
  call,
  caseId,
  caseRequest,
  corrections,
  count,
  day,
  group,
  id,
  idleTimes,
  line,
  mailHost,
  newGroup,
  newStudy,
  nr,
  person,
  pin,
  place,
  protocol,
  requestProgress,
  secret,
  sourceFile,
  targetFile,
  time,
  unlocking,
} from './inputs.ts';
import { intakeRequests } from './intake-contract.ts';
import { callRequests, interviewRequests, questionnaireRequests } from './interview-contract.ts';
import type { Problem } from './problem.ts';
import { recoveryRequests } from './recovery-contract.ts';
import type { ResponseTable } from './reporting/response-table.ts';
import type { AttemptId } from './study/attempt.ts';
import { roles } from './study/person.ts';
import type { ItemName } from './study/questionnaire.ts';
import type * as view from './views.ts';

export type { SourceFile, StudyPlace, TargetFile } from './inputs.ts';

export const contract = {
  'study.create': asks<view.StudyCreated>()('anyone', newStudy),
  /** The reference study with invented people, ready for its first day of contact. */
  'study.createPractice': asks<view.StudyCreated>()('anyone', nothing),
  'study.recent': asks<view.RecentStudies>()('anyone', nothing),
  'study.choose': asks<view.ChosenStudy>()('anyone', z.object({ study: place })),
  /** Takes it off the list; its folder is left alone. */
  'study.dropFromRecent': asks<view.RecentStudies>()('anyone', z.object({ study: place })),
  /** Who is in at this seat, for a window that was opened anew. */
  'study.here': asks<view.HereView>()('anyone', nothing),
  'study.signIn': asks<view.SignedIn>()(
    'anyone',
    /** `chosen`: the passphrase of their own, from whoever signs in with a one-time one. */
    z.object({ name: line, passphrase: secret, chosen: secret.optional() }),
  ),
  'study.signOut': asks<null>()('anyone', nothing),
  'study.lock': asks<null>()(roles, nothing),
  'study.unlock': asks<view.SignedIn>()('anyone', unlocking),
  /** A short way back for interviewers, as long as the shift is open. */
  'study.setPin': asks<null>()(['interviewer'], z.object({ pin })),
  /** Whoever sits there is at work: keys or mouse, at most every half minute. */
  'study.stillHere': asks<null>()(roles, nothing),
  'study.idleTimes': asks<view.IdleTimesView>()(['manager'], nothing),
  'study.setIdleTimes': asks<null>()(['manager'], z.object({ minutes: idleTimes })),
  'study.status': asks<view.StudyStatus>()(roles, nothing),
  'study.agreement': asks<view.AgreementView>()(roles, nothing),
  'study.recordAgreement': asks<view.AgreementView>()(['manager'], z.object({ agreement })),
  'study.recordInstruction': asks<{ readonly nr: number }>()(
    ['manager', 'officer'],
    z.object({ on: day, by: line, text: line }),
  ),
  'study.instructions': asks<view.InstructionsView>()(['manager', 'researcher', 'officer'], nothing),
  /** What a study can be begun with: agreement, bureau, groups, protocols, questionnaires, texts; never people. */
  'study.saveSetUp': asks<null>()(['manager'], z.object({ target: targetFile })),
  'study.loadSetUp': asks<view.StudyStatus>()(['manager'], z.object({ file: sourceFile })),
  'study.addPerson': asks<view.PersonAdded>()(['manager'], person),
  /** Someone who forgot their passphrase is invited anew, by another who holds the same keys. */
  'study.renewPerson': asks<view.Invited>()(['manager', 'researcher'], z.object({ name: line })),
  /** Turns to a new epoch: what they could open, they can open no more. */
  'study.removePerson': asks<view.PeopleView>()(['manager'], z.object({ name: line })),
  'study.changePassphrase': asks<null>()(roles, z.object({ passphrase: secret, chosen: secret })),
  /** Who holds which key: one that a single person holds is lost with their passphrase. */
  'study.holders': asks<view.HoldersView>()(roles, nothing),
  /** Signed for by name: the study goes on although fewer than two people hold some key. */
  'study.acceptFewHolders': asks<view.HoldersView>()(['manager'], z.object({ by: line })),
  'study.passKeysOn': asks<null>()(roles, z.object({ to: line })),
  'study.people': asks<view.PeopleView>()(['manager', 'researcher', 'officer'], nothing),
  /** The processor's register of AVG art. 30(2), made from what is recorded. */
  'study.register': asks<view.ProcessorRegister>()(['manager', 'officer'], nothing),
  'study.recordBureau': asks<null>()(['manager'], bureau),
  'study.bureau': asks<view.BureauView>()(['manager'], nothing),
  'study.setMailHost': asks<null>()(['manager'], mailHost),
  'study.addGroup': asks<view.StudyStatus>()(['manager'], newGroup),
  ...questionnaireRequests,
  ...recoveryRequests,
  'study.moveClock': asks<{ readonly today: Day }>()(roles, z.object({ today: day })),
  /** For remote support: the window may be seen by other programs for an hour. Stands in the journal. */
  'study.showScreen': asks<{ readonly minutes: number }>()(roles, nothing),
  'study.journal': asks<view.JournalView>()(
    ['manager', 'officer'],
    z.object({ from: count.default(0), entries: count.max(500).default(100) }),
  ),
  /** Compares the journal with the head of it that is kept outside the study; that somebody did stands in it too. */
  'study.checkJournal': asks<view.JournalChecked>()(['manager', 'officer'], nothing),
  /** All of it as a file that anyone can check without a key of the study. */
  'study.exportJournal': asks<view.JournalExported>()(['manager', 'officer'], z.object({ target: targetFile })),

  ...intakeRequests,

  'schedule.setProtocol': asks<view.LoadView>()(['manager'], z.object({ group, protocol })),
  /** As `setProtocol`, but nothing is kept: what a change would bring about. */
  'schedule.preview': asks<view.ProtocolView>()(['manager'], z.object({ group, protocol })),
  'schedule.protocol': asks<view.ProtocolView>()(['manager'], z.object({ group })),
  'schedule.load': asks<view.LoadView>()(['manager'], z.object({ group })),
  'schedule.due': asks<view.DueView>()(['manager', 'interviewer'], nothing),

  'contact.sendEmails': asks<view.SendingView>()(['manager'], z.object({ group })),
  /** Stops the sending that goes on after the message in hand; sending again goes on with the rest. */
  'contact.pauseSending': asks<null>()(['manager'], nothing),
  'contact.failures': asks<view.FailuresView>()(['manager'], nothing),
  'contact.makeLetters': asks<view.BatchMade>()(['manager'], z.object({ group, target: targetFile })),
  /** The letters that are being made at this seat: nothing is kept of them. */
  'contact.cancelLetters': asks<null>()(['manager'], nothing),
  'contact.batches': asks<view.BatchesView>()(['manager'], nothing),
  /** `takenOut`: the codes on the letters that were taken out of the batch, as `contact.batches` asks. */
  /** `despiteHalt`: it was posted although contact is stopped. */
  'contact.markPosted': asks<null>()(
    ['manager'],
    z.object({ batch: id, takenOut: z.array(line).default([]), despiteHalt: z.boolean().default(false) }),
  ),
  'contact.discardBatch': asks<null>()(['manager'], z.object({ batch: id })),
  'contact.unclear': asks<view.UnclearView>()(['manager'], nothing),
  'contact.settle': asks<null>()(['manager'], z.object({ attempt: branded<AttemptId>(id), wasSent: z.boolean() })),
  'contact.findCase': asks<view.FoundCase>()(['manager', 'interviewer'], z.object({ code: line })),
  /** An interviewer only says that someone withdrew. Without a case: the one that `request`, the number of an objection, is about. */
  'contact.stopCase': asks<view.Stopped>()(
    ['manager', 'interviewer'],
    z.object({
      caseId: caseId.optional(),
      why: z.enum(['refused', 'withdrew', 'deceased', 'objected']),
      request: nr.optional(),
    }),
  ),
  'contact.recordCaseRequest': asks<{ readonly nr: number }>()(['manager'], caseRequest),
  'contact.fillInCaseRequest': asks<null>()(['manager'], requestProgress),
  /** Not carried out: the client said so, or nobody of that description is in the study. */
  'contact.rejectCaseRequest': asks<null>()(['manager'], z.object({ nr, why: z.enum(['rejected', 'not-found']) })),
  'contact.caseRequests': asks<view.CaseRequestsView>()(['manager', 'researcher', 'officer'], nothing),
  'contact.lookUp': asks<view.LookedUp>()(['manager'], z.object({ text: line })),
  /** Everything held on one person; together with a researcher who agreed to this request. */
  'contact.case': asks<view.CaseHeld>()(['manager'], z.object({ request: nr })),
  'contact.exportCase': asks<null>()(['manager'], z.object({ nr, target: targetFile })),
  'contact.correctCase': asks<view.ChannelsNow>()(['manager'], z.object({ nr, changes: corrections })),
  'contact.restrictCase': asks<null>()(['manager'], z.object({ nr, lift: z.boolean().default(false) })),
  'contact.shift': asks<view.ShiftView>()(['manager', 'interviewer'], nothing),
  /** Cases can be given out until that hour, also while no manager is there; a shift that is open gets another hour. */
  'contact.openShift': asks<view.ShiftView>()(['manager'], z.object({ until: time })),
  'contact.closeShift': asks<view.ShiftView>()(['manager'], nothing),
  /** `visit`: someone to go to, with their address. */
  'contact.nextCase': asks<view.NextCase>()(
    ['interviewer'],
    z.object({ channel: z.enum(['phone', 'visit']).default('phone') }),
  ),
  'contact.closeCall': asks<null>()(['interviewer'], call),
  /** Takes back the last ending of this interviewer (a call, an interview broken off), until the next case is taken. */
  'contact.undoCall': asks<view.CaseInHand>()(['interviewer'], nothing),
  ...callRequests,
  ...messageRequests,
  ...phoneRequests,

  ...interviewRequests,

  'reporting.responseTable': asks<ResponseTable>()(['manager', 'researcher'], nothing),
  'reporting.attempts': asks<view.AttemptsView>()(['manager', 'researcher'], nothing),
  'reporting.curve': asks<view.CurveView>()(['manager', 'researcher'], nothing),

  'export.plan': asks<view.ExportPlan>()(['researcher'], nothing),
  'export.dataset': asks<view.DatasetView>()(
    ['researcher'],
    z.object({
      instruction: count,
      /** Items whose answers could point at someone, such as the team. */
      leaveOut: z
        .array(z.object({ group, item: branded<ItemName>(id) }))
        .max(1000)
        .default([]),
    }),
  ),

  /** The second pair of eyes: all that is held on the person of this request may be opened. Counts until they sign out. */
  'export.agreeToCaseRequest': asks<null>()(['researcher'], z.object({ nr })),
  'export.removals': asks<view.RemovalsView>()(['researcher'], nothing),
  /** Removes the answers of everyone who withdrew, together with a manager whose key finds them. */
  'export.removeAnswers': asks<{ readonly removed: number; readonly isExported: boolean }>()(['researcher'], nothing),

  /** What goes when the person of this request is erased, and what has to be done before. */
  'destruction.caseErasure': asks<view.CaseErasure>()(['manager'], z.object({ nr })),
  /** Erases one person everywhere; together with a researcher who agreed to this request, on the client's instruction that it names. */
  'destruction.eraseCase': asks<view.CaseErased>()(
    ['manager'],
    z.object({
      nr,
      /** What the person is called, typed over. */
      typedName: line,
      /** Files with their data that were moved are destroyed by hand. */
      movedAreDestroyed: z.boolean().default(false),
    }),
  ),

  /** The second pair of eyes: the researcher says that cases and responses may be unlinked. Counts until they sign out. */
  'destruction.agreeToUnlink': asks<null>()(['researcher'], z.object({ typedTitle: line })),
  /** Nobody knows any more which case gave which response; unfinished interviews go. Turns to a new epoch. */
  'destruction.unlink': asks<view.Unlinked>()(['manager'], z.object({ typedTitle: line })),
  'destruction.plan': asks<view.DestructionPlan>()(['manager', 'researcher', 'officer'], nothing),
  /** The second pair of eyes: whoever holds the answers says that they may go. Counts until they sign out. */
  'destruction.agree': asks<null>()(['researcher'], z.object({ typedTitle: line })),
  'destruction.destroy': asks<view.Destroyed>()(
    ['manager'],
    z.object({
      instruction: count,
      /** The study's title, typed over. */
      typedTitle: line,
      /** Per question of the plan about what is out of reach: the answer. */
      outOfReach: z.array(z.object({ what: z.enum(outOfReachQuestions), answer: line })).max(50),
    }),
  ),
} as const satisfies Record<string, Definition<z.ZodType, unknown>>;

export type Contract = typeof contract;
export type RequestName = keyof Contract;
export type Stage = RequestName extends `${infer S}.${string}` ? S : never;
export type RequestOf<S extends Stage> = Extract<RequestName, `${S}.${string}`>;
/** What a window sends. */
export type Asked<N extends RequestName> = z.input<Contract[N]['input']>;
/** What a handler gets: checked, with defaults filled in. */
export type Input<N extends RequestName> = z.output<Contract[N]['input']>;
export type View<N extends RequestName> =
  | NonNullable<Contract[N]['view']>
  | (null extends Contract[N]['view'] ? null : never);

/** What comes back: the view, a problem to tell, or the reference of a bug in the log. */
export type Outcome<V> =
  | { readonly kind: 'ok'; readonly view: V }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly reference: string };

export const requestNames = Object.keys(contract) as readonly RequestName[];

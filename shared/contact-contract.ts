/** The requests about messages by e-mail and letter, what comes back of them, and calls: a part of the contract. */
import { z } from 'zod';
import type * as view from './contact-views.ts';
import { asks, nothing } from './definition.ts';
import type { BatchMade, CaseInHand } from './fieldwork-views.ts';
import {
  caseId,
  count,
  day,
  group,
  id,
  letterLayout,
  line,
  mailbox,
  returnKinds,
  sourceFile,
  stepId,
  targetFile,
} from './inputs.ts';
import { visitOutcomes } from './study/disposition.ts';
import { stuckReasons } from './study/stuck-reason.ts';

export const messageRequests = {
  /** Open cases with nothing due, by the reason. */
  'schedule.stuck': asks<view.StuckView>()(['manager'], nothing),
  /** Stop for everyone: nobody is contacted any more, in whatever channel, of the study or of one group; until it is lifted. */
  'contact.halt': asks<view.HaltView>()(
    ['manager'],
    z.object({ group: group.optional(), lift: z.boolean().default(false) }),
  ),
  'contact.stuckCases': asks<view.StuckCasesView>()(['manager'], z.object({ group, reason: z.enum(stuckReasons) })),

  /** Tries the mail host without a message. */
  'contact.checkMailHost': asks<view.MailHostCheck>()(['manager'], nothing),
  /** Per step with e-mails: whether it was tried since its text or the mail host changed, and what should be looked at. */
  'contact.beforeSending': asks<view.BeforeSending>()(['manager'], nothing),
  /** The message of a step with an invented person, to oneself. */
  'contact.sendTestEmail': asks<view.MailHostCheck>()(['manager'], z.object({ group, step: stepId, to: z.email() })),
  /** All messages that are due, as files for the bureau's own mail system: a batch, which counts as sent when a person says so. */
  'contact.saveEmails': asks<BatchMade>()(['manager'], z.object({ group, target: targetFile })),
  /** Messages that came back or in, from files: .eml, mbox, or a folder of them in a .zip. */
  'contact.readReplies': asks<view.RepliesView>()(
    ['manager'],
    z.object({ files: z.array(sourceFile).min(1).max(500) }),
  ),
  /** Messages that came into the mailbox since it was read last; nothing in it is changed. */
  'contact.readMailbox': asks<view.RepliesView>()(['manager'], nothing),
  /** Ends the reading that goes on at this seat; what was read counts. */
  'contact.stopReading': asks<null>()(['manager'], nothing),
  /** Tries the mailbox without reading a message. */
  'contact.checkMailbox': asks<view.MailboxCheck>()(['manager'], nothing),
  'study.mailbox': asks<view.MailboxView>()(['manager'], nothing),
  /** A secret that is left out stays what it was; without a mailbox there is none any more. */
  'study.setMailbox': asks<null>()(['manager'], z.object({ mailbox: mailbox.optional() })),

  'study.letterLayout': asks<view.LetterLayoutView>()(['manager'], nothing),
  'study.setLetterLayout': asks<view.LetterLayoutView>()(['manager'], z.object({ layout: letterLayout })),
  /** The letters of a batch as a table for a print house: address lines, code, link. */
  'contact.savePrintList': asks<{ readonly rows: number; readonly sha256: string }>()(
    ['manager'],
    z.object({ batch: id, target: targetFile }),
  ),
  /** One letter again, or a batch; `newCode`: with another code, and the old one counts no more. */
  'contact.reprint': asks<BatchMade>()(
    ['manager'],
    z.object({
      batch: id.optional(),
      code: line.optional(),
      newCode: z.boolean(),
      target: targetFile,
    }),
  ),
  /** A letter came back: known by the code on it. */
  'contact.recordReturn': asks<view.BackRecorded>()(['manager'], z.object({ code: line, kind: z.enum(returnKinds) })),
  /** Takes back what this person put down last of a letter or slip that came back. */
  'contact.undoBack': asks<null>()(['manager'], nothing),
  /** An answer slip came in: what stands on it. */
  'contact.recordSlip': asks<view.BackRecorded>()(
    ['manager'],
    z.object({
      code: line,
      phone: line.optional(),
      language: line.optional(),
      declines: z.boolean().default(false),
    }),
  ),
} as const;

export const phoneRequests = {
  /** Whoever calls, by code, number or name; stands in the journal as a count. */
  'contact.findCaller': asks<view.CallersFound>()(['interviewer'], z.object({ text: line })),
  'contact.takeCaller': asks<CaseInHand>()(['interviewer'], z.object({ caseId })),
  'contact.beforeRinging': asks<view.BeforeRinging>()(['interviewer'], nothing),
  'contact.appointments': asks<view.AppointmentsView>()(
    ['manager', 'interviewer'],
    z.object({ from: day, days: count.min(1).max(31) }),
  ),
  /** A visit that was made, told afterwards by the code on its card. */
  'contact.recordVisit': asks<view.BackRecorded>()(
    ['manager', 'interviewer'],
    z.object({ code: line, outcome: z.enum(visitOutcomes), on: day, note: z.string().max(2000).optional() }),
  ),
  /** What interviewers speak, and who is senior. */
  'study.callers': asks<view.CallersView>()(['manager'], nothing),
  'study.setCaller': asks<view.CallersView>()(
    ['manager'],
    z.object({ name: line, languages: z.array(line).max(30), isSenior: z.boolean() }),
  ),
  'reporting.dispositions': asks<view.DispositionsView>()(['manager', 'researcher'], nothing),
} as const;

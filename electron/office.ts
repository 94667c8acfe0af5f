/** The process that holds the open study: wires session, requests, post and clock, and answers questions from any seat. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Asked, Outcome, RequestName, View } from '../shared/contract.ts';
import { refuse } from '../shared/problem.ts';
import { mayBeAskedOfDamaged } from '../shared/request-when-damaged.ts';
import type { AllHandlers, Office } from './bridge.ts';
import { ask } from './bridge.ts';
import { putDownNow } from './contact/put-down.ts';
import type { Desk, Files, Host, Post, Room } from './desk.ts';
import { fileHash, findFileHash } from './files/file-hash.ts';
import { filesBelow, findTraces, findTracesInBytes } from './files/find-traces.ts';
import { readPhone } from './files/phone-number.ts';
import { readExtract, readMessages, readTable, readWorkbook } from './files/read-file.ts';
import { resultsIn } from './files/results.ts';
import { isInside, removeFile, writeFileSafely } from './files/write-file.ts';
import { Locking } from './locking.ts';
import { caseFile } from './post/case-file.ts';
import { writeCertificate } from './post/certificate.ts';
import { checkMailHost, openMailHost, practiceMailHost, stepsUntil } from './post/email.ts';
import { emailFiles } from './post/email-files.ts';
import { writeLetters } from './post/letters.ts';
import { openMailbox } from './post/mailbox.ts';
import { writePaper } from './post/paper.ts';
import { codesOnPages } from './post/read-back.ts';
import { writeRecoverySheet } from './post/recovery-sheet.ts';
import { noRecentStudies, recentStudiesIn } from './recent-studies.ts';
import { contactAsideRequests } from './requests/contact-asides.ts';
import { contactCallerRequests } from './requests/contact-callers.ts';
import { contactCallRequests } from './requests/contact-calls.ts';
import { contactEmailRequests } from './requests/contact-emails.ts';
import { contactHaltRequests } from './requests/contact-halt.ts';
import { contactLetterRequests } from './requests/contact-letters.ts';
import { contactLettersBackRequests } from './requests/contact-letters-back.ts';
import { contactMailRequests } from './requests/contact-mail.ts';
import { contactParticipantRequests } from './requests/contact-participants.ts';
import { contactPeopleRequests } from './requests/contact-people.ts';
import { contactPersonRequests } from './requests/contact-person.ts';
import { contactReplyRequests } from './requests/contact-replies.ts';
import { contactReturnedRequests } from './requests/contact-returned.ts';
import { contactShiftRequests } from './requests/contact-shift.ts';
import { contactStuckRequests } from './requests/contact-stuck.ts';
import { destructionRequests } from './requests/destruction.ts';
import { destructionCaseRequests } from './requests/destruction-case.ts';
import { destructionLinkRequests } from './requests/destruction-links.ts';
import { exportRequests } from './requests/export.ts';
import { intakeRequests } from './requests/intake.ts';
import { intakeDeliveryRequests } from './requests/intake-deliveries.ts';
import { interviewRequests } from './requests/interview.ts';
import { interviewCourseRequests } from './requests/interview-course.ts';
import { interviewEntryRequests } from './requests/interview-entry.ts';
import { interviewReturnRequests } from './requests/interview-returns.ts';
import { reportingRequests } from './requests/reporting.ts';
import { reportingDispositionRequests } from './requests/reporting-dispositions.ts';
import { scheduleRequests } from './requests/schedule.ts';
import { studyRequests } from './requests/study.ts';
import { studyJournalRequests } from './requests/study-journal.ts';
import { studyLockingRequests } from './requests/study-locking.ts';
import { studyPeopleRequests } from './requests/study-people.ts';
import { studyPlaceRequests } from './requests/study-places.ts';
import { studyQuestionnaireRequests } from './requests/study-questionnaire.ts';
import { studyRecoveryRequests } from './requests/study-recovery.ts';
import { studyRegisterRequests } from './requests/study-register.ts';
import { studyScriptRequests } from './requests/study-scripts.ts';
import { studySetUpRequests } from './requests/study-set-up.ts';
import { studyStructureRequests } from './requests/study-structure.ts';
import { type SeatId, Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { Studies } from './studies.ts';
import { studyFiles } from './study-files.ts';
import { StudyPlaces } from './study-places.ts';
import { writeTable } from './table-file.ts';

const handlers: AllHandlers = {
  ...studyRequests,
  ...studyPeopleRequests,
  ...studyLockingRequests,
  ...studyPlaceRequests,
  ...studyJournalRequests,
  ...studyRecoveryRequests,
  ...studyRegisterRequests,
  ...studySetUpRequests,
  ...studyQuestionnaireRequests,
  ...studyScriptRequests,
  ...studyStructureRequests,
  ...intakeRequests,
  ...intakeDeliveryRequests,
  ...scheduleRequests,
  ...contactEmailRequests,
  ...contactLetterRequests,
  ...contactCallRequests,
  ...contactPeopleRequests,
  ...contactPersonRequests,
  ...contactShiftRequests,
  ...contactAsideRequests,
  ...contactParticipantRequests,
  ...contactMailRequests,
  ...contactReplyRequests,
  ...contactLettersBackRequests,
  ...contactReturnedRequests,
  ...contactCallerRequests,
  ...contactStuckRequests,
  ...contactHaltRequests,
  ...reportingDispositionRequests,
  ...interviewRequests,
  ...interviewCourseRequests,
  ...interviewEntryRequests,
  ...interviewReturnRequests,
  ...reportingRequests,
  ...exportRequests,
  ...destructionRequests,
  ...destructionCaseRequests,
  ...destructionLinkRequests,
};

const files: Files = {
  readExtract,
  readWorkbook,
  readTable,
  readMessages,
  readPhone,
  fileHash,
  findFileHash,
  removeFile,
  writeFileSafely,
  writeTable,
  isInside,
  filesBelow,
  findTraces,
  findTracesInBytes,
  results: ({ folder }) => resultsIn(join(folder, studyFiles.results)),
};
const post: Post = {
  openMailHost,
  openMailbox,
  practiceMailHost,
  checkMailHost,
  stepsUntil,
  emailFiles,
  writeLetters,
  codesOnPages,
  writePaper,
  writeCertificate,
  caseFile,
  writeRecoverySheet,
};

export interface OpenOffice {
  /** Answers one question from a seat; never throws. */
  ask<N extends RequestName>(seat: SeatId, name: N, input: Asked<N>): Promise<Outcome<View<N>>>;
  /** As `ask`, for what comes from outside and is not yet known to be a request. */
  askUnchecked(seat: SeatId, name: string, input: unknown): Promise<Outcome<unknown>>;
  /** The study folder, chosen by the host; whoever was in the one before is signed out. */
  useFolder(folder: string): void;
  /** As `useFolder`, chosen at a seat: refuses while colleagues are at work in the study that is open. */
  turnTo(folder: string, seat: SeatId): void;
  /** Whoever sits at this seat goes. */
  leave(seat: SeatId): void;
  /** Where the results of the chosen study are, when it has any. */
  resultsFolder(): string | undefined;
  /** The machine sleeps or is locked itself: so is every seat. */
  lockAll(): void;
  close(): void;
}

export function openOffice(host: Host, onBug: Office['onBug'], recent = recentStudiesIn(host.ownFolder)): OpenOffice {
  const session = new Session();
  session.onGone = (person) => {
    try {
      putDownNow(host, session, person, 'signed-out');
    } catch (error) {
      // Whoever goes is not kept: their case is put down when they have been away for a while.
      onBug('leaving', 'contact.release', error);
    }
  };
  const studies = new Studies(host, session);
  const places = new StudyPlaces(host, session, recent);
  const locking = new Locking(host, session, onBug);
  const openAnother = (changed: Partial<Host>) => openOffice({ ...host, ...changed }, onBug, noRecentStudies);
  const roomOf = (seat: SeatId): Room => ({ host, session, seat, studies, places, locking, openAnother });
  const deskOf = (seat: SeatId): Desk => {
    const person = session.seats.get(seat);
    const { study } = session;
    if (session.locked.has(seat)) return refuse('session.locked', {});
    if (person === undefined || study === undefined) return refuse('session.nobody-signed-in', {});
    const { store } = study;
    const today = store.study.get().practiceDay ?? host.today();
    return {
      ...roomOf(seat),
      person,
      vault: person.vault,
      study,
      store,
      settings: settingsOf(study, person.vault),
      files,
      post,
      today,
      progress: (done, total) => host.onProgress?.(seat, done, total),
      async work(work) {
        session.working += 1;
        try {
          return await work();
        } finally {
          session.working -= 1;
        }
      },
      write(act, detail, work) {
        // It may have been damaged since the request was let through.
        if (!mayBeAskedOfDamaged(act) && !store.isWhole()) refuse('study.damaged', { where: 'study.db' });
        return store.write({ on: today, person: person.id, act, detail }, work);
      },
    };
  };
  const office: Office = { handlers, roomOf, deskOf, onBug, gate: session.gate };
  const answer = async (seat: SeatId, name: string, input: unknown) => {
    const answered = locking.asked(seat, name);
    return ask(office, seat, name, input).finally(answered);
  };
  return {
    ask: (seat, name, input) => answer(seat, name, input) as never,
    askUnchecked: answer,
    useFolder(folder) {
      session.close();
      session.folder = folder;
    },
    turnTo: (folder, seat) => places.turnTo(folder, seat),
    leave: (seat) => session.leave(seat),
    resultsFolder() {
      const { folder } = session;
      const results = folder === undefined ? undefined : join(folder, studyFiles.results);
      return results !== undefined && existsSync(results) ? results : undefined;
    },
    lockAll: () => locking.lockAll(),
    close() {
      locking.close();
      session.close();
    },
  };
}

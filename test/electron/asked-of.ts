/** For every request of the contract an input that fits, over a prepared study: a request that has none here does not compile. */
import { join } from 'node:path';
import { agreement, bureau } from '../../electron/practice/study-set-up.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import { day } from '../../shared/calendar.ts';
import type { Asked, RequestName } from '../../shared/contract.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { passphraseOf } from './office.ts';
import { deliveryOf, mixed, residents, type StudyInUse } from './prepared.ts';

export type AskedOf = { readonly [N in RequestName]: Asked<N> };

/** Files are offered and a case is looked up; nothing is asked of the study yet. */
export async function askedOf(study: StudyInUse): Promise<AskedOf> {
  const { host, folder, mailbox } = study;
  const [first] = (await study.cases()).values();
  const { id: caseId, code } = first!;
  const target = (name: string) => host.offerTarget(join(folder, name));
  const delivery = study.offer('more.csv', deliveryOf([{ surname: 'Zonnema', by: ['email'] }]));
  const file = study.offer('set-up.json', '{}');
  const newcomer = { name: 'newcomer', roles: ['officer' as const], confidentialityOn: day('2026-01-15') };
  const passphrase = passphraseOf('newcomer');
  const item = 'hulp' as ItemName;
  const words = study.offer(
    'words.xlsx',
    workbook({
      survey: [
        ['type', 'name', 'label::Nederlands (nl)'],
        ['text', 'vraag', 'Een vraag?'],
      ],
    }),
  );
  return {
    'study.create': { title: 'Another', practice: true, people: [{ ...newcomer, passphrase }] },
    'study.createPractice': {},
    'study.recent': {},
    'study.choose': { study: 'none' as never },
    'study.dropFromRecent': { study: 'none' as never },
    'study.here': {},
    'study.signIn': { name: 'manager', passphrase: passphraseOf('manager') },
    'study.signOut': {},
    'study.lock': {},
    'study.unlock': { passphrase: passphraseOf('manager') },
    'study.setPin': { pin: '480517' },
    'study.stillHere': {},
    'study.idleTimes': {},
    'study.setIdleTimes': { minutes: { manager: 5, researcher: 5, interviewer: 10, officer: 5 } },
    'study.status': {},
    'study.agreement': {},
    'study.recordAgreement': { agreement },
    'study.recordInstruction': { on: day('2026-06-01'), by: 'the client', text: 'Make the dataset, then destroy.' },
    'study.instructions': {},
    'study.saveSetUp': { target: target('saved.json') },
    'study.loadSetUp': { file },
    'study.addPerson': { ...newcomer, passphrase },
    'study.renewPerson': { name: 'second' },
    'study.removePerson': { name: 'third' },
    'study.changePassphrase': { passphrase: passphraseOf('manager'), chosen: passphraseOf('newcomer') },
    'study.holders': {},
    'study.acceptFewHolders': { by: 'the board' },
    'study.passKeysOn': { to: 'second' },
    'study.people': {},
    'study.register': {},
    'study.recordBureau': bureau,
    'study.bureau': {},
    'study.setMailHost': { host: '127.0.0.1', port: mailbox.port, secure: false, from: bureau.objectTo },
    'study.addGroup': { code: 'others' as never, title: 'Others', consentBasis: 'opt-in' },
    'study.questionnaire': { group: residents },
    'study.lookAtQuestionnaire': { group: residents, file: words },
    'study.answersOutOfForm': { group: residents },
    'study.remarks': { group: residents },
    'study.cancelPaper': {},
    'study.savePaper': { group: residents, target: target('paper.pdf'), language: 'nl' },
    'study.saveStructure': { group: residents, target: target('structure.txt') },
    'study.scripts': {},
    'study.setScripts': { scripts: [] },
    'study.interviewRules': {},
    'study.setInterviewRules': { rules: { doubleEntry: false } },
    'study.loadQuestionnaire': { group: residents, file: words },
    'study.makeRecoverySheet': { target: target('sheet.pdf') },
    'study.confirmRecoverySheet': { words: ['zwaan', 'zwaan', 'zwaan'] },
    'study.makeRecoveryFile': { target: target('study.vwherstel') },
    'study.makeBackup': { target: target('study.vwkopie') },
    'study.safeguards': {},
    'study.settleSafeguard': { safeguard: 'none' },
    'study.reconciliation': {},
    'study.reconcile': { steps: [], interviewed: [], isComplete: true },
    'study.restore': { backup: file, recoveryFile: file, words: 'zwaan' },
    'study.moveClock': { today: day('2026-12-01') },
    'study.showScreen': {},
    'study.checkJournal': {},
    'study.exportJournal': { target: target('journal.jsonl') },
    'study.journal': {},

    'intake.preview': { group: residents, files: [{ file: delivery }] },
    'intake.accept': { group: residents, files: [{ file: delivery }] },
    'intake.cancel': {},
    'intake.deliveries': {},
    'intake.undo': { delivery: 'none' },
    'intake.saveRefused': { group: residents, files: [{ file: delivery }], target: target('refused.csv') },
    'intake.saveRefusedOf': { delivery: 'none', target: target('refused-of.csv') },

    'schedule.setProtocol': { group: residents, protocol: mixed },
    'schedule.preview': { group: residents, protocol: mixed },
    'schedule.protocol': { group: residents },
    'schedule.load': { group: residents },
    'schedule.due': {},

    'contact.sendEmails': { group: residents },
    'contact.pauseSending': {},
    'contact.halt': { lift: true },
    'contact.failures': {},
    'contact.makeLetters': { group: residents, target: target('letters.pdf') },
    'contact.batches': {},
    'contact.markPosted': { batch: 'none' },
    'contact.discardBatch': { batch: 'none' },
    'contact.unclear': {},
    'contact.settle': { attempt: 'none' as AttemptId, wasSent: true },
    'contact.findCase': { code },
    // The one ending that an interviewer may give too.
    'contact.stopCase': { caseId, why: 'withdrew' },
    'contact.recordCaseRequest': { article: '15', receivedOn: day('2026-06-01'), channel: 'client' },
    'contact.fillInCaseRequest': { nr: 1 },
    'contact.rejectCaseRequest': { nr: 1, why: 'not-found' },
    'contact.caseRequests': {},
    'contact.lookUp': { text: 'Zonnema' },
    'contact.case': { request: 1 },
    'contact.exportCase': { nr: 1, target: target('case.html') },
    'contact.correctCase': { nr: 1, changes: { surname: 'Zonnema' } },
    'contact.restrictCase': { nr: 1 },
    'contact.shift': {},
    'contact.openShift': { until: '23:59' },
    'contact.closeShift': {},
    'contact.nextCase': {},
    'contact.closeCall': { outcome: 'no-answer' },
    'contact.undoCall': {},
    'contact.saveParticipants': { group: residents, target: target('participants.csv') },
    'contact.acquainted': {},
    'contact.newNumber': { phone: '0612345678' },
    'contact.askHelp': { permission: true, text: 'call back please' },
    'contact.keepTyped': { caseId, note: 'a remark' },
    'contact.callbacks': {},
    'contact.passCallbackOn': { callback: 'none', to: 'the client' },

    'interview.begin': { consent: 'spoken' },
    'interview.see': {},
    'interview.answer': { item, answer: 'ja' },
    'interview.setLanguage': { language: 'en' },
    'interview.note': { item, text: 'a note' },
    'interview.setConduct': { conduct: { answeredBy: 'proxy', participants: 1 } },
    'interview.answers': {},
    'interview.scripts': {},
    'interview.finish': {},
    'interview.breakOff': {},
    'interview.beginEntry': { code, mode: 'paper' },
    'interview.leaveEntry': {},
    'interview.differences': {},
    'interview.settleDifference': { item, take: 'first' },
    'interview.lookAtReturns': { group: residents, file: study.offer('look.csv', 'code;hulp\n') },
    'interview.returns': {},
    'interview.settleSecond': { second: 'none', keep: 'first' },
    'interview.readReturns': { group: residents, file: study.offer('returns.csv', 'code;hulp\n') },

    'reporting.responseTable': {},
    'reporting.attempts': {},
    'reporting.curve': {},
    'reporting.dispositions': {},

    'schedule.stuck': {},
    'contact.stuckCases': { group: residents, reason: 'no-channel' },
    'contact.checkMailHost': {},
    'contact.beforeSending': {},
    'contact.sendTestEmail': { group: residents, step: 'email' as StepId, to: 'test@bureau.example' },
    'contact.saveEmails': { group: residents, target: target('messages.zip') },
    'contact.readReplies': { files: [study.offer('reply.eml', 'Subject: nothing\r\n\r\nnothing')] },
    'contact.readMailbox': {},
    'contact.stopReading': {},
    'contact.checkMailbox': {},
    'study.mailbox': {},
    'study.setMailbox': {},
    'study.letterLayout': {},
    'study.setLetterLayout': { layout: { window: 'left', largePrint: false, helpIn: [] } },
    'contact.savePrintList': { batch: 'none', target: target('print.csv') },
    'contact.reprint': { code, newCode: false, target: target('again.pdf') },
    'contact.recordReturn': { code, kind: 'undeliverable' },
    'contact.undoBack': {},
    'contact.cancelLetters': {},
    'contact.recordSlip': { code },
    'contact.findCaller': { text: code },
    'contact.takeCaller': { caseId },
    'contact.beforeRinging': {},
    'contact.appointments': { from: day('2026-06-01'), days: 7 },
    'contact.recordVisit': { code, outcome: 'no-answer', on: day('2026-06-01') },
    'study.callers': {},
    'study.setCaller': { name: 'interviewer', languages: ['nl'], isSenior: false },

    'export.plan': {},
    'export.dataset': { instruction: 1 },
    'export.agreeToCaseRequest': { nr: 1 },
    'export.removals': {},
    'export.removeAnswers': {},

    'destruction.caseErasure': { nr: 1 },
    'destruction.eraseCase': { nr: 1, typedName: 'Zonnema' },
    'destruction.agreeToUnlink': { typedTitle: 'A study' },
    'destruction.unlink': { typedTitle: 'A study' },
    'destruction.plan': {},
    'destruction.agree': { typedTitle: 'A study' },
    'destruction.destroy': {
      instruction: 1,
      typedTitle: 'A study',
      outOfReach: outOfReachQuestions.map((what) => ({ what, answer: 'none' })),
    },
  };
}

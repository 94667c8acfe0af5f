/**
 * Until when each request of the contract may be asked: the other half of the page for a privacy audit. The agreement has two ends; what a
 * request may not outlive stands here, and one that is missing does not compile.
 */
import type { RequestName } from './contract.ts';
import type { Until } from './study/agreement-in-force.ts';

export const requestUntil = {
  'study.create': 'always',
  'study.createPractice': 'always',
  'study.recent': 'always',
  'study.choose': 'always',
  'study.dropFromRecent': 'always',
  'study.here': 'always',
  /** Not for whoever only interviews: `session.study-ended`. */
  'study.signIn': 'always',
  'study.signOut': 'always',
  'study.lock': 'always',
  'study.unlock': 'always',
  'study.setPin': 'contact-end',
  'study.stillHere': 'always',
  'study.idleTimes': 'always',
  'study.setIdleTimes': 'always',
  'study.status': 'always',
  'study.agreement': 'always',
  /** Its fields stand once something was taken in; before that a wrong day can be mended, also one that lies behind. */
  'study.recordAgreement': 'always',
  /** Dataset and destruction name an instruction. */
  'study.recordInstruction': 'always',
  'study.instructions': 'always',
  /** Holds no person: the next study may begin with it. */
  'study.saveSetUp': 'answers-end',
  'study.loadSetUp': 'contact-end',
  /** Two people destroy a study: whoever is missing has to be replaced. An interviewer is not added after the end. */
  'study.addPerson': 'always',
  'study.renewPerson': 'always',
  'study.removePerson': 'always',
  'study.changePassphrase': 'always',
  'study.holders': 'always',
  'study.acceptFewHolders': 'always',
  'study.passKeysOn': 'always',
  'study.people': 'always',
  'study.register': 'always',
  'study.recordBureau': 'contact-end',
  'study.bureau': 'always',
  'study.setMailHost': 'contact-end',
  'study.addGroup': 'contact-end',
  'study.loadQuestionnaire': 'contact-end',
  /** A study that is lost cannot be destroyed either. */
  'study.makeRecoverySheet': 'always',
  'study.confirmRecoverySheet': 'always',
  'study.makeRecoveryFile': 'always',
  'study.makeBackup': 'always',
  'study.safeguards': 'always',
  'study.settleSafeguard': 'always',
  'study.restore': 'always',
  'study.moveClock': 'always',
  'study.showScreen': 'always',
  'study.journal': 'always',

  'intake.preview': 'contact-end',
  'intake.accept': 'contact-end',

  'schedule.setProtocol': 'contact-end',
  'schedule.preview': 'contact-end',
  'schedule.protocol': 'contact-end',
  'schedule.load': 'contact-end',
  'schedule.due': 'contact-end',

  'contact.sendEmails': 'contact-end',
  /** Contacts nobody: it stops what is going on. */
  'contact.pauseSending': 'always',
  'contact.failures': 'contact-end',
  'contact.makeLetters': 'contact-end',
  'contact.batches': 'contact-end',
  'contact.markPosted': 'contact-end',
  'contact.discardBatch': 'contact-end',
  'contact.unclear': 'contact-end',
  'contact.settle': 'contact-end',
  'contact.findCase': 'contact-end',
  /** What someone may ask about themselves, they may ask as long as anything of them is there; none of it contacts anyone. */
  'contact.stopCase': 'always',
  'contact.recordCaseRequest': 'always',
  'contact.fillInCaseRequest': 'always',
  'contact.rejectCaseRequest': 'always',
  'contact.caseRequests': 'always',
  'contact.lookUp': 'always',
  'contact.case': 'always',
  'contact.exportCase': 'always',
  'contact.correctCase': 'always',
  'contact.restrictCase': 'always',
  'contact.shift': 'always',
  'contact.openShift': 'contact-end',
  'contact.closeShift': 'always',
  'contact.nextCase': 'contact-end',
  'contact.closeCall': 'contact-end',
  'contact.undoCall': 'contact-end',

  'interview.begin': 'contact-end',
  'interview.see': 'contact-end',
  'interview.answer': 'contact-end',
  'interview.setLanguage': 'contact-end',
  'interview.finish': 'contact-end',
  'interview.breakOff': 'contact-end',
  'interview.readReturns': 'contact-end',

  'reporting.responseTable': 'always',
  'reporting.attempts': 'always',
  'reporting.curve': 'always',

  'export.plan': 'answers-end',
  'export.dataset': 'answers-end',
  'export.agreeToCaseRequest': 'always',
  'export.removals': 'always',
  'export.removeAnswers': 'always',

  'destruction.caseErasure': 'always',
  'destruction.eraseCase': 'always',
  'destruction.agreeToUnlink': 'always',
  'destruction.unlink': 'always',
  'destruction.plan': 'always',
  'destruction.agree': 'always',
  'destruction.destroy': 'always',
} as const satisfies Record<RequestName, Until>;

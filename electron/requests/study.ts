/** The study itself: its agreement, instructions, people, bureau, groups, questionnaires, clock and journal. */
import { refuse } from '../../shared/problem.ts';
import { type AgreementDraft, missingProperties } from '../../shared/study/agreement.ts';
import { refuseDatesOutOfOrder } from '../../shared/study/agreement-in-force.ts';
import { shownLogin, withKeptSecret } from '../../shared/study/mail-host.ts';
import { allParties, refuseUnlisted } from '../../shared/study/sub-processors.ts';
import type { Handlers } from '../bridge.ts';
import { statusOf } from '../study-status.ts';

/** How long other programs may see the windows. */
const showScreenMinutes = 60;

type Elsewhere =
  | 'study.create'
  | 'study.createPractice'
  | 'study.mailbox'
  | 'study.setMailbox'
  | 'study.letterLayout'
  | 'study.setLetterLayout'
  | 'study.callers'
  | 'study.setCaller'
  | 'study.recent'
  | 'study.choose'
  | 'study.dropFromRecent'
  | 'study.here'
  | 'study.signIn'
  | 'study.signOut'
  | 'study.addPerson'
  | 'study.renewPerson'
  | 'study.removePerson'
  | 'study.changePassphrase'
  | 'study.passKeysOn'
  | 'study.people'
  | 'study.holders'
  | 'study.acceptFewHolders'
  | 'study.lock'
  | 'study.unlock'
  | 'study.setPin'
  | 'study.stillHere'
  | 'study.idleTimes'
  | 'study.setIdleTimes'
  | 'study.makeRecoverySheet'
  | 'study.confirmRecoverySheet'
  | 'study.makeRecoveryFile'
  | 'study.makeBackup'
  | 'study.safeguards'
  | 'study.settleSafeguard'
  | 'study.restore'
  | 'study.register'
  | 'study.reconciliation'
  | 'study.reconcile'
  | 'study.saveSetUp'
  | 'study.loadSetUp'
  | 'study.questionnaire'
  | 'study.lookAtQuestionnaire'
  | 'study.loadQuestionnaire'
  | 'study.answersOutOfForm'
  | 'study.remarks'
  | 'study.savePaper'
  | 'study.cancelPaper'
  | 'study.saveStructure'
  | 'study.scripts'
  | 'study.setScripts'
  | 'study.interviewRules'
  | 'study.setInterviewRules'
  | 'study.journal'
  | 'study.checkJournal'
  | 'study.exportJournal';

/** Whether a field that was filled has another value now. */
function isAnyChanged(stands: AgreementDraft, agreement: AgreementDraft): boolean {
  return (Object.keys(stands) as (keyof AgreementDraft)[]).some(
    (field) => JSON.stringify(stands[field]) !== JSON.stringify(agreement[field]),
  );
}

export const studyRequests: Omit<Handlers<'study'>, Elsewhere> = {
  'study.status': async (_, desk) => statusOf(desk),

  async 'study.agreement'(_, { settings }) {
    const agreement = (await settings.find('agreement')) ?? {};
    return { agreement, missing: missingProperties(agreement) };
  },

  async 'study.recordAgreement'(input, { settings, store, study, vault, places, write }) {
    const stands = (await settings.find('agreement')) ?? {};
    const agreement: AgreementDraft = { ...stands, ...input.agreement };
    // Once in force every field stands as it is; one that a later version of this application asks for may still be filled.
    if (store.intakes.all().length > 0 && isAnyChanged(stands, agreement)) refuse('study.agreement-in-force', {});
    refuseDatesOutOfOrder(agreement);
    const put = await settings.seal('agreement', agreement);
    const missing = missingProperties(agreement);
    write('study.recordAgreement', { fields: Object.keys(input.agreement).length, missing: missing.length }, put);
    if ('endsOn' in input.agreement) await places.noteOpen(study, vault);
    return { agreement, missing };
  },

  async 'study.recordInstruction'({ on, by, text }, { store, vault, write }) {
    const nr = store.instructions.nextNr();
    const place = { table: 'instructions', row: String(nr), field: 'text' };
    const [sealed] = await vault.ask('sealSettings', [{ ...place, text: JSON.stringify({ by, text }) }]);
    write('study.recordInstruction', { nr }, () => store.instructions.insert({ nr, on, text: sealed! }));
    return { nr };
  },

  async 'study.instructions'(_, { store, vault }) {
    const rows = store.instructions.all();
    const place = (nr: number) => ({ table: 'instructions', row: String(nr), field: 'text' });
    const texts = await vault.ask(
      'openSettings',
      rows.map(({ nr, text }) => ({ ...place(nr), sealed: text })),
    );
    const instructions = rows.map(({ nr, on }, index) => {
      const { by, text } = JSON.parse(texts[index]!) as { readonly by: string; readonly text: string };
      return { nr, on, by, text };
    });
    return { instructions };
  },

  async 'study.recordBureau'(input, { settings, write }) {
    refuseUnlisted(allParties(input, undefined), (await settings.find('agreement')) ?? {});
    const put = await settings.seal('bureau', input);
    write('study.recordBureau', {}, put);
    return null;
  },

  async 'study.bureau'(_, { settings }) {
    const bureau = await settings.find('bureau');
    const found = await settings.find('mailHost');
    if (found === undefined) return bureau === undefined ? {} : { bureau };
    const { login, ...mailHost } = found;
    return {
      ...(bureau === undefined ? {} : { bureau }),
      mailHost: { ...mailHost, ...(login === undefined ? {} : { login: shownLogin(login) }) },
    };
  },

  async 'study.setMailHost'(input, { settings, write }) {
    refuseUnlisted(allParties(undefined, input), (await settings.find('agreement')) ?? {});
    const { login: given, ...host } = input;
    const before = await settings.find('mailHost');
    // What was kept for one server is not told to another.
    const login = withKeptSecret(given, before?.host === host.host ? before.login : undefined);
    const put = await settings.seal('mailHost', { ...host, ...(login === undefined ? {} : { login }) });
    write('study.setMailHost', { secure: input.secure }, put);
    return null;
  },

  async 'study.addGroup'(group, desk) {
    const { store, settings, write } = desk;
    const codes = store.groups.all();
    if (codes.includes(group.code)) refuse('study.group-exists', { group: group.code });
    const put = await settings.seal('group', group, group.code);
    write('study.addGroup', { group: group.code, basis: group.consentBasis }, () => {
      store.groups.insert(group.code, codes.length + 1);
      put();
    });
    return statusOf(desk);
  },

  async 'study.moveClock'({ today }, { store, write }) {
    const study = store.study.get();
    if (!study.isPractice) refuse('study.clock-is-real', {});
    const stands = study.practiceDay;
    // The first move may go anywhere: until then the clock of this machine was used.
    if (stands !== undefined && today < stands) refuse('study.clock-backwards', { stands });
    if (today === stands) return { today };
    write('study.moveClock', { to: today }, () => store.study.movePracticeDay(study, today));
    return { today };
  },

  async 'study.showScreen'(_, { host, write }) {
    // Stands in the journal before anyone can see anything.
    write('study.showScreen', { minutes: showScreenMinutes }, () => undefined);
    host.showScreen?.(showScreenMinutes);
    return { minutes: showScreenMinutes };
  },
};

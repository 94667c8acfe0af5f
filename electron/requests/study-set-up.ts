/** What a study can be begun with, as a file: agreement, bureau, groups, protocols, questionnaires and texts; never people. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { refuseDatesOutOfOrder } from '../../shared/study/agreement-in-force.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { InterviewRules } from '../../shared/study/interview-rules.ts';
import { type MailHost, withoutSecret } from '../../shared/study/mail-host.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import type { Questionnaire } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { allParties, refuseUnlisted } from '../../shared/study/sub-processors.ts';
import { xlsformOf } from '../../shared/study/write-xlsform.ts';
import { findSetUp, type SetUp, setUpText } from '../../shared/study-set-up.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { statusOf } from '../study-status.ts';

export type StudySetUpRequests = {
  readonly [N in Extract<RequestOf<'study'>, 'study.saveSetUp' | 'study.loadSetUp'>]: Handler<N>;
};

export const studySetUpRequests: StudySetUpRequests = {
  async 'study.saveSetUp'({ target }, desk) {
    const { host, files, study, store, write } = desk;
    const path = host.pathOf(target);
    if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
    const text = setUpText(await setUpOf(desk));
    files.writeFileSafely(path, new TextEncoder().encode(text));
    write('study.saveSetUp', { groups: store.groups.all().length }, () => undefined);
    return null;
  },

  async 'study.loadSetUp'({ file }, desk) {
    const { host, store, settings, write } = desk;
    if (store.intakes.all().length > 0) refuse('study.agreement-in-force', {});
    const setUp = findSetUp(textOf(await host.readSource(file))) ?? refuse('study.set-up-unreadable', {});
    const questionnaires = setUp.groups.map(({ questionnaire }) => questionnaireOf(questionnaire));
    const codes = store.groups.all();
    const added = setUp.groups.filter(({ group }) => !codes.includes(group.code));
    const agreement = { ...(await settings.find('agreement')), ...setUp.agreement };
    refuseDatesOutOfOrder(agreement);
    refuseUnlisted(allParties(setUp.bureau, setUp.mailHost), agreement);
    const puts = [
      await settings.seal('agreement', agreement),
      ...(setUp.bureau === undefined ? [] : [await settings.seal('bureau', setUp.bureau)]),
      // A server that was set here has a password, which the file has not.
      ...(setUp.mailHost === undefined || store.settings.has('mailHost')
        ? []
        : [await settings.seal('mailHost', sharedHost(setUp.mailHost))]),
      ...(setUp.scripts === undefined ? [] : [await settings.seal('scripts', setUp.scripts)]),
      // From JSON: what is absent is absent.
      ...(setUp.interviewRules === undefined
        ? []
        : [await settings.seal('interviewRules', setUp.interviewRules as InterviewRules)]),
    ];
    for (const [index, { group, protocol }] of setUp.groups.entries()) {
      const questionnaire = questionnaires[index];
      puts.push(await settings.seal('group', group, group.code));
      // From JSON: what is absent is absent, never there and undefined.
      if (protocol !== undefined) puts.push(await settings.seal('protocol', protocol as Protocol, group.code));
      if (questionnaire !== undefined) puts.push(await settings.seal('questionnaire', questionnaire, group.code));
    }
    write('study.loadSetUp', { groups: setUp.groups.length }, () => {
      for (const [index, { group }] of added.entries()) store.groups.insert(group.code, codes.length + index + 1);
      for (const put of puts) put();
    });
    return statusOf(desk);
  },
};

async function setUpOf({ store, settings }: Desk): Promise<SetUp> {
  const groups = store.groups.all().map(async (code: GroupCode) => {
    const protocol = await settings.find('protocol', code);
    const questionnaire = await settings.find('questionnaire', code);
    return {
      group: await settings.get('group', code),
      ...(protocol === undefined ? {} : { protocol }),
      ...(questionnaire === undefined ? {} : { questionnaire: Object.fromEntries(xlsformOf(questionnaire)) }),
    };
  });
  // What belongs to this one study and to whoever signed for it stays here.
  const { startsOn, endsOn, answersEndOn, documentReference, signedOn, signedBy, ...agreement } =
    (await settings.find('agreement')) ?? {};
  const bureau = await settings.find('bureau');
  const mailHost = await settings.find('mailHost');
  const scripts = await settings.find('scripts');
  const interviewRules = await settings.find('interviewRules');
  return {
    agreement,
    ...(bureau === undefined ? {} : { bureau }),
    ...(mailHost === undefined ? {} : { mailHost: sharedHost(mailHost) }),
    ...(scripts === undefined ? {} : { scripts }),
    ...(interviewRules === undefined ? {} : { interviewRules }),
    groups: await Promise.all(groups),
  } as SetUp;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('study.set-up-unreadable', {});
  }
}

function questionnaireOf(sheets: SetUp['groups'][number]['questionnaire']): Questionnaire | undefined {
  if (sheets === undefined) return undefined;
  const read = readXlsform(new Map(Object.entries(sheets)));
  return read.kind === 'read' ? read.questionnaire : refuse('questionnaire.faulty', { faults: read.faults });
}

/** Whoever takes the file over has secrets of their own. */
function sharedHost({ login, ...host }: MailHost): MailHost {
  return { ...host, ...(login === undefined ? {} : { login: withoutSecret(login) }) };
}

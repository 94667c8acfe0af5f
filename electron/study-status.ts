/** How the study stands: what there is and what is not there yet, in counts. Nothing about a person is opened for it. */
import { missingProperties } from '../shared/study/agreement.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { StudyStatus } from '../shared/views.ts';
import type { Desk } from './desk.ts';
import { isHalted } from './halt.ts';
import { fewHoldersOf } from './staff.ts';

export async function statusOf(desk: Desk): Promise<StudyStatus> {
  const { store, study, settings, today } = desk;
  const { isPractice } = store.study.get();
  const agreement = (await settings.find('agreement')) ?? {};
  const { client, startsOn, endsOn, answersEndOn } = agreement;
  const groups = await Promise.all(store.groups.all().map((code) => groupStatus(code, desk)));
  return {
    title: await settings.get('title'),
    isPractice,
    today,
    agreementMissing: missingProperties(agreement),
    ...(study.older === undefined ? {} : { olderSince: study.older.since }),
    ...(client === undefined ? {} : { client }),
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(answersEndOn === undefined ? {} : { answersEndOn }),
    hasBureau: store.settings.has('bureau'),
    // E-mails of a practice study need no server: where there is none they go nowhere.
    hasMailHost: isPractice || store.settings.has('mailHost'),
    fewHolders: await fewHoldersOf(desk),
    isContacted: store.attempts.isAnyMade(),
    responses: groups.reduce((sum, { responses }) => sum + responses, 0),
    instructions: store.instructions.count(),
    isExported: store.settings.has('exported'),
    isUnlinked: store.epochs.isUnlinked(),
    ...(store.settings.has('halt') ? { isHalted: true as const } : {}),
    groups,
  };
}

async function groupStatus(code: GroupCode, { store, settings }: Desk): Promise<StudyStatus['groups'][number]> {
  const { cases, open, completed } = store.cases.countsIn(code);
  const protocol = await settings.find('protocol', code);
  return {
    group: await settings.get('group', code),
    cases,
    open,
    responses: completed,
    hasQuestionnaire: store.settings.has(`questionnaire ${code}`),
    hasProtocol: protocol !== undefined,
    hasVisits: protocol?.steps.some(({ channel }) => channel === 'visit') ?? false,
    ...(protocol === undefined ? {} : { startsOn: protocol.startsOn, closesOn: protocol.closesOn }),
    ...(isHalted(code, { store }) ? { isHalted: true as const } : {}),
  };
}

/** The questionnaires of a study: looked at, loaded, compared with what was answered, and put on paper. */
import type { Input, RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { agreementPhase } from '../../shared/study/agreement-in-force.ts';
import { answersOutOfForm, countedMisfits } from '../../shared/study/answers-out-of-form.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { permittedItems } from '../../shared/study/permitted-items.ts';
import { isAsked, type Questionnaire } from '../../shared/study/questionnaire.ts';
import { questionnaireDifferences } from '../../shared/study/questionnaire-differences.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { remarksIn } from '../../shared/study/remarks.ts';
import type { QuestionnaireView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { stopIntakes } from '../intake/going-on.ts';
import {
  draftsOutOfForm,
  draftsUnderWay,
  hasAnswers,
  meanMinutes,
  responsesOfGroup,
} from '../interview/answers-given.ts';
import { savePaper } from '../interview/paper.ts';
import { questionnaireOf } from '../interview/questionnaire-of.ts';
import { answersWait, refuseWhileAnswersWait } from '../stopping.ts';

type Questionnaires = {
  readonly [N in Extract<
    RequestOf<'study'>,
    | 'study.questionnaire'
    | 'study.lookAtQuestionnaire'
    | 'study.loadQuestionnaire'
    | 'study.answersOutOfForm'
    | 'study.remarks'
    | 'study.savePaper'
    | 'study.cancelPaper'
  >]: Handler<N>;
};

export const studyQuestionnaireRequests: Questionnaires = {
  async 'study.questionnaire'({ group }, desk) {
    refuseUnknownGroup(group, desk);
    const stored =
      (await desk.settings.find('questionnaire', group)) ??
      refuse('study.group-not-ready', { group, missing: 'questionnaire' });
    return { ...(await viewOf(group, stored, desk)), ...(await minutesOf(group, desk)) };
  },

  async 'study.lookAtQuestionnaire'(input, desk) {
    const { group } = input;
    const stored = await readWorkbook(input, desk);
    const view = await viewOf(group, stored, desk);
    const before = await desk.settings.find('questionnaire', group);
    const found = await draftsOutOfForm(group, view.questionnaire, desk);
    return {
      ...view,
      ...(before === undefined ? {} : { differences: questionnaireDifferences(before, stored) }),
      outOfForm: countedMisfits(view.questionnaire, found ?? []),
      underWay: draftsUnderWay(group, desk).length,
      isLookedInto: found !== undefined,
      isVersionUsed: isUsed(stored, await answeredVersions(group, hasAnswers(group, desk), desk)),
    };
  },

  async 'study.loadQuestionnaire'(input, desk) {
    const { settings, write } = desk;
    const { group } = input;
    const questionnaire = await readWorkbook(input, desk);
    const isAnswered = hasAnswers(group, desk);
    const earlier = await earlierVersions(group, questionnaire, isAnswered, desk);
    const puts = [
      await settings.seal('questionnaire', questionnaire, group),
      ...(earlier === undefined ? [] : [await settings.seal('earlierQuestionnaires', earlier, group)]),
    ];
    const { notAsked } = await viewOf(group, questionnaire, desk);
    const items = questionnaire.items.filter(isAsked).length;
    write('study.loadQuestionnaire', { group, items }, () => {
      // Somebody may have begun while the workbook was read.
      if (hasAnswers(group, desk) !== isAnswered) refuse('study.changed-meanwhile', {});
      for (const put of puts) put();
    });
    const { title, version, languages } = questionnaire;
    return { title, version, languages, items, notAsked: notAsked.length };
  },

  async 'study.answersOutOfForm'({ group }, desk) {
    refuseUnknownGroup(group, desk);
    const questionnaire = await questionnaireOf(desk, group);
    refuseWhileAnswersWait(desk);
    const found = (await responsesOfGroup(group, desk)).flatMap(({ answers }) =>
      answersOutOfForm(questionnaire, new Map(answers), desk.today),
    );
    return { items: countedMisfits(questionnaire, found) };
  },

  async 'study.remarks'({ group }, desk) {
    refuseUnknownGroup(group, desk);
    const questionnaire = await questionnaireOf(desk, group);
    refuseWhileAnswersWait(desk);
    return { remarks: remarksIn(questionnaire, await responsesOfGroup(group, desk)) };
  },

  'study.savePaper': (input, desk) => desk.work(() => savePaper(input, desk)),

  async 'study.cancelPaper'(_, desk) {
    stopIntakes(desk);
    return null;
  },
};

function refuseUnknownGroup(group: GroupCode, { store }: Desk): void {
  if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
}

async function readWorkbook(
  { group, file }: Pick<Input<'study.loadQuestionnaire'>, 'group' | 'file'>,
  desk: Desk,
): Promise<Questionnaire> {
  refuseUnknownGroup(group, desk);
  const allowed = (await desk.settings.find('agreement'))?.allowedFields;
  const read = readXlsform(await desk.files.readWorkbook(await desk.host.readSource(file)), allowed);
  return read.kind === 'read' ? read.questionnaire : refuse('questionnaire.faulty', { faults: read.faults });
}

async function viewOf(group: GroupCode, stored: Questionnaire, { settings }: Desk): Promise<QuestionnaireView> {
  const allowed = (await settings.find('agreement'))?.specialCategories ?? [];
  const { title } = await settings.get('group', group);
  const notAsked = stored.items.flatMap(({ name, specialCategory }) =>
    specialCategory === undefined || allowed.includes(specialCategory)
      ? []
      : [{ item: name, category: specialCategory }],
  );
  return { group, title, questionnaire: permittedItems(stored, allowed), notAsked };
}

/** Only for whoever opens answers, and only as long as answers may be used: all of them, since whose is whose is not known here. */
async function minutesOf(group: GroupCode, desk: Desk): Promise<Pick<QuestionnaireView, 'minutes'>> {
  if (!desk.person.roles.includes('researcher')) return {};
  const dates = (await desk.settings.find('agreement')) ?? {};
  if (agreementPhase(dates, desk.today) === 'answers-ended' || answersWait(desk)) return {};
  const minutes = meanMinutes(await responsesOfGroup(group, desk));
  return minutes === undefined ? {} : { minutes };
}

const isSame = (one: Questionnaire, other: Questionnaire) => JSON.stringify(one) === JSON.stringify(other);

/** Those under which answers may have been given, oldest first. */
async function answeredVersions(
  group: GroupCode,
  isAnswered: boolean,
  { settings }: Desk,
): Promise<readonly Questionnaire[]> {
  const current = await settings.find('questionnaire', group);
  const kept = (await settings.find('earlierQuestionnaires', group)) ?? [];
  return isAnswered && current !== undefined ? [...kept, current] : kept;
}

/** A response names its version and no more, so one name never stands for two questionnaires with answers. */
const isUsed = (next: Questionnaire, answered: readonly Questionnaire[]) =>
  answered.some((one) => one.version === next.version && !isSame(one, next));

/**
 * The versions to keep once `next` takes the place of the one in use; undefined when nothing changes in them. Refuses
 * `study.questionnaire-version-used`. Before the first answer a workbook is loaded as often as it takes.
 */
async function earlierVersions(
  group: GroupCode,
  next: Questionnaire,
  isAnswered: boolean,
  desk: Desk,
): Promise<readonly Questionnaire[] | undefined> {
  const answered = await answeredVersions(group, isAnswered, desk);
  if (isUsed(next, answered)) refuse('study.questionnaire-version-used', { version: next.version });
  // One that is taken into use again is not an earlier one any more.
  const stays = answered.filter((one) => !isSame(one, next));
  const kept = (await desk.settings.find('earlierQuestionnaires', group)) ?? [];
  return stays.length === kept.length && stays.every((one) => kept.includes(one)) ? undefined : stays;
}

/** The questionnaires of a study: looked at, loaded, compared, and put on paper. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { isAsked } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import type { Handler } from '../bridge.ts';

type Questionnaires = {
  readonly [N in Extract<
    RequestOf<'study'>,
    | 'study.questionnaire'
    | 'study.lookAtQuestionnaire'
    | 'study.loadQuestionnaire'
    | 'study.answersOutOfForm'
    | 'study.savePaper'
  >]: Handler<N>;
};

export const studyQuestionnaireRequests: Questionnaires = {
  async 'study.questionnaire'() {
    throw new Error('not built yet');
  },

  async 'study.lookAtQuestionnaire'() {
    throw new Error('not built yet');
  },

  async 'study.loadQuestionnaire'({ group, file }, { host, store, files, settings, write }) {
    if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const workbook = await files.readWorkbook(await host.readSource(file));
    const read = readXlsform(workbook);
    if (read.kind === 'faulty') return refuse('questionnaire.faulty', { faults: read.faults });
    const { questionnaire } = read;
    const items = questionnaire.items.filter(isAsked).length;
    const put = await settings.seal('questionnaire', questionnaire, group);
    write('study.loadQuestionnaire', { group, items }, put);
    return {
      title: questionnaire.title,
      version: questionnaire.version,
      languages: questionnaire.languages,
      items,
      notAsked: 0,
    };
  },

  async 'study.answersOutOfForm'() {
    throw new Error('not built yet');
  },

  async 'study.savePaper'() {
    throw new Error('not built yet');
  },
};

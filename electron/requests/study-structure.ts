/** The questionnaire for the survey platform. */
import type { RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Structure = {
  readonly [N in Extract<RequestOf<'study'>, 'study.saveStructure'>]: Handler<N>;
};

export const studyStructureRequests: Structure = {
  async 'study.saveStructure'() {
    throw new Error('not built yet');
  },
};

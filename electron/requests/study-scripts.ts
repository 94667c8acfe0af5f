/** The scripts of a study, and what it sets itself about interviews. */
import type { RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Scripts = {
  readonly [N in Extract<
    RequestOf<'study'>,
    'study.scripts' | 'study.setScripts' | 'study.interviewRules' | 'study.setInterviewRules'
  >]: Handler<N>;
};

export const studyScriptRequests: Scripts = {
  async 'study.scripts'() {
    throw new Error('not built yet');
  },

  async 'study.setScripts'() {
    throw new Error('not built yet');
  },

  async 'study.interviewRules'() {
    throw new Error('not built yet');
  },

  async 'study.setInterviewRules'() {
    throw new Error('not built yet');
  },
};

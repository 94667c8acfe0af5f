/** The course of an interview: notes to questions, how it is held, what was answered so far, and what may be read aloud meanwhile. */
import type { RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Course = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    'interview.note' | 'interview.setConduct' | 'interview.answers' | 'interview.scripts'
  >]: Handler<N>;
};

export const interviewCourseRequests: Course = {
  async 'interview.note'() {
    throw new Error('not built yet');
  },

  async 'interview.setConduct'() {
    throw new Error('not built yet');
  },

  async 'interview.answers'() {
    throw new Error('not built yet');
  },

  async 'interview.scripts'() {
    throw new Error('not built yet');
  },
};

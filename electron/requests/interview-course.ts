/** The course of an interview: notes to questions, how it is held, what was answered so far, and what may be read aloud meanwhile. */
import type { RequestOf } from '../../shared/contract.ts';
import { answeredView } from '../../shared/interview/answered-view.ts';
import { partOf } from '../../shared/interview/draft-log.ts';
import { refuse } from '../../shared/problem.ts';
import type { Conduct } from '../../shared/study/conduct.ts';
import type { Handler } from '../bridge.ts';
import { append, goingOn, refuseOffRoute, viewOf } from '../interview/going.ts';
import { spokenScripts } from '../interview/scripts-of.ts';

type Course = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    'interview.note' | 'interview.setConduct' | 'interview.answers' | 'interview.scripts'
  >]: Handler<N>;
};

export const interviewCourseRequests: Course = {
  async 'interview.note'({ item, text }, desk) {
    const going = await goingOn(desk);
    refuseOffRoute(going, item);
    const isSame = (partOf(going.state).notes.get(item) ?? '') === text;
    const act = { act: 'interview.note', detail: { entry: going.state.rows + 1 } };
    return viewOf(isSame ? going : await append(going, { note: [item, text] }, act, desk), { at: item });
  },

  async 'interview.setConduct'({ conduct, item }, desk) {
    const going = await goingOn(desk);
    if (conduct.participants > 1 && going.draft.mode !== 'visit') refuse('interview.participants-only-at-visit', {});
    if (item !== undefined) refuseOffRoute(going, item);
    const { answeredBy, interpreter, participants } = conduct;
    const said: Conduct = { answeredBy, ...(interpreter === undefined ? {} : { interpreter }), participants };
    const act = { act: 'interview.setConduct', detail: { entry: going.state.rows + 1 } };
    return viewOf(await append(going, { conduct: said }, act, desk), item === undefined ? undefined : { at: item });
  },

  async 'interview.answers'(_, desk) {
    const { questionnaire, state, draft, contact } = await goingOn(desk);
    const { answers, notes } = partOf(state);
    return answeredView(questionnaire, { answers, notes, language: draft.language, today: draft.begunOn, contact });
  },

  async 'interview.scripts'({ language }, desk) {
    const { store, settings, person } = desk;
    const one = store.cases.findHeldBy(person.id);
    const draft = one && store.drafts.findOfCase(one.id);
    const own = one && (await settings.find('questionnaire', one.group))?.defaultLanguage;
    return spokenScripts(desk, language ?? draft?.language ?? own ?? 'nl');
  },
};

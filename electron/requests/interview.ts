/** The interview: begun, answered item by item, finished or broken off. An answer that is acknowledged is on disk. */
import type { RequestOf } from '../../shared/contract.ts';
import { partOf, type Sitting } from '../../shared/interview/draft-log.ts';
import { refuse } from '../../shared/problem.ts';
import { clashingItems, readAnswer } from '../../shared/study/check-answer.ts';
import { openItems, walkRoute } from '../../shared/study/route.ts';
import type { Handler } from '../bridge.ts';
import { refuseEndedMeanwhile } from '../contact/ended-meanwhile.ts';
import { keysOfCase } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { refuseWhenHalted } from '../halt.ts';
import { endInterview } from '../interview/ending.ts';
import { decidedAnswers, endFirstEntry, isFirstOfTwo } from '../interview/entering.ts';
import {
  append,
  caseInHand,
  type Going,
  goingOn,
  isEntry,
  openedDraft,
  refuseOffRoute,
  secondsOf,
  viewOf,
} from '../interview/going.ts';
import { questionnaireOf } from '../interview/questionnaire-of.ts';
import type { Draft } from '../store/drafts.ts';

type Interviewing = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    | 'interview.begin'
    | 'interview.see'
    | 'interview.answer'
    | 'interview.setLanguage'
    | 'interview.finish'
    | 'interview.breakOff'
  >]: Handler<N>;
};

export const interviewRequests: Interviewing = {
  async 'interview.begin'({ consent, language, mode, goesOn }, desk) {
    const { store, vault, today, write } = desk;
    refuseEndedMeanwhile(desk);
    const one = caseInHand(desk);
    const call = store.attempts.findCallInHand(one.id) ?? refuse('contact.no-case-in-hand', {});
    refuseWhenHalted(one.group, desk);
    const questionnaire = await questionnaireOf(desk, one.group);
    if (mode === 'visit' && !(await mayBeVisited(one.group, desk))) refuse('interview.no-visits', {});
    const begun = store.drafts.findOfCase(one.id);
    if (begun !== undefined) return viewOf(await takeUp({ consent, mode }, goesOn, desk));
    const id = newId();
    const draftKey = await vault.ask('newDraftKey', id, keysOfCase(one));
    const spoken = questionnaire.languages.find((known) => known === language) ?? questionnaire.defaultLanguage;
    const draft: Draft = {
      ...{ id, caseId: one.id, attemptId: call.id, begunOn: today, mode, language: spoken, version: 1, draftKey },
    };
    const sitting = JSON.stringify({ sitting: { mode, consent } });
    const sealed = await vault.ask('sealDraft', { ...keysOfCase(one), draft: id, draftKey }, `${id} 1`, sitting);
    // It may have been answered, stopped, or begun in another window, while the key was made.
    refuseEndedMeanwhile(desk);
    caseInHand(desk);
    if (store.drafts.findOfCase(one.id) !== undefined) return viewOf(await goingOn(desk));
    write('interview.begin', { group: one.group, mode, consent }, () => {
      store.drafts.insert(draft);
      store.drafts.append(id, { seq: 1, answer: sealed });
    });
    return viewOf(await goingOn(desk));
  },

  async 'interview.see'({ item }, desk) {
    const going = await goingOn(desk);
    if (item === undefined) return viewOf(going);
    refuseOffRoute(going, item);
    return viewOf(going, { at: item });
  },

  async 'interview.answer'({ item: name, answer: typed }, desk) {
    const going = await goingOn(desk);
    const { draft, questionnaire, state } = going;
    const { answers } = partOf(state);
    const { items, values } = walkRoute(questionnaire, answers, draft.begunOn);
    const item =
      items.find((candidate) => candidate.name === name) ?? refuse('interview.not-this-item', { item: name });
    const checked = typed === null ? undefined : readAnswer(item, typed, { values, today: draft.begunOn });
    if (checked?.kind === 'refused') refuse('interview.answer-invalid', { item: name, expected: checked.expected });
    const answer = checked?.kind === 'answer' ? checked.answer : undefined;
    // Going past a note or an item that was left open saves nothing; taking an answer back does.
    if (answer === undefined && !answers.has(name)) return viewOf(going, { after: name });
    const act = { act: 'interview.answer', detail: { saved: state.saved + 1 } };
    const said = [name, answer ?? null] as const;
    const entry = isEntry(draft) ? said : ([...said, secondsOf(going, desk)] as const);
    return viewOf(await append(going, entry, act, desk), { after: name });
  },

  async 'interview.setLanguage'({ language, item }, desk) {
    const { store, write } = desk;
    const going = await goingOn(desk);
    const { draft, one, questionnaire } = going;
    if (!questionnaire.languages.includes(language))
      refuse('request.input-invalid', { field: 'language', expected: 'a language of the questionnaire' });
    if (item !== undefined) refuseOffRoute(going, item);
    const changed =
      language === draft.language
        ? draft
        : write('interview.setLanguage', { group: one.group }, () => store.drafts.change(draft, { language }));
    return viewOf({ ...going, draft: changed }, item === undefined ? undefined : { at: item });
  },

  async 'interview.finish'(_, desk) {
    const going = await goingOn(desk, true);
    const { mode } = going.draft;
    if (await isFirstOfTwo(going, desk))
      return { answers: await endFirstEntry(going, desk), mode, waitsForSecond: true };
    const decided = decidedAnswers(going);
    const open = openItems(going.questionnaire, decided, going.draft.begunOn);
    if (open.length > 0) refuse('interview.items-open', { items: open.map(({ name }) => name) });
    const clashing = clashingItems(going.questionnaire, decided, going.draft.begunOn);
    if (clashing.length > 0) refuse('interview.answers-clash', { items: clashing.map(({ name }) => name) });
    const { answers } = await endInterview(going, 'completed', decided, desk);
    return { answers, mode, waitsForSecond: false };
  },

  async 'interview.breakOff'(_, desk) {
    const going = await goingOn(desk, true);
    // What a paper is broken off at is seen when it is entered again.
    if (await isFirstOfTwo(going, desk)) {
      await endFirstEntry(going, desk);
      return { isPartial: false };
    }
    const { isPartial } = await endInterview(going, 'broke-off', decidedAnswers(going), desk);
    return { isPartial };
  },
};

async function mayBeVisited(group: Going['one']['group'], { settings }: Desk): Promise<boolean> {
  const protocol = await settings.get('protocol', group);
  return protocol.steps.some(({ channel }) => channel === 'visit');
}

/** What was begun before goes on: in another call, by another interviewer, or by telephone what was begun on the web. */
async function takeUp(
  { consent, mode }: Required<Pick<Sitting, 'consent' | 'mode'>>,
  goesOn: boolean,
  desk: Desk,
): Promise<Going> {
  const { session, person, host } = desk;
  const known = session.inHand.get(person.id)?.draft;
  const going = await openedDraft(desk);
  const isBegunOnWeb = going.draft.mode === 'web';
  // Begun twice at once, or in two windows: it is going on.
  if (known === going.draft.id && !isBegunOnWeb && going.state.part === 'talk') return going;
  const anew = isBegunOnWeb && !goesOn;
  const sitting: Sitting = { mode, consent, ...(anew ? { anew } : {}) };
  const since = { ...going, sinceMs: host.clock.elapsedMs() };
  const detail = { group: going.one.group, mode, consent };
  const call = desk.store.attempts.findCallInHand(going.one.id)?.id;
  return append(since, { sitting }, { act: 'interview.takeUp', detail, mode, call }, desk);
}

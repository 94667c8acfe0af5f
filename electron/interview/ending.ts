/** The end of an interview or an entry: the response sealed and cut loose from the draft, the call and the case closed, in one write. */
import { type PartState, partOf } from '../../shared/interview/draft-log.ts';
import { countsAsPartial } from '../../shared/interview/partial.ts';
import { refuse } from '../../shared/problem.ts';
import type { Answers } from '../../shared/study/answer.ts';
import type { Paradata } from '../../shared/study/conduct.ts';
import type { FinalCode } from '../../shared/study/disposition.ts';
import { plainInterviewRules } from '../../shared/study/interview-rules.ts';
import { answersOnRoute } from '../../shared/study/route.ts';
import { sealNote } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import type { Ending } from '../session.ts';
import { type Going, isEntry, secondsOf } from './going.ts';
import { responseOf, sealedResponses } from './responses.ts';

export interface Ended {
  /** Answers that count. */
  readonly answers: number;
  readonly isPartial: boolean;
}

export async function endInterview(
  going: Going,
  outcome: 'completed' | 'broke-off',
  given: Answers,
  desk: Desk,
): Promise<Ended> {
  const { store, session, person, today, write } = desk;
  const { one, draft, questionnaire, state } = going;
  const part = partOf(state);
  const answers = answersOnRoute(questionnaire, given, draft.begunOn);
  const complete = outcome === 'completed';
  const { partialFromPercent } = (await desk.settings.find('interviewRules')) ?? plainInterviewRules;
  const isPartial = !complete && countsAsPartial(questionnaire, answers, draft.begunOn, partialFromPercent);
  const code: FinalCode = complete ? '1.1' : isPartial ? '1.2' : '2.12';
  // Of two entries the notes of both, the second where both have one.
  const noted = state.part === 2 ? new Map([...state.parts[1].notes, ...part.notes]) : part.notes;
  const notes = [...noted].filter(([item]) => questionnaire.items.some(({ name }) => name === item));
  const response = await responseOf(
    one,
    {
      ...{ mode: draft.mode, language: draft.language, answers, complete, version: questionnaire.version },
      ...(isPartial ? { isPartial: true as const } : {}),
      ...{ conduct: part.conduct, paradata: paradataOf(going, part, desk) },
      ...(notes.length === 0 ? {} : { notes }),
    },
    desk,
  );
  const [sealed] = await sealedResponses([{ one, response }], desk);
  // Not the call in which it was begun: an interview may go on in another call, and with another interviewer. An entry has none.
  const call = isEntry(draft)
    ? undefined
    : (store.attempts.findCallInHand(one.id) ?? refuse('study.damaged', { where: 'attempts' }));
  const { consent } = state;
  // That the person said yes stays with the person and not with the answers, AVG art. 7(1): in the sealed note of the call.
  const note = call && consent && (await sealNote(desk.vault, one, call.id, { consent }));
  const act = complete ? 'interview.finish' : 'interview.breakOff';
  const detail = { group: one.group, mode: draft.mode, ...(isPartial ? { partial: true } : {}) };
  const ending = write(act, detail, (): Ending | undefined => {
    const kept = store.drafts.take(one.id);
    // An answer that was saved since would be lost with the draft.
    const isAsRead = kept?.answers.length === state.rows && kept.draft.version === draft.version;
    if (!isAsRead) return refuse('study.changed-meanwhile', {});
    store.responses.insert(sealed!.row, sealed!.link);
    const ended = call && store.attempts.change(call, { outcome, on: today, ...(note === undefined ? {} : { note }) });
    const closed = store.cases.change(one, {
      state: { kind: 'final', code, mode: draft.mode, on: today },
      heldBy: undefined,
      nextDue: undefined,
    });
    if (call === undefined || ended === undefined) return undefined;
    return {
      before: { one, call },
      after: { one: closed, call: ended },
      draft: kept,
      response: { id: sealed!.row.id, link: sealed!.link.id },
    };
  });
  session.inHand.delete(person.id);
  if (ending !== undefined) session.endings.set(person.id, ending);
  return { answers: answers.size, isPartial };
}

/** Whole minutes over all sittings, of which the last goes on until now; nobody times an entry. */
function paradataOf(going: Going, part: PartState, desk: Desk): Paradata {
  const { sittings, begunIn, switchedAt } = part;
  const seconds = part.secondsBefore + Math.max(part.seconds, secondsOf(going, desk));
  return {
    ...(isEntry(going.draft) ? {} : { minutes: Math.floor(seconds / 60) }),
    sittings: Math.max(1, sittings),
    ...(begunIn === 'web' && going.draft.mode !== 'web' ? { begunIn } : {}),
    ...(switchedAt === undefined ? {} : { switchedAt }),
  };
}

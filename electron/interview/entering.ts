/** What an entry of paper or e-mail comes to: entered once it is what was entered; twice, it is what was decided on. */

import { type DraftState, partOf } from '../../shared/interview/draft-log.ts';
import { type MergedEntries, mergeEntries } from '../../shared/interview/entry-differences.ts';
import { refuse } from '../../shared/problem.ts';
import type { Answers } from '../../shared/study/answer.ts';
import type { Mode } from '../../shared/study/contact-data.ts';
import { plainInterviewRules } from '../../shared/study/interview-rules.ts';
import { answersOnRoute } from '../../shared/study/route.ts';
import { keysOfDraft } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Draft } from '../store/drafts.ts';
import { type Going, isEntry, stateOf } from './going.ts';

/** Before it is entered a second time nothing differs. */
export function mergedEntries({ questionnaire, state, draft }: Going): MergedEntries {
  if (state.part !== 2) return { answers: partOf(state).answers, differences: [] };
  const { parts, settled } = state;
  const [first, second] = [parts[1].answers, parts[2].answers];
  return mergeEntries(questionnaire, { first, second, settled, today: draft.begunOn });
}

/** The answers that count. Refuses `interview.entries-differ` as long as something was not decided. */
export function decidedAnswers(going: Going): Answers {
  const { answers, differences } = mergedEntries(going);
  const open = differences.filter(({ taken }) => taken === undefined).map(({ item }) => item);
  if (open.length > 0) refuse('interview.entries-differ', { items: open });
  return answers;
}

/** Whether this entry is the first of two. */
export async function isFirstOfTwo({ draft, state }: Going, { settings }: Desk): Promise<boolean> {
  const { doubleEntry } = (await settings.find('interviewRules')) ?? plainInterviewRules;
  return isEntry(draft) && doubleEntry && state.part === 1;
}

/**
 * The first entry is complete, and out of hand: it counts when it was entered again. What was left open on the paper is asked about then.
 * Gives the number of answers.
 */
export async function endFirstEntry(going: Going, desk: Desk): Promise<number> {
  const { store, session, vault, person, write } = desk;
  const { draft, one, state, questionnaire } = going;
  const seq = state.rows + 1;
  const text = JSON.stringify({ entered: 1 });
  const sealed = await vault.ask('sealDraft', keysOfDraft(draft, one), `${draft.id} ${seq}`, text);
  write('interview.entered', { group: one.group, mode: draft.mode, pass: 1 }, () => {
    store.drafts.append(draft.id, { seq, answer: sealed });
    store.cases.change(one, { heldBy: undefined });
  });
  session.inHand.delete(person.id);
  return answersOnRoute(questionnaire, partOf(state).answers, draft.begunOn).size;
}

/** The case leaves the hand of whoever was entering; what was entered stays for whoever goes on with it. */
export async function putEntryAside(one: StoredCase, desk: Desk): Promise<void> {
  const { store, settings, session, person, write } = desk;
  const draft = store.drafts.findOfCase(one.id);
  const state = draft && (await stateOf(draft, one, desk));
  const protocol = await settings.find('protocol', one.group);
  write('interview.leaveEntry', { group: one.group }, () => {
    if (draft !== undefined && state !== undefined) dropWhenEmpty(draft, state, desk);
    store.cases.change(one, { heldBy: undefined, nextDue: protocol && dueOf(protocol, one, store)?.on });
  });
  session.inHand.delete(person.id);
}

/** Inside a write: an entry in which nothing stands was begun by mistake, and goes; what was said before it is as it was. */
function dropWhenEmpty(draft: Draft, { parts, entered, rows }: DraftState, { store }: Desk): void {
  // An answer that was saved since it was read would be lost with the draft.
  if (store.drafts.answers(draft.id, rows).length > 0) return;
  const isEmpty = (part: DraftState['part']) => parts[part].answers.size === 0 && parts[part].notes.size === 0;
  if (entered > 0 || !isEmpty(1) || !isEmpty(2)) return;
  if (isEmpty('talk')) store.drafts.remove(draft.id);
  else store.drafts.change(draft, { mode: talkMode(parts.talk.mode ?? parts.talk.begunIn) });
}

/** A log from before sittings were recorded does not tell how the conversation was held; it was by telephone. */
const talkMode = (mode: Mode = 'phone'): Mode => (isEntry({ mode }) ? 'phone' : mode);

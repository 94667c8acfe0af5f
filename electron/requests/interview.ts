/** The interview: begun, answered item by item, finished or broken off. An answer that is acknowledged is on disk. */
import type { RequestOf } from '../../shared/contract.ts';
import { interviewView } from '../../shared/interview/interview-view.ts';
import { refuse } from '../../shared/problem.ts';
import type { Answer, Answers } from '../../shared/study/answer.ts';
import { readAnswer } from '../../shared/study/check-answer.ts';
import { plainConduct } from '../../shared/study/conduct.ts';
import type { ItemName, Questionnaire } from '../../shared/study/questionnaire.ts';
import { answersOnRoute, openItems, walkRoute } from '../../shared/study/route.ts';
import type { Handler } from '../bridge.ts';
import { keysOfCase, keysOfDraft } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { responseOf, sealedResponses } from '../interview/responses.ts';
import type { Ending } from '../session.ts';
import type { StoredCase } from '../store/cases.ts';
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
  async 'interview.begin'({ language, mode }, desk) {
    const { store, settings, vault, today, write } = desk;
    const one = caseInHand(desk);
    const questionnaire = await settings.get('questionnaire', one.group);
    const id = newId();
    const draftKey = await vault.ask('newDraftKey', id, keysOfCase(one));
    // It may have been stopped, or begun in another window, while the key was made.
    caseInHand(desk);
    if (store.drafts.findOfCase(one.id) !== undefined) return viewOf(await open(desk));
    const call = store.attempts.findCallInHand(one.id) ?? refuse('contact.no-case-in-hand', {});
    const draft: Draft = {
      id,
      caseId: one.id,
      attemptId: call.id,
      begunOn: today,
      mode,
      language: questionnaire.languages.find((known) => known === language) ?? questionnaire.defaultLanguage,
      version: 1,
      draftKey,
    };
    write('interview.begin', { group: one.group }, () => store.drafts.insert(draft));
    return viewOf({ draft, one, questionnaire, answers: new Map(), saved: 0 });
  },

  async 'interview.see'({ item }, desk) {
    const going = await open(desk);
    if (item === undefined) return viewOf(going);
    const { items } = walkRoute(going.questionnaire, going.answers, going.draft.begunOn);
    if (!items.some(({ name }) => name === item)) refuse('interview.not-this-item', { item });
    return viewOf(going, { at: item });
  },

  async 'interview.answer'({ item: name, answer: typed }, desk) {
    const { store, session, vault, person, write } = desk;
    const going = await open(desk);
    const { draft, questionnaire, answers } = going;
    const { items, values } = walkRoute(questionnaire, answers, draft.begunOn);
    const item =
      items.find((candidate) => candidate.name === name) ?? refuse('interview.not-this-item', { item: name });
    const checked = typed === null ? undefined : readAnswer(item, typed, { values, today: draft.begunOn });
    if (checked?.kind === 'refused') refuse('interview.answer-invalid', { item: name, expected: checked.expected });
    const answer = checked?.kind === 'answer' ? checked.answer : undefined;
    // Going past a note or an item that was left open saves nothing; taking an answer back does.
    if (answer === undefined && !answers.has(name)) return viewOf(going, { after: name });
    const seq = going.saved + 1;
    const text = JSON.stringify([name, answer ?? null]);
    const sealed = await vault.ask('sealDraft', keysOfDraft(draft, going.one), `${draft.id} ${seq}`, text);
    write('interview.answer', { saved: seq }, () => store.drafts.append(draft.id, { seq, answer: sealed }));
    const changed = withAnswer(answers, name, answer);
    session.inHand.set(person.id, { draft: draft.id, saved: seq, answers: changed });
    return viewOf({ ...going, answers: changed, saved: seq }, { after: name });
  },

  async 'interview.setLanguage'({ language, item }, desk) {
    const { store, write } = desk;
    const going = await open(desk);
    const { draft, one, questionnaire, answers } = going;
    if (!questionnaire.languages.includes(language))
      refuse('request.input-invalid', { field: 'language', expected: 'a language of the questionnaire' });
    const { items } = walkRoute(questionnaire, answers, draft.begunOn);
    if (item !== undefined && !items.some(({ name }) => name === item)) refuse('interview.not-this-item', { item });
    const changed =
      language === draft.language
        ? draft
        : write('interview.setLanguage', { group: one.group }, () => store.drafts.setLanguage(draft, language));
    return viewOf({ ...going, draft: changed }, item === undefined ? undefined : { at: item });
  },

  async 'interview.finish'(_, desk) {
    const going = await open(desk, true);
    const open_ = openItems(going.questionnaire, going.answers, going.draft.begunOn);
    if (open_.length > 0) refuse('interview.items-open', { items: open_.map(({ name }) => name) });
    const answers = await end(going, 'completed', desk);
    return { answers, mode: going.draft.mode, waitsForSecond: false };
  },

  async 'interview.breakOff'(_, desk) {
    await end(await open(desk, true), 'broke-off', desk);
    return { isPartial: false };
  },
};

/** The interview that the person at this desk is holding. */
interface Going {
  readonly draft: Draft;
  readonly one: StoredCase;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  /** Rows of the draft; the next one gets this plus one. */
  readonly saved: number;
}

function caseInHand({ store, person }: Desk): StoredCase {
  const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
  return one.state.kind === 'open' ? one : refuse('contact.case-final', {});
}

/** `isWhole`: every answer is opened from the disk; otherwise only those that came since the last time. */
async function open(desk: Desk, isWhole = false): Promise<Going> {
  const { store, session, settings, vault, person } = desk;
  const one = caseInHand(desk);
  const draft = store.drafts.findOfCase(one.id) ?? refuse('interview.none-begun', {});
  const known = session.inHand.get(person.id);
  const read = known?.draft === draft.id && !isWhole ? known : { saved: 0, answers: new Map() };
  const rows = store.drafts
    .answers(draft.id, read.saved)
    .map(({ seq, answer }) => ({ row: `${draft.id} ${seq}`, sealed: answer }));
  let answers: Answers = read.answers;
  const texts = rows.length === 0 ? [] : await vault.ask('openDraft', keysOfDraft(draft, one), rows);
  for (const text of texts) {
    const [name, answer] = JSON.parse(text) as [ItemName, Answer | null];
    answers = withAnswer(answers, name, answer ?? undefined);
  }
  const saved = read.saved + rows.length;
  session.inHand.set(person.id, { draft: draft.id, saved, answers });
  return { draft, one, questionnaire: await settings.get('questionnaire', one.group), answers, saved };
}

function withAnswer(answers: Answers, name: ItemName, answer: Answer | undefined): Answers {
  const changed = new Map(answers);
  // Deleted first, so that the last one given is the last one in the map.
  changed.delete(name);
  if (answer !== undefined) changed.set(name, answer);
  return changed;
}

function viewOf({ draft, questionnaire, answers, saved }: Going, where?: Parameters<typeof interviewView>[3]) {
  const { language, mode, begunOn: today } = draft;
  return interviewView(questionnaire, answers, { language, mode, today, saved, conduct: plainConduct }, where);
}

/** Seals the response, cuts it loose from the draft and closes the case, in one write. Gives the number of answers. */
async function end(going: Going, outcome: 'completed' | 'broke-off', desk: Desk): Promise<number> {
  const { store, session, person, today, write } = desk;
  const { one, draft, questionnaire, answers } = going;
  const onRoute = answersOnRoute(questionnaire, answers, draft.begunOn);
  const complete = outcome === 'completed';
  const response = await responseOf(
    one,
    { mode: draft.mode, language: draft.language, answers: onRoute, complete },
    desk,
  );
  const [sealed] = await sealedResponses([{ one, response }], desk);
  // Not the call in which it was begun: an interview may go on in another call, and with another interviewer.
  const call = store.attempts.findCallInHand(one.id) ?? refuse('study.damaged', { where: 'attempts' });
  const code = complete ? '1.1' : '2.12';
  const act = complete ? 'interview.finish' : 'interview.breakOff';
  const ending = write(act, { group: one.group, mode: draft.mode }, (): Ending => {
    const kept = store.drafts.take(one.id);
    // An answer that was saved since would be lost with the draft.
    const isAsRead = kept?.answers.length === going.saved && kept.draft.version === draft.version;
    if (!isAsRead) return refuse('study.changed-meanwhile', {});
    store.responses.insert(sealed!.row, sealed!.link);
    const ended = store.attempts.change(call, { outcome, on: today });
    const closed = store.cases.change(one, {
      state: { kind: 'final', code, mode: draft.mode, on: today },
      heldBy: undefined,
      nextDue: undefined,
    });
    return {
      before: { one, call },
      after: { one: closed, call: ended },
      draft: kept,
      response: { id: sealed!.row.id, link: sealed!.link.id },
    };
  });
  session.inHand.delete(person.id);
  session.endings.set(person.id, ending);
  return onRoute.size;
}

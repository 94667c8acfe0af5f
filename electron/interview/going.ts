/** The interview or the entry that the person at a desk has in hand: opened from its sealed log, added to, shown. */
import {
  type DraftEntry,
  type DraftState,
  emptyDraft,
  partOf,
  readDraftLog,
  withEntry,
} from '../../shared/interview/draft-log.ts';
import { interviewView, type Where } from '../../shared/interview/interview-view.ts';
import { refuse } from '../../shared/problem.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { Mode } from '../../shared/study/contact-data.ts';
import { type ContactTexts, contactTexts } from '../../shared/study/contact-in-text.ts';
import type { ItemName, Questionnaire } from '../../shared/study/questionnaire.ts';
import { walkRoute } from '../../shared/study/route.ts';
import { contactFieldsIn } from '../../shared/study/shown-text.ts';
import { stratumName } from '../../shared/study/stratum.ts';
import type { InterviewView } from '../../shared/views.ts';
import { keysOfDraft, openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Draft } from '../store/drafts.ts';
import type { JournalDetail } from '../store/journal.ts';
import { questionnaireOf } from './questionnaire-of.ts';

export interface Going {
  readonly draft: Draft;
  readonly one: StoredCase;
  readonly questionnaire: Questionnaire;
  readonly state: DraftState;
  /** Milliseconds of the desk's clock at which this sitting would have begun, had it gone on without a break. */
  readonly sinceMs: number;
  /** What the questionnaire says of the person. */
  readonly contact: ContactTexts;
}

/** Modes of what came in writing and is entered by someone else. */
export const isEntry = ({ mode }: { readonly mode: Mode }): boolean => mode === 'paper' || mode === 'email';

export function caseInHand({ store, person }: Desk): StoredCase {
  const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
  return one.state.kind === 'open' ? one : refuse('contact.case-final', {});
}

/** What is in hand and was begun. `isWhole`: every entry is opened from the disk; otherwise only those that came since the last time. */
export async function goingOn(desk: Desk, isWhole = false): Promise<Going> {
  const going = await openedDraft(desk, isWhole);
  // A call is not begun by what was entered from paper before it.
  return isEntry(going.draft) === (going.state.part !== 'talk') ? going : refuse('interview.none-begun', {});
}

/** As `goingOn`, also what was left by an entry and is taken up in a call. */
export async function openedDraft(desk: Desk, isWhole = false): Promise<Going> {
  const { store, session, person, host } = desk;
  const one = caseInHand(desk);
  const draft = store.drafts.findOfCase(one.id) ?? refuse('interview.none-begun', {});
  const known = session.inHand.get(person.id);
  const isKnown = known?.draft === draft.id;
  const read = isKnown && !isWhole ? known.state : emptyDraft(draft.mode);
  const state = readDraftLog(await textsOf(draft, one, read.rows, desk), read);
  // Opened anew after a lock or a crash: the time in between is not that of the interview.
  const sinceMs = isKnown ? known.sinceMs : host.clock.elapsedMs() - partOf(state).seconds * 1000;
  const questionnaire = await questionnaireOf(desk, one.group);
  const isSameCase = isKnown && known.contact?.version === one.version;
  const contact = isSameCase ? known.contact!.texts : await contactIn(questionnaire, one, desk);
  session.inHand.set(person.id, { draft: draft.id, state, sinceMs, contact: { version: one.version, texts: contact } });
  return { draft, one, questionnaire, state, sinceMs, contact };
}

/** Nothing is opened for a questionnaire that says nothing of the person. */
async function contactIn(questionnaire: Questionnaire, one: StoredCase, desk: Desk): Promise<ContactTexts> {
  if (contactFieldsIn(questionnaire).size === 0) return {};
  const [contact] = await openContacts(desk.vault, [one]);
  const stratum = stratumName((await desk.settings.find('strata')) ?? [], one.stratum);
  return contactTexts(contact!, stratum, (await desk.settings.find('agreement'))?.allowedFields ?? []);
}

/** What stands in a log, as the person at this desk can open it with the key of the case. */
export async function stateOf(draft: Draft, one: StoredCase, { store, vault }: Desk): Promise<DraftState> {
  return readDraftLog(await textsOf(draft, one, 0, { store, vault }), emptyDraft(draft.mode));
}

async function textsOf(draft: Draft, one: StoredCase, after: number, { store, vault }: Pick<Desk, 'store' | 'vault'>) {
  const rows = store.drafts
    .answers(draft.id, after)
    .map(({ seq, answer }) => ({ row: `${draft.id} ${seq}`, sealed: answer }));
  return rows.length === 0 ? [] : vault.ask('openDraft', keysOfDraft(draft, one), rows);
}

/** As `goingOn`, of an entry of what came in writing. */
export async function entryGoingOn(desk: Desk, isWhole = false): Promise<Going> {
  const going = await goingOn(desk, isWhole);
  return isEntry(going.draft) ? going : refuse('interview.not-an-entry', {});
}

/** Completed seconds of this sitting. */
export function secondsOf({ sinceMs }: Pick<Going, 'sinceMs'>, { host }: Pick<Desk, 'host'>): number {
  return Math.max(0, Math.floor((host.clock.elapsedMs() - sinceMs) / 1000));
}

/** Seals an entry and appends it, with its line in the journal; on disk when this returns. `mode`, `call`: the draft's from now on. */
export async function append(
  going: Going,
  entry: DraftEntry,
  {
    act,
    detail,
    mode = going.draft.mode,
    call = going.draft.attemptId,
  }: {
    readonly act: string;
    readonly detail: JournalDetail;
    readonly mode?: Mode;
    readonly call?: AttemptId | undefined;
  },
  desk: Desk,
): Promise<Going> {
  const { store, session, vault, person, write } = desk;
  const { draft, one } = going;
  const seq = going.state.rows + 1;
  const sealed = await vault.ask('sealDraft', keysOfDraft(draft, one), `${draft.id} ${seq}`, JSON.stringify(entry));
  const changed = write(act, detail, () => {
    store.drafts.append(draft.id, { seq, answer: sealed });
    const isAsBefore = mode === draft.mode && call === draft.attemptId;
    return isAsBefore ? draft : store.drafts.change(draft, { mode, attemptId: call });
  });
  const state = withEntry(going.state, entry);
  const { sinceMs, contact } = going;
  session.inHand.set(person.id, { draft: draft.id, state, sinceMs, contact: { version: one.version, texts: contact } });
  return { ...going, draft: changed, state };
}

/** Refuses `interview.not-this-item` when the item is not on the route as it stands now. */
export function refuseOffRoute({ questionnaire, state, draft }: Going, item: ItemName): void {
  const { items } = walkRoute(questionnaire, partOf(state).answers, draft.begunOn);
  if (!items.some(({ name }) => name === item)) refuse('interview.not-this-item', { item });
}

export function viewOf({ draft, questionnaire, state, contact }: Going, where?: Where): InterviewView {
  const { language, mode, begunOn: today } = draft;
  const { answers, conduct, notes } = partOf(state);
  const pass = state.part === 'talk' ? {} : { pass: state.part };
  const shown = { language, mode, today, saved: state.saved, conduct, notes, contact, ...pass };
  return interviewView(questionnaire, answers, shown, where);
}

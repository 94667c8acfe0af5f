/** Everything that a study holds on one person, opened with the keys of two: the manager's for the person, the researcher's for the answers. */

import { emptyDraft, readDraftLog } from '../shared/interview/draft-log.ts';
import type { Answer } from '../shared/study/answer.ts';
import type { CaseId } from '../shared/study/case.ts';
import type { Conduct } from '../shared/study/conduct.ts';
import type { ContactData } from '../shared/study/contact-data.ts';
import type { LoginCode } from '../shared/study/login-code.ts';
import type { ItemName } from '../shared/study/questionnaire.ts';
import type { Response, ResponseId } from '../shared/study/response.ts';
import type { AttemptLine } from '../shared/views.ts';
import { openContacts, openDraftOf, openHistory, openLoginCodes, type SignedInVault } from './contacts.ts';
import type { StoredCase } from './store/cases.ts';
import type { Draft } from './store/drafts.ts';
import type { Second } from './store/returns.ts';
import type { Store } from './store/store.ts';
import type { OpenVault } from './vault/open-vault.ts';

export interface OpenedCase {
  readonly contact: ContactData;
  readonly code: LoginCode;
  readonly attempts: readonly AttemptLine[];
  /** An unfinished interview: the answers that stand, in the order in which they were given last. */
  readonly draft?: OpenedDraft;
  /** What they answered for good; a second one as long as nobody decided which one stays. */
  readonly responses: readonly Response[];
}

export interface OpenedDraft {
  readonly draft: Draft;
  readonly answers: readonly (readonly [ItemName, Answer])[];
  readonly notes: readonly (readonly [ItemName, string])[];
  readonly conduct: Conduct;
}

export interface LinkedResponse {
  readonly caseId: CaseId;
  readonly id: ResponseId;
  /** Random id of the link's own row. */
  readonly link: string;
}

/** The responses that these cases gave, by the manager's link key. Nothing of an answer is opened. */
export async function responsesOf(
  cases: readonly CaseId[],
  store: Store,
  manager: OpenVault,
): Promise<readonly LinkedResponse[]> {
  if (cases.length === 0) return [];
  const wanted = new Set(cases);
  const links = store.responses.links();
  const opened = await manager.ask(
    'openLinks',
    links.map(({ sealed }) => sealed),
  );
  return opened.flatMap(({ caseId, responseId }, index) =>
    wanted.has(caseId) ? [{ caseId, id: responseId, link: links[index]!.id }] : [],
  );
}

/** A second response of one case, kept apart until it is decided which one stays. */
export interface LinkedSecond {
  readonly caseId: CaseId;
  readonly second: Second;
}

/** The second responses of these cases, by the manager's link key. Nothing of an answer is opened. */
export async function secondsOf(
  cases: readonly CaseId[],
  store: Store,
  manager: OpenVault,
): Promise<readonly LinkedSecond[]> {
  const seconds = store.seconds.all();
  if (cases.length === 0 || seconds.length === 0) return [];
  const wanted = new Set(cases);
  const opened = await manager.ask(
    'openLinks',
    seconds.map(({ link }) => link),
  );
  return opened.flatMap(({ caseId }, index) => (wanted.has(caseId) ? [{ caseId, second: seconds[index]! }] : []));
}

export async function openCase(
  one: StoredCase,
  store: Store,
  manager: OpenVault,
  researcher: SignedInVault,
): Promise<OpenedCase> {
  const [contact] = await openContacts(manager, [one]);
  const [code] = await openLoginCodes(manager, [one]);
  const made = store.attempts
    .ofCase(one.id)
    .filter(({ outcome, note }) => outcome !== 'intended' || note !== undefined);
  const attempts = await openHistory(manager, one, made);
  const draft = await openDraft(one, store, { manager, researcher });
  const ids = new Set((await responsesOf([one.id], store, manager)).map(({ id }) => id));
  const seconds = await secondsOf([one.id], store, manager);
  const rows = [...store.responses.all().filter(({ id }) => ids.has(id)), ...seconds.map(({ second }) => second)];
  const responses = rows.length === 0 ? [] : await researcher.vault.ask('openResponses', rows);
  return {
    contact: contact!,
    code: code!,
    attempts,
    ...(draft === undefined ? {} : { draft }),
    responses: responses.map((text) => JSON.parse(text) as Response),
  };
}

async function openDraft(
  one: StoredCase,
  store: Store,
  by: Parameters<typeof openDraftOf>[3],
): Promise<OpenedCase['draft']> {
  const draft = store.drafts.findOfCase(one.id);
  if (draft === undefined) return undefined;
  const texts = await openDraftOf(one, draft, store.drafts.answers(draft.id), by);
  const { parts, part } = readDraftLog(texts, emptyDraft(draft.mode));
  // What was said and what was entered from paper are both held on this person.
  const held = [parts.talk, parts[1], parts[2]];
  return {
    draft,
    answers: held.flatMap(({ answers }) => [...answers]),
    notes: held.flatMap(({ notes }) => [...notes]),
    conduct: parts[part].conduct,
  };
}

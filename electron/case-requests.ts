/** A request of a person concerned at a desk: opened, carried out, and the case that it is about. */
import { refuse } from '../shared/problem.ts';
import type { RequestArticle, RequestDetails, RequestResult } from '../shared/study/case-request.ts';
import type { Desk } from './desk.ts';
import type { SignedInPerson } from './session.ts';
import type { StoredRequest } from './store/case-requests.ts';
import type { StoredCase } from './store/cases.ts';

const place = (nr: number) => ({ table: 'case_requests', row: String(nr), field: 'details' });

export async function sealDetails(nr: number, details: RequestDetails, { vault }: Desk): Promise<Uint8Array> {
  const [sealed] = await vault.ask('sealSettings', [{ ...place(nr), text: JSON.stringify(details) }]);
  return sealed!;
}

export async function openDetails(
  requests: readonly StoredRequest[],
  { vault }: Desk,
): Promise<readonly RequestDetails[]> {
  const items = requests.map(({ nr, details }) => ({ ...place(nr), sealed: details }));
  return (await vault.ask('openSettings', items)).map((text) => JSON.parse(text) as RequestDetails);
}

export const requestOf = (nr: number, { store }: Desk): StoredRequest =>
  store.caseRequests.find(nr) ?? refuse('case.request-unknown', { nr });

export interface CaseAtHand {
  readonly request: StoredRequest;
  readonly details: RequestDetails;
  readonly one: StoredCase;
}

/**
 * The request, open and of one of these articles, with the case that it is about. `isChecked`: somebody saw that it comes from the
 * person themselves, without which nothing of them is opened or changed.
 */
export async function caseAtHand(
  nr: number,
  articles: readonly RequestArticle[],
  desk: Desk,
  { isChecked = true }: { readonly isChecked?: boolean } = {},
): Promise<CaseAtHand> {
  const request = requestOf(nr, desk);
  const { article, state, caseId } = request;
  if (!articles.includes(article)) refuse('case.request-of-other-article', { nr, article });
  if (state !== 'open') refuse('case.request-closed', { nr });
  if (caseId === undefined) return refuse('case.request-without-case', { nr });
  const [details] = await openDetails([request], desk);
  if (isChecked && details!.identityCheckedBy === undefined) refuse('case.identity-unchecked', { nr });
  return { request, details: details!, one: desk.store.cases.get(caseId) };
}

/** Seals the result; the function that is given puts it in the register, inside the write of the act. */
export async function sealResult(
  { request, details }: Pick<CaseAtHand, 'request' | 'details'>,
  result: RequestResult,
  desk: Desk,
): Promise<() => void> {
  const sealed = await sealDetails(request.nr, { ...details, result }, desk);
  const state = result === 'rejected' || result === 'not-found' ? 'rejected' : 'executed';
  return () => desk.store.caseRequests.change(request, { state, executedOn: desk.today, details: sealed });
}

/** The researcher who agreed at their own seat to this request. */
export const agreedTo = (nr: number, { session }: Desk): SignedInPerson =>
  session.agreedToCases.get(nr) ?? refuse('session.colleague-needed', { role: 'researcher' });

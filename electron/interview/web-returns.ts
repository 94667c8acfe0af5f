/** Rows of an export on their way to the store: which one becomes what, and everything of them sealed before it is written. */
import { createHmac } from 'node:crypto';
import type { DraftEntry } from '../../shared/interview/draft-log.ts';
import { type Merge, mergeReturn } from '../../shared/interview/merge-return.ts';
import type { ReturnedRow, Returns } from '../../shared/interview/read-returns.ts';
import { Refusal } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Questionnaire } from '../../shared/study/questionnaire.ts';
import { keysOfCase } from '../contacts.ts';
import { codeTag, type Desk, newId } from '../desk.ts';
import { type LinkedResponse, responsesOf } from '../opened-case.ts';
import { inTurns } from '../pause.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Draft, KeptDraft } from '../store/drafts.ts';
import type { Second } from '../store/returns.ts';
import { responseOf, sealedResponses } from './responses.ts';

type Read = Extract<Returns, { kind: 'read' }>;
type Sealed = Awaited<ReturnType<typeof sealedResponses>>[number];

export interface MergedRow {
  readonly one: StoredCase;
  readonly row: ReturnedRow;
  readonly tag: string;
}

export interface Merged {
  readonly taken: readonly (MergedRow & { readonly sealed: Sealed; readonly replaced: readonly LinkedResponse[] })[];
  readonly seconds: readonly (MergedRow & { readonly second: Second })[];
  readonly begun: readonly (MergedRow & { readonly draft: KeptDraft })[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

/** Nothing is written; everything that is needed for it is sealed. */
export async function mergedReturns(
  group: GroupCode,
  questionnaire: Questionnaire,
  { returned, seconds, begun }: Read,
  desk: Desk,
): Promise<Merged> {
  // In turns: the answers of a large study keep nobody waiting.
  const sorted = await inTurns(sortedRows(group, { returned, seconds, begun }, desk));
  const { vault, store, today } = desk;
  const sealAll = async (rows: readonly MergedRow[]) => {
    const responses = [];
    for (const { one, row } of rows) {
      const given = { mode: 'web', language: row.language, complete: true, version: questionnaire.version } as const;
      responses.push({ one, response: await responseOf(one, { ...given, answers: row.answers }, desk) });
    }
    return rows.length === 0 ? [] : sealedResponses(responses, desk);
  };
  const broken = sorted.taken.filter(({ replaces }) => replaces).map(({ one }) => one.id);
  const replaced = await responsesOf(broken, store, vault);
  const ofTaken = await sealAll(sorted.taken);
  const ofSeconds = await sealAll(sorted.seconds);
  const details = await vault.ask(
    'sealCase',
    sorted.seconds.map(({ one }, index) => ({
      ...keysOfCase(one),
      ...secondPlace(ofSeconds[index]!.row.id),
      text: JSON.stringify({ cameOn: today }),
    })),
  );
  return {
    taken: sorted.taken.map((row, index) => ({
      ...row,
      sealed: ofTaken[index]!,
      replaced: replaced.filter(({ caseId }) => caseId === row.one.id),
    })),
    seconds: sorted.seconds.map((row, index) => ({
      ...row,
      second: { ...ofSeconds[index]!.row, link: ofSeconds[index]!.link.sealed, details: details[index]! },
    })),
    ...(await begunDrafts(sorted, desk)),
  };
}

export const secondPlace = (id: string) => ({ table: 'seconds', row: id, field: 'details' });

interface Sorted {
  readonly taken: readonly (MergedRow & { readonly replaces: boolean })[];
  readonly seconds: readonly MergedRow[];
  readonly begun: readonly MergedRow[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

function* sortedRows(
  group: GroupCode,
  read: Pick<Read, 'returned' | 'seconds' | 'begun'>,
  desk: Desk,
): Generator<{ readonly done: number; readonly total: number }, Sorted> {
  const { store, study } = desk;
  const taken: Sorted['taken'][number][] = [];
  const seconds: MergedRow[] = [];
  const begun: MergedRow[] = [];
  const refused: Sorted['refused'][number][] = [];
  const inThisFile = new Set<CaseId>();
  const withdrawn = new Set(store.removals.all().map(({ caseId }) => caseId));
  const merged = (row: ReturnedRow, isComplete: boolean) => {
    const codeTagged = codeTag(study, row.code);
    const found = store.cases.findByTag(codeTagged);
    const one = found?.group === group ? found : undefined;
    const tag = createHmac('sha256', study.lookupKey).update(`returned ${row.code} ${row.mark}`).digest('hex');
    const draft = one && store.drafts.findOfCase(one.id);
    const call = one?.heldBy === undefined ? undefined : store.attempts.findCallInHand(one.id);
    const known = one && {
      // A second one in the same file stands beside the first as if that had come before.
      state: inThisFile.has(one.id) ? ({ kind: 'final', code: '1.1', on: desk.today } as const) : one.state,
      isInHand: one.heldBy !== undefined,
      isTalking: call !== undefined && draft !== undefined && draft.attemptId === call.id,
      hasWithdrawn: withdrawn.has(one.id),
      isKnownRow: store.returnedRows.has(tag),
      ...(draft === undefined ? {} : { draftMode: draft.mode }),
    };
    const merge: Merge = mergeReturn({ isComplete, isSentIn: row.isSentIn, answers: row.answers.size }, known);
    if (one === undefined || merge.kind === 'refused') {
      const stranger = store.revokedCodes.find(codeTagged) === undefined ? 'code-unknown' : 'code-revoked';
      refused.push({ row: row.row, reason: one !== undefined && merge.kind === 'refused' ? merge.reason : stranger });
      return;
    }
    if (merge.kind === 'taken') {
      inThisFile.add(one.id);
      taken.push({ one, row, tag, replaces: merge.replaces });
    } else (merge.kind === 'second' ? seconds : begun).push({ one, row, tag });
  };
  const complete = [...read.returned, ...read.seconds];
  const rows = [...complete.map((row) => [row, true] as const), ...read.begun.map((row) => [row, false] as const)];
  for (const [index, [row, isComplete]] of rows.entries()) {
    merged(row, isComplete);
    yield { done: index + 1, total: rows.length };
  }
  return { taken, seconds, begun, refused };
}

/** What was begun, sealed for whoever goes on with it; refused as not sent in while nobody holds the key for it. */
async function begunDrafts({ begun, refused }: Sorted, desk: Desk): Promise<Pick<Merged, 'begun' | 'refused'>> {
  const { vault, today } = desk;
  const drafts: Merged['begun'][number][] = [];
  const without: Sorted['refused'][number][] = [];
  for (const merged of begun) {
    const { one, row } = merged;
    const id = newId();
    const sitting: DraftEntry = { sitting: { mode: 'web', ...(row.isSentIn ? { consent: 'sent-in' as const } : {}) } };
    const entries: readonly DraftEntry[] = [sitting, ...[...row.answers].map((given): DraftEntry => given)];
    const sealed = await vault
      .ask(
        'sealWebDraft',
        id,
        keysOfCase(one),
        entries.map((entry) => JSON.stringify(entry)),
      )
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.problem.problem === 'session.key-awaited') return undefined;
        throw error;
      });
    if (sealed === undefined) {
      without.push({ row: row.row, reason: row.isSentIn ? 'items-open' : 'incomplete' });
      continue;
    }
    const { draftKey, answers } = sealed;
    const draft: Draft = {
      ...{ id, caseId: one.id, begunOn: today, mode: 'web' as const, language: row.language, version: 1, draftKey },
    };
    drafts.push({ ...merged, draft: { draft, answers: answers.map((answer, nr) => ({ seq: nr + 1, answer })) } });
  }
  return { begun: drafts, refused: [...refused, ...without] };
}

/**
 * A study that is older than it was: put back from a backup, or from a copy of its folder. The head of its journal that is kept outside
 * says so. Nobody is contacted until people have said what happened since; what they say is recorded, and a new head is kept.
 * See docs/decisions/0019-reconciling.md.
 */

import type { Day } from '../shared/calendar.ts';
import type { Input, RequestName } from '../shared/contract.ts';
import { needsWholeStudy } from '../shared/needs-whole-study.ts';
import { refuse } from '../shared/problem.ts';
import { doubtsOf, outcomeInDoubt, stepsInDoubt } from '../shared/schedule/reconciliation.ts';
import type { AttemptId } from '../shared/study/attempt.ts';
import type { GroupCode } from '../shared/study/group.ts';
import { isSameJournal } from '../shared/study/journal.ts';
import type { PersonId } from '../shared/study/person.ts';
import type { Protocol, StepId } from '../shared/study/protocol.ts';
import type { ReconciliationView } from '../shared/views.ts';
import { putDownCalls } from './agreement-end.ts';
import { type Desk, newId } from './desk.ts';
import { dueOf } from './next-due.ts';
import type { OpenStudy } from './session.ts';
import { stopCase } from './stopping.ts';
import type { StoredCase } from './store/cases.ts';
import type { Store } from './store/store.ts';

/** From which moment a study that was put back knows nothing. */
export interface Older {
  /** The day of the last entry of its journal from before. */
  readonly since: Day;
  /** The number of that entry. */
  readonly last: number;
}

const acts = { found: 'study.foundOlder', reconciled: 'study.reconcile' } as const;

/** What the journal says by itself: it was found to be older, and nobody has reconciled it yet. */
export function findOlder(store: Store): Older | undefined {
  const entry = store.journal.findLast([acts.found, acts.reconciled]);
  if (entry?.act !== acts.found) return undefined;
  const { since, last } = entry.detail as unknown as Older;
  return { since, last };
}

/** Puts down, for good, that the journal is not the one that was here before. Nothing when that is known, or when it is. */
export function noteOlder(study: OpenStudy, person: PersonId, on: Day): void {
  const { store, journalWatch } = study;
  const last = store.journal.last();
  if (study.older !== undefined || isSameJournal(journalWatch.state) || last === undefined) return;
  const older: Older = { since: last.on, last: last.seq };
  store.write({ on, person, act: acts.found, detail: { state: journalWatch.state, ...older } }, () => undefined);
  study.older = older;
}

/** Refuses `recovery.not-reconciled` what would contact someone. */
export function refuseWhenOlder({ study, person, today }: Desk, request: RequestName): void {
  if (!needsWholeStudy.includes(request)) return;
  // Also when the file was exchanged while it was open.
  noteOlder(study, person.id, today);
  if (study.older !== undefined) refuse('recovery.not-reconciled', { since: study.older.since });
}

interface Doubted {
  readonly group: GroupCode;
  readonly protocol: Protocol;
  readonly doubts: ReturnType<typeof doubtsOf>;
}

async function doubtedGroups({ store, settings, today }: Desk): Promise<readonly Doubted[]> {
  const groups: Doubted[] = [];
  for (const group of store.groups.all()) {
    const protocol = await settings.find('protocol', group);
    if (protocol === undefined) continue;
    const cases = store.cases.inGroup(group).map((one) => ({ one, attempts: store.attempts.ofCase(one.id) }));
    groups.push({ group, protocol, doubts: doubtsOf(protocol, cases, today) });
  }
  return groups;
}

/** What has to be said; without `older` there is nothing to say. */
export async function reconciliationView(desk: Desk): Promise<ReconciliationView> {
  const { study, person, today } = desk;
  noteOlder(study, person.id, today);
  const { older, journalWatch } = study;
  if (older === undefined) return {};
  const known = journalWatch.head?.seq ?? 0;
  const groups = await doubtedGroups(desk);
  return {
    older: {
      since: older.since,
      ...(known > older.last ? { missing: known - older.last } : {}),
      steps: groups.flatMap(({ group, doubts }) => doubts.map((doubt) => ({ group, ...doubt }))),
      hasCalls: groups.some(({ protocol }) => protocol.steps.some(({ channel }) => channel === 'phone')),
    },
  };
}

/**
 * Records what people say: every message that may have gone out counts as sent, to everyone whom it may have reached; whoever was interviewed
 * is not asked again. From then on the study is the one that is known here.
 */
export async function reconcile(
  { steps, interviewed, isComplete }: Input<'study.reconcile'>,
  desk: Desk,
): Promise<void> {
  const { store, study, today, write } = desk;
  const { older } = study;
  if (older === undefined) return;
  if (!isComplete) refuse('recovery.not-confirmed', {});
  const groups = await doubtedGroups(desk);
  const answerTo = (group: GroupCode, step: StepId) =>
    steps.find((answered) => answered.group === group && answered.step === step);
  const unanswered = groups.flatMap(({ group, doubts }) => doubts.filter(({ step }) => !answerTo(group, step)));
  if (unanswered.length > 0) refuse('recovery.steps-unanswered', { steps: unanswered.length });
  const isOutside = steps.some(({ on = today }) => on < older.since || on > today);
  if (isOutside) refuse('request.input-invalid', { field: 'steps.on', expected: 'a day from the backup until today' });

  const perhaps = groups.map(({ group, protocol }) => {
    const sentOn = new Map<StepId, Day>();
    for (const { id } of protocol.steps) {
      const said = answerTo(group, id);
      if (said?.answer === 'may-have-been-sent') sentOn.set(id, said.on ?? today);
    }
    return { group, protocol, sentOn };
  });
  const detail = { ...older, steps: perhaps.reduce((sum, { sentOn }) => sum + sentOn.size, 0) };
  write(acts.reconciled, { ...detail, interviewed: interviewed.length }, () => {
    putDownCalls(store);
    for (const id of interviewed) stopCase(store.cases.get(id), interviewedCode, desk);
    for (const { group, protocol, sentOn } of perhaps) {
      for (const one of store.cases.inGroup(group)) recordDoubts(one, protocol, sentOn, desk);
      closeBatches(group, sentOn, desk);
      for (const one of store.cases.inGroup(group)) {
        const next = dueOf(protocol, one, store)?.on;
        if (next !== one.nextDue) store.cases.change(one, { nextDue: next });
      }
    }
  });
  study.journalWatch.accept();
  study.older = undefined;
}

/** Interviewed, and the answers went with the study: AAPOR's other, non-refusal, so that the table does not count answers that are not there. */
const interviewedCode = '2.90';

/** Inside a write: what may have reached this case did. */
function recordDoubts(
  one: StoredCase,
  protocol: Protocol,
  sentOn: ReadonlyMap<StepId, Day>,
  { store, today }: Desk,
): void {
  const attempts = store.attempts.ofCase(one.id);
  for (const step of stepsInDoubt(protocol, one, attempts, today)) {
    const on = sentOn.get(step.id);
    if (on === undefined) continue;
    const outcome = outcomeInDoubt(step);
    const intended = attempts.find((attempt) => attempt.step === step.id && attempt.outcome === 'intended');
    if (intended !== undefined) store.attempts.change(intended, { outcome, on });
    else
      store.attempts.insert({
        ...{ id: newId() as AttemptId, caseId: one.id, step: step.id, channel: step.channel },
        ...{ on, outcome, version: 1 },
      });
  }
}

/** Inside a write: a batch of letters that may have been posted was, also the letters in it to people who had stopped by then. */
function closeBatches(group: GroupCode, sentOn: ReadonlyMap<StepId, Day>, { store }: Desk): void {
  for (const batch of store.batches.all()) {
    const on = sentOn.get(batch.step);
    if (batch.group !== group || batch.postedOn !== undefined || on === undefined) continue;
    for (const attempt of store.attempts.ofBatch(batch.id))
      if (attempt.outcome === 'intended') store.attempts.change(attempt, { outcome: outcomeInDoubt(attempt), on });
    store.batches.markPosted(batch, on);
  }
}

/** A judged delivery put into the study: everything is sealed first, in parts that can be stopped; then it is stored in one transaction. */

import type { EndReason } from '../../shared/intake/effects.ts';
import type { IntakeResult } from '../../shared/intake/gate.ts';
import { refuse } from '../../shared/problem.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import { type FinalCode, withdrawnCode } from '../../shared/study/disposition.ts';
import { withStrata } from '../../shared/study/stratum.ts';
import { type Desk, newId } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import { queueRemoval, stopCase } from '../stopping.ts';
import type { StoredCase } from '../store/cases.ts';
import type { JournalDetail } from '../store/journal.ts';
import { refuseStopped } from './going-on.ts';
import { type Delivery, type Judged, refuseUnfinished } from './judged-delivery.ts';
import { type KeptRules, keptLists, type StoredList, sealLists } from './kept-lists.ts';
import { type NewCase, sealedCases } from './sealed-cases.ts';
import { sealedChanges } from './sealed-changes.ts';
import { suppress, tagsOfNoes } from './suppressed.ts';

/**
 * Stores the delivery. Refuses `intake.file-taken-before`, `intake.cancelled` as long as nothing is stored, and `study.changed-meanwhile`
 * when another delivery came in between: `before` is the number of lists that there were when this one was judged.
 */
export async function storeDelivery(
  judged: Judged,
  input: Delivery,
  desk: Desk,
  { stop, before }: { readonly stop: AbortSignal; readonly before: number },
): Promise<void> {
  const { store, settings, session, write } = desk;
  const earlier = await keptLists(desk);
  refuseTakenBefore(judged, input, earlier);
  refuseUnfinished(judged);
  const protocol = await settings.find('protocol', input.group);
  const { accepted } = judged.result;
  const strata = withStrata(
    judged.strata,
    accepted.map(({ stratum }) => stratum),
  );
  const putStrata = await settings.seal('strata', strata);
  const cases = await sealedCases(accepted, await settings.get('group', input.group), strata, desk, stop);
  const change = await sealedChanges(judged, desk, stop);
  const remember = await suppress(judged.suppress, desk);
  const lists = listsOf(judged, input, cases, earlier, desk);
  const intakes = await sealLists(lists, desk);
  refuseStopped(stop);
  const due = (one: StoredCase): StoredCase => {
    const next = protocol && dueOf(protocol, one, store, []);
    return next === undefined ? one : { ...one, nextDue: next.on };
  };
  const read = lists.reduce((sum, { rows }) => sum + rows, 0);
  const detail = {
    group: input.group,
    kind: input.kind,
    files: lists.length,
    read,
    accepted: cases.length,
    ended: judged.ends.size,
    changed: judged.changes.size,
    ...decidedOn(judged, input),
  };
  write('intake.accept', detail, () => {
    // Another delivery taken in since: who is known already was judged without it.
    if (store.intakes.all().length !== before) refuse('study.changed-meanwhile', {});
    for (const intake of intakes) store.intakes.insert(intake);
    putStrata();
    for (const { one } of cases) store.cases.insert(due(one));
    remember();
    change();
    for (const [{ id }, why] of judged.ends) end(store.cases.get(id), why, desk);
  });
  // Someone whose case was just closed may be among those who object: what stands now is not taken back.
  session.endings.clear();
  session.backs.clear();
}

/**
 * How a case counts that a delivery ends. They were in the sample when they died or said no; who is not on the client's list any more
 * counts as AAPOR's other, non-refusal, and so stays among those who could have answered: why they are gone nobody knows.
 */
const endCodes = {
  deceased: '2.31',
  objection: '2.11',
  withdrawal: withdrawnCode,
  gone: '2.90',
} as const satisfies Record<EndReason, FinalCode>;

/** Inside a write: no contact any more; who takes their yes back has their answers wait for the researcher, AVG art. 7(3). */
function end(one: StoredCase, why: EndReason, desk: Desk): void {
  if (why === 'withdrawal') queueRemoval(one, desk);
  stopCase(one, endCodes[why], desk);
}

/** For the journal: how many decisions counted, and by which seed was drawn. One about a row that is refused anyhow does not count. */
function decidedOn({ result: { judged, drawn } }: Judged, { decisions }: Delivery): JournalDetail {
  const decidable = judged.filter(
    ({ fate }) => fate.kind !== 'refused' || ['left-out', 'other-group', 'not-drawn'].includes(fate.reason),
  );
  const rows = new Set(decidable.map(({ candidate: { file, row } }) => `${file} ${row}`));
  const counted = decisions.filter(({ file, row }) => rows.has(`${file} ${row}`));
  const takenIn = counted.filter(({ take }) => take).length;
  return {
    ...(counted.length === 0 ? {} : { decidedToTake: takenIn, decidedToLeaveOut: counted.length - takenIn }),
    ...(drawn === undefined ? {} : { seed: drawn.seed }),
  };
}

/**
 * Twice the same sheet would be taken in twice for the same end. One from which nothing came may be given again: the group or a decision may
 * be another by now.
 */
function refuseTakenBefore({ files, result }: Judged, { kind }: Delivery, earlier: readonly StoredList[]): void {
  const key = (sha256: string, sheet: number, ofKind: string) => `${sha256} ${sheet} ${ofKind}`;
  const taken = new Set(earlier.filter(leftSomething).map(({ sha256, kept }) => key(sha256, kept.sheet, kept.kind)));
  const again = files.findIndex(({ sha256, extract }) => {
    const { size } = taken;
    return taken.add(key(sha256, extract.sheet, kind)).size === size;
  });
  if (again >= 0) refuse('intake.file-taken-before', { file: result.reports[again]!.file });
}

const leftSomething = ({ kept: { kind, report } }: StoredList): boolean =>
  kind === 'stops' || report.accepted > 0 || Object.values(report.applied).some((count) => count > 0);

function listsOf(
  { files, result }: Judged,
  input: Delivery,
  cases: readonly NewCase[],
  earlier: readonly StoredList[],
  { today, study }: Desk,
): readonly StoredList[] {
  const delivery = newId();
  const nr = (earlier.at(-1)?.kept.nr ?? 0) + 1;
  const rules = rulesOf(input, result);
  return files.map(({ sha256, extract: { sheet } }, index): StoredList => {
    const report = result.reports[index]!;
    const made = cases.filter(({ file }) => file === report.file).map(({ one }) => one.id);
    // Where nobody came in there is nothing to undo, and so no way back from a column that was taken for another.
    const noes = cases.length === 0 ? [] : tagsOfNoes(noesIn(result, report.file), study);
    const kept = { delivery, nr, kind: input.kind, sheet, report, cases: made, rules, noes };
    return { id: newId(), group: input.group, on: today, sha256, rows: report.read, kept };
  });
}

/** Who died or objects by a row of this list. */
function noesIn({ judged }: IntakeResult, file: number): readonly ContactData[] {
  return judged.flatMap(({ candidate, fate }) => {
    const isNo = fate.kind === 'refused' && (fate.reason === 'objection' || fate.reason === 'deceased');
    return isNo && candidate.file === file ? [candidate.contact] : [];
  });
}

function rulesOf({ onePerAddress, gone, draw }: Delivery, { drawn }: IntakeResult): KeptRules {
  if (draw === undefined || drawn === undefined) return { onePerAddress, gone };
  const { people, perStratum } = draw;
  return { onePerAddress, gone, draw: { seed: drawn.seed, perStratum, ...(people === undefined ? {} : { people }) } };
}

/** What the judged rows of a delivery come to: who is drawn, the reports, and what a manager is told and asked. */
import { usableChannels } from '../study/contact-data.ts';
import type { Group } from '../study/group.ts';
import type { Candidate } from './candidate.ts';
import { selecting } from './draw.ts';
import { type JudgedRow, reportOf } from './fate.ts';
import { addressKey } from './identity.ts';
import type { AcceptedRow, Intake, IntakeResult } from './intake.ts';
import type { Person } from './persons.ts';
import type { Question } from './question.ts';
import { approached, hasConsentRecord } from './row-rule.ts';

/** As many questions as are shown at once. */
const questionsShown = 100;

export interface Judgement {
  readonly intake: Intake;
  readonly judged: readonly JudgedRow[];
  /** Of each row. */
  readonly persons: readonly Person[];
  readonly ended: IntakeResult['ended'];
  readonly questions: readonly Question[];
}

/** Stops at every row. */
export function* resulting({ intake, persons, ended, questions, ...before }: Judgement): Generator<void, IntakeResult> {
  const there = before.judged.filter(({ fate }) => fate.kind === 'accepted');
  const strata = there.map(({ candidate }) => candidate.stratum);
  const selection = intake.draw && (yield* selecting(strata, intake.draw));
  const judged = selection === undefined ? before.judged : afterDraw(before.judged, selection.places);
  const accepted: AcceptedRow[] = [];
  const met: { file: number; row: number; key: string }[] = [];
  const homes = new Map<string, number>();
  let [inOtherGroup, needsConsentText] = [0, false];
  for (const [index, { candidate, fate }] of judged.entries()) {
    const { known, elsewhere } = persons[index]!;
    const { file, row, basis, contact } = candidate;
    if (known !== undefined && fate.kind === 'refused' && fate.reason === 'duplicate')
      met.push({ file, row, key: known.key });
    if (fate.kind === 'accepted' || fate.kind === 'undecided')
      needsConsentText ||= basis === 'opt-in' && !hasConsentRecord(contact);
    if (fate.kind === 'accepted') {
      accepted.push(acceptedRow(candidate, intake.group));
      if (elsewhere !== undefined) inOtherGroup += 1;
      const home = addressKey(contact);
      if (home !== undefined) homes.set(home, (homes.get(home) ?? 0) + 1);
    }
    yield;
  }
  let from = 0;
  return {
    accepted,
    reports: intake.files.map(({ file, rows, masked }) => {
      const ofFile = judged.slice(from, from + rows.length);
      from += rows.length;
      return reportOf(file, ofFile, masked);
    }),
    judged,
    met,
    ended,
    questions: shownOf(questions),
    undecided: questions.filter(({ take }) => take === undefined).length,
    needsConsentText,
    ...(selection === undefined ? {} : { drawn: { seed: selection.seed, strata: selection.strata } }),
    noticed: { sharedAddresses: [...homes.values()].filter((people) => people > 1).length, inOtherGroup },
  };
}

/** @param places of those who were drawn, among those who were accepted */
function afterDraw(judged: readonly JudgedRow[], places: ReadonlySet<number>): readonly JudgedRow[] {
  let place = -1;
  return judged.map((row): JudgedRow => {
    if (row.fate.kind !== 'accepted') return row;
    place += 1;
    return places.has(place) ? row : { ...row, fate: { kind: 'refused', reason: 'not-drawn' } };
  });
}

function acceptedRow({ file, row, contact, stratum, basis, identity }: Candidate, group: Group): AcceptedRow {
  const reached = approached(contact);
  const channels = usableChannels(reached, group);
  return { file, row, contact: reached, channels, ...(stratum === undefined ? {} : { stratum }), basis, identity };
}

/** Those that wait first; the order stays that of the rows. */
function shownOf(questions: readonly Question[]): readonly Question[] {
  const waiting = questions.filter(({ take }) => take === undefined).slice(0, questionsShown);
  const decided = questions.filter(({ take }) => take !== undefined).slice(0, questionsShown - waiting.length);
  const shown = new Set([...waiting, ...decided]);
  return questions.filter((question) => shown.has(question));
}

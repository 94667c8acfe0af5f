/**
 * The gate of a study: which rows of the extracts become cases, and why the others do not.
 *
 * A row is judged with all other rows of the same person (same-person.ts), and the first reason that applies, in the order of
 * `refusalReasons`, is told:
 * 1. deceased, 2. objection, 3. suppressed (on a list of people not to approach): for any row of the person, anywhere in the files. One "no"
 *    is enough, however many rows say otherwise (AVG art. 7(3), 21). So is having died or objected as a case of another group.
 * 4. no-consent: under opt-in a yes with its date is needed, not later than today (AVG art. 7(1)), and no other row may tell of a no. A cell
 *    about consent that cannot be read counts as no consent under every basis, and for every row of the person.
 * 5. minor, 6. represented, 7. unreachable: see row-rule.ts. Of a minor and a person under a guardian every row is.
 * 8. duplicate: the same person stands in an earlier row or was taken in before. Of a pair the first that can be accepted stays; whom a
 *    person has to decide on, or decided on, does not come in by another row.
 * 9. other-group: exactly the same person is in another group. A study may ask someone twice in two roles, or may not: the manager decides.
 * 10. same-address: only when one person of each address is asked for; the first that is accepted stays.
 * 11. left-out: the manager decided so. A decision can only leave someone out, or answer a question: it overrides no refusal.
 * 12. not-drawn: the random selection of those who are left.
 */
import { refuseOutsideAgreement } from '../study/agreement.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import type { JudgedRow } from './fate.ts';
import type { Intake, IntakeResult, JudgingStep } from './intake.ts';
import { resulting } from './intake-result.ts';
import { Judge, likelyOf, refusalOf } from './judge.ts';
import { personsOf } from './persons.ts';
import type { RefusalReason } from './report.ts';

export type { AcceptedRow, Intake, IntakeFile, IntakeResult, KnownPerson } from './intake.ts';

/** Judges all rows at once; see `judging`. */
export function acceptRows(intake: Intake): IntakeResult {
  const steps = judging(intake);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Judges all rows, and stops at every few rows, so that 100,000 of them hold nothing up. Whatever they hold, each file's report adds up: read =
 * accepted + refused + undecided. Refuses as a whole outside the days of the agreement (AVG art. 28(3): subject and duration).
 */
export function* judging(intake: Intake): Generator<JudgingStep, IntakeResult> {
  refuseOutsideAgreement(intake.agreement, intake.today);
  const rows = intake.files.reduce((sum, file) => sum + file.rows.length, 0);
  const total = 10 * rows + 4 * intake.known.length;
  let done = 0;
  const step = (): JudgingStep => ({ done: Math.min(++done, total), total });
  const candidates: Candidate[] = [];
  for (const file of intake.files) {
    for (const row of file.rows) {
      candidates.push(candidateOf(file, row, intake));
      yield step();
    }
  }
  const { persons, endings } = yield* stepping(personsOf(candidates, intake), step);
  const alone: (RefusalReason | undefined)[] = [];
  for (const [index, candidate] of candidates.entries()) {
    alone.push(refusalOf(candidate, persons[index]!, intake));
    yield step();
  }
  const likely = yield* stepping(likelyOf(candidates, persons, alone, intake), step);
  const judge = new Judge(intake, candidates, persons, alone, likely);
  const judged: JudgedRow[] = [];
  for (const [index, candidate] of candidates.entries()) {
    judged.push({ candidate, fate: judge.fateOf(index) });
    yield step();
  }
  return yield* stepping(resulting({ intake, judged, persons, ended: endings, questions: judge.questions }), step);
}

function* stepping<R>(work: Generator<void, R>, step: () => JudgingStep): Generator<JudgingStep, R> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield step();
  }
}

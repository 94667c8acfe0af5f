/**
 * Whom the next one to ask may be given: candidates in rows, each row of those who are alike in everything but the day on which they came due.
 * It holds random ids and what stands plain of them, and decides nothing: whoever is taken from it is read and checked anew.
 */
import { firstToCall } from '../../shared/schedule/call-order.ts';
import { triedIn } from '../../shared/schedule/daypart-balance.ts';
import { type Daypart, dayparts } from '../../shared/study/calling.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Candidate } from './candidates.ts';

/** What those in one row have in common. */
export type Row = Pick<Candidate, 'group' | 'stratum' | 'channel' | 'isForSenior' | 'hasLink' | 'parts'>;

interface KeptRow {
  readonly alike: Row;
  /** By the day on which they came due, then by id. */
  readonly candidates: Candidate[];
}

export interface Wanted {
  readonly daypart?: Daypart;
  /** Whether those in this row may be offered now to whoever asks; with how far their stratum is below its target. */
  readonly row: (row: Row) => { readonly belowTarget: number } | undefined;
  readonly one: (candidate: Candidate) => boolean;
  /** Whether an appointment may be offered now to whoever asks. */
  readonly appointment: (candidate: Candidate) => boolean;
  readonly hourOf: (candidate: Candidate) => string;
}

export class CallQueue {
  readonly #rows = new Map<string, KeptRow>();
  readonly #appointments = new Map<CaseId, Candidate>();
  readonly #known = new Map<CaseId, Candidate>();
  /** Being given out at this moment. */
  readonly #reserved = new Set<CaseId>();

  get appointments(): Iterable<Candidate> {
    return this.#appointments.values();
  }

  get size(): number {
    return this.#known.size;
  }

  clear(): void {
    this.#rows.clear();
    this.#appointments.clear();
    this.#known.clear();
  }

  /** What is known of this case from now on; undefined: it is nobody's turn. */
  put(id: CaseId, candidate: Candidate | undefined): void {
    this.#remove(id);
    if (candidate === undefined) return;
    this.#known.set(id, candidate);
    if (candidate.due.kind === 'appointment') {
      this.#appointments.set(id, candidate);
      return;
    }
    const key = keyOf(candidate);
    const row = this.#rows.get(key) ?? { alike: candidate, candidates: [] };
    this.#rows.set(key, row);
    row.candidates.splice(placeOf(candidate, row.candidates), 0, candidate);
  }

  /** The first of those who are wanted, kept from others until it is let go of. */
  reserve(wanted: Wanted): Candidate | undefined {
    const isFree = (candidate: Candidate) => !this.#reserved.has(candidate.id) && wanted.one(candidate);
    const heads: Candidate[] = [];
    for (const candidate of this.#appointments.values())
      if (isFree(candidate) && wanted.appointment(candidate))
        heads.push({ ...candidate, appointmentAt: wanted.hourOf(candidate) });
    if (heads.length === 0) {
      for (const { alike, candidates } of this.#rows.values()) {
        const asked = wanted.row(alike);
        const head = asked && candidates.find(isFree);
        if (head !== undefined) heads.push({ ...head, belowTarget: asked!.belowTarget });
      }
    }
    const first = firstToCall(heads, wanted.daypart);
    if (first !== undefined) this.#reserved.add(first.id);
    return first;
  }

  letGo({ id }: Candidate): void {
    this.#reserved.delete(id);
  }

  /** Whether anyone of whom this holds is waiting. */
  some(test: (candidate: Candidate) => boolean): boolean {
    for (const candidate of this.#known.values()) if (test(candidate)) return true;
    return false;
  }

  #remove(id: CaseId): void {
    const known = this.#known.get(id);
    if (known === undefined) return;
    this.#known.delete(id);
    this.#appointments.delete(id);
    const key = keyOf(known);
    const candidates = this.#rows.get(key)?.candidates ?? [];
    const place = placeOf(known, candidates);
    if (candidates[place]?.id === id) candidates.splice(place, 1);
    if (candidates.length === 0) this.#rows.delete(key);
  }
}

function keyOf({ group, stratum, channel, isForSenior, hasLink, parts, attempts }: Candidate): string {
  const tried = dayparts.map((part) => triedIn(part, attempts)).join();
  return `${group} ${stratum ?? ''} ${channel} ${isForSenior} ${hasLink} ${parts} ${tried}`;
}

/** Where it stands, or belongs, in a row. */
function placeOf({ id, due }: Candidate, row: readonly Candidate[]): number {
  let [from, to] = [0, row.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = row[middle]!;
    const isBefore = other.due.on < due.on || (other.due.on === due.on && other.id < id);
    if (isBefore) from = middle + 1;
    else to = middle;
  }
  return from;
}

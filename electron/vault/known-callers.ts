/**
 * Whoever may be calling, opened once and kept in the memory of this vault only, so that a caller is found at once and nothing but those
 * who were meant leaves it. Gone with the vault, and as soon as its keys are others.
 */
import { type Findable, findable, hintOf, isMeant, type LookUp } from '../../shared/contact/look-up.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { type ContactData, knownAs } from '../../shared/study/contact-data.ts';

export interface FoundCaller {
  readonly caseId: CaseId;
  readonly name: string;
  readonly hint: string;
}

export interface FoundCallers {
  /** The first so many. */
  readonly found: readonly FoundCaller[];
  readonly total: number;
  /** People among whom was looked. */
  readonly known: number;
}

export class KnownCallers {
  readonly #people = new Map<CaseId, readonly [Findable, FoundCaller]>();

  learn(caseId: CaseId, contact: ContactData): void {
    this.#people.set(caseId, [findable(contact), { caseId, name: knownAs(contact), hint: hintOf(contact) }]);
  }

  forget(ids: readonly CaseId[]): void {
    for (const id of ids) this.#people.delete(id);
  }

  clear(): void {
    this.#people.clear();
  }

  find(asked: LookUp, most: number): FoundCallers {
    const found: FoundCaller[] = [];
    let total = 0;
    for (const [one, caller] of this.#people.values()) {
      if (!isMeant(one, asked)) continue;
      total += 1;
      if (found.length < most) found.push(caller);
    }
    return { found, total, known: this.#people.size };
  }
}

/**
 * Which addresses, numbers and e-mail addresses somebody was sent to today: one attempt a day per person and per address, over all groups.
 * Kept in memory and as keyed hashes only, under a key that goes with it; made anew from the attempts of today after a restart.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { CaseId } from '../../shared/study/case.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';

export type Tags = readonly string[];

export class TriedToday {
  readonly #key = createSecretKey(randomBytes(32));
  readonly #tags = new Map<CaseId, Tags>();
  readonly #cases = new Map<string, Set<CaseId>>();

  /** What this person shares with whoever lives at the same address or answers the same telephone. */
  tagsOf({ postcode, houseNumber, phones, email }: ContactData): Tags {
    const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
    const address = postcode && houseNumber ? [`address ${plain(postcode)} ${plain(houseNumber)}`] : [];
    const shared = [...address, ...phones, ...(email === undefined ? [] : [email.toLowerCase()])];
    return shared.map((text) => createHmac('sha256', this.#key).update(text).digest('base64'));
  }

  has(id: CaseId): boolean {
    return this.#tags.has(id);
  }

  add(id: CaseId, tags: Tags): void {
    this.#tags.set(id, tags);
    for (const tag of tags) {
      const cases = this.#cases.get(tag) ?? new Set();
      this.#cases.set(tag, cases.add(id));
    }
  }

  /** Nobody was sent to them after all. False when that was known. */
  remove(id: CaseId): boolean {
    for (const tag of this.#tags.get(id) ?? []) this.#cases.get(tag)?.delete(id);
    return this.#tags.delete(id);
  }

  /** Whether somebody was sent to this person, or to someone at the same address, today. */
  isTried(id: CaseId, tags: Tags): boolean {
    return this.#tags.has(id) || tags.some((tag) => (this.#cases.get(tag)?.size ?? 0) > 0);
  }
}

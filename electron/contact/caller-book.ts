/**
 * The people of a study as one vault knows them for finding who calls. Learned in turns, so that the vault goes on giving cases out
 * meanwhile, and kept up with every change. The office itself only remembers of whom.
 */
import type { LookUp } from '../../shared/contact/look-up.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { keysOfCase } from '../contacts.ts';
import type { StoredCase } from '../store/cases.ts';
import type { CaseWatch, Store } from '../store/store.ts';
import type { FoundCallers } from '../vault/known-callers.ts';
import type { OpenVault } from '../vault/open-vault.ts';

/** Opened at once: some milliseconds of the vault's work. */
const atOnce = 200;

export class CallerBook {
  readonly #store: Store;
  readonly #vault: OpenVault;
  readonly #watch: CaseWatch;
  readonly #known = new Set<CaseId>();
  #isWhole = false;
  #learning: Promise<void> = Promise.resolve();

  constructor(store: Store, vault: OpenVault) {
    this.#store = store;
    this.#vault = vault;
    this.#watch = store.watchCases();
  }

  /** Learns whoever is not known yet, or not as they are now. */
  keepUp(): Promise<void> {
    this.#learning = this.#learning.catch(() => undefined).then(() => this.#learn());
    return this.#learning;
  }

  async find(asked: LookUp, most: number): Promise<FoundCallers> {
    await this.keepUp();
    const found = await this.#vault.ask('findCallers', asked, most);
    if (found.known === this.#known.size) return found;
    // The keys are others since, and the vault forgot everyone.
    this.#isWhole = false;
    await this.keepUp();
    return this.#vault.ask('findCallers', asked, most);
  }

  async #learn(): Promise<void> {
    if (!this.#isWhole) {
      this.#known.clear();
      this.#watch.changed();
      for (const group of this.#store.groups.all()) {
        for (let after = ''; ; ) {
          const page = this.#store.cases.pageOf(group, after, atOnce);
          if (page.length === 0) break;
          await this.#open(page);
          after = page.at(-1)!.id;
        }
      }
      this.#isWhole = true;
    }
    const changed = this.#watch.changed();
    for (let from = 0; from < changed.length; from += atOnce) {
      const ids = changed.slice(from, from + atOnce);
      const cases = ids.flatMap((id) => this.#store.cases.find(id) ?? []);
      await this.#open(cases);
      const gone = ids.filter((id) => !cases.some((one) => one.id === id));
      if (gone.length === 0) continue;
      await this.#vault.ask('forgetCallers', gone);
      for (const id of gone) this.#known.delete(id);
    }
  }

  async #open(cases: readonly StoredCase[]): Promise<void> {
    if (cases.length === 0) return;
    await this.#vault.ask(
      'learnCallers',
      cases.map(({ contact, ...one }) => ({ ...keysOfCase(one), sealed: contact })),
    );
    for (const { id } of cases) this.#known.add(id);
  }
}

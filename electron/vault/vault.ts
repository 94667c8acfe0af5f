/**
 * The vault: holds one person's opened keys and does for the office what they allow. It lives in a process of its own that ends at
 * lock or sign-out; that a process ended can be promised, that memory was wiped cannot.
 */
import type { LookUp } from '../../shared/contact/look-up.ts';
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { ResponseId } from '../../shared/study/response.ts';
import { type CaseKeys, draftWrapKey, handedKey, openHandedKey } from './case-keys.ts';
import type { Unlocked } from './held-keys.ts';
import { type FoundCallers, KnownCallers } from './known-callers.ts';
import { from64 } from './people-keys.ts';
import {
  type Link,
  openLink,
  openResponse,
  type ResponseToSeal,
  resealResponse,
  rewrapResponseKey,
  type SealedResponse,
  sealLink,
  sealResponse,
} from './response-keys.ts';
import { type Binding, newKey, openBytes, openText, sealBytes, sealText } from './seal.ts';
import { ShiftKeys } from './shift-keys.ts';
import { isWebKey, openWebKey, sealedWebKey } from './web-draft-keys.ts';

/** A text in its place: `table`, `row` and the frozen `field` tag are bound into the sealing. */
export interface Sealable {
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly text: string;
}
export interface Sealed extends Omit<Sealable, 'text'> {
  readonly sealed: Uint8Array;
}

/** A case that is to be stored for the first time. */
export interface NewCase {
  readonly id: CaseId;
  readonly contact: string;
  readonly loginCode: string;
}
export interface SealedNewCase {
  readonly caseKey: Uint8Array;
  readonly contact: Uint8Array;
  readonly loginCode: Uint8Array;
}

/** Someone's unfinished interview: its own key as stored, and the case that it is of. */
export interface DraftKeys extends CaseKeys {
  readonly draft: string;
  readonly draftKey: Uint8Array;
}

const contactOf = (row: CaseId) => ({ table: 'cases', row, field: 'contact' });

export class Vault extends ShiftKeys {
  readonly #callers = new KnownCallers();

  override takeContact(given: Uint8Array): void {
    // Another epoch: someone may have been erased.
    this.#callers.clear();
    super.takeContact(given);
  }

  override adopt(keyringFile: Uint8Array, deviceSecret: Uint8Array): Unlocked {
    this.#callers.clear();
    return super.adopt(keyringFile, deviceSecret);
  }

  /** Opens contact data and keeps them in here, to look callers up in. */
  learnCallers(people: readonly (CaseKeys & { readonly sealed: Uint8Array })[]): void {
    for (const one of people) {
      const text = openText(this.#caseKey(one), one.sealed, this.#binding(contactOf(one.caseId)));
      this.#callers.learn(one.caseId, JSON.parse(text));
    }
  }

  forgetCallers(ids: readonly CaseId[]): void {
    this.#callers.forget(ids);
  }

  /** Of those that were learned. */
  findCallers(asked: LookUp, most: number): FoundCallers {
    return this.#callers.find(asked, most);
  }

  /** The keys of cases under the contact key of the epoch that was prepared. */
  rewrapCases(cases: readonly CaseKeys[]): readonly Uint8Array[] {
    const next = this.next ?? refuse('session.nobody-signed-in', {});
    const contact = next.keys.contact!;
    return cases.map((one) =>
      sealBytes(contact, this.#caseKey(one), this.#wrapBinding('cases', one.caseId, next.keyring.epoch)),
    );
  }

  /** The keys of responses for the answers pair that this vault made for the next epoch. */
  rewrapResponses(rows: readonly { readonly key: Uint8Array }[]): readonly Uint8Array[] {
    const privateKey = this.key('answers');
    const to = this.nextAnswers ?? refuse('session.nobody-signed-in', {});
    return rows.map(({ key }) => rewrapResponseKey(this.open(), privateKey, key, to));
  }

  /** Links for the link pair of the epoch that was prepared. */
  rewrapLinks(links: readonly Uint8Array[]): readonly Uint8Array[] {
    const next = this.next ?? refuse('session.nobody-signed-in', {});
    return this.openLinks(links).map((link) => sealLink(next.keyring, link));
  }

  /** Seals texts that everyone in the study may read: agreement, questionnaire, protocol. */
  sealSettings(items: readonly Sealable[]): readonly Uint8Array[] {
    const key = this.key('study');
    return items.map((item) => sealText(key, item.text, this.#binding(item)));
  }

  openSettings(items: readonly Sealed[]): readonly string[] {
    const key = this.key('study');
    return items.map((item) => openText(key, item.sealed, this.#binding(item)));
  }

  /** New cases: each gets a key of its own, wrapped under the study's contact key, under which its texts are sealed. */
  sealNewCases(cases: readonly NewCase[]): readonly SealedNewCase[] {
    const wrapKey = this.key('contact');
    return cases.map(({ id, contact, loginCode }) => {
      const key = newKey();
      const seal = (field: string, text: string) =>
        sealText(key, text, this.#binding({ table: 'cases', row: id, field }));
      return {
        caseKey: sealBytes(wrapKey, key, this.#wrapBinding('cases', id)),
        contact: seal('contact', contact),
        loginCode: seal('login-code', loginCode),
      };
    });
  }

  /** The key of a case sealed to the person who gets it in hand. */
  handOut(one: CaseKeys, publicKey: Uint8Array): Uint8Array {
    return handedKey(this.open().study, one.caseId, this.#caseKey(one), publicKey);
  }

  /** Seals texts of one person under the key of that case. */
  sealCase(items: readonly (Sealable & CaseKeys)[]): readonly Uint8Array[] {
    return items.map((item) => sealText(this.#caseKey(item), item.text, this.#binding(item)));
  }

  openCase(items: readonly (Sealed & CaseKeys)[]): readonly string[] {
    return items.map((item) => openText(this.#caseKey(item), item.sealed, this.#binding(item)));
  }

  /** A new key for one unfinished interview; gone for good when its row is deleted. */
  newDraftKey(draft: string, of: CaseKeys): Uint8Array {
    const binding = this.#binding({ table: 'drafts', row: draft, field: 'key' });
    return sealBytes(this.#draftWrapKey(of), newKey(), binding);
  }

  /** A draft begun on the web, with its entries in this order: sealed here, and opened only by who holds the draft key too. */
  sealWebDraft(
    draft: string,
    of: CaseKeys,
    texts: readonly string[],
  ): { readonly draftKey: Uint8Array; readonly answers: readonly Uint8Array[] } {
    const to = this.open().draftPublicKey ?? refuse('session.key-awaited', { key: 'draft' });
    const key = newKey();
    const binding = this.#binding({ table: 'drafts', row: draft, field: 'key' });
    const place = (nr: number) => this.#binding({ table: 'draft_answers', row: `${draft} ${nr + 1}`, field: 'answer' });
    return {
      draftKey: sealedWebKey(key, from64(to), this.#caseKey(of), binding),
      answers: texts.map((text, nr) => sealText(key, text, place(nr))),
    };
  }

  sealDraft(of: DraftKeys, row: string, text: string): Uint8Array {
    return sealText(this.#draftKey(of), text, this.#binding({ table: 'draft_answers', row, field: 'answer' }));
  }

  openDraft(of: DraftKeys, rows: readonly { readonly row: string; readonly sealed: Uint8Array }[]): readonly string[] {
    const key = this.#draftKey(of);
    return rows.map(({ row, sealed }) =>
      openText(key, sealed, this.#binding({ table: 'draft_answers', row, field: 'answer' })),
    );
  }

  /** Seals a finished response to those who hold the answers key, and which case gave it to those who hold the link key. */
  sealResponses(items: readonly ResponseToSeal[]): readonly (SealedResponse & { readonly link: Uint8Array })[] {
    const keyring = this.open();
    return items.map((item) => sealResponse(keyring, item));
  }

  openResponses(rows: readonly (SealedResponse & { readonly id: ResponseId })[]): readonly string[] {
    const privateKey = this.key('answers');
    return rows.map((row) => openResponse(this.open(), privateKey, row));
  }

  /** Responses under other ids and keys, for when they are unlinked. */
  resealResponses(
    items: readonly { readonly from: SealedResponse & { readonly id: ResponseId }; readonly to: ResponseId }[],
  ): readonly SealedResponse[] {
    const privateKey = this.key('answers');
    return items.map((item) => resealResponse(this.open(), privateKey, item));
  }

  openLinks(links: readonly Uint8Array[]): readonly Link[] {
    const privateKey = this.key('link');
    return links.map((link) => openLink(this.open(), privateKey, link));
  }

  #binding(place: Omit<Binding, 'study'>): Binding {
    return { study: this.open().study, table: place.table, row: place.row, field: place.field };
  }

  /** With the contact key, which opens every case; else the one that was handed to this person. */
  #caseKey(one: CaseKeys): Uint8Array {
    const { contact } = this.keys;
    if (contact !== undefined) return openBytes(contact, one.caseKey, this.#wrapBinding('cases', one.caseId));
    const { person, privateKey } = this.own ?? refuse('session.nobody-signed-in', {});
    return openHandedKey(this.open().study, one, { publicKey: from64(person.publicKey), privateKey });
  }

  #draftWrapKey(of: CaseKeys): Uint8Array {
    return draftWrapKey(this.key('draft'), this.#caseKey(of));
  }

  #draftKey(of: DraftKeys): Uint8Array {
    const binding = this.#binding({ table: 'drafts', row: of.draft, field: 'key' });
    if (isWebKey(of.draftKey)) return openWebKey(of.draftKey, this.key('draft'), this.#caseKey(of), binding);
    return openBytes(this.#draftWrapKey(of), of.draftKey, binding);
  }

  /** A wrap names its epoch, so that two epochs can stand side by side while a new one is made. */
  #wrapBinding(table: string, row: string, epoch: number = this.open().epoch): Binding {
    return this.#binding({ table, row, field: `key in epoch ${epoch}` });
  }
}

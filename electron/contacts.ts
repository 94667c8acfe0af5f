/** Contact data as a desk opens them: the one place where the vault turns a stored case into a person. */

import type { ConsentForm } from '../shared/study/conduct.ts';
import type { ContactData } from '../shared/study/contact-data.ts';
import type { LoginCode } from '../shared/study/login-code.ts';
import type { PersonId } from '../shared/study/person.ts';
import type { TypedInCall } from '../shared/study/typed-in-call.ts';
import type { AttemptLine } from '../shared/views.ts';
import type { Callback } from './store/asides.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { StoredCase } from './store/cases.ts';
import type { Draft, DraftAnswer } from './store/drafts.ts';
import type { CaseKeys } from './vault/case-keys.ts';
import type { OpenVault } from './vault/open-vault.ts';
import type { DraftKeys } from './vault/vault.ts';

/** Someone's vault, with the public key to which a case's key is sealed for them. */
export interface SignedInVault {
  readonly vault: OpenVault;
  readonly publicKey: Uint8Array;
}

/** The sealed part of an attempt. */
export interface AttemptNote {
  readonly note?: string;
  /** HH:MM */
  readonly at?: string;
  /** Whoever agreed on an appointment. */
  readonly by?: PersonId;
  /** How the person said that the interview could be held. */
  readonly consent?: ConsentForm;
  /** Only as long as the call goes on. */
  readonly typed?: TypedInCall;
}

/** The wraps of a case's key, for a vault to open the one that it can. */
export function keysOfCase({ id, caseKey, handedKey }: Pick<StoredCase, 'id' | 'caseKey' | 'handedKey'>): CaseKeys {
  return { caseId: id, caseKey, handedKey };
}

export async function openContacts(vault: OpenVault, cases: readonly StoredCase[]): Promise<readonly ContactData[]> {
  const items = cases.map((one) => {
    return { ...keysOfCase(one), table: 'cases', row: one.id, field: 'contact', sealed: one.contact };
  });
  return (await vault.ask('openCase', items)).map((text) => JSON.parse(text));
}

export async function openLoginCodes(vault: OpenVault, cases: readonly StoredCase[]): Promise<readonly LoginCode[]> {
  const items = cases.map((one) => {
    return { ...keysOfCase(one), table: 'cases', row: one.id, field: 'login-code', sealed: one.loginCode };
  });
  return (await vault.ask('openCase', items)) as readonly LoginCode[];
}

export async function sealNote(
  vault: OpenVault,
  one: StoredCase,
  attempt: string,
  note: AttemptNote,
): Promise<Uint8Array> {
  const place = { ...keysOfCase(one), table: 'attempts', row: attempt, field: 'note' };
  const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(note) }]);
  return sealed!;
}

/** The sealed parts of attempts of one case, in their order; an attempt without one gives an empty note. */
export async function openNotes(
  vault: OpenVault,
  one: StoredCase,
  attempts: readonly StoredAttempt[],
): Promise<readonly AttemptNote[]> {
  const sealed = attempts.flatMap(({ id, note }) => {
    if (note === undefined) return [];
    return [{ ...keysOfCase(one), table: 'attempts', row: id, field: 'note', sealed: note }];
  });
  if (sealed.length === 0) return attempts.map(() => ({}));
  const opened = await vault.ask('openCase', sealed);
  const byAttempt = new Map(sealed.map(({ row }, index) => [row, JSON.parse(opened[index]!) as AttemptNote]));
  return attempts.map(({ id }) => byAttempt.get(id) ?? {});
}

/** The sealed part of a request for help: what was asked, and once it was passed on to whom. */
export interface CallbackNote {
  readonly text?: string;
  readonly to?: string;
}

export async function sealCallback(
  vault: OpenVault,
  one: StoredCase,
  callback: string,
  note: CallbackNote,
): Promise<Uint8Array> {
  const place = { ...keysOfCase(one), table: 'callbacks', row: callback, field: 'note' };
  const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(note) }]);
  return sealed!;
}

/** The sealed parts of requests for help of one case, in their order. */
export async function openCallbacks(
  vault: OpenVault,
  one: StoredCase,
  callbacks: readonly Callback[],
): Promise<readonly CallbackNote[]> {
  if (callbacks.length === 0) return [];
  const sealed = callbacks.map(({ id, note }) => {
    return { ...keysOfCase(one), table: 'callbacks', row: id, field: 'note', sealed: note };
  });
  return (await vault.ask('openCase', sealed)).map((text) => JSON.parse(text) as CallbackNote);
}

/** What opens someone's unfinished interview, for a vault that holds the draft key. */
export function keysOfDraft(draft: Draft, of: Parameters<typeof keysOfCase>[0]): DraftKeys {
  return { ...keysOfCase(of), draft: draft.id, draftKey: draft.draftKey };
}

/**
 * What was answered in an unfinished interview, each answer as `[item, answer or null]` in JSON. `manager` gives the key of the case, which
 * `researcher` lacks, and cannot read the answers.
 */
export async function openDraftOf(
  one: StoredCase,
  draft: Draft,
  rows: readonly DraftAnswer[],
  { manager, researcher }: { readonly manager: OpenVault; readonly researcher: SignedInVault },
): Promise<readonly string[]> {
  const handedKey = await manager.ask('handOut', keysOfCase(one), researcher.publicKey);
  const sealed = rows.map(({ seq, answer }) => ({ row: `${draft.id} ${seq}`, sealed: answer }));
  return researcher.vault.ask('openDraft', keysOfDraft(draft, { ...one, handedKey }), sealed);
}

/** The texts that were typed in a call that is not over. */
export const textsOf = ({ note, open }: TypedInCall): readonly string[] =>
  [note, ...(open?.boxes ?? [])].flatMap((text) => text || []);

/** The attempts of one case with their notes, oldest first; what was typed in a call that is not over stands as its note. */
export async function openHistory(
  vault: OpenVault,
  one: StoredCase,
  attempts: readonly StoredAttempt[],
): Promise<readonly AttemptLine[]> {
  const sorted = attempts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const notes = await openNotes(vault, one, sorted);
  return sorted.map(({ on, channel, outcome, appointmentOn }, index): AttemptLine => {
    const { at, consent, typed } = notes[index]!;
    const note = notes[index]!.note ?? (typed && textsOf(typed).join('\n'));
    return {
      on,
      channel,
      outcome,
      ...(note === undefined ? {} : { note }),
      ...(consent === undefined ? {} : { consent }),
      ...(appointmentOn === undefined ? {} : { appointment: { on: appointmentOn, at: at ?? '' } }),
    };
  });
}

/** Contact data as a desk opens them: the one place where the vault turns a stored case into a person. */

import type { ContactData } from '../shared/study/contact-data.ts';
import type { LoginCode } from '../shared/study/login-code.ts';
import type { AttemptLine } from '../shared/views.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { StoredCase } from './store/cases.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** The sealed part of an attempt. */
export interface AttemptNote {
  readonly note?: string;
  /** HH:MM */
  readonly at?: string;
}

export async function openContacts(vault: OpenVault, cases: readonly StoredCase[]): Promise<readonly ContactData[]> {
  const items = cases.map(({ id, caseKey, contact }) => {
    return { caseId: id, caseKey, table: 'cases', row: id, field: 'contact', sealed: contact };
  });
  return (await vault.ask('openCase', items)).map((text) => JSON.parse(text));
}

export async function openLoginCodes(vault: OpenVault, cases: readonly StoredCase[]): Promise<readonly LoginCode[]> {
  const items = cases.map(({ id, caseKey, loginCode }) => {
    return { caseId: id, caseKey, table: 'cases', row: id, field: 'login-code', sealed: loginCode };
  });
  return (await vault.ask('openCase', items)) as readonly LoginCode[];
}

export async function sealNote(
  vault: OpenVault,
  one: StoredCase,
  attempt: string,
  note: AttemptNote,
): Promise<Uint8Array> {
  const place = { caseId: one.id, caseKey: one.caseKey, table: 'attempts', row: attempt, field: 'note' };
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
    return [{ caseId: one.id, caseKey: one.caseKey, table: 'attempts', row: id, field: 'note', sealed: note }];
  });
  if (sealed.length === 0) return attempts.map(() => ({}));
  const opened = await vault.ask('openCase', sealed);
  const byAttempt = new Map(sealed.map(({ row }, index) => [row, JSON.parse(opened[index]!) as AttemptNote]));
  return attempts.map(({ id }) => byAttempt.get(id) ?? {});
}

/** The attempts of one case with their notes, oldest first. */
export async function openHistory(
  vault: OpenVault,
  one: StoredCase,
  attempts: readonly StoredAttempt[],
): Promise<readonly AttemptLine[]> {
  const sorted = attempts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const notes = await openNotes(vault, one, sorted);
  return sorted.map(({ on, channel, outcome, appointmentOn }, index): AttemptLine => {
    const { note, at } = notes[index]!;
    return {
      on,
      channel,
      outcome,
      ...(note === undefined ? {} : { note }),
      ...(appointmentOn === undefined ? {} : { appointment: { on: appointmentOn, at: at ?? '' } }),
    };
  });
}

/** Whatever can be opened of a study folder, row by row, by whoever has a device secret and everyone's passphrase: an attacker who gives up on nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keysOfCase, keysOfDraft } from '../../../electron/contacts.ts';
import type { Host } from '../../../electron/desk.ts';
import type { StoredCase } from '../../../electron/store/cases.ts';
import type { Draft } from '../../../electron/store/drafts.ts';
import type { StoredResponse } from '../../../electron/store/responses.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import { passphraseOf } from '../office.ts';

export interface Opened {
  /** Contact data, codes, notes, answers: as they were sealed. */
  readonly texts: readonly string[];
  /** Cases of which everything opened, by the manager's keys. */
  readonly cases: readonly CaseId[];
  readonly responses: number;
  readonly drafts: number;
  /** Which case gave which response. */
  readonly links: readonly string[];
}

const nothing: Opened = { texts: [], cases: [], responses: 0, drafts: 0, links: [] };

interface Attack {
  /** The folder of the keyring, and that of the database: an attacker may lay one beside the other. */
  readonly keyringIn: string;
  readonly databaseIn: string;
  readonly deviceSecret: Uint8Array;
  readonly secretOf: Host['secretOf'];
}

/** Undefined for what does not open. */
function attempt<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

export function openEverything({ keyringIn, databaseIn, deviceSecret, secretOf }: Attack): Opened {
  const keyring = new Uint8Array(readFileSync(join(keyringIn, 'keyring')));
  const enter = (name: string) => {
    const vault = new Vault();
    const unlocked = attempt(() => vault.unlock(keyring, deviceSecret, name, secretOf(passphraseOf(name))));
    return unlocked === undefined ? undefined : { vault, unlocked };
  };
  const [manager, researcher] = [enter('manager'), enter('researcher')];
  if (manager === undefined || researcher === undefined) return nothing;
  const raw = new Database(join(databaseIn, 'study.db'), { readonly: true });
  try {
    const texts: string[] = [];
    const cases: CaseId[] = [];
    let drafts = 0;
    const rows = raw
      .prepare<[], StoredCase>('SELECT id, case_key AS caseKey, contact, login_code AS loginCode FROM cases')
      .all();
    for (const one of rows) {
      const place = { ...keysOfCase(one), table: 'cases', row: one.id };
      const sealed = [
        { ...place, field: 'contact', sealed: one.contact },
        { ...place, field: 'login-code', sealed: one.loginCode },
      ];
      const notes = raw
        .prepare<[string], { id: string; note: Uint8Array }>(
          'SELECT id, note FROM attempts WHERE case_id = ? AND note IS NOT NULL',
        )
        .all(one.id)
        .map(({ id, note }) => ({ ...keysOfCase(one), table: 'attempts', row: id, field: 'note', sealed: note }));
      const opened = [...sealed, ...notes].map((item) => attempt(() => manager.vault.openCase([item])[0]!));
      texts.push(...opened.filter((text) => text !== undefined));
      if (!opened.includes(undefined)) cases.push(one.id);
    }
    const draftRows = raw.prepare<[], Draft>('SELECT id, case_id AS caseId, draft_key AS draftKey FROM drafts').all();
    for (const draft of draftRows) {
      const one = rows.find(({ id }) => id === draft.caseId);
      const handedKey = one && attempt(() => manager.vault.handOut(keysOfCase(one), researcher.unlocked.publicKey));
      const answers = raw
        .prepare<[string], { seq: number; answer: Uint8Array }>(
          'SELECT seq, answer FROM draft_answers WHERE draft_id = ?',
        )
        .all(draft.id)
        .map(({ seq, answer }) => ({ row: `${draft.id} ${seq}`, sealed: answer }));
      const opened =
        one &&
        attempt(() => researcher.vault.openDraft(keysOfDraft(draft, { ...one, handedKey: handedKey! }), answers));
      if (opened !== undefined) drafts += 1;
      texts.push(...(opened ?? []));
    }
    const responses = raw
      .prepare<[], StoredResponse>('SELECT * FROM responses')
      .all()
      .flatMap((row) => attempt(() => researcher.vault.openResponses([row])) ?? []);
    const links = raw
      .prepare<[], Uint8Array>('SELECT sealed FROM links')
      .pluck()
      .all()
      .flatMap((sealed) => attempt(() => manager.vault.openLinks([sealed])) ?? []);
    return {
      texts: [...texts, ...responses],
      cases,
      responses: responses.length,
      drafts,
      links: links.map(({ caseId, responseId }) => `${caseId} ${responseId}`),
    };
  } finally {
    raw.close();
  }
}

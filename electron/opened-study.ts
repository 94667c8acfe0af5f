/** Everything sealed in a study, opened through the keys of those who are signed in: what a destruction has to make unreadable. */
import { canariesOf, canariesOfAnswers, canariesOfResponse, canariesOfText } from '../shared/destruction/canaries.ts';
import type { DraftEntry } from '../shared/interview/draft-log.ts';
import type { Response } from '../shared/study/response.ts';
import {
  openCallbacks,
  openContacts,
  openDraftOf,
  openLoginCodes,
  openNotes,
  type SignedInVault,
  textsOf,
} from './contacts.ts';
import type { Store } from './store/store.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** What was said in one entry of an unfinished interview: an open answer, or a note. */
function canariesOfEntry(entry: DraftEntry): readonly string[] {
  if ('note' in entry) return canariesOfText(entry.note[1]);
  if (!('0' in entry) || entry[1] === null) return [];
  return canariesOfAnswers([[entry[0], entry[1]]]);
}

export interface OpenedStudy {
  /** Values of at least 8 bytes that stand in sealed content only, distinct; held in memory and never shown. */
  readonly canaries: readonly string[];
  /** Every opened text, as it was sealed, and the forms in which the contact data are searched. */
  readonly texts: readonly string[];
}

/** Opens all contact data, login codes and notes with the manager's keys, all drafts and responses with the researcher's. */
export async function openStudy(store: Store, manager: OpenVault, researcher: SignedInVault): Promise<OpenedStudy> {
  const canaries = new Set<string>();
  const texts: string[] = [];
  const add = (text: string, found: readonly string[]) => {
    texts.push(text);
    for (const canary of found) canaries.add(canary);
  };
  const cases = store.cases.all();
  for (const contact of await openContacts(manager, cases)) {
    const found = canariesOf(contact);
    // Some forms are put together (a full name, a number as it is dialled), so the forms themselves are searched too.
    add([JSON.stringify(contact), ...found].join('\n'), found);
  }
  for (const code of await openLoginCodes(manager, cases)) add(code, canariesOfText(code));
  for (const one of cases) {
    for (const { note = '', typed = {} } of await openNotes(manager, one, store.attempts.ofCase(one.id))) {
      // Each by itself, as it would stand in a file; days and hours of an appointment stand anywhere.
      const isDay = typed.open?.form === 'appointment';
      const searched = [note, ...textsOf(isDay ? { note: typed.note } : typed)];
      add([note, ...textsOf(typed)].join('\n'), searched.flatMap(canariesOfText));
    }
    for (const { text = '', to = '' } of await openCallbacks(manager, one, store.callbacks.ofCase(one.id)))
      add(`${text}\n${to}`, canariesOfText(text));
    const draft = store.drafts.findOfCase(one.id);
    if (draft === undefined) continue;
    const rows = store.drafts.answers(draft.id);
    for (const text of await openDraftOf(one, draft, rows, { manager, researcher })) {
      add(text, canariesOfEntry(JSON.parse(text) as DraftEntry));
    }
  }
  for (const text of await researcher.vault.ask('openResponses', [...store.responses.all(), ...store.seconds.all()])) {
    add(text, canariesOfResponse(JSON.parse(text) as Response));
  }
  return { canaries: [...canaries], texts };
}

/** Responses on their way to the store: what was answered with what the extract knows, and sealed with the link to its case. */
import { backgroundOf } from '../../shared/interview/background.ts';
import type { Answers } from '../../shared/study/answer.ts';
import type { Mode } from '../../shared/study/contact-data.ts';
import type { Language } from '../../shared/study/questionnaire.ts';
import type { Response, ResponseId } from '../../shared/study/response.ts';
import { stratumName } from '../../shared/study/stratum.ts';
import { openContacts } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import type { StoredCase } from '../store/cases.ts';

export interface Given {
  readonly mode: Mode;
  readonly language: Language;
  readonly answers: Answers;
  readonly complete: boolean;
}

export async function responseOf(
  one: StoredCase,
  { mode, language, answers, complete }: Given,
  { settings, vault, today }: Desk,
): Promise<Response> {
  const [contact] = await openContacts(vault, [one]);
  const stratum = stratumName((await settings.find('strata')) ?? [], one.stratum);
  const background = backgroundOf(contact!, stratum, today);
  return { group: one.group, mode, language, complete, background, answers: [...answers] };
}

export async function sealedResponses(
  items: readonly { readonly one: StoredCase; readonly response: Response }[],
  { vault }: Desk,
) {
  const named = items.map(({ one, response }) => {
    return { id: newId() as ResponseId, caseId: one.id, text: JSON.stringify(response) };
  });
  const sealed = await vault.ask('sealResponses', named);
  return sealed.map(({ key, content, link }, index) => {
    return { row: { id: named[index]!.id, key, content }, link: { id: newId(), sealed: link } };
  });
}

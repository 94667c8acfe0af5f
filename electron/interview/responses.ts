/** Responses on their way to the store: what was answered with what the extract knows, and sealed with the link to its case. */
import { backgroundOf } from '../../shared/interview/background.ts';
import type { Answers } from '../../shared/study/answer.ts';
import type { Response, ResponseId } from '../../shared/study/response.ts';
import { stratumName } from '../../shared/study/stratum.ts';
import { openContacts } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import type { StoredCase } from '../store/cases.ts';

export interface Given
  extends Pick<
    Response,
    'mode' | 'language' | 'complete' | 'isPartial' | 'version' | 'conduct' | 'paradata' | 'notes'
  > {
  readonly answers: Answers;
}

export async function responseOf(
  one: StoredCase,
  { answers, ...given }: Given,
  { settings, vault, today }: Desk,
): Promise<Response> {
  const [contact] = await openContacts(vault, [one]);
  const stratum = stratumName((await settings.find('strata')) ?? [], one.stratum);
  const background = backgroundOf(contact!, stratum, today);
  return { group: one.group, ...given, background, answers: [...answers] };
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

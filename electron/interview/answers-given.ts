/** Answers that were given so far, as far as the keys at hand open them: for what a new version of a questionnaire would do to them. */
import { emptyDraft, partOf, readDraftLog } from '../../shared/interview/draft-log.ts';
import { answersOutOfForm, type Misfit } from '../../shared/study/answers-out-of-form.ts';
import { mayHaveAnswers } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { ItemName, Questionnaire } from '../../shared/study/questionnaire.ts';
import type { Response } from '../../shared/study/response.ts';
import { openDraftOf } from '../contacts.ts';
import type { Desk } from '../desk.ts';

/** Interviews of this group that were begun and did not end. */
export const draftsUnderWay = (group: GroupCode, { store }: Pick<Desk, 'store'>) =>
  store.cases.inGroup(group).flatMap((one) => {
    const draft = one.state.kind === 'open' ? store.drafts.findOfCase(one.id) : undefined;
    return draft === undefined ? [] : [{ one, draft }];
  });

/** Whether anyone of this group said anything, so that the version under which it was said has to stay known. */
export function hasAnswers(group: GroupCode, desk: Pick<Desk, 'store'>): boolean {
  return (
    draftsUnderWay(group, desk).length > 0 || desk.store.cases.inGroup(group).some((one) => mayHaveAnswers(one.state))
  );
}

/**
 * What of the interviews under way would not fit `questionnaire`, for a researcher only: by workbooks that refuse one answer each anyone else
 * could ask for what somebody said. A draft is opened with two keys, that of drafts (researcher) and that of the case (manager): undefined
 * at another desk, and when nobody who holds the key of the case is signed in.
 */
export async function draftsOutOfForm(
  group: GroupCode,
  questionnaire: Questionnaire,
  desk: Desk,
): Promise<readonly { readonly item: ItemName; readonly why: Misfit }[] | undefined> {
  const { store, person, session } = desk;
  const drafts = draftsUnderWay(group, desk);
  if (drafts.length === 0) return [];
  const manager = person.roles.includes('manager') ? person : session.findColleague('manager');
  if (manager === undefined || !person.roles.includes('researcher')) return undefined;
  const found: { readonly item: ItemName; readonly why: Misfit }[] = [];
  for (const { one, draft } of drafts) {
    const rows = store.drafts.answers(draft.id);
    const texts = await openDraftOf(one, draft, rows, { manager: manager.vault, researcher: person });
    const { answers } = partOf(readDraftLog(texts, emptyDraft(draft.mode)));
    found.push(...answersOutOfForm(questionnaire, answers, draft.begunOn));
  }
  return found;
}

/** The responses of a group, with the answers key of whoever is at this desk. */
export async function responsesOfGroup(group: GroupCode, { store, vault }: Desk): Promise<readonly Response[]> {
  const rows = store.responses.all();
  if (rows.length === 0) return [];
  const opened = await vault.ask('openResponses', rows);
  return opened.map((text) => JSON.parse(text) as Response).filter((response) => response.group === group);
}

/** Of fewer interviews no duration is told: it would be somebody's. */
const fewestTimed = 5;

/** Mean minutes of complete interviews that were timed; undefined where there are fewer than five. */
export function meanMinutes(responses: readonly Response[]): number | undefined {
  const minutes = responses.flatMap(({ complete, paradata }) => (complete ? (paradata?.minutes ?? []) : []));
  if (minutes.length < fewestTimed) return undefined;
  return Math.round((minutes.reduce((sum, each) => sum + each, 0) / minutes.length) * 10) / 10;
}

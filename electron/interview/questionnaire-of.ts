/** The one place where a questionnaire is got for asking, entering or reading answers: what the agreement does not list is not in it. */
import { refuse } from '../../shared/problem.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { permittedItems } from '../../shared/study/permitted-items.ts';
import type { Questionnaire } from '../../shared/study/questionnaire.ts';
import type { Desk } from '../desk.ts';

/** Undefined when the group has none. */
export async function findQuestionnaire(
  { settings }: Pick<Desk, 'settings'>,
  group: GroupCode,
): Promise<Questionnaire | undefined> {
  const stored = await settings.find('questionnaire', group);
  return stored && permittedItems(stored, (await settings.find('agreement'))?.specialCategories ?? []);
}

/** Refuses `study.group-not-ready` when the group has none. */
export async function questionnaireOf(desk: Pick<Desk, 'settings'>, group: GroupCode): Promise<Questionnaire> {
  return (await findQuestionnaire(desk, group)) ?? refuse('study.group-not-ready', { group, missing: 'questionnaire' });
}

/**
 * The questionnaire under which something was answered, as its version names it; the one in use for what names none, or one that is not
 * known. With items that are not asked any more: what was said to them can be read.
 */
export async function questionnairesGiven(
  { settings }: Pick<Desk, 'settings'>,
  group: GroupCode,
): Promise<(version: string | undefined) => Questionnaire | undefined> {
  const current = await settings.find('questionnaire', group);
  const earlier = (await settings.find('earlierQuestionnaires', group)) ?? [];
  return (version) =>
    version === undefined || current?.version === version
      ? current
      : (earlier.find((one) => one.version === version) ?? current);
}

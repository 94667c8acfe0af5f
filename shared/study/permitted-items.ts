/** What of a questionnaire may be asked under an agreement: items about special categories of personal data only where it lists them. */
import type { Questionnaire } from './questionnaire.ts';
import type { SpecialCategory } from './special-category.ts';

/**
 * `questionnaire` without the items about a special category that is not among `allowed` (AVG art. 9 and 10; art. 28(3)(a): a processor
 * asks what the agreement says), and without the sections that are left with no item at all. Conditions and texts of other items that
 * name such an item stay as they are: to them it is unanswered. The same object when nothing is taken out.
 */
export function permittedItems(questionnaire: Questionnaire, allowed: readonly SpecialCategory[]): Questionnaire {
  const items = questionnaire.items.filter(
    ({ specialCategory }) => specialCategory === undefined || allowed.includes(specialCategory),
  );
  if (items.length === questionnaire.items.length) return questionnaire;
  const before = new Set(questionnaire.items.flatMap((item) => item.sections));
  const still = new Set(items.flatMap((item) => item.sections));
  const sections = questionnaire.sections.filter(({ name }) => still.has(name) || !before.has(name));
  return { ...questionnaire, sections, items };
}

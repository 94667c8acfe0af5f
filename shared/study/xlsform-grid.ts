/** Grids: sections whose questions all have one scale, so that they are answered in one sweep. */
import type { QuestionnaireFault } from '../problem.ts';
import { printExpression } from './expression.ts';
import type { Item, Section } from './questionnaire.ts';
import { otherChoice } from './xlsform-other.ts';

/** Whether an appearance asks for a grid. */
export function asksForGrid(appearance: string | undefined): boolean {
  return /(?:^|\s)(?:table-list|grid)(?:\s|$)/i.test(appearance ?? '');
}

/** The scale of an item as one text, to compare: its kind, its choices and what filters them. */
function scaleOf({ kind, choices = [], choiceFilter }: Item): string {
  return JSON.stringify([kind, choices, choiceFilter === undefined ? '' : printExpression(choiceFilter)]);
}

/**
 * `sections` with those marked that are grids. Reports every row of a grid that is no question with choices or has another scale than the
 * first, and a section within a grid; `placeOf` says where an item or a section stands. A calculation shows nothing and may stand there.
 */
export function markGrids(
  sections: readonly Section[],
  items: readonly Item[],
  placeOf: (name: string) => Pick<QuestionnaireFault, 'sheet' | 'row' | 'column'>,
  report: (fault: QuestionnaireFault) => void,
): readonly Section[] {
  return sections.map((section) => {
    if (!asksForGrid(section.appearance)) return section;
    const rows = items.filter(({ kind, sections: around }) => kind !== 'calculate' && around.includes(section.name));
    const first = rows.find(({ kind }) => kind === 'select-one' || kind === 'select-multiple');
    for (const row of rows) {
      const within = row.sections.at(-1)!;
      const isOther = rows.some(({ name, choices }) => choices !== undefined && row.name === `${name}_${otherChoice}`);
      if (isOther && row.kind === 'text') report({ ...placeOf(row.name), fault: 'other-in-grid' });
      else if (within !== section.name) report({ ...placeOf(within), fault: 'grid-mixed', what: section.name });
      else if (first === undefined || scaleOf(row) !== scaleOf(first))
        report({ ...placeOf(row.name), fault: 'grid-mixed', what: section.name });
    }
    return { ...section, isGrid: true };
  });
}

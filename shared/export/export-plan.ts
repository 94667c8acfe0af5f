/** What a group's dataset would hold, told from its questionnaire before anything is made of anyone's answers. */
import { type Item, type ItemName, isAsked, type Questionnaire } from '../study/questionnaire.ts';

export interface PlannedItem {
  readonly item: ItemName;
  readonly kind: Item['kind'];
  /** In the default language. */
  readonly text: string;
  readonly isOpenAnswer: boolean;
}

/** Names of the files of a group's dataset. */
export const datasetFiles = (group: string) => ({ rows: `dataset-${group}.csv`, codebook: `codebook-${group}.csv` });

/** The items that ask something, in the order of the questionnaire. */
export function plannedItems(questionnaire: Questionnaire): readonly PlannedItem[] {
  return questionnaire.items.filter(isAsked).map(({ name, kind, label }) => ({
    item: name,
    kind,
    text: (label[questionnaire.defaultLanguage] ?? '').replaceAll(/\s+/g, ' ').trim(),
    isOpenAnswer: kind === 'text',
  }));
}

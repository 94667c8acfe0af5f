/** Texts in the order in which a researcher looks at them again: what is misunderstood before what is only long. */
import type { ReadingHint, TextReadability } from '../../../shared/interview/readability.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';

/** How much each hint weighs. One that changes what is asked weighs most; a long word by itself the least. */
function weightOf(hint: ReadingHint): number {
  switch (hint.kind) {
    case 'two-questions':
    case 'double-negation':
      return 40;
    case 'hard-text':
      // From 60 on a text is plain; 0 is as hard as it gets.
      return 10 + (60 - Math.max(0, hint.score)) / 2;
    case 'long-sentence':
      return 5 + (hint.words - 20);
    case 'hard-word':
      return 6;
    case 'long-word':
      return 3;
  }
}

export interface HardText extends Omit<TextReadability, 'item'> {
  /** Several where they share a scale: its choices are one text. */
  readonly items: readonly ItemName[];
}

/** The heaviest first; those that weigh the same stay in the order of the questionnaire. */
export function hardestFirst(texts: readonly TextReadability[]): readonly HardText[] {
  const found = new Map<string, HardText & { readonly items: ItemName[] }>();
  for (const { item, ...text } of texts) {
    const key = text.part === 'choices' ? JSON.stringify(text) : `${text.language} ${text.part} ${item}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, { ...text, items: [item] });
    else same.items.push(item);
  }
  const weight = ({ hints }: HardText) => hints.reduce((sum, hint) => sum + weightOf(hint), 0);
  return [...found.values()].toSorted((one, other) => weight(other) - weight(one));
}

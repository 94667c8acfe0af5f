/** Texts in the order in which a researcher looks at them again: what is misunderstood before what is only long. */
import type { ReadingHint, TextReadability } from '../../../shared/interview/readability.ts';

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

/** The heaviest first; those that weigh the same stay in the order of the questionnaire. */
export function hardestFirst(texts: readonly TextReadability[]): readonly TextReadability[] {
  const weight = ({ hints }: TextReadability) => hints.reduce((sum, hint) => sum + weightOf(hint), 0);
  return texts.toSorted((one, other) => weight(other) - weight(one));
}

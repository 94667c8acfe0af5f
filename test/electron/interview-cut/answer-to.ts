/** What the invented respondent of a cut interview says to an item: the same every time it is asked. */
import type { ItemView } from '../../../shared/views.ts';

export function answerTo({ item, kind, choices }: ItemView): string | number | string[] | null {
  const choice = choices?.[item.length % choices.length]?.name;
  switch (kind) {
    case 'note':
      return null;
    case 'select-one':
      return choice!;
    case 'select-multiple':
      return [choice!];
    case 'integer':
    case 'decimal':
      return 1 + (item.length % 3);
    case 'date':
      return '2026-01-31';
    default:
      return `invented answer to ${item}`;
  }
}

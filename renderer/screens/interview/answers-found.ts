/** Which of the answered items someone means by the few letters they typed. */
import type { AnsweredView } from '../../../shared/views.ts';

type Answered = AnsweredView['items'][number];

/** Without accents and capitals: "cafe" finds Café. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Those that have every typed word somewhere in their section, text, name or answer; all of them, the last first, where nothing is typed. */
export function answersFound(items: readonly Answered[], typed: string): readonly Answered[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items.toReversed();
  return items.filter(({ item, section, text, answer }) => {
    const all = plain([item, section, text, answer].join(' '));
    return words.every((word) => all.includes(word));
  });
}

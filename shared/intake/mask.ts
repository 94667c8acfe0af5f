/**
 * A cell of an extract so that whoever takes it in can see of which kind it is, and nobody can see what it says: the first letter or digit,
 * a bullet for the others, and the signs between them. Long words and long cells are cut, so that their length tells nothing.
 */

const bullet = '•';
/** Longest masked value, and most bullets next to one another, in characters. */
const longest = 12;
const longestRun = 3;
/** Signs that show the form of a date, a number, an e-mail address or a name. Anything else could itself tell something. */
const signs = new Set([' ', '.', ',', '-', '/', ':', '@', '+', '(', ')', "'"]);
const letterOrDigit = /[\p{L}\p{N}]/u;

export function masked(value: string): string {
  const characters = [...value];
  const readable = characters.filter((character) => letterOrDigit.test(character)).length;
  // Of a single letter ('v', 'm') the first one is all there is.
  const shown = readable < 2 ? -1 : characters.findIndex((character) => letterOrDigit.test(character));
  const kept: string[] = [];
  for (const [index, character] of characters.entries()) {
    const next = index === shown || signs.has(character) ? character : bullet;
    const isRun = next === bullet && kept.slice(-longestRun).filter((each) => each === bullet).length === longestRun;
    if (!isRun) kept.push(next);
    if (kept.length === longest) break;
  }
  return kept.join('');
}

/** At most three different masked values out of a column, the first ones that are filled. */
export function maskedExamples(values: Iterable<string | undefined>): readonly string[] {
  const found = new Set<string>();
  for (const value of values) {
    if (value !== undefined && value !== '') found.add(masked(value));
    if (found.size === 3) break;
  }
  return [...found];
}

/**
 * The login code (inlogcode) of a case: letters and digits that can be read aloud and are not taken for one another, with a check
 * character. Shown in groups: '7F3K-Q2MX-H'. Eight characters of content, 39 bits: a guess hits one of 100,000 codes once in five
 * million tries.
 */

declare const codeBrand: unique symbol;
/** A valid login code, without hyphens, upper case. */
export type LoginCode = string & { readonly [codeBrand]: true };

/** 29 characters, a prime number: no 0 O, 1 I L, 5 S, so that neither reading nor hearing mixes them up. */
export const codeAlphabet = '2346789ABCDEFGHJKMNPQRTUVWXYZ';
const size = codeAlphabet.length;
const contentLength = 8;

/** The check character over `content`: weights 2..9 modulo a prime find every single wrong character and every swap of two. */
function checkCharacter(content: string): string {
  let sum = 0;
  for (let i = 0; i < content.length; i += 1) sum += (i + 2) * codeAlphabet.indexOf(content[i]!);
  return codeAlphabet[sum % size]!;
}

/** A code from random numbers; `draw` gives a uniform integer from 0 up to and not including its argument. */
export function newLoginCode(draw: (below: number) => number): LoginCode {
  let content = '';
  for (let i = 0; i < contentLength; i += 1) content += codeAlphabet[draw(size)]!;
  return (content + checkCharacter(content)) as LoginCode;
}

/**
 * The code that someone typed or scanned, in any case, with hyphens or spaces, or within the personal link that the square on a letter
 * holds; undefined when a character or the check is wrong.
 */
export function findLoginCode(typed: string): LoginCode | undefined {
  const written = /^\s*https?:.*[?&]code=([^&#\s]*)/i.exec(typed)?.[1] ?? typed;
  const code = written.toUpperCase().replaceAll(/[\s-]/g, '');
  if (code.length !== contentLength + 1 || [...code].some((character) => !codeAlphabet.includes(character)))
    return undefined;
  return checkCharacter(code.slice(0, contentLength)) === code[contentLength] ? (code as LoginCode) : undefined;
}

/** As it is printed and read aloud: '7F3K-Q2MX-H'. */
export function printedCode(code: LoginCode): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

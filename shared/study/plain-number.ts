/** Numbers as XPath 1.0 (4.2, 4.4) writes and reads them: digits and a point, a minus sign at most; no exponent, no plus sign. */

/** `number` in digits: 0.0000001, never 1e-7. NaN, Infinity and -Infinity keep their names; minus zero is 0. */
export function numberText(number: number): string {
  const shortest = String(number === 0 ? 0 : number);
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest) ?? [];
  if (exponent === undefined) return shortest;
  const digits = whole + fraction;
  const pointAt = whole.length + Number(exponent);
  return pointAt <= 0 ? `${sign}0.${'0'.repeat(-pointAt)}${digits}` : sign + digits.padEnd(pointAt, '0');
}

/** The number that `text` writes, NaN when it writes none. White space around it does not matter. */
export function numberIn(text: string): number {
  const [, digits] = /^[ \t\r\n]*(-?(?:\d+(?:\.\d*)?|\.\d+))[ \t\r\n]*$/.exec(text) ?? [];
  return digits === undefined ? Number.NaN : Number(digits);
}

/** A telephone number as it is read and dialled: in groups, and without the country code where that is our own. */

/** Dutch area codes of three digits; the others have four. */
const shortAreas = /^0(?:10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7\d|85|88)/;

/** In pairs, as numbers are said here: +31612345678 becomes 06 12 34 56 78, +31201234567 becomes 020 123 45 67. */
export function readableNumber(number: string): string {
  const digits = number.replaceAll(/[^\d+]/g, '');
  const national = digits.startsWith('+31') ? `0${digits.slice(3)}` : digits;
  if (/^06\d{8}$/.test(national)) return groups(national, 2, 2, 2, 2, 2);
  if (/^0\d{9}$/.test(national))
    return shortAreas.test(national) ? groups(national, 3, 3, 2, 2) : groups(national, 4, 2, 2, 2);
  return national.startsWith('+') ? groups(national, 3, 2, 2, 2, 2, 2, 2) : groups(national, 4, 2, 2, 2, 2, 2);
}

function groups(text: string, ...sizes: readonly number[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at < text.length) parts.push(text.slice(at, at + size));
    at += size;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '').join(' ');
}

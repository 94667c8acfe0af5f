/**
 * The citizen service number (burgerservicenummer) in a text: UAVG art. 46 leaves its use to bodies that a law names, and a one-off study has
 * no such law. A number counts when it has 8 or 9 digits and passes the eleven-test; 9.1 % of arbitrary numbers do.
 *
 * The number of a legal person (RSIN) passes the same test, and that of a sole trader is their citizen service number: they cannot be told
 * apart, so both are treated as the latter. Telephone numbers, bank accounts (IBAN) and days are left out of account.
 */

/** Whether 8 or 9 digits pass 9a+8b+7c+6d+5e+4f+3g+2h-1i = 0 (mod 11); eight get a 0 before them, and all zeros never pass. */
export function passesElevenTest(digits: string): boolean {
  const { length } = digits;
  if (length !== 8 && length !== 9) return false;
  let sum = 0;
  let any = 0;
  for (let i = 0; i < length; i += 1) {
    const digit = digits.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return false;
    any |= digit;
    const weight = length - i;
    sum += (weight === 1 ? -1 : weight) * digit;
  }
  return any !== 0 && sum % 11 === 0;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/**
 * What may look like the number and is none, so that it is not looked at: a bank account, a telephone number, a day. A VAT number (NL…B01) is
 * none of these: the old ones of sole traders hold the citizen service number itself.
 */
const otherNumbers: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?![A-Z]{2}\d{9}B\d{2})[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu,
  /(?<!\d)(?:\+|00)\d{2}[ .-]?(?:\(0\)[ .-]?)?\d(?:[ .-]?\d){8}(?!\d)/g,
  /(?<!\d)\(?0[1-9]\d{0,2}\)?[ ./-]?\d(?:[ .-]?\d){5,7}(?!\d)/g,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}([-./ ]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
];

/** Digits with at most one sign between two groups of them. */
const groupsOfDigits = /\d+(?:[ ./\u00a0\u202f-]\d+)*/g;

/** Numbers of 8 or 9 digits in a text, as one group or as several, whether they pass or not; they do not overlap. */
export function* numbersIn(text: string): Generator<Found> {
  const left = otherNumbers.reduce((kept, pattern) => kept.replace(pattern, blankedUnlessLonger), text);
  for (const run of left.matchAll(groupsOfDigits)) {
    const groups = Array.from(run[0].matchAll(/\d+/g), (group) => ({
      from: run.index + group.index,
      digits: group[0],
    }));
    for (let at = 0; at < groups.length; ) {
      const taken = findNumberFrom(groups, at);
      if (taken === undefined || (!taken.passes && holdsPassing(groups, at + 1, taken.next))) {
        at += 1;
        continue;
      }
      yield taken.found;
      at = taken.next;
    }
  }
}

/** A telephone number has ten digits within the country, never nine. */
function blankedUnlessLonger(match: string): string {
  const isNational = /^\(?0[1-9]/.test(match);
  return isNational && match.replaceAll(/\D/g, '').length !== 10 ? match : '_'.repeat(match.length);
}

type Group = { readonly from: number; readonly digits: string };

interface Taken {
  readonly found: Found;
  readonly passes: boolean;
  /** Index of the group behind it. */
  readonly next: number;
}

/** Whether a number that passes begins with one of these groups: then it is not hidden in a longer one that does not. */
function holdsPassing(groups: readonly Group[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (findNumberFrom(groups, at)?.passes) return true;
  return false;
}

/** The number that begins with this group: one that passes before one that does not. */
function findNumberFrom(groups: readonly Group[], at: number): Taken | undefined {
  let digits = '';
  let other: Taken | undefined;
  for (let end = at; end < groups.length; end += 1) {
    const group = groups[end]!;
    digits += group.digits;
    if (digits.length > 9) break;
    if (digits.length < 8) continue;
    const found = { from: groups[at]!.from, to: group.from + group.digits.length, digits };
    if (passesElevenTest(digits)) return { found, passes: true, next: end + 1 };
    // One that does not pass counts when it is a group of its own, or all the digits that stand together.
    if (end === at || (at === 0 && end === groups.length - 1)) other = { found, passes: false, next: end + 1 };
  }
  return other;
}

const bullet = '•';

/**
 * The text with every number in it that could be a citizen service number made unreadable; the same text when there is none. Invisible
 * characters inside a number hide nothing, nor do the wide digits of Asian keyboards.
 */
export function withoutCitizenServiceNumbers(text: string): string {
  if (!hasEightDigits(text) || (text.length === 10 && /^\d{4}-\d{2}-\d{2}$/.test(text))) return text;
  let left = text.replaceAll(/\p{Cf}/gu, '').replaceAll(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  let any = false;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { from, to, digits } of numbersIn(left)) {
      if (!passesElevenTest(digits)) continue;
      left = left.slice(0, from) + left.slice(from, to).replaceAll(/\d/g, bullet) + left.slice(to);
      isChanged = true;
      any = true;
    }
  }
  return any ? left : text;
}

/** Most cells have fewer, and need not be looked at further. */
export function hasEightDigits(text: string): boolean {
  const { length } = text;
  if (length < 8) return false;
  let digits = 0;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) {
      digits += 1;
      if (digits === 8) return true;
    }
  }
  return false;
}

/** Reads telephone numbers; a number without a country is Dutch. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * The number in E.164 ('+31612345678'), or undefined when the text is no number that can be rung: other text beside it, an extension, a
 * number that is not given out, or one that the caller pays extra for. Accepts what spreadsheets make of numbers: 612345678, 31612345678.
 */
export function readPhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'NL', extract: false });
  if (!number?.isValid() || number.ext !== undefined || number.getType() === 'PREMIUM_RATE') return undefined;
  return number.number;
}

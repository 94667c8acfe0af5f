/** Postcodes: the Dutch one in every notation, and foreign ones where the country is told, by the cell or by a field of its own. */

export interface PostcodeRead {
  readonly postcode: string;
  /** Where the postcode itself tells it. */
  readonly country?: string;
}

/** '1234AB', '1234 ab', '1234-AB', 'NL-1234 AB' are '1234 AB'. SA, SD and SS are not issued. */
export function readPostcode(text: string): string | undefined {
  const found = /^(?:NL[-\s]*)?([1-9]\d{3})[\s.-]{0,2}([A-Z]{2})$/.exec(plainCode(text));
  return found && !/^S[ADS]$/.test(found[2]!) ? `${found[1]} ${found[2]}` : undefined;
}

/** Prefixes as on envelopes, with the country as a Dutch envelope names it and what its codes look like. */
const abroad: readonly (readonly [prefix: RegExp, country: string, code: RegExp])[] = [
  [/^(?:BE?)$/, 'België', /^\d{4}$/],
  [/^(?:DE?)$/, 'Duitsland', /^\d{5}$/],
  [/^(?:LU?)$/, 'Luxemburg', /^\d{4}$/],
  [/^(?:FR?)$/, 'Frankrijk', /^\d{5}$/],
  [/^(?:AT?)$/, 'Oostenrijk', /^\d{4}$/],
  [/^CH$/, 'Zwitserland', /^\d{4}$/],
  [/^(?:ES?)$/, 'Spanje', /^\d{5}$/],
  [/^(?:IT?)$/, 'Italië', /^\d{5}$/],
  [/^(?:PT?)$/, 'Portugal', /^\d{4}-?\d{3}$/],
  [/^(?:PL)$/, 'Polen', /^\d{2}-?\d{3}$/],
  [/^(?:DK)$/, 'Denemarken', /^\d{4}$/],
];
/** Nobody else's codes look like these: 'SW1A 1AA'. */
const british = /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/;

/**
 * A postcode of any country. Without a country, told by `country` or by the code itself, four or five digits could be anywhere and are not
 * read: a letter would come to another town.
 */
export function readAnyPostcode(text: string, country?: string): PostcodeRead | undefined {
  const dutch = readPostcode(text);
  if (dutch !== undefined && (country === undefined || isNetherlands(country))) return { postcode: dutch };
  const code = plainCode(text);
  const [, prefix, digits] = /^([A-Z]{1,2})[-\s]\s?([\d-]{4,8})$/.exec(code) ?? [];
  const known = abroad.find(([each, , form]) => prefix !== undefined && each.test(prefix) && form.test(digits!));
  if (known !== undefined) return { postcode: digits!, country: country ?? known[1] };
  if (british.test(code)) return { postcode: code, country: country ?? 'Verenigd Koninkrijk' };
  if (country === undefined || isNetherlands(country)) return undefined;
  return /^[A-Z\d][A-Z\d -]{1,10}$/.test(code) && /\d/.test(code) ? { postcode: code } : undefined;
}

/** Under an address in the Netherlands no country stands. '6030' is its number in the population register. */
export function isNetherlands(country: string): boolean {
  return /^(nl|nld|nederland|the netherlands|netherlands|holland|6030)$/i.test(country.trim());
}

function plainCode(text: string): string {
  return text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
    .toUpperCase();
}

/**
 * An address in one text as its parts: 'Dorpsstraat 12 a, 1234 AB Utrecht', '1e Helmersstraat 12-3', 'Plein 1944 nr 5', 'Postbus 12',
 * 'Rue de la Loi 16, B-1000 Brussel'. A number that could belong to the street's name is not taken for a house number.
 */
import { readAnyPostcode, readPostcode } from './read-postcode.ts';

export interface AddressParts {
  readonly street?: string;
  readonly houseNumber?: string;
  /** As it stands there, its country's letters included. */
  readonly postcode?: string;
  readonly town?: string;
  readonly country?: string;
  /** What could not be told apart stands in the street. */
  readonly isDivided: boolean;
}

const countries =
  /^(nederland|the netherlands|netherlands|nl|belgi[eë]|belgium|belgique|duitsland|deutschland|germany|frankrijk|france|luxemburg|luxembourg|engeland|verenigd koninkrijk|united kingdom|uk|spanje|itali[eë]|polen|oostenrijk|zwitserland|portugal|denemarken)$/i;

/** A longer text is no address, and is not read as one. */
const longestAddress = 250;

/** What stands behind a house number: letters, digits, 'bis', 'III', 'hs', with the signs between. */
const letters = String.raw`(?:\p{L}{1,2}|bis|huis|boven|beneden|rood|hoog|[ivx]{1,4})(?!\p{L})`;
const addition = String.raw`(?:\s?[-/+]?\s?${letters}|\s?[-/+]\s?\d{1,4}(?!\d)|(?<=\p{L})\s?\d{1,4}(?!\d))`;
const numberWithAddition = String.raw`\d{1,5}(?!\d)${addition}{0,3}`;
const streetThenNumber = new RegExp(
  String.raw`^((?:\d{1,3}\s?(?:e|de|ste)\s)?\D*[\p{L}.)'’])[\s,]+(${numberWithAddition})$`,
  'iu',
);
const streetThenNr = new RegExp(
  String.raw`^(.*\p{L}.*?)[\s,]+(?:nr|no|nummer|huisnr|huisnummer)\.?\s*(${numberWithAddition})$`,
  'iu',
);
const toStreet = new RegExp(String.raw`^(\D*\p{L}\.?)\s+((?:t\/o|tegenover|naast|bij)\s+${numberWithAddition})$`, 'iu');
const numberThenStreet =
  /^(\d{1,5}\s?(?:bis|ter|\p{L})?),?\s+((?:rue|avenue|boulevard|place|chemin|all[ée]e|impasse|quai|route|square)\s.*\p{L}.*)$/iu;
const numberOnly = new RegExp(`^${numberWithAddition}$`, 'iu');

/** 'Dorpsstraat 12 a' as street and house number; undefined when that is not certain ('Plein 1944', 'Plein 1944 5'). */
export function splitStreet(text: string): { readonly street: string; readonly houseNumber: string } | undefined {
  const line = text.trim();
  // Nor has one without a digit a house number: that is seen at once, where the patterns would try long.
  if (line.length > longestAddress || !/\d/.test(line)) return undefined;
  const found = streetThenNr.exec(line) ?? toStreet.exec(line) ?? streetThenNumber.exec(line);
  if (found)
    return isYearOfName(found[1]!, found[2]!) ? undefined : { street: found[1]!.trim(), houseNumber: found[2]!.trim() };
  const [, houseNumber, street] = numberThenStreet.exec(line) ?? [];
  return street === undefined || houseNumber === undefined ? undefined : { street, houseNumber };
}

/** 'Plein 1944', 'Laan 1940-1945': named after a year, without a house number. */
function isYearOfName(street: string, houseNumber: string): boolean {
  return (
    /^(1[5-9]|20)\d{2}(-(1[5-9]|20)?\d{2})?$/.test(houseNumber) &&
    /\b(plein|laan|weg|straat|park|kade|square)$/i.test(street) &&
    !/\p{L}{3,}(straat|laan|weg)$/iu.test(street)
  );
}

const namedAfterYear = /^(plein|laan|weg|straat|park|kade|square) (1[5-9]|20)\d{2}$/i;

/** The parts of a whole address. */
export function splitAddress(text: string): AddressParts {
  if (text.length > longestAddress) return { street: text, isDivided: false };
  const line = text
    .replaceAll(/[\r\n;|]+/g, ', ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const segments = line.split(/\s*,\s*/).filter((part) => part !== '');
  const country = segments.length > 1 && countries.test(segments.at(-1)!) ? segments.pop() : undefined;
  const place = findPlace(segments);
  const rest = (place?.rest ?? segments).join(', ');
  const parts = {
    ...(place === undefined ? {} : { postcode: place.postcode }),
    ...(place?.town ? { town: place.town } : {}),
    ...(country === undefined ? {} : { country }),
  };
  if (rest === '') return { ...parts, isDivided: place !== undefined };
  if (numberOnly.test(rest)) return { ...parts, houseNumber: rest, isDivided: true };
  const divided = splitStreet(rest);
  if (divided !== undefined) return { ...parts, ...divided, isDivided: true };
  // 'Dorpsstraat 12, Utrecht': a town without its postcode.
  const [first, town] = rest.split(', ');
  const withoutPlace =
    place === undefined && segments.length === 2 && !/\d/.test(town!) ? splitStreet(first!) : undefined;
  if (withoutPlace !== undefined) return { ...parts, ...withoutPlace, town: town!, isDivided: true };
  return { ...parts, street: rest, isDivided: !/\d|,/.test(rest) || namedAfterYear.test(rest) };
}

interface Place {
  readonly postcode: string;
  readonly town: string;
  readonly rest: readonly string[];
}

/** The segment with the postcode: the last one, for 'Plein 1944 nr 5, 6511 AB Nijmegen' has something like it before. */
function findPlace(segments: readonly string[]): Place | undefined {
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const found = placeIn(segments[at]!);
    if (found === undefined) continue;
    const before = [...segments.slice(0, at), ...(found.before === '' ? [] : [found.before])];
    const behind = segments.slice(at + 1);
    // '1234 AB, Utrecht' has its town behind; 'B-1000 Brussel, Rue de la Loi 16' its street.
    if (found.town === '' && behind.length > 0 && !/\d/.test(behind[0]!))
      return { postcode: found.postcode, town: behind[0]!, rest: [...before, ...behind.slice(1)] };
    return { postcode: found.postcode, town: found.town, rest: [...before, ...behind] };
  }
  return undefined;
}

function placeIn(
  segment: string,
): { readonly before: string; readonly postcode: string; readonly town: string } | undefined {
  const dutch = Array.from(segment.matchAll(/(?<![\p{L}\d])(?:NL[- ]?)?[1-9]\d{3}[ ]?[A-Z]{2}(?![\p{L}\d])/giu)).at(-1);
  if (dutch !== undefined && readPostcode(dutch[0]) !== undefined && !/[a-z0-9 ]nr$/.test(dutch[0])) {
    const before = segment.slice(0, dutch.index).trim();
    const town = segment.slice(dutch.index + dutch[0].length).trim();
    if (!/\d/.test(town)) return { before, postcode: dutch[0], town };
    // '1234 AB 12': the number of the house follows.
    if (before === '' && numberOnly.test(town)) return { before: town, postcode: dutch[0], town: '' };
  }
  const [, before, foreign, town] =
    /^(.*?\s)?((?:[A-Z]{1,2}-)\d{4,5}|(?<!\S)\d{4,5})\s+(\D*\p{L}\D*)$/u.exec(segment) ?? [];
  if (foreign === undefined || town === undefined) return undefined;
  const isSure = readAnyPostcode(foreign) !== undefined;
  // Digits alone are a postcode only where nothing stands before them: 'Plein 1944 Noord' is a street.
  return isSure || (before ?? '').trim() === ''
    ? { before: (before ?? '').trim(), postcode: foreign, town: town.trim() }
    : undefined;
}

/** '1234 AB Utrecht', 'Utrecht 1234 AB', '1234AB, Utrecht'. */
export function splitPlace(text: string): Omit<AddressParts, 'street' | 'houseNumber'> {
  const { street, houseNumber, postcode, town, country, isDivided } = splitAddress(text);
  const named = town ?? (houseNumber === undefined ? street : undefined);
  const isPlace = isDivided && houseNumber === undefined && (town === undefined || street === undefined);
  return {
    ...(isPlace && postcode !== undefined ? { postcode } : {}),
    ...(isPlace && named !== undefined && !/\d/.test(named) ? { town: named } : {}),
    ...(country === undefined ? {} : { country }),
    isDivided: isPlace,
  };
}

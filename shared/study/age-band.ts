/**
 * Ages in bands of ten years, '60-69', and '90+': the bands in which the dataset and the tables have them, so that who keeps no more than the
 * band loses nothing there, and nothing has to be guessed.
 */

const width = 10;
const openFrom = 90;

/** The band of an age in years. */
export function ageBandOf(age: number): string {
  if (age >= openFrom) return `${openFrom}+`;
  const from = Math.floor(age / width) * width;
  return `${from}-${from + width - 1}`;
}

/** Nobody is taken to be older. */
export const oldest = 115;

export interface Ages {
  readonly from: number;
  readonly to: number;
}

/** The youngest and oldest age that a text such as '65-74', '65 t/m 74 jaar', '90+' or '18 jaar' tells; undefined when it tells none. */
export function findAges(text: string): Ages | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/tot en met|t\/m|[–—]/g, '-')
    .replaceAll(/jaar|jarigen?|years?|old|\s/g, '');
  const [, youngest, eldest] = /^(\d{1,3})-(\d{1,3})$/.exec(plain) ?? [];
  const open = /^(?:>=|vanaf)?(\d{1,3})(?:\+|enouder|ofouder)$|^(?:>=|vanaf)(\d{1,3})$/.exec(plain);
  const alone = /^(\d{1,3})(?:[.,]0+)?$/.exec(plain)?.[1];
  const from = Number(youngest ?? open?.[1] ?? open?.[2] ?? alone);
  const to = open ? oldest : Number(eldest ?? alone);
  return from <= to && to <= oldest ? { from, to } : undefined;
}

/** The band in which both ages fall; undefined when they are in two. */
export function findBandOf(ages: Ages): string | undefined {
  const band = ageBandOf(ages.from);
  return band === ageBandOf(ages.to) ? band : undefined;
}

/**
 * Strata (hier meestal wijkteams). Their names come from an extract, where anything may stand in that column, so in the store a case carries
 * a code only; the names belong to the study's sealed settings.
 */

/** Names of strata in the order in which they were first seen: the first is 's1'. */
export type Strata = readonly string[];

/** The strata with those of `names` added that are not among them yet. */
export function withStrata(strata: Strata, names: readonly (string | undefined)[]): Strata {
  return [...new Set([...strata, ...names.filter((name) => name !== undefined)])];
}

/** The code of a name that is in `strata`; undefined for no stratum. */
export function stratumCode(strata: Strata, name: string | undefined): string | undefined {
  const place = name === undefined ? -1 : strata.indexOf(name);
  return place < 0 ? undefined : `s${place + 1}`;
}

/** The name behind a code; undefined for no stratum, and for a code that was never given. */
export function stratumName(strata: Strata, code: string | undefined): string | undefined {
  return code === undefined ? undefined : strata[Number(code.slice(1)) - 1];
}

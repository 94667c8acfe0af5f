/**
 * Which rows are about one person: those that share a key, and those that share one with these, over any number of rows between. Union-find
 * with halved paths: 100,000 rows that form one chain cost as much as 100,000 strangers.
 */

/** Groups of keys that belong to one person each; grows with every row. */
export class People {
  readonly #parents: number[] = [];
  readonly #places = new Map<string, number>();

  /** The rows with these keys are about one person. Without keys nobody is joined. */
  join(keys: readonly string[]): void {
    const [first, ...others] = keys.map((key) => this.#placeOf(key));
    for (const other of others) {
      const [one, two] = [this.#root(first!), this.#root(other)];
      // The older number stays, so that a person keeps theirs whatever the order of the keys.
      this.#parents[Math.max(one, two)] = Math.min(one, two);
    }
  }

  /** A number for the person with these keys, the same for all their rows once every row was joined; undefined when they have none. */
  personOf(keys: readonly string[]): number | undefined {
    const place = keys[0] === undefined ? undefined : this.#places.get(keys[0]);
    return place === undefined ? undefined : this.#root(place);
  }

  #placeOf(key: string): number {
    const found = this.#places.get(key);
    if (found !== undefined) return found;
    const place = this.#parents.length;
    this.#parents.push(place);
    this.#places.set(key, place);
    return place;
  }

  #root(place: number): number {
    let at = place;
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!;
      at = this.#parents[at]!;
    }
    return at;
  }
}

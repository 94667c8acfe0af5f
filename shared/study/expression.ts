/** placeholder until the parser lands */
export type Expression = { readonly kind: 'number'; readonly value: number };

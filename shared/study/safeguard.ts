/** What keeps a study from being lost with a machine: a recovery sheet on paper, a recovery file, a backup. */

export const safeguardKinds = ['recovery-sheet', 'recovery-file', 'backup'] as const;
export type SafeguardKind = (typeof safeguardKinds)[number];

/**
 * `valid`: it counts. Void are the others: `replaced` was overwritten by its successor or removed, of `left` a copy may still be there, and
 * what it holds should not be.
 */
export type SafeguardState = 'valid' | 'replaced' | 'left';

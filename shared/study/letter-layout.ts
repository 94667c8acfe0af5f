/** What every letter of a study looks like, apart from its text. */
export interface LetterLayout {
  /** Where the envelope has its window. */
  readonly window: 'left' | 'right';
  readonly onBehalfOf?: string | undefined;
  readonly largePrint: boolean;
  /** Languages in which one line says that there is help with this letter. */
  readonly helpIn: readonly string[];
  /** How whoever gets it can check that it is real. */
  readonly checkedAt?: string | undefined;
  /** Freepost address of the answer slip. */
  readonly slipTo?: string | undefined;
}

export const defaultLetterLayout: LetterLayout = { window: 'left', largePrint: false, helpIn: [] };

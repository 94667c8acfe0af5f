/** What was done meanwhile, or could not be, told below what is asked: nothing above it moves. */
export interface ToldProps {
  readonly text: string;
  /** It was not done. */
  readonly isNot: boolean;
}

export function Told({ text, isNot }: ToldProps) {
  return (
    <p className={isNot ? 'fallen not' : 'fallen done'} role="status">
      {isNot ? '▲' : '✓'} {text}
    </p>
  );
}

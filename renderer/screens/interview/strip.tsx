/** The strip below what is being done: what goes on, and what there is to tell. Always at the same place, with room kept free. */
import type { ReactNode } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';

export interface StripProps {
  readonly children: ReactNode;
  readonly told?: string | undefined;
  /** Why it does not go on: with a sign, and told at once to who reads by ear. */
  readonly isAttention?: boolean;
  /** At the far end: a choice about how it goes on. */
  readonly aside?: ReactNode;
}

export function Strip({ children, told, isAttention = false, aside }: StripProps) {
  return (
    <div className="strip">
      <p className={isAttention ? 'told attention' : 'told'} role={isAttention ? 'alert' : 'status'}>
        {told === undefined ? '' : isAttention ? `▲ ${told}` : told}
      </p>
      <div className="spread">
        <div className="row">{children}</div>
        {aside}
      </div>
    </div>
  );
}

export interface FormStripProps extends Pick<StripProps, 'told' | 'isAttention'> {
  /** What Enter does. */
  readonly keep: string;
  readonly isBusy?: boolean;
  readonly onBack: () => void;
}

/** The strip of what is written down: Enter keeps it, Escape leads back. */
export function FormStrip({ keep, isBusy = false, onBack, ...strip }: FormStripProps) {
  const { back } = useWords(asideWords);
  return (
    <Strip {...strip}>
      <Button submits kind="primary" isBusy={isBusy} keyHint="Enter">
        {keep}
      </Button>
      <Button onPress={onBack} keyHint="Esc">
        {back}
      </Button>
    </Strip>
  );
}

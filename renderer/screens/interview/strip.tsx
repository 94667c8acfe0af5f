/** The strip below what is being done: what goes on, and what there is to tell. Always at the same place, with room kept free. */
import type { ReactNode } from 'react';

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

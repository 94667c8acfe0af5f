/** A name, address or number of a person. Counted, so that the window can say that there are any; a bar of one length under the veil. */
import { type ReactNode, useEffect } from 'react';
import { useBearing, useWords } from '../bearings.tsx';
import { windowWords } from '../wording/screens/window.ts';

export function Personal({ children, isMono }: { readonly children: ReactNode; readonly isMono?: boolean }) {
  const { isVeiled, countPersonal } = useBearing();
  const say = useWords(windowWords);
  useEffect(() => {
    countPersonal(1);
    return () => countPersonal(-1);
  }, [countPersonal]);
  if (isVeiled) return <span className="veil" role="img" aria-label={say.hidden} />;
  return <span className={isMono ? 'personal mono' : 'personal'}>{children}</span>;
}

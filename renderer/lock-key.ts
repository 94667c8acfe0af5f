/** Ctrl+L locks the place, wherever the focus is: also in a text box, also over a dialog. */
import { useEffect, useRef } from 'react';
import { useKeys, useWords } from './bearings.tsx';
import { lockingWords } from './wording/screens/locking.ts';

export const lockKeyShown = 'Ctrl L';

export function useLockKey(lock: () => void): void {
  const say = useWords(lockingWords);
  const latest = useRef(lock);
  latest.current = lock;
  useKeys([{ keys: [lockKeyShown], says: say.lockKey }]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isLock = event.ctrlKey && !event.altKey && !event.metaKey && event.key.toLowerCase() === 'l';
      if (!isLock || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

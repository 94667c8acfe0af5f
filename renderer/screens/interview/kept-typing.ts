/** What is being typed is kept along the way, and at once before the place is locked: the newest only, one after the other. */
import { useCallback, useEffect, useRef } from 'react';
import { beforeLock } from '../../before-lock.ts';

/** So much of what was typed is lost at most when the machine stops. Each keeping is a write with its line in the journal. */
const everyMs = 2000;

export interface KeptTyping<T> {
  /** This stands there now. */
  typed(now: T): void;
  /** At once, when it is not kept yet. */
  keepNow(): Promise<void>;
  /** Until nothing is on its way; what was not sent yet waits. */
  settled(): Promise<void>;
}

export function useKeptTyping<T>(keep: (now: T) => Promise<unknown>): KeptTyping<T> {
  const latest = useRef(keep);
  latest.current = keep;
  const newest = useRef<{ readonly now: T }>(undefined);
  const timer = useRef<number>(undefined);
  const last = useRef<Promise<void>>(Promise.resolve());
  const rest = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
  }, []);
  const keepNow = useCallback(() => {
    rest();
    last.current = last.current.then(async () => {
      const at = newest.current;
      newest.current = undefined;
      if (at !== undefined) await latest.current(at.now);
    });
    return last.current;
  }, [rest]);
  const typed = useCallback(
    (now: T) => {
      newest.current = { now };
      timer.current ??= window.setTimeout(keepNow, everyMs);
    },
    [keepNow],
  );
  const settled = useCallback(() => {
    rest();
    return last.current;
  }, [rest]);
  useEffect(() => {
    const end = beforeLock(keepNow);
    // A window that begins anew.
    window.addEventListener('pagehide', keepNow);
    return () => {
      end();
      window.removeEventListener('pagehide', keepNow);
      rest();
    };
  }, [keepNow, rest]);
  return { typed, keepNow, settled };
}

/** Seconds that are left to wait after wrong passphrases: the office said how many, and would refuse before. */
import { useEffect, useState } from 'react';
import type { Trouble } from '../../request.ts';

export function useWait(trouble: Trouble | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (trouble?.kind === 'refused' && trouble.problem.problem === 'session.wait') setLeft(trouble.problem.seconds);
  }, [trouble]);
  useEffect(() => {
    if (left === 0) return;
    const second = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(second);
  }, [left]);
  return left;
}

/** Tells the office that whoever sits here is at work, so that the place is not locked under their hands. */
import { useEffect } from 'react';
import { request } from './request.ts';

const atMostEveryMs = 30_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export function useStillHere(): void {
  useEffect(() => {
    let toldAt = performance.now();
    const tell = () => {
      if (performance.now() - toldAt < atMostEveryMs) return;
      toldAt = performance.now();
      request('study.stillHere', {});
    };
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true });
    };
  }, []);
}

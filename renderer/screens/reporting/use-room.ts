/** How wide a part is, in its own em: what is drawn in it keeps its type size at every width, and grows with it at every zoom. */
import { type RefCallback, useCallback, useState } from 'react';

export interface RoomSize {
  readonly width: number;
  /** Pixels of one em. */
  readonly em: number;
}

export function useRoom(width: number): readonly [RefCallback<HTMLElement>, RoomSize] {
  const [size, setSize] = useState<RoomSize>({ width, em: 14 });
  const watch = useCallback<RefCallback<HTMLElement>>((part) => {
    if (part === null) return undefined;
    const look = () => {
      const em = Number.parseFloat(getComputedStyle(part).fontSize) || 14;
      setSize({ width: part.clientWidth / em, em });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return [watch, size];
}

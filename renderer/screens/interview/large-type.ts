/** How large the letters of what is asked are: a choice of the interviewer, remembered as long as this window's storage is. */
import { useState } from 'react';

const key = 'interview-type';
/** Ordinary, large, very large. */
export const typeSizes = [0, 1, 2] as const;
export type TypeSize = (typeof typeSizes)[number];

function remembered(): TypeSize {
  try {
    return typeSizes.find((size) => String(size) === localStorage.getItem(key)) ?? 0;
  } catch {
    return 0;
  }
}

/** The size now, and a step to the next one; behind the largest comes the ordinary one. */
export function useLargeType(): [TypeSize, () => void] {
  const [size, setSize] = useState(remembered);
  return [
    size,
    () => {
      const next = typeSizes[(size + 1) % typeSizes.length] ?? 0;
      setSize(next);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // Without storage the choice holds as long as the window.
      }
    },
  ];
}

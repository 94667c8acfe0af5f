/** Whether a digit goes on by itself: a choice of the interviewer, remembered as long as this window's storage is. */
import { useState } from 'react';

const key = 'digit-goes-on';

export function useGoesOn(): [boolean, (goesOn: boolean) => void] {
  const [goesOn, setGoesOn] = useState(() => localStorage.getItem(key) === 'yes');
  return [
    goesOn,
    (next) => {
      localStorage.setItem(key, next ? 'yes' : 'no');
      setGoesOn(next);
    },
  ];
}

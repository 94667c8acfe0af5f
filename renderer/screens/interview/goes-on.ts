/** Whether a digit goes on by itself: a choice of the interviewer, remembered as long as this window's storage is. */
import { useState } from 'react';

const key = 'digit-goes-on';

function remembered(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

export function useGoesOn(): [boolean, (goesOn: boolean) => void] {
  const [goesOn, setGoesOn] = useState(remembered);
  return [
    goesOn,
    (next) => {
      setGoesOn(next);
      try {
        localStorage.setItem(key, next ? 'yes' : 'no');
      } catch {
        // Without storage the choice holds as long as the window.
      }
    },
  ];
}

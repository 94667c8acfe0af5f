/** How a number is dialled from this place: by the system's telephone, or copied to another one. Remembered as long as this window's storage is. */
import { useSyncExternalStore } from 'react';
import { shell } from './request.ts';

export type Dialling = 'link' | 'copy';

const key = 'dialling';
/** What a browser copied it cannot take back. */
export const mayCopy = shell.kind === 'electron';
const listeners = new Set<() => void>();
let chosen = remembered();

function remembered(): Dialling {
  try {
    return localStorage.getItem(key) === 'copy' ? 'copy' : 'link';
  } catch {
    return 'link';
  }
}

export function useDialling(): [Dialling, (way: Dialling) => void] {
  const way = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
  return [mayCopy ? way : 'link', choose];
}

function choose(way: Dialling): void {
  chosen = way;
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(key, way);
  } catch {
    // Without storage the choice holds as long as the window.
  }
}

/** What is still to be kept when whoever sits here locks the place: afterwards nothing can be asked any more, and the screens go. */
const keeping = new Set<() => Promise<unknown>>();

/** Calls before the place is locked from this window; gives a function that ends it. */
export function beforeLock(keep: () => Promise<unknown>): () => void {
  keeping.add(keep);
  return () => void keeping.delete(keep);
}

/** Nobody's screen stays open for longer because something is slow to be kept. */
const longestWaitMs = 1000;

/** Until all of it is kept or was refused, and not for long. */
export async function keptBeforeLock(): Promise<void> {
  const longest = new Promise((done) => window.setTimeout(done, longestWaitMs));
  await Promise.race([Promise.allSettled([...keeping].map((keep) => keep())), longest]);
}

/** Asking the office, over whichever bridge there is: the preload script's, or loopback in a browser seat. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Asked, Outcome, RequestName, View } from '../shared/contract.ts';
import type { Problem } from '../shared/problem.ts';
import type { News, Progress, Shell } from '../shared/shell.ts';
import { browserShell } from './browser-shell.ts';

declare global {
  interface Window {
    readonly veldwerk?: Shell;
  }
}

export const shell: Shell = window.veldwerk ?? browserShell();

const listening: Readonly<Record<News, Set<() => void>>> = { locked: new Set(), shift: new Set() };
function tell(news: News): void {
  for (const listener of listening[news]) listener();
}
shell.onNews(tell);

/** Calls when the office tells this; gives a function that ends it. That the place is locked is told by any refusal too. */
export function onNews(news: News, listener: () => void): () => void {
  listening[news].add(listener);
  return () => void listening[news].delete(listener);
}

/** What went wrong: a problem to tell, or the reference of a bug. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly reference: string };

/** Asks once. A window that cannot reach its office any more is a failure too. */
export async function request<N extends RequestName>(name: N, input: Asked<N>): Promise<Outcome<View<N>>> {
  try {
    const outcome = (await shell.ask(name, input)) as Outcome<View<N>>;
    if (outcome.kind === 'refused' && outcome.problem.problem === 'session.locked') tell('locked');
    return outcome;
  } catch {
    return { kind: 'failed', reference: 'bridge' };
  }
}

export interface Asking {
  /** The view, or undefined when it was refused: then `trouble` says why. */
  ask<N extends RequestName>(name: N, input: Asked<N>): Promise<View<N> | undefined>;
  /** The name of the request that is being answered at this moment. */
  readonly busy: RequestName | undefined;
  readonly trouble: Trouble | undefined;
  readonly clear: () => void;
}

/** Deeds of a screen: what is asked, whether it goes on, and what went wrong last. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState<RequestName>();
  const [trouble, setTrouble] = useState<Trouble>();
  const ask = useCallback(async <N extends RequestName>(name: N, input: Asked<N>): Promise<View<N> | undefined> => {
    setBusy(name);
    setTrouble(undefined);
    const outcome = await request(name, input);
    setBusy(undefined);
    if (outcome.kind === 'ok') return outcome.view;
    setTrouble(outcome);
    return undefined;
  }, []);
  const clear = useCallback(() => setTrouble(undefined), []);
  return { ask, busy, trouble, clear };
}

export type Seen<V> =
  | { readonly kind: 'loading'; readonly refresh: () => void }
  | { readonly kind: 'ready'; readonly view: V; readonly refresh: () => void }
  | { readonly kind: 'troubled'; readonly trouble: Trouble; readonly refresh: () => void };

/** A view that a screen shows; asked again when `input` changes or `refresh` is called. The old one stays until the new one is there. */
export function useView<N extends RequestName>(name: N, input: Asked<N>): Seen<View<N>> {
  const [seen, setSeen] = useState<{ view?: View<N>; trouble?: Trouble }>({});
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    let isLeft = false;
    request(name, JSON.parse(asked) as Asked<N>).then((outcome) => {
      if (isLeft) return;
      setSeen(outcome.kind === 'ok' ? { view: outcome.view } : { trouble: outcome });
    });
    return () => {
      isLeft = true;
    };
  }, [name, asked, turn]);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  if (seen.trouble !== undefined) return { kind: 'troubled', trouble: seen.trouble, refresh };
  if (seen.view === undefined) return { kind: 'loading', refresh };
  return { kind: 'ready', view: seen.view, refresh };
}

/** How far the long work of this window is; undefined when none was told since `isOn` became true. */
export function useProgress(isOn: boolean): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  const on = useRef(isOn);
  on.current = isOn;
  useEffect(() => shell.onProgress((next) => on.current && setProgress(next)), []);
  useEffect(() => {
    if (isOn) setProgress(undefined);
  }, [isOn]);
  return isOn ? progress : undefined;
}

/** What every part of the window knows: its language, its look, whether names are hidden, and which keys do something now. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Grammar, grammarOf, type WordingLanguage } from './wording/grammar.ts';

export type Look = 'system' | 'light' | 'dark' | 'contrast';

/** A key that does something on the screen that is open; `keys` as KeyboardEvent.key. */
export interface KeyDeed {
  readonly keys: readonly string[];
  /** How it is written in the overview, '0–9'; without it the first key. */
  readonly shown?: string;
  readonly says: string;
  /** Absent where the screen itself listens, or a text box does. */
  readonly run?: (event: KeyboardEvent) => void;
  /** Works inside text boxes too: function keys, PageUp, Escape. Letters and digits work there with Alt. */
  readonly everywhere?: boolean;
}

interface Bearing {
  readonly language: WordingLanguage;
  readonly setLanguage: (language: WordingLanguage) => void;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  readonly isVeiled: boolean;
  readonly setVeiled: (isVeiled: boolean) => void;
  /** How many names, addresses and numbers of people stand on screen. */
  readonly personal: number;
  readonly countPersonal: (change: 1 | -1) => void;
  readonly keyDeeds: () => readonly KeyDeed[];
  readonly listen: (deeds: () => readonly KeyDeed[]) => () => void;
}

const Context = createContext<Bearing | undefined>(undefined);

function remembered<T extends string>(name: string, otherwise: T): T {
  try {
    return (localStorage.getItem(name) as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function useRemembered<T extends string>(name: string, otherwise: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => remembered(name, otherwise));
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(name, next);
      } catch {
        // Without storage the choice holds as long as the window.
      }
    },
    [name],
  );
  return [value, keep];
}

/** With Alt a Mac types another sign for a letter; then the place of the key says which one it is. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (altKey && letter !== undefined && !/^[\w]$/.test(key) ? letter : key).toLowerCase();
}

export function isTextBox(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'range'].includes(target.type);
}

export function Bearings({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useRemembered<WordingLanguage>('language', 'nl');
  const [look, setLook] = useRemembered<Look>('look', 'system');
  const [isVeiled, setVeiled] = useState(false);
  const [personal, setPersonal] = useState(0);
  const listeners = useRef<(() => readonly KeyDeed[])[]>([]);
  const keyDeeds = useCallback(() => listeners.current.flatMap((deeds) => deeds()), []);
  const listen = useCallback((deeds: () => readonly KeyDeed[]) => {
    listeners.current = [...listeners.current, deeds];
    return () => {
      listeners.current = listeners.current.filter((one) => one !== deeds);
    };
  }, []);
  const countPersonal = useCallback((change: 1 | -1) => setPersonal((before) => before + change), []);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset.look = look;
  }, [look]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.key === 'F9') {
        event.preventDefault();
        setVeiled((before) => !before);
        return;
      }
      // A dialog has its own keys; what lies under it does not hear them.
      const isInDialog = document.querySelector('dialog[open]') !== null;
      const inText = isTextBox(event.target);
      // Enter on a button is that button's.
      const isPressing =
        event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a, summary');
      if (isPressing) return;
      // Arrows choose among radio buttons, whatever else they do.
      const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
      if (isRadio && event.key.startsWith('Arrow')) return;
      // The last one that began to listen goes first.
      const deed = keyDeeds().findLast(({ keys, run, everywhere }) => {
        if (run === undefined || !keys.some((key) => key.toLowerCase() === keyOf(event))) return false;
        if (isInDialog) return false;
        return everywhere === true || (inText ? event.altKey : true);
      });
      if (deed === undefined) return;
      event.preventDefault();
      deed.run?.(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keyDeeds]);

  const bearing = useMemo<Bearing>(
    () => ({
      language,
      setLanguage,
      look,
      setLook,
      isVeiled,
      setVeiled,
      personal,
      countPersonal,
      keyDeeds,
      listen,
    }),
    [language, setLanguage, look, setLook, isVeiled, personal, countPersonal, keyDeeds, listen],
  );
  return <Context value={bearing}>{children}</Context>;
}

export function useBearing(): Bearing {
  const bearing = useContext(Context);
  if (bearing === undefined) throw new Error('a part stands outside Bearings');
  return bearing;
}

/** The words of one screen in the language of the window. */
export function useWords<T>(both: Readonly<Record<WordingLanguage, T>>): T {
  return both[useBearing().language];
}

const grammars: Readonly<Record<WordingLanguage, Grammar>> = { nl: grammarOf('nl'), en: grammarOf('en') };
/** Numbers, days and lists as this language writes them. */
export function useGrammar(): Grammar {
  return grammars[useBearing().language];
}

/** Makes keys do something as long as the part stands on screen; they are listed in the overview. */
export function useKeys(deeds: readonly KeyDeed[]): void {
  const { listen } = useBearing();
  const latest = useRef(deeds);
  latest.current = deeds;
  // Before it is painted: whoever sees what a key does can press it.
  useLayoutEffect(() => listen(() => latest.current), [listen]);
}

/**
 * Keys that come while an answer is on its way to the disk: they wait, in order, and are pressed again on what comes next. So no key is
 * lost however fast someone types, and none answers an item that it was not meant for. When the answer is refused nothing comes next:
 * then they go.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isTextBox } from '../../bearings.tsx';

/** A switch that bounces closes again within 20 ms; the fastest finger needs 80. */
const bounceMs = 50;
/** Not keys of the interview, or keys that only the browser can press. */
const passing = new Set(['F9', 'Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'Dead', 'Process']);

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey'>;

export interface TypedAhead {
  /** From now on keys wait. */
  readonly hold: () => void;
  /** What they waited for is there, once it is painted; `isRefused`: it did not come. */
  readonly release: (isRefused: boolean) => void;
}

export function useTypedAhead(): TypedAhead {
  const waiting = useRef<Pressed[]>([]);
  const holds = useRef(0);
  const isPressing = useRef(false);
  /** What they waited for is there and not painted yet, so that what stands on screen takes no key; or it did not come. */
  const ahead = useRef<'painted' | 'to-paint' | 'refused'>('painted');
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let last = { key: '', at: Number.NEGATIVE_INFINITY };
    const listen = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.isComposing || event.ctrlKey || event.metaKey || passing.has(event.key)) return;
      const { key, code, altKey, shiftKey, timeStamp } = event;
      const canBounce = key === 'Enter' || (/^\d$/.test(key) && !isTextBox(event.target));
      const hasBounced = canBounce && key === last.key && timeStamp - last.at < bounceMs;
      last = { key, at: timeStamp };
      const isHeld = holds.current > 0 || ahead.current !== 'painted' || isPressing.current;
      if (!hasBounced && !isHeld) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!hasBounced && !event.repeat) waiting.current.push({ key, code, altKey, shiftKey });
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);

  const hold = useCallback(() => {
    holds.current += 1;
  }, []);
  const release = useCallback((isRefused: boolean) => {
    holds.current -= 1;
    if (isRefused) waiting.current = [];
    if (ahead.current !== 'refused') ahead.current = isRefused ? 'refused' : 'to-paint';
    setTurn((before) => before + 1);
  }, []);

  // After the parts inside: what comes next has its keys and the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each release
  useLayoutEffect(() => {
    if (ahead.current === 'refused') waiting.current = [];
    ahead.current = 'painted';
    if (isPressing.current) return;
    isPressing.current = true;
    const pressNext = () => {
      const isFree = holds.current === 0 && ahead.current === 'painted';
      const next = isFree ? waiting.current.shift() : undefined;
      if (next === undefined) {
        isPressing.current = false;
        return;
      }
      press(next);
      // One at a time: a key may change what the one after it does.
      setTimeout(pressNext);
    };
    // What comes next stands there before anything is pressed on it.
    setTimeout(pressNext);
  }, [turn]);

  return { hold, release };
}

function press(pressed: Pressed): void {
  const target = document.activeElement ?? document.body;
  const isHeard = !target.dispatchEvent(
    new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true, composed: true }),
  );
  if (isHeard || !isTextBox(target) || pressed.altKey) return;
  // The only way in which a page types into a box as a person does.
  if (pressed.key.length === 1) document.execCommand('insertText', false, pressed.key);
  else if (pressed.key === 'Backspace') document.execCommand('delete');
}

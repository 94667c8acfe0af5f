/** The letters and function keys of a call; in what takes its place for a moment, only the way back. */
import { type KeyDeed, useKeys, useWords } from '../../bearings.tsx';
import { mayCopy } from '../../dialling.ts';
import { callerWords } from '../../wording/screens/callers.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { ringingWords } from '../../wording/screens/ringing.ts';
import type { AsideOfCall } from './call-aside.tsx';
import type { AsideOfTalk } from './talk-aside.tsx';
import type { Ringing } from './use-ringing.ts';

export type CallMode = 'talk' | 'break-off' | 'acquainted' | AsideOfCall | AsideOfTalk;

export interface CallKeysProps {
  readonly mode: CallMode;
  readonly isBegun: boolean;
  readonly isAtItem: boolean;
  /** Absent where nobody is rung: on a visit. */
  readonly ringing: Ringing | undefined;
  /** To the next of two languages, or to the list; absent where there is one. */
  readonly onLanguage: (() => void) | undefined;
  readonly onTurnTo: (mode: CallMode) => void;
  readonly onCaller: () => void;
}

export function useCallKeys(props: CallKeysProps): void {
  const { mode, isBegun, isAtItem, ringing, onLanguage, onTurnTo, onCaller } = props;
  const { keys } = useWords(interviewWords);
  const aside = useWords(asideWords);
  const ring = useWords(ringingWords);
  const callers = useWords(callerWords);
  const turn = (key: string, says: string, to: CallMode, everywhere = false): KeyDeed => ({
    keys: [key.toLowerCase()],
    shown: key,
    says,
    everywhere,
    run: () => onTurnTo(to),
  });
  const ringKeys: readonly KeyDeed[] =
    ringing === undefined
      ? []
      : [
          { keys: ['b'], shown: 'B', says: ring.keys[ringing.way === 'copy' ? 'copy' : 'ring'], run: ringing.ring },
          ...(mayCopy && ringing.way === 'link'
            ? [{ keys: ['c'], shown: 'C', says: ring.keys.copy, run: ringing.copy }]
            : []),
        ];
  const caller: KeyDeed = { keys: ['F4'], says: callers.open, everywhere: true, run: onCaller };
  const back: KeyDeed = {
    keys: ['Escape'],
    says: keys.escape,
    run: () => onTurnTo(mode === 'spoken' ? 'outcome' : 'talk'),
    everywhere: true,
  };
  useKeys(
    mode === 'talk'
      ? [
          turn('F2', aside.keys.scripts, 'scripts', true),
          ...(isBegun ? [turn('F3', aside.keys.answers, 'answers', true)] : []),
          caller,
          ...(onLanguage === undefined ? [] : [{ keys: ['t'], shown: 'T', says: keys.language, run: onLanguage }]),
          isAtItem ? turn('K', aside.itemNote, 'item-note') : turn('K', keys.note, 'note'),
          ...ringKeys,
          turn('A', keys.appointment, 'appointment'),
          turn('H', aside.keys.help, 'help'),
          turn('I', aside.keys.conduct, 'conduct'),
          turn('M', aside.keys.number, 'number'),
          turn('E', aside.keys.acquainted, 'acquainted'),
          ...(isBegun ? [turn('S', keys.breakOff, 'break-off')] : []),
          turn('G', keys.end, 'outcome'),
        ]
      : [back],
  );
}

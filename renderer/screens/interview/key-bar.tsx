/** The keys that do something at this moment, always in sight. In a text box letters need Alt, and the bar says so. */
import { memo } from 'react';
import { useWords } from '../../bearings.tsx';
import { callerWords } from '../../wording/screens/callers.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { ringingWords } from '../../wording/screens/ringing.ts';
import type { Moment } from './moment.ts';

export interface KeyBarProps {
  readonly moment: Moment;
  readonly hasLanguages: boolean;
  /** Someone can be rung. */
  readonly rings?: boolean;
  /** `entry`: of a paper, with nobody on the line. */
  readonly place: 'call' | 'entry';
}

type Shown = readonly [key: string, says: string];
const ofItem: readonly Moment[] = ['closed', 'grid', 'agree', 'text', 'note'];

export const KeyBar = memo(function KeyBar({ moment, hasLanguages, rings = false, place }: KeyBarProps) {
  const { keys } = useWords(interviewWords);
  const { keys: asides } = useWords(asideWords);
  const ring = useWords(ringingWords);
  const callers = useWords(callerWords);
  const isItem = ofItem.includes(moment);
  const isBegun = isItem || moment === 'end';
  const isCall = place === 'call';
  const enter = isItem ? keys.enter : moment === 'end' ? keys.finish : keys.confirm;
  const pressed: readonly Shown[] = [
    ...(['closed', 'grid', 'ends', 'picks'].includes(moment) ? [['1–9', keys.choose] as const] : []),
    ...(moment === 'before'
      ? ([...(rings ? [['B', ring.keys.ring] as const] : []), ['J', asides.yes], ['N', asides.no]] as const)
      : []),
    ...(moment === 'web'
      ? ([
          ['J', asides.yes],
          ['O', asides.anew],
        ] as const)
      : []),
    ...(moment === 'agree' ? [['J', keys.agree] as const] : []),
    ...(moment === 'before' || moment === 'note' ? [['↓', keys.readOn] as const] : []),
    ...(moment === 'ends' || moment === 'before' || moment === 'web' ? [] : [['Enter', enter] as const]),
    ...(isBegun ? [['PgUp', keys.back] as const] : moment === 'before' ? [] : [['Esc', keys.escape] as const]),
  ];
  const hasLetters = isBegun || moment === 'before';
  const functionKeys: readonly Shown[] = [
    ...(isCall ? [['F2', asides.scripts] as const] : []),
    ...(isCall && moment === 'before' ? [['F4', callers.open] as const] : []),
    ...(isBegun ? [['F3', asides.answers] as const] : []),
  ];
  const letters: readonly Shown[] = [
    ...(isItem ? [['L', keys.againShort] as const] : []),
    ...(hasLanguages ? [['T', keys.language] as const] : []),
    ...(isItem ? [['K', asides.note] as const] : isCall ? [['K', asides.callNote] as const] : []),
    ...(isCall
      ? ([
          ['H', asides.help],
          ['I', asides.conduct],
          ['A', keys.appointment],
        ] as const)
      : []),
    ...(isBegun ? [['S', isCall ? keys.breakOff : asides.putAside] as const] : []),
    ...(isCall ? [['G', keys.end] as const] : []),
  ];
  return (
    <footer className="key-bar">
      <Keys of={pressed} />
      <Keys of={hasLetters ? functionKeys : []} />
      {moment === 'text' ? <strong>{keys.letters}</strong> : null}
      <Keys of={hasLetters ? letters : []} />
      <Keys of={[['?', keys.all]]} />
    </footer>
  );
});

function Keys({ of }: { readonly of: readonly Shown[] }) {
  return of.map(([key, says]) => (
    <span key={key}>
      <kbd>{key}</kbd> {says}
    </span>
  ));
}

/** The keys that do something at this moment, always in sight. In a text box letters need Alt, and the bar says so. */
import { memo } from 'react';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

/** `form`: something is being filled in; `ends`: one of a few is being chosen; `sure`: a second key is awaited. */
export type Moment = 'before' | 'closed' | 'text' | 'note' | 'end' | 'ends' | 'form' | 'sure';

export interface KeyBarProps {
  readonly moment: Moment;
  readonly hasLanguages: boolean;
}

type Shown = readonly [key: string, says: string];

export const KeyBar = memo(function KeyBar({ moment, hasLanguages }: KeyBarProps) {
  const { keys } = useWords(interviewWords);
  const isItem = moment === 'closed' || moment === 'text' || moment === 'note';
  const isBegun = isItem || moment === 'end';
  const enter = isItem ? keys.enter : moment === 'before' ? keys.begin : moment === 'end' ? keys.finish : keys.confirm;
  const pressed: readonly Shown[] = [
    ...(moment === 'closed' || moment === 'ends' ? [['1–9', keys.choose] as const] : []),
    ...(moment === 'before' || moment === 'note' ? [['↓', keys.readOn] as const] : []),
    ...(moment === 'ends' ? [] : [['Enter', enter] as const]),
    isBegun ? ['PgUp', keys.back] : ['Esc', keys.escape],
  ];
  const letters: readonly Shown[] = [
    ...(isItem ? [['L', keys.againShort] as const] : []),
    ...(hasLanguages ? [['T', keys.language] as const] : []),
    ['N', keys.note],
    ['A', keys.appointment],
    ...(isBegun ? [['S', keys.breakOff] as const] : []),
    ['G', keys.end],
  ];
  const hasLetters = isBegun || moment === 'before';
  return (
    <footer className="key-bar">
      <Keys of={moment === 'before' ? pressed.slice(0, -1) : pressed} />
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

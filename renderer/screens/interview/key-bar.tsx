/** The keys that do something at this moment, always in sight. In a text box letters need Alt, and the bar says so. */
import { memo } from 'react';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

/** `form`: something is being filled in; `ends`: an ending is being chosen. */
export type Moment = 'before' | 'closed' | 'text' | 'note' | 'end' | 'ends' | 'form' | 'sure';

export interface KeyBarProps {
  readonly moment: Moment;
  readonly hasLanguages: boolean;
}

export const KeyBar = memo(function KeyBar({ moment, hasLanguages }: KeyBarProps) {
  const { keys } = useWords(interviewWords);
  const alt = moment === 'text' ? 'Alt ' : '';
  const isItem = moment === 'closed' || moment === 'text' || moment === 'note';
  const isTalk = isItem || moment === 'before' || moment === 'end';
  const enter = { before: keys.begin, end: keys.finish, sure: keys.confirm, ends: '', form: keys.confirm } as const;
  const enterSays = isItem ? keys.enter : enter[moment];
  const shown: readonly (readonly [string, string])[] = [
    ...(moment === 'closed' || moment === 'ends' ? ([['1–9', keys.digit]] as const) : []),
    ...(enterSays === '' ? [] : ([['Enter', enterSays]] as const)),
    ...(isItem || moment === 'end'
      ? ([['PgUp', keys.back]] as const)
      : [['Esc', keys.escape] as const].slice(isTalk ? 1 : 0)),
    ...(isItem ? ([[`${alt}L`, keys.again]] as const) : []),
    ...(isTalk && hasLanguages ? ([[`${alt}T`, keys.language]] as const) : []),
    ...(isTalk
      ? ([
          [`${alt}N`, keys.note],
          [`${alt}A`, keys.appointment],
        ] as const)
      : []),
    ...(isItem || moment === 'end' ? ([[`${alt}S`, keys.breakOff]] as const) : []),
    ...(isTalk ? ([[`${alt}G`, keys.end]] as const) : []),
    [moment === 'text' ? 'Alt ?' : '?', keys.all],
  ];
  return (
    <footer className="key-bar">
      {shown.map(([key, says]) => (
        <span key={key}>
          <kbd>{key}</kbd> {says}
        </span>
      ))}
    </footer>
  );
});

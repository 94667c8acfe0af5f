/** The keys that are used most, always in sight. */
import { memo } from 'react';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

export const KeyBar = memo(function KeyBar() {
  const { keys } = useWords(interviewWords);
  const shown: readonly (readonly [string, string])[] = [
    ['0–9', keys.digits],
    ['Enter', keys.enter],
    ['PgUp', keys.back],
    ['W', keys.dontKnow],
    ['X', keys.refused],
    ['V', keys.notApply],
    ['L', keys.again],
    ['T', keys.language],
    ['N', keys.note],
    ['A', keys.appointment],
    ['S', keys.breakOff],
    ['G', keys.end],
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

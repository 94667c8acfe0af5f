/** The destruction as it goes on: what is being done, in words, and nothing to press. */
import { useEffect, useRef } from 'react';
import { useWords } from '../../bearings.tsx';
import { Mark } from '../../parts/notice.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';

const marks = { done: 'done', now: 'due', next: 'open' } as const;

export function Working({ stepsDone }: { readonly stepsDone: number }) {
  const say = useWords(destructionWords);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <main className="certificate" tabIndex={-1} ref={place}>
      <div className="sheet" role="status">
        <h1>{say.working}</h1>
        <p className="lead">{say.workingText}</p>
        <ol className="steps">
          {say.steps.map((step, nr) => {
            const state = nr < stepsDone ? 'done' : nr === stepsDone ? 'now' : 'next';
            return (
              <li key={step} aria-current={state === 'now' ? 'step' : undefined}>
                <span>{step}</span>
                <Mark kind={marks[state]}>{say.stepStates[state]}</Mark>
              </li>
            );
          })}
        </ol>
      </div>
    </main>
  );
}

/** The line above a call: group, how far, how long, and whether what was answered is on disk. */
import { memo, useEffect, useState } from 'react';
import type { InterviewView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

export interface PositionProps {
  readonly group: string;
  readonly view: InterviewView | undefined;
  /** Milliseconds, as Date.now(). */
  readonly since: number;
  readonly isSaving: boolean;
}

export function Position({ group, view, since, isSaving }: PositionProps) {
  const say = useWords(interviewWords);
  return (
    <div className="position">
      <span>{group}</span>
      {view === undefined ? null : <span>{say.position(view.items.done, view.items.onRoute)}</span>}
      <Elapsed since={since} />
      {view === undefined ? null : <span>{say.languageNow(view.language)}</span>}
      <span className={isSaving ? 'tick-state saving' : 'tick-state'} role="status">
        {view === undefined || view.saved === 0 ? '' : isSaving ? say.saving : say.saved}
      </span>
    </div>
  );
}

const Elapsed = memo(function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  return (
    <span className="mono">
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
});

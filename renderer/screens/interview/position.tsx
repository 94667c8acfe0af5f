/** How far the interview is, how long it takes, and whether what was answered is on disk. */
import { memo, useEffect, useState } from 'react';
import type { InterviewView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

export interface PositionProps {
  readonly group: string;
  readonly view: InterviewView | undefined;
  /** Milliseconds, as Date.now(). */
  readonly since: number;
  readonly saving: 'now' | 'failed' | 'done';
}

export function Position({ group, view, since, saving }: PositionProps) {
  const say = useWords(interviewWords);
  const { number } = useGrammar();
  const at = view?.next === undefined ? -1 : view.route.indexOf(view.next.item);
  return (
    <div className="position">
      <strong title={group}>{group}</strong>
      {view === undefined ? null : (
        <>
          <span className="at">
            {at < 0 ? say.positionEnd : say.position(number(at + 1), number(view.route.length))}
          </span>
          <Elapsed since={since} />
          <span className="tick-state">
            {saving === 'now' ? <span className="saving">{say.saving}</span> : null}
            {saving === 'failed' ? <span className="failed">{say.unsaved}</span> : null}
            {saving === 'done' && view.saved > 0 ? say.saved : null}
          </span>
        </>
      )}
    </div>
  );
}

const Elapsed = memo(function Elapsed({ since }: { readonly since: number }) {
  const { elapsed } = useWords(interviewWords);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  return (
    <span className="mono">
      <span className="unseen">{elapsed} </span>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
});

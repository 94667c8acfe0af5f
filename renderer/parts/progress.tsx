/** How far long work is. */

import type { Progress as Done } from '../../shared/shell.ts';
import { useGrammar, useWords } from '../bearings.tsx';
import { windowWords } from '../wording/screens/window.ts';

export function Progress({
  label,
  progress,
  isShare = false,
}: {
  readonly label: string;
  readonly progress: Done | undefined;
  /** Told in hundredths: the steps that are counted say nothing to a person. */
  readonly isShare?: boolean;
}) {
  const say = useWords(windowWords);
  const { number } = useGrammar();
  const total = progress?.total ?? 0;
  const share = total === 0 ? 0 : (progress?.done ?? 0) / total;
  return (
    <div className="stack" role="status">
      <div className="spread">
        <span>{label}</span>
        <span className="soft">
          {progress === undefined
            ? say.busy
            : isShare
              ? `${Math.floor(share * 100)}\u00a0%`
              : say.outOf(number(progress.done), number(total))}
        </span>
      </div>
      <progress className="unseen" aria-label={label} value={share} max={1} />
      <span className="bar" aria-hidden="true">
        <span ref={(bar) => bar?.style.setProperty('inline-size', `${Math.round(share * 100)}%`)} />
      </span>
    </div>
  );
}

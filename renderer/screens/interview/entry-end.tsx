/** A paper that was entered to its end: recorded at once, or first where the two entries of it differ, decided one by one with 1 and 2. */
import { useEffect, useRef, useState } from 'react';
import type { EntryDifferences } from '../../../shared/views.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { entryWords } from '../../wording/screens/paper-entry.ts';
import { Strip } from './strip.tsx';

export interface EntryEndProps {
  readonly pass: 1 | 2;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

export function EntryEnd({ pass, isBusy, onBack, onFinish }: EntryEndProps) {
  const say = useWords(entryWords);
  const { keys, missing } = useWords(interviewWords);
  const { count } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [items, setItems] = useState<EntryDifferences['items']>([]);
  const [isCompared, setCompared] = useState(pass === 1);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when everything was entered
  useEffect(() => {
    if (pass === 1) return;
    ask('interview.differences', {}).then((found) => {
      if (found === undefined) return;
      setItems(found.items);
      setCompared(true);
    });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the key
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const open = items.filter(({ taken }) => taken === undefined).length;
  const canFinish = isCompared && open === 0;
  const take = async (which: 'first' | 'second', index = at) => {
    const one = items[index];
    if (one === undefined || busy !== undefined) return;
    const settled = await ask('interview.settleDifference', { item: one.item, take: which });
    if (settled === undefined) return;
    setItems(settled.items);
    setAt(Math.min(index + 1, settled.items.length - 1));
  };
  const finish = () => {
    if (canFinish && !isBusy) onFinish();
  };
  const move = (by: 1 | -1) => setAt(Math.min(Math.max(at + by, 0), items.length - 1));
  useKeys([
    { keys: ['Enter'], says: keys.finish, run: finish },
    { keys: ['PageUp'], says: keys.back, everywhere: true, run: onBack },
    ...(items.length === 0
      ? []
      : [
          { keys: ['1'], says: say.takeFirst, run: () => void take('first') },
          { keys: ['2'], says: say.takeSecond, run: () => void take('second') },
          {
            keys: ['ArrowDown', 'ArrowUp'],
            shown: '↓ ↑',
            says: say.moveDifference,
            run: ({ key }: KeyboardEvent) => move(key === 'ArrowDown' ? 1 : -1),
          },
        ]),
  ]);
  const told = !isCompared ? undefined : open > 0 ? say.toDecide(count(open, say.differences)) : say.finishText;
  return (
    <section className="item" aria-labelledby="all-entered">
      <div className="aloud-and-answers">
        <h1 id="all-entered">{items.length === 0 ? say.allEntered : say.differTitle}</h1>
        <p className="lead">{items.length > 0 ? say.differText : pass === 2 && isCompared ? say.noneDiffer : ''}</p>
        {items.length === 0 ? null : (
          <ol className="differences" ref={list}>
            {items.map(({ item, text, first, second, firstMissing, secondMissing, taken }, index) => (
              <li key={item} aria-current={index === at ? 'true' : undefined}>
                <p dir="auto">
                  {index === at ? '▶ ' : ''}
                  {text}
                </p>
                {(
                  [
                    ['1', 'first', firstMissing === undefined ? first : missing[firstMissing]],
                    ['2', 'second', secondMissing === undefined ? second : missing[secondMissing]],
                  ] as const
                ).map(([key, which, answer]) => (
                  <button
                    key={key}
                    type="button"
                    className="answer"
                    aria-pressed={taken === which}
                    tabIndex={-1}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => take(which, index)}
                  >
                    <span className="key" aria-hidden="true">
                      {key}
                    </span>
                    <span className="mark-of-choice" aria-hidden="true">
                      {taken === which ? '▶' : ''}
                    </span>
                    <span dir="auto">{answer === '' ? <em>{say.leftOpen}</em> : answer}</span>
                  </button>
                ))}
              </li>
            ))}
          </ol>
        )}
        <TroubleNotice trouble={trouble} />
      </div>
      <Strip told={told} isAttention={false}>
        <Button kind="primary" hasFocus={canFinish} isOff={!canFinish} isBusy={isBusy} onPress={finish} keyHint="Enter">
          {say.finish}
        </Button>
      </Strip>
    </section>
  );
}

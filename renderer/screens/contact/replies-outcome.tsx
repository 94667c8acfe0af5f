/** What came of messages that were read: the whole sum, and what each part of it leads to. */
import { useEffect, useRef } from 'react';
import type { RepliesView } from '../../../shared/contact-views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { countedKinds, repliesWords } from '../../wording/screens/replies.ts';

export function RepliesOutcome({ title, view }: { readonly title: string; readonly view: RepliesView }) {
  const say = useWords(repliesWords);
  const { number } = useGrammar();
  const place = useRef<HTMLDivElement>(null);
  // What came of what was pressed has the focus.
  useEffect(() => place.current?.focus(), []);
  const parts = countedKinds.filter((kind) => view[kind] > 0);
  const sum = `${say.sum(number(view.read))} = ${parts.map((kind) => say.counted[kind](view[kind], number(view[kind]))).join(' + ')}`;
  const lines = [
    ...parts.flatMap((kind) => say.follows[kind] ?? []),
    ...view.next.map(({ channel, cases }) =>
      channel === undefined ? say.nextNone(cases, number(cases)) : say.nextBy(channel, cases, number(cases)),
    ),
  ];
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      <Notice kind={view.stopped === undefined ? 'done' : 'attention'} title={title}>
        {view.stopped === undefined ? null : <p>{say.stopped[view.stopped]}</p>}
        {view.read > 0 ? <p>{sum}</p> : view.stopped === undefined ? <p>{say.nothingNew}</p> : null}
        {lines.length === 0 ? null : (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

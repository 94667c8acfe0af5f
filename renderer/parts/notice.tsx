/** What has to be told: something done, due, wrong or irreversible. A problem says what happened, what is safe, and what to do. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useBearing, useWords } from '../bearings.tsx';
import type { Trouble } from '../request.ts';
import { windowWords } from '../wording/screens/window.ts';
import { problemText } from '../wording/wording.ts';

const signs = { info: 'i', done: '✓', due: '●', attention: '▲', irreversible: '■' } as const;
export type NoticeKind = keyof typeof signs;

export function Notice({
  kind = 'info',
  title,
  children,
}: {
  readonly kind?: NoticeKind;
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`notice ${kind}`} role={kind === 'attention' ? 'alert' : 'status'}>
      <span className="sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div>
        {title === undefined ? null : <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/**
 * A problem, once: it takes the focus, so that who reads by ear or keyboard is told at once. `isAside`: it came up by itself while someone
 * goes on in another place, so it is only read aloud.
 */
export function TroubleNotice({
  trouble,
  isAside = false,
}: {
  readonly trouble: Trouble | undefined;
  readonly isAside?: boolean;
}) {
  const { language } = useBearing();
  const say = useWords(windowWords);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble !== undefined && !isAside) place.current?.focus();
  }, [trouble, isAside]);
  if (trouble === undefined) return null;
  const text =
    trouble.kind === 'refused'
      ? problemText(trouble.problem, language)
      : { happened: say.failed, safe: say.failedSafe, todo: say.failedTodo(trouble.reference) };
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="attention" title={text.happened}>
        {text.safe === undefined ? null : <p>{text.safe}</p>}
        <p className="todo">{text.todo}</p>
      </Notice>
    </div>
  );
}

/** A state in a word with its sign: done, due, attention. */
export function Mark({ kind, children }: { readonly kind: NoticeKind | 'open'; readonly children: ReactNode }) {
  return (
    <span className={`mark ${kind}`}>
      <span aria-hidden="true">{kind === 'open' ? '○' : signs[kind]}</span>
      {children}
    </span>
  );
}

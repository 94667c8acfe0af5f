/** A screen: its title and one line of state, what is on it, and two or three sentences of help beside it. */
import { type ReactNode, useId } from 'react';
import { useWords } from '../bearings.tsx';
import type { Seen } from '../request.ts';
import { windowWords } from '../wording/screens/window.ts';
import { Button } from './button.tsx';
import { TroubleNotice } from './notice.tsx';

export interface ScreenProps {
  readonly title: string;
  /** The state in one sentence, figures first. */
  readonly lead?: ReactNode;
  /** Two or three sentences. */
  readonly help: readonly string[];
  readonly children: ReactNode;
}

export function Screen({ title, lead, help, children }: ScreenProps) {
  const say = useWords(windowWords);
  return (
    <main className="screen" tabIndex={-1}>
      <div className="main">
        <div className="head">
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="lead">{lead}</p>}
        </div>
        {children}
      </div>
      <aside aria-label={say.help}>
        <h2>{say.help}</h2>
        {help.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{say.moreKeys}</p>
      </aside>
    </main>
  );
}

/** A part of a screen under its own heading. */
export function Room({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="room" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Nothing here yet: what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** A view with its states: being fetched, refused (with a second try), or there. */
export function Shown<V>({ seen, children }: { readonly seen: Seen<V>; readonly children: (view: V) => ReactNode }) {
  const say = useWords(windowWords);
  if (seen.kind === 'ready') return <>{children(seen.view)}</>;
  if (seen.kind === 'loading')
    return (
      <p className="soft" role="status">
        {say.loading}
      </p>
    );
  return (
    <div className="stack">
      <TroubleNotice trouble={seen.trouble} />
      <div className="row">
        <Button onPress={seen.refresh}>{say.tryAgain}</Button>
      </div>
    </div>
  );
}

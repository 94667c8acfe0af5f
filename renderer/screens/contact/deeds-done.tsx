/** What was sent and made today in this window; it stays when nothing is due any more. */
import { useEffect, useRef } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { SendingView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';

export type Deed = { readonly on: Day } & (
  | { readonly kind: 'sent'; readonly group: GroupCode; readonly sending: SendingView }
  | {
      readonly kind: 'made';
      readonly group: GroupCode;
      readonly letters: number;
      readonly waiting: number;
      readonly name: string;
    }
);

export function DeedsDone({ deeds }: { readonly deeds: readonly Deed[] }) {
  const say = useWords(contactWords);
  const { number } = useGrammar();
  const { groups } = useStudy().status;
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(deeds.length);
  // The button that was pressed is gone: what came of it has the focus. What was there already when the screen opened has not.
  useEffect(() => {
    if (deeds.length > shown.current) place.current?.focus();
    shown.current = deeds.length;
  }, [deeds.length]);
  if (deeds.length === 0) return null;
  const restOf = (sending: SendingView) =>
    (['failed', 'postponed', 'unclear', 'paused', 'waiting'] as const).filter((kind) => sending[kind] > 0);
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      {deeds.map((deed, nr) => {
        const title = groups.find(({ group }) => group.code === deed.group)?.group.title ?? deed.group;
        if (deed.kind === 'made')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: deeds are only ever added
            <Notice key={nr} kind="done" title={say.of(title, say.letters(deed.letters, number(deed.letters)))}>
              <p>{deed.name.endsWith('.pdf') ? say.lettersMade(deed.name) : say.letterListMade(deed.name)}</p>
              {deed.waiting === 0 ? null : <p>{say.waiting(number(deed.waiting))}.</p>}
            </Notice>
          );
        const { failed, unclear, paused } = deed.sending;
        return (
          <Notice
            // biome-ignore lint/suspicious/noArrayIndexKey: deeds are only ever added
            key={nr}
            kind={failed + unclear > 0 ? 'attention' : paused > 0 ? 'due' : 'done'}
            title={say.of(title, say.sentTo(number(deed.sending.sent)))}
          >
            {restOf(deed.sending).map((kind) => (
              <p key={kind}>{say[kind](number(deed.sending[kind]))}.</p>
            ))}
          </Notice>
        );
      })}
    </div>
  );
}

/** What was sent and made today in this window; it stays when nothing is due any more. */
import { useEffect, useRef } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { SendingView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { MailTrouble } from '../../parts/mail-steps.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { mailWords } from '../../wording/screens/mail.ts';

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
  const mail = useWords(mailWords);
  const { groups } = useStudy().status;
  const madeAs = ({ name, letters }: Extract<Deed, { kind: 'made' }>) =>
    name.endsWith('.zip') ? say.emails(letters, number(letters)) : say.letters(letters, number(letters));
  const madeText = (name: string) =>
    name.endsWith('.zip')
      ? mail.filesMade(name)
      : name.endsWith('.pdf')
        ? say.lettersMade(name)
        : say.letterListMade(name);
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
            <Notice key={nr} kind="done" title={say.of(title, madeAs(deed))}>
              <p>{madeText(deed.name)}</p>
              {deed.waiting === 0 ? null : <p>{say.waiting(number(deed.waiting))}.</p>}
            </Notice>
          );
        const { sent, failed, unclear, paused, postponed, stopped } = deed.sending;
        const isAttention = failed + unclear > 0 || stopped !== undefined;
        return (
          <Notice
            // biome-ignore lint/suspicious/noArrayIndexKey: deeds are only ever added
            key={nr}
            kind={isAttention ? 'attention' : paused + postponed > 0 || sent === 0 ? 'due' : 'done'}
            title={say.of(title, sent === 0 ? mail.nothingSent : say.sentTo(number(sent)))}
          >
            {restOf(deed.sending).map((kind) => (
              <p key={kind}>{say[kind](number(deed.sending[kind]))}.</p>
            ))}
            {stopped === undefined ? null : (
              <>
                <p>{mail.stopped}</p>
                <MailTrouble code={stopped.code} />
              </>
            )}
          </Notice>
        );
      })}
    </div>
  );
}

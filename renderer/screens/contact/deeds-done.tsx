/** What was sent and made today in this window; it stays when nothing is due any more. */
import { useEffect, useRef } from 'react';
import { useGrammar, useWords } from '../../bearings.tsx';
import { MailTrouble } from '../../parts/mail-steps.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { mailWords } from '../../wording/screens/mail.ts';
import { type Deed, isOfFiles, type Made, stillTold } from './deeds.ts';

export function DeedsDone({ deeds }: { readonly deeds: readonly Deed[] }) {
  const say = useWords(contactWords);
  const { number } = useGrammar();
  const mail = useWords(mailWords);
  const { groups } = useStudy().status;
  const madeAs = (deed: Made) => (isOfFiles(deed) ? say.emails : say.letters)(deed.letters, number(deed.letters));
  const madeText = (deed: Made) => {
    if (isOfFiles(deed)) return mail.filesMade(deed.name);
    return deed.name.endsWith('.pdf') ? say.lettersMade(deed.name) : say.letterListMade(deed.name);
  };
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(deeds.length);
  // The button that was pressed is gone: what came of it has the focus. What was there already when the screen opened has not.
  useEffect(() => {
    if (deeds.length > shown.current) place.current?.focus();
    shown.current = deeds.length;
  }, [deeds.length]);
  if (deeds.length === 0) return null;
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      {deeds.map((deed, nr) => {
        const title = groups.find(({ group }) => group.code === deed.group)?.group.title ?? deed.group;
        if (deed.kind === 'made')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: deeds are only ever added
            <Notice key={nr} kind="done" title={say.of(title, madeAs(deed))}>
              <p>{madeText(deed)}</p>
              {deed.waiting === 0 ? null : <p>{say.waiting(number(deed.waiting))}.</p>}
            </Notice>
          );
        const told = stillTold(deed, deeds.slice(nr + 1));
        if (told === undefined) return null;
        const { rest, stopped } = told;
        const { sent, failed, unclear } = deed.sending;
        const isAttention = failed + unclear > 0 || stopped !== undefined;
        const isPart = rest.includes('paused') || rest.includes('postponed');
        return (
          <Notice
            // biome-ignore lint/suspicious/noArrayIndexKey: deeds are only ever added
            key={nr}
            kind={isAttention ? 'attention' : isPart || sent === 0 ? 'due' : 'done'}
            title={say.of(title, sent === 0 ? mail.nothingSent : say.sentTo(number(sent)))}
          >
            {rest.map((kind) => (
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

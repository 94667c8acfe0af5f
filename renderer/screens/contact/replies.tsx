/** Messages that came back or in: saved ones chosen, or the mailbox read, and what came of it. */
import { useState } from 'react';
import type { RepliesView } from '../../../shared/contact-views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { request, shell, useAsking, useProgress, useView } from '../../request.ts';
import { repliesWords } from '../../wording/screens/replies.ts';
import { RepliesOutcome } from './replies-outcome.tsx';

export function Replies({ onRead }: { readonly onRead: () => void }) {
  const say = useWords(repliesWords);
  const { day } = useGrammar();
  const mailbox = useView('study.mailbox', {});
  const { ask, busy, trouble, clear } = useAsking();
  const progress = useProgress(busy !== undefined);
  const [report, setReport] = useState<{ readonly from: 'fromFiles' | 'fromMailbox'; readonly view: RepliesView }>();
  const show = (from: 'fromFiles' | 'fromMailbox', view: RepliesView | undefined) => {
    // What was read before something went wrong counts.
    onRead();
    if (view === undefined) return;
    setReport({ from, view });
    mailbox.refresh();
  };
  const choose = async () => {
    const chosen = await shell.chooseSources('replies', true);
    if (chosen.length === 0) return;
    clear();
    setReport(undefined);
    show('fromFiles', await ask('contact.readReplies', { files: chosen.map(({ file }) => file) }));
  };
  const read = async () => {
    setReport(undefined);
    show('fromMailbox', await ask('contact.readMailbox', {}));
  };
  return (
    <Room title={say.title}>
      <p>{say.text}</p>
      <p className="soft">{say.files}</p>
      <Shown seen={mailbox}>
        {({ mailbox: set, readOn }) => (
          <>
            <p className="soft">
              {set === undefined ? say.noMailbox : readOn === undefined ? say.notRead : say.readOn(day(readOn))}
            </p>
            <div className="row">
              {set === undefined ? null : (
                <Button
                  kind="primary"
                  isBusy={busy === 'contact.readMailbox'}
                  isOff={busy !== undefined}
                  onPress={read}
                >
                  {say.readMailbox}
                </Button>
              )}
              <Button isBusy={busy === 'contact.readReplies'} isOff={busy !== undefined} onPress={choose}>
                {say.chooseFiles}
              </Button>
            </div>
          </>
        )}
      </Shown>
      {busy === undefined ? null : (
        <>
          <Progress label={say.reading} progress={progress} />
          <div className="row">
            <Button onPress={() => request('contact.stopReading', {})}>{say.stop}</Button>
          </div>
        </>
      )}
      <TroubleNotice trouble={trouble} />
      {report === undefined ? null : <RepliesOutcome title={say[report.from]} view={report.view} />}
    </Room>
  );
}

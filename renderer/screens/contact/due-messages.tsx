/** E-mails and letters that are due: sent with a pause that can be pressed, or made into one file to print. */
import { useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { SendingView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { shell, useAsking, useProgress } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';

export interface DueMessagesProps {
  readonly group: GroupCode;
  /** '63 e-mails'. */
  readonly what: string;
  readonly onDone: () => void;
}

export function DueEmails({ group, what, onDone }: DueMessagesProps) {
  const say = useWords(contactWords);
  const { ask, busy, trouble } = useAsking();
  const pausing = useAsking();
  const progress = useProgress(busy !== undefined);
  const [sending, setSending] = useState<SendingView>();
  const send = async () => {
    const sent = await ask('contact.sendEmails', { group });
    if (sent === undefined) return;
    setSending(sent);
    onDone();
  };
  return (
    <div className="deed">
      <div className="row">
        <Button kind="primary" isBusy={busy !== undefined} onPress={send}>
          {say.send(what)}
        </Button>
        {busy === undefined ? null : (
          <Button isOff={pausing.busy !== undefined} onPress={() => pausing.ask('contact.pauseSending', {})}>
            {say.pause}
          </Button>
        )}
      </div>
      {busy === undefined ? null : <Progress label={say.sending(what)} progress={progress} />}
      {sending === undefined ? null : <Sent sending={sending} />}
      <TroubleNotice trouble={trouble} />
    </div>
  );
}

function Sent({ sending }: { readonly sending: SendingView }) {
  const say = useWords(contactWords);
  const { number } = useGrammar();
  const parts = [
    say.sentTo(number(sending.sent)),
    ...(['failed', 'postponed', 'unclear', 'paused'] as const).flatMap((kind) =>
      sending[kind] === 0 ? [] : [say[kind](number(sending[kind]))],
    ),
  ];
  return <Notice kind={sending.failed + sending.unclear > 0 ? 'attention' : 'done'}>{`${parts.join(', ')}.`}</Notice>;
}

export function DueLetters({ group, what, onDone }: DueMessagesProps) {
  const say = useWords(contactWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const progress = useProgress(busy !== undefined);
  const [made, setMade] = useState<string>();
  const make = async () => {
    const target = await shell.chooseTarget('letters', say.lettersName(group, status.today));
    if (target === undefined) return;
    if ((await ask('contact.makeLetters', { group, target: target.file })) === undefined) return;
    setMade(target.name);
    onDone();
  };
  return (
    <div className="deed">
      <div className="row">
        <Button kind="primary" isBusy={busy !== undefined} onPress={make}>
          {say.makeLetters(what)}
        </Button>
      </div>
      {busy === undefined ? null : <Progress label={say.makingLetters} progress={progress} />}
      {made === undefined ? null : <Notice kind="done">{say.lettersMade(made)}</Notice>}
      <TroubleNotice trouble={trouble} />
    </div>
  );
}

/** E-mails and letters that are due: sent with a pause that can be pressed, or made into one file to print. */
import type { GroupCode } from '../../../shared/study/group.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { shell, useAsking, useProgress } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import type { Deed } from './deeds-done.tsx';

export interface DueMessagesProps {
  readonly group: GroupCode;
  /** '63 e-mails'. */
  readonly what: string;
  /** The first thing that waits on this screen. */
  readonly isFirst: boolean;
  /** What was done stays on the screen; what is due may be gone from it then. */
  readonly onDone: (deed: Deed) => void;
}

export function DueEmails({ group, what, isFirst, onDone }: DueMessagesProps) {
  const say = useWords(contactWords);
  const { ask, busy, trouble } = useAsking();
  const pausing = useAsking();
  const progress = useProgress(busy !== undefined);
  const send = async () => {
    const sending = await ask('contact.sendEmails', { group });
    if (sending !== undefined) onDone({ kind: 'sent', group, sending });
  };
  return (
    <div className="deed">
      <div className="row">
        <Button kind={isFirst ? 'primary' : 'quiet'} isBusy={busy !== undefined} onPress={send}>
          {say.send(what)}
        </Button>
        {busy === undefined ? null : (
          <Button isOff={pausing.busy !== undefined} onPress={() => pausing.ask('contact.pauseSending', {})}>
            {say.pause}
          </Button>
        )}
      </div>
      {busy === undefined ? null : <Progress label={say.sending(what)} progress={progress} />}
      <TroubleNotice trouble={trouble ?? pausing.trouble} />
    </div>
  );
}

export function DueLetters({ group, what, isFirst, onDone }: DueMessagesProps) {
  const say = useWords(contactWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const progress = useProgress(busy !== undefined);
  const make = async () => {
    const target = await shell.chooseTarget('letters', say.lettersName(group, status.today));
    if (target === undefined) return;
    const made = await ask('contact.makeLetters', { group, target: target.file });
    if (made !== undefined) onDone({ kind: 'made', group, letters: made.letters, name: target.name });
  };
  return (
    <div className="deed">
      <div className="row">
        <Button kind={isFirst ? 'primary' : 'quiet'} isBusy={busy !== undefined} onPress={make}>
          {say.makeLetters(what)}
        </Button>
      </div>
      {busy === undefined ? null : <Progress label={say.makingLetters} progress={progress} />}
      <TroubleNotice trouble={trouble} />
    </div>
  );
}

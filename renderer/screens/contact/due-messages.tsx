/** Letters that are due: made into one file to print. */
import type { GroupCode } from '../../../shared/study/group.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { shell, useProgress } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { StopLetters } from './letters-again.tsx';

export interface DueMessagesProps {
  readonly group: GroupCode;
  /** '63 e-mails'. */
  readonly what: string;
  /** The first thing that waits on this screen. */
  readonly isFirst: boolean;
}

export function DueLetters({ group, what, isFirst }: DueMessagesProps) {
  const say = useWords(contactWords);
  const { status, goingOut } = useStudy();
  const { going, failed, makeLetters } = goingOut;
  const isGoing = going?.kind === 'letters' && going.group === group;
  const progress = useProgress(isGoing);
  const make = async () => {
    const isPostedByClient = status.groups.some((one) => one.group.code === group && one.group.postedByClient);
    const target = isPostedByClient
      ? await shell.chooseTarget('letter-list', say.letterListName(group, status.today))
      : await shell.chooseTarget('letters', say.lettersName(group, status.today));
    if (target !== undefined) makeLetters(group, status.today, target);
  };
  return (
    <div className="deed">
      <div className="row">
        <Button kind={isFirst ? 'primary' : 'quiet'} isBusy={isGoing} isOff={going !== undefined} onPress={make}>
          {say.makeLetters(what)}
        </Button>
        {isGoing ? <StopLetters /> : null}
      </div>
      {isGoing ? <Progress label={say.makingLetters} progress={progress} /> : null}
      <TroubleNotice trouble={failed?.group === group ? failed.trouble : undefined} />
    </div>
  );
}

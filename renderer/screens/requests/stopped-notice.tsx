/** What stopping someone brought about, and what is left to be done: the same sentences for manager and interviewer. */
import type { Stopped } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { withdrawalWords } from '../../wording/screens/withdrawal.ts';

export function StoppedNotice({ stopped }: { readonly stopped: Stopped }) {
  const say = useWords(withdrawalWords);
  const { count } = useGrammar();
  const { answersToRemove, isExported, isUnlinked, lettersToTakeOut, emailsOnTheirWay } = stopped;
  return (
    <Notice kind="done" title={say.stoppedAll}>
      {answersToRemove ? <p>{say.stoppedAnswers}</p> : null}
      {answersToRemove && isExported ? <p>{say.stoppedExported}</p> : null}
      {isUnlinked ? <p>{say.stoppedUnlinked}</p> : null}
      {lettersToTakeOut > 0 ? <p>{say.stoppedLetters(count(lettersToTakeOut, say.stoppedLettersCount))}</p> : null}
      {emailsOnTheirWay > 0 ? <p>{say.stoppedEmails}</p> : null}
    </Notice>
  );
}

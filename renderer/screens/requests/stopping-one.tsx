/** Objection, art. 21: nobody contacts this person any more. */
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import type { ActProps } from './one-request.tsx';
import { StoppedNotice } from './stopped-notice.tsx';

export function StoppingOne({ request: { nr }, onDone }: ActProps) {
  const say = useWords(onePersonWords);
  const { ask, busy, trouble } = useAsking();
  const stop = async () => {
    const stopped = await ask('contact.stopCase', { request: nr, why: 'objected' });
    if (stopped !== undefined) onDone(<StoppedNotice stopped={stopped} />);
  };
  return (
    <>
      <p>{say.stopText}</p>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button kind="primary" isBusy={busy !== undefined} onPress={stop}>
          {say.stop}
        </Button>
      </div>
    </>
  );
}

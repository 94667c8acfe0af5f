/** Sendings of which nobody can know whether they arrived: a person decides, and nothing goes out twice by itself. */
import { messageKey } from '../../../shared/contact/message-key.ts';
import type { UnclearView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { contactWords } from '../../wording/screens/contact.ts';

export function Unclear({
  attempts,
  onSettled,
}: {
  readonly attempts: UnclearView['attempts'];
  readonly onSettled: () => void;
}) {
  const say = useWords(contactWords);
  const { day } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  if (attempts.length === 0) return null;
  return (
    <Room title={say.unclearTitle}>
      <p>{say.unclearText}</p>
      <TroubleNotice trouble={trouble} />
      <ul className="due">
        {attempts.map(({ attempt, step, on, to }) => {
          const settle = async (wasSent: boolean) => {
            if ((await ask('contact.settle', { attempt, wasSent })) !== undefined) onSettled();
          };
          return (
            <li key={attempt}>
              <div>
                {to === undefined ? null : (
                  <>
                    <strong>
                      <Personal>{to.name}</Personal>
                    </strong>
                    {to.email === undefined ? null : (
                      <div>
                        <Personal>{to.email}</Personal>
                      </div>
                    )}
                  </>
                )}
                <div>{say.unclearLine(step, day(on))}</div>
                <div className="soft">{say.unclearKey(messageKey(attempt))}</div>
              </div>
              <div className="row">
                <Button isOff={busy !== undefined} onPress={() => settle(true)}>
                  {say.wasSent}
                  <span className="unseen">: {say.unclearLine(step, day(on))}</span>
                </Button>
                <Button isOff={busy !== undefined} onPress={() => settle(false)}>
                  {say.wasNotSent}
                  <span className="unseen">: {say.unclearLine(step, day(on))}</span>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Room>
  );
}

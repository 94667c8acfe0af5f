/** One step that is due today for one group: how many people, and its deed. */
import type { DueView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { contactRoomWords } from '../../wording/screens/contact-rooms.ts';
import { returnsWords } from '../../wording/screens/returns.ts';
import { DueEmails } from './due-emails.tsx';
import { DueLetters } from './due-messages.tsx';

export function DueStep({
  step: { group, step, channel, cases },
  waiting,
  isFirst,
  onReturns,
}: {
  readonly step: DueView['steps'][number];
  /** Of these people, who got a web link: they wait until returns were read. */
  readonly waiting: number;
  readonly isFirst: boolean;
  readonly onReturns: () => void;
}) {
  const say = useWords(contactWords);
  const returnsSay = useWords(returnsWords);
  const rooms = useWords(contactRoomWords);
  const { number } = useGrammar();
  const { groups } = useStudy().status;
  const title = groups.find((one) => one.group.code === group)?.group.title ?? group;
  const said = { email: say.emails, letter: say.letters, phone: say.calls, visit: say.visits }[channel];
  const what = said(cases, number(cases));
  return (
    <>
      <div>
        <strong>
          {title}: {what}
        </strong>
        <div className="soft">{say.step(step)}</div>
        {waiting === 0 ? null : (
          <>
            <Mark kind="due">{returnsSay.waiting(waiting, number(waiting))}</Mark>
            <div>
              <Button kind="plain" onPress={onReturns}>
                {rooms.toReceived}
                <span className="unseen">: {title}</span>
              </Button>
            </div>
          </>
        )}
      </div>
      {channel === 'email' ? <DueEmails group={group} step={step} cases={cases} what={what} isFirst={isFirst} /> : null}
      {channel === 'letter' ? <DueLetters group={group} what={what} isFirst={isFirst} /> : null}
      {channel === 'phone' ? (
        <div className="deed">
          <p className="soft">{say.callsText}</p>
          <details>
            <summary>{say.callsHow}</summary>
            <p>{say.callsHowText}</p>
          </details>
        </div>
      ) : null}
      {channel === 'visit' ? <p className="soft">{say.visitsText}</p> : null}
    </>
  );
}

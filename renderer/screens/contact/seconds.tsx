/** Second complete responses: which one stays is decided without seeing either. */
import { useState } from 'react';
import type { ReturnsState } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { returnsWords } from '../../wording/screens/returns.ts';

const ways = ['first', 'second'] as const;

export function Seconds({
  seconds,
  onSettled,
}: {
  readonly seconds: ReturnsState['seconds'];
  readonly onSettled: () => void;
}) {
  const say = useWords(returnsWords);
  const { day } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [asked, setAsked] = useState<{ readonly second: string; readonly keep: (typeof ways)[number] }>();
  const settle = async () => {
    if (asked === undefined) return;
    const done = await ask('interview.settleSecond', asked);
    setAsked(undefined);
    if (done !== undefined) onSettled();
  };
  if (seconds.length === 0) return <TroubleNotice trouble={trouble} />;
  const modeOf = (mode: string | undefined) => (mode === undefined ? '' : (say.modes[mode] ?? mode));
  return (
    <div className="stack">
      <h3>{say.seconds}</h3>
      <p>{say.secondsText}</p>
      <TroubleNotice trouble={trouble} />
      <ul className="due">
        {seconds.map(({ second, group, cameOn, mode, firstMode }) => (
          <li key={second}>
            <div>
              <strong>{status.groups.find((one) => one.group.code === group)?.group.title ?? group}</strong>
              <div className="soft">{say.second(modeOf(firstMode), modeOf(mode), day(cameOn))}</div>
            </div>
            <div className="row">
              {ways.map((keep) => (
                <Button key={keep} isOff={busy !== undefined} onPress={() => setAsked({ second, keep })}>
                  {say.keep[keep]}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {asked === undefined ? null : (
        <Confirm
          title={say.keepTitle[asked.keep]}
          action={say.keep[asked.keep]}
          kind="irreversible"
          isBusy={busy !== undefined}
          onConfirm={settle}
          onClose={() => setAsked(undefined)}
        >
          <p>{say.keepText}</p>
        </Confirm>
      )}
    </div>
  );
}

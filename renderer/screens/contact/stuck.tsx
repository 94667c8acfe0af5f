/** Who is still open while nothing is due for them: counted by group and reason, each with what can be done and a page of who it is. */
import { useState } from 'react';
import type { StuckView } from '../../../shared/contact-views.ts';
import { type StuckReason, stuckReasons } from '../../../shared/study/stuck-reason.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { type Seen, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { stuckWords } from '../../wording/screens/stuck.ts';

type Count = StuckView['counts'][number];

/** Where the protocol is what can be changed. */
const inProtocol: readonly StuckReason[] = [
  'no-step',
  'steps-done',
  'calls-used-up',
  'no-number-works',
  'after-closing',
  'soft-launch',
  'says-answered',
  'no-protocol',
];

export function Stuck({ seen }: { readonly seen: Seen<StuckView> }) {
  const say = useWords(stuckWords);
  return (
    <Room title={say.title}>
      <Shown seen={seen}>
        {({ counts }) =>
          counts.length === 0 ? (
            <p className="soft">{say.none}</p>
          ) : (
            <>
              <p>{say.text}</p>
              <ul className="due">
                {stuckReasons
                  .flatMap((reason) => counts.filter((count) => count.reason === reason))
                  .map((count) => (
                    <li key={`${count.group} ${count.reason}`}>
                      <OfReason count={count} />
                    </li>
                  ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Room>
  );
}

function OfReason({ count: { group, reason, cases } }: { readonly count: Count }) {
  const say = useWords(stuckWords);
  const { number } = useGrammar();
  const { status, screens, go } = useStudy();
  const [isShown, setShown] = useState(false);
  const title = status.groups.find((one) => one.group.code === group)?.group.title ?? group;
  const name = say.ofGroup(title, cases, number(cases));
  const { why, todo } = say.reasons[reason];
  return (
    <>
      <div>
        <h3>{name}</h3>
        <p>{why}</p>
        <p className="soft">{todo}</p>
      </div>
      <div className="row">
        <Button onPress={() => setShown(!isShown)}>
          {isShown ? say.hide : say.show}
          <span className="unseen">
            : {name}, {why}
          </span>
        </Button>
        {inProtocol.includes(reason) && screens.includes('schedule') ? (
          <Button onPress={() => go('schedule')}>
            {say.toProtocol}
            <span className="unseen">: {name}</span>
          </Button>
        ) : null}
      </div>
      {isShown ? <Who group={group} reason={reason} /> : null}
    </>
  );
}

function Who({ group, reason }: Pick<Count, 'group' | 'reason'>) {
  const say = useWords(stuckWords);
  const { number } = useGrammar();
  const seen = useView('contact.stuckCases', { group, reason });
  return (
    <Shown seen={seen}>
      {({ cases, total }) => (
        <div className="stuck-names">
          <p className="soft">{say.shown(number(cases.length), number(total))}</p>
          <ul aria-label={say.who}>
            {cases.map(({ caseId, name }) => (
              <li key={caseId}>
                <Personal>{name}</Personal>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Shown>
  );
}

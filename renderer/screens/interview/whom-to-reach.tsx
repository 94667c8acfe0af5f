/** Above what is read aloud before an interview: the number to ring, the address to go to, or who is on the line. */
import type { CaseInHand } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { mayCopy } from '../../dialling.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { representedWords } from '../../wording/screens/represented.ts';
import { ringingWords } from '../../wording/screens/ringing.ts';
import { WhomToAsk } from './person-panel.tsx';
import { readableNumber } from './phone-number.ts';
import { Strip } from './strip.tsx';
import type { Ringing, Stop } from './use-ringing.ts';

export interface WhomToReachProps {
  readonly one: CaseInHand;
  readonly ringing: Ringing;
  readonly isBusy: boolean;
}

export function WhomToReach({ one, ringing, isBusy }: WhomToReachProps) {
  const say = useWords(ringingWords);
  const { askFor, dial } = useWords(interviewWords);
  const represented = useWords(representedWords);
  const isGuarded = one.representative?.kind === 'guardian';
  const title = { phone: dial, inbound: say.onTheLine, visit: say.goTo }[one.contact];
  return (
    <div className="stack reach">
      <h1 id="whom-to-ring">{title}</h1>
      {one.contact === 'visit' ? <Address lines={one.address ?? []} /> : null}
      {one.contact === 'phone' ? <NumbersToRing one={one} ringing={ringing} isBusy={isBusy} /> : null}
      <p className="lead">
        {one.contact === 'inbound' ? say.inTheNameOf : isGuarded ? represented.askForGuardian : askFor}{' '}
        <strong>
          <WhomToAsk of={one} />
        </strong>
        {isGuarded ? (
          <>
            , {represented.decidesForInline} <Personal>{one.name}</Personal>
          </>
        ) : null}
      </p>
      {one.contact === 'inbound' ? <p>{say.onTheLineText}</p> : null}
      {one.isLastTry ? (
        <Notice kind="due" title={say.lastTry}>
          <p>{say.lastTryText}</p>
        </Notice>
      ) : null}
    </div>
  );
}

function Address({ lines }: { readonly lines: readonly string[] }) {
  const { noAddress } = useWords(ringingWords);
  if (lines.length === 0) return <p>{noAddress}</p>;
  return (
    <address>
      {lines.map((line) => (
        <div key={line}>
          <Personal>{line}</Personal>
        </div>
      ))}
    </address>
  );
}

function NumbersToRing({ one: { phones }, ringing, isBusy }: WhomToReachProps) {
  const say = useWords(ringingWords);
  const { noPhone } = useWords(interviewWords);
  const { at, choose, way, ring, copy } = ringing;
  const isSeveral = phones.length > 1;
  useKeys(
    isSeveral
      ? [
          ...phones.slice(0, 9).map((_, index) => ({
            keys: [String(index + 1)],
            says: say.which(String(index + 1)),
            run: () => choose(index),
          })),
          { keys: ['ArrowRight'], shown: '←→', says: say.keys.number, run: () => choose(at + 1) },
          { keys: ['ArrowLeft'], says: say.keys.number, run: () => choose(at - 1) },
        ]
      : [],
  );
  if (phones.length === 0) return <p>{noPhone}</p>;
  return (
    <>
      <div className="spread">
        <ol className="numbers" aria-label={isSeveral ? say.choose(phones.length) : undefined}>
          {phones.map((phone, index) => (
            <li key={phone} aria-current={isSeveral && index === at ? 'true' : undefined}>
              {isSeveral ? (
                <button
                  type="button"
                  className="key"
                  aria-label={say.which(String(index + 1))}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(index)}
                >
                  {index + 1}
                </button>
              ) : null}
              <span className="mark-of-choice" aria-hidden="true">
                {isSeveral && index === at ? '▶' : ''}
              </span>
              <span className="number">
                <Personal isMono>{readableNumber(phone)}</Personal>
              </span>
            </li>
          ))}
        </ol>
        <div className="row">
          <Button onPress={ring} isOff={isBusy} keyHint="B">
            {way === 'copy' ? say.copy : say.ring}
          </Button>
          {mayCopy && way === 'link' ? (
            <Button kind="plain" onPress={copy} isOff={isBusy} keyHint="C">
              {say.copy}
            </Button>
          ) : null}
        </div>
      </div>
      {isSeveral ? <p>{say.choose(phones.length)}</p> : null}
    </>
  );
}

/** Nobody is rung after all: why, and on. */
export function NotRung({ why, onBack }: { readonly why: Stop; readonly onBack: () => void }) {
  const say = useWords(ringingWords);
  return (
    <section className="item" aria-labelledby="not-rung">
      <div className="aloud-and-answers before">
        <Notice kind="attention">
          <h1 id="not-rung">{say.stop[why]}</h1>
          <p>{say.stopText[why]}</p>
        </Notice>
      </div>
      <Strip>
        <Button kind="primary" hasFocus onPress={onBack} keyHint="Enter">
          {say.onward}
        </Button>
      </Strip>
    </section>
  );
}

/**
 * A call before its interview: whom to ring, what to say first, and the consent that is read aloud and asked (AVG art. 4(11) and 7(1)).
 * J is yes and begins; Enter never does, since the Enter that took the case may come twice.
 */
import { useEffect, useState } from 'react';
import type { CaseInHand } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { Introduction } from './person-panel.tsx';
import { Aloud, useScripts } from './scripts-pane.tsx';
import { scrollAloud } from './scroll-aloud.ts';
import { Strip } from './strip.tsx';
import type { Ringing } from './use-ringing.ts';
import { WhomToReach } from './whom-to-reach.tsx';

export interface BeforeProps {
  readonly one: CaseInHand;
  readonly language: string | undefined;
  readonly ringing: Ringing;
  readonly isBusy: boolean;
  /** `goesOn`: with what was filled in on the website. */
  readonly onBegin: (goesOn: boolean) => void;
  readonly onEnd: () => void;
  /** What stands on the website is asked about now, or no more. */
  readonly onAsksWeb: (asks: boolean) => void;
}

export function BeforeInterview({ one, language, ringing, isBusy, onBegin, onEnd, onAsksWeb }: BeforeProps) {
  const say = useWords(interviewWords);
  const aside = useWords(asideWords);
  /** The respondent said yes, and what stands on the website is asked about. */
  const [isAskingWeb, setAskingWeb] = useState(false);
  useEffect(() => {
    onAsksWeb(isAskingWeb);
    return () => onAsksWeb(false);
  }, [isAskingWeb, onAsksWeb]);
  const begin = (goesOn: boolean) => !isBusy && onBegin(goesOn);
  const yes = () => (one.isBegunOnWeb && !isAskingWeb ? setAskingWeb(true) : begin(true));
  const no = () => (isAskingWeb ? setAskingWeb(false) : onEnd());
  useKeys([
    { keys: ['j'], shown: 'J', says: isAskingWeb ? aside.webGoOn : aside.keys.yes, run: yes },
    ...(isAskingWeb
      ? [
          { keys: ['o'], shown: 'O', says: aside.keys.anew, run: () => begin(false) },
          { keys: ['Escape'], says: say.keys.escape, run: no },
        ]
      : [{ keys: ['n'], shown: 'N', says: aside.keys.no, run: no }]),
    { keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', says: say.scroll, run: scrollAloud },
  ]);
  return (
    <section className="item" aria-labelledby="whom-to-ring">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is read on by keyboard */}
      <div className="aloud-and-answers before" tabIndex={0}>
        <WhomToReach one={one} ringing={ringing} isBusy={isBusy} />
        {isAskingWeb ? (
          <div className="stack">
            <h2>{aside.webTitle}</h2>
            <p className="aloud">{aside.webAsk}</p>
          </div>
        ) : (
          <>
            <div className="stack">
              <h2>{one.introduction === undefined ? say.inOwnWords : say.introduction}</h2>
              <Introduction of={one} />
            </div>
            <div className="stack">
              <h2>{aside.consentTitle}</h2>
              <Consent language={language} />
            </div>
          </>
        )}
      </div>
      {isAskingWeb ? (
        <Strip told={aside.webAnewFollows}>
          <Button kind="primary" isBusy={isBusy} onPress={yes} keyHint="J">
            {aside.webGoOn}
          </Button>
          <Button isOff={isBusy} onPress={() => begin(false)} keyHint="O">
            {aside.webAnew}
          </Button>
          <Button onPress={no} keyHint="Esc">
            {aside.back}
          </Button>
        </Strip>
      ) : (
        <Strip told={one.hasDraft ? say.resumeText : aside.consentTold}>
          <Button kind="primary" isBusy={isBusy} onPress={yes} keyHint="J">
            {one.hasDraft ? say.resume : aside.consentYes}
          </Button>
          <Button onPress={no} keyHint="N">
            {aside.consentNo}
          </Button>
        </Strip>
      )}
    </section>
  );
}

/** The study's own text; a plain one that says the same where it cannot be had, so that nobody begins without asking. */
function Consent({ language }: { readonly language: string | undefined }) {
  const { noConsentScript } = useWords(asideWords);
  const seen = useScripts(language);
  if (seen.kind === 'loading') return null;
  const script = seen.kind === 'ready' ? seen.view.scripts.find(({ kind }) => kind === 'consent') : undefined;
  return script === undefined ? (
    <p className="aloud">{noConsentScript}</p>
  ) : (
    <Aloud script={script} language={language} />
  );
}

/** The one line above the interviewer's screen: where the interview is at the left, and at the right who is in, the veil and the way out. */
import { memo, type ReactNode, useState } from 'react';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { lockKeyShown } from '../../lock-key.ts';
import { Button } from '../../parts/button.tsx';
import { CallingChoices } from '../../parts/calling-choices.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { LanguageSwitch, LookChoice } from '../../parts/window-choices.tsx';
import { PracticeClock } from '../../stage-list.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { lockingWords } from '../../wording/screens/locking.ts';
import { windowWords } from '../../wording/screens/window.ts';

export function Head({ children }: { readonly children: ReactNode }) {
  return (
    <header className="head-line">
      {children}
      <SeatLine />
    </header>
  );
}

/** Does not change with an item. */
const SeatLine = memo(function SeatLine() {
  const say = useWords(windowWords);
  const { seat, practiceOn, leaving } = useWords(interviewWords);
  const { all, shortDay } = useGrammar();
  const { isVeiled, setVeiled } = useBearing();
  const { lock: lockWord } = useWords(lockingWords);
  const { status, me, leave, lock, kept } = useStudy();
  const [isAsked, setAsked] = useState(false);
  return (
    <div className="seat-line">
      <details>
        <summary>{status.isPractice ? practiceOn(shortDay(status.today)) : seat}</summary>
        <div className="seat-choices">
          <strong>{status.title}</strong>
          <span>{say.signedInAs(me.name, all(me.roles.map((role) => say.roleNames[role])))}</span>
          {status.isPractice ? <PracticeClock /> : null}
          <LookChoice />
          {me.roles.includes('interviewer') ? <CallingChoices /> : null}
        </div>
      </details>
      <Button kind="plain" onPress={() => setVeiled(!isVeiled)} keyHint="F9">
        {isVeiled ? say.veilOff : say.veilOn}
      </Button>
      <Button kind="plain" onPress={lock} keyHint={lockKeyShown}>
        {lockWord}
      </Button>
      <LanguageSwitch />
      {/* One key would let go of a call, and of the note to it. */}
      <Button kind="plain" onPress={() => (kept.call === undefined ? leave() : setAsked(true))}>
        {say.signOut}
      </Button>
      {isAsked ? (
        <Confirm
          title={leaving.title}
          action={leaving.anyway}
          kind="irreversible"
          onConfirm={leave}
          onClose={() => setAsked(false)}
        >
          <p>{leaving.text}</p>
          <p>{leaving.first}</p>
        </Confirm>
      ) : null}
    </div>
  );
});

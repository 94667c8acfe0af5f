/** The line above an interviewer's screen: who is in, the practice clock, the veil, the language, and the way out. */
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { WindowChoices } from '../../parts/window-choices.tsx';
import { PracticeClock } from '../../stage-list.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { windowWords } from '../../wording/screens/window.ts';

export function Head() {
  const say = useWords(windowWords);
  const { seat } = useWords(interviewWords);
  const { all } = useGrammar();
  const { isVeiled, setVeiled } = useBearing();
  const { status, me, leave } = useStudy();
  return (
    <header className="head-line">
      <strong>{status.title}</strong>
      <details>
        <summary>{seat}</summary>
        <div className="seat-choices">
          <span>{say.signedInAs(me.name, all(me.roles.map((role) => say.roleNames[role])))}</span>
          <WindowChoices />
          {status.isPractice ? <PracticeClock /> : null}
        </div>
      </details>
      <Button kind="plain" onPress={() => setVeiled(!isVeiled)} keyHint="F9">
        {isVeiled ? say.veilOff : say.veilOn}
      </Button>
      <Button kind="plain" onPress={leave}>
        {say.signOut}
      </Button>
    </header>
  );
}

/** A paper on which answers are missing that are needed: recorded as it came in, once a second key says so. */
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { entryWords } from '../../wording/screens/paper-entry.ts';
import { Strip } from './strip.tsx';

export interface EntryAsItIsProps {
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

export function EntryAsItIs({ isBusy, onConfirm, onBack }: EntryAsItIsProps) {
  const say = useWords(entryWords);
  const { keys } = useWords(interviewWords);
  const confirm = () => {
    if (!isBusy) onConfirm();
  };
  useKeys([{ keys: ['Enter'], says: keys.confirm, run: confirm }]);
  return (
    <section className="item" aria-labelledby="as-it-is">
      <div className="aloud-and-answers">
        <h1 id="as-it-is">{say.asItIsTitle}</h1>
        <p className="lead">{say.asItIsText}</p>
      </div>
      <Strip>
        <Button kind="irreversible" hasFocus isBusy={isBusy} onPress={confirm} keyHint="Enter">
          {say.asItIs}
        </Button>
        <Button onPress={onBack} keyHint="Esc">
          {say.asItIsBack}
        </Button>
      </Strip>
    </section>
  );
}

/** Whether there is a shift and until when, as the interviewer sees it; and choosing a PIN for its length. */
import { useState } from 'react';
import type { ShiftView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { PinField, pinDigits } from '../../parts/pin-field.tsx';
import { useAsking } from '../../request.ts';
import { useShift } from '../../use-shift.ts';
import { lockingWords } from '../../wording/screens/locking.ts';

export function ShiftAtHand() {
  const { shift: say, choosePin } = useWords(lockingWords);
  const seen = useShift();
  if (seen.kind !== 'ready') return null;
  const { until, hasPin, mayChoosePin } = seen.view;
  return (
    <div className="stack">
      <p className="soft">{until === undefined ? say.noneWhat : say.isOpen(until)}</p>
      {until !== undefined && hasPin ? <p className="soft">{choosePin.chosen(until)}</p> : null}
      {until !== undefined && mayChoosePin && !hasPin ? <ChoosePin until={until} onChosen={seen.refresh} /> : null}
    </div>
  );
}

interface ChoosePinProps {
  readonly until: NonNullable<ShiftView['until']>;
  readonly onChosen: () => void;
}

function ChoosePin({ until, onChosen }: ChoosePinProps) {
  const { choosePin: say } = useWords(lockingWords);
  const { ask, busy, trouble } = useAsking();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const isReady = pin.length === pinDigits && pin === again;
  const choose = async () => {
    if (!isReady) return;
    const chosen = await ask('study.setPin', { pin });
    setPin('');
    setAgain('');
    if (chosen !== undefined) onChosen();
  };
  return (
    <details>
      <summary>{say.title}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <p>{say.text(until)}</p>
        <div className="row">
          <PinField label={say.box} value={pin} onChange={setPin} />
          <PinField
            label={say.again}
            value={again}
            onChange={setAgain}
            fault={again.length === pinDigits && again !== pin ? say.differs : undefined}
          />
        </div>
        <div className="row">
          <Button submits isOff={!isReady} isBusy={busy !== undefined}>
            {say.choose}
          </Button>
        </div>
        <TroubleNotice trouble={trouble} />
      </form>
    </details>
  );
}

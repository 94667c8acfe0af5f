/** The shift of the call room: open until when, another hour, and closing it. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useShift } from '../../use-shift.ts';
import { lockingWords } from '../../wording/screens/locking.ts';
import { timeTyped } from '../interview/typed-time.ts';

export function ShiftRoom() {
  const { shift: say } = useWords(lockingWords);
  const seen = useShift();
  const { ask, busy, trouble } = useAsking();
  const [typed, setTyped] = useState('');
  const [isEnded, setEnded] = useState(false);
  const until = timeTyped(typed);
  const open = async () => {
    if (until === undefined || (await ask('contact.openShift', { until })) === undefined) return;
    setTyped('');
    setEnded(false);
    seen.refresh();
  };
  const close = async () => {
    setEnded((await ask('contact.closeShift', {})) !== undefined);
    seen.refresh();
  };
  return (
    <Room title={say.title}>
      <p className="soft">{say.text}</p>
      <Shown seen={seen}>
        {(shift) => (
          <>
            {shift.until === undefined ? (
              <p>{isEnded ? say.ended : say.none}</p>
            ) : (
              <Notice kind="done">{say.open(shift.until, shift.openedBy ?? '')}</Notice>
            )}
            <form
              className="stack"
              onSubmit={(event) => {
                event.preventDefault();
                open();
              }}
            >
              <TextField
                label={say.until}
                hint={say.untilHint}
                isShort
                maxLength={10}
                value={typed}
                onChange={setTyped}
              />
              <div className="row">
                <Button submits isOff={until === undefined} isBusy={busy === 'contact.openShift'}>
                  {shift.until === undefined ? say.begin : say.change}
                </Button>
                {shift.until === undefined ? null : (
                  <Button isBusy={busy === 'contact.closeShift'} onPress={close}>
                    {say.end}
                  </Button>
                )}
              </div>
            </form>
          </>
        )}
      </Shown>
      <TroubleNotice trouble={trouble} />
    </Room>
  );
}

/** An appointment comes near: told beside the talk, never over it, and read aloud once. The focus stays where it is. */
import { useEffect } from 'react';
import { hasAlarmSound, sound } from '../../alarm-sound.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import type { AlarmNow } from './use-alarm.ts';

export function AlarmStrip({ at: { alarm, dismiss } }: { readonly at: AlarmNow }) {
  const say = useWords(appointmentWords);
  const { count } = useGrammar();
  const name = alarm === undefined ? '' : `${alarm.kind} ${alarm.at}`;
  useEffect(() => {
    if (name !== '' && hasAlarmSound()) sound();
  }, [name]);
  return (
    <div className="alarm" role="status">
      {alarm === undefined ? null : (
        <>
          <p>
            <span aria-hidden="true">● </span>
            <strong>{say.alarm[alarm.kind](alarm.at, count(alarm.count, say.appointments))}</strong>
          </p>
          <p>{say.alarmText}</p>
          <Button kind="plain" onPress={dismiss}>
            {say.dismiss}
          </Button>
        </>
      )}
    </div>
  );
}

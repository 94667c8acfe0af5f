/** The appointments of today, and what is to be told of them at this minute; never a name. */
import { useEffect, useRef, useState } from 'react';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { type Alarm, alarmAt, minutesOf } from './appointment-alarm.ts';

const lookEveryMs = 20_000;
const askEveryMs = 300_000;

export interface AlarmNow {
  readonly alarm: Alarm | undefined;
  readonly dismiss: () => void;
  /** Appointments of today that are still to come. */
  readonly ahead: number;
  readonly missed: number;
  readonly refresh: () => void;
}

function minuteOfDay(): number {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
}

export function useAlarm(): AlarmNow {
  const { status } = useStudy();
  const seen = useView('contact.appointments', { from: status.today, days: 1 });
  const { refresh } = seen;
  const [now, setNow] = useState(minuteOfDay);
  const [dismissed, setDismissed] = useState('');
  useEffect(() => {
    const look = setInterval(() => setNow(minuteOfDay()), lookEveryMs);
    const again = setInterval(refresh, askEveryMs);
    return () => {
      clearInterval(look);
      clearInterval(again);
    };
  }, [refresh]);
  // One refusal, as between two shifts, does not take away what is known.
  const last = useRef(seen.kind === 'ready' ? seen.view.appointments : []);
  if (seen.kind === 'ready') last.current = seen.view.appointments;
  const today = last.current;
  const told = alarmAt(
    today.filter(({ isMissed }) => !isMissed),
    now,
  );
  const name = told === undefined ? '' : `${told.kind} ${told.at} ${told.count}`;
  return {
    alarm: name === dismissed ? undefined : told,
    dismiss: () => setDismissed(name),
    ahead: today.filter(({ at, isMissed }) => !isMissed && minutesOf(at) >= now).length,
    missed: today.filter(({ isMissed }) => isMissed).length,
    refresh,
  };
}

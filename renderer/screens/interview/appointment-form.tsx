/** An appointment made during a call: a day, an hour, and how full that day is. Outside the hours of calling only when the respondent wants it so. */
import { type KeyboardEvent, useState } from 'react';
import { addDays, type Day } from '../../../shared/calendar.ts';
import type { AppointmentsView } from '../../../shared/contact-views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TextField } from '../../parts/field.tsx';
import { request, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { FullDay } from '../appointments/full-day.tsx';
import { isInWindow } from '../appointments/hours.ts';
import { FormStrip } from './strip.tsx';
import { dayOfAppointment, timeTyped, writtenDay } from './typed-time.ts';

export interface Made {
  readonly on: Day;
  readonly at: string;
}

export interface AppointmentProps {
  readonly until: Day;
  readonly isBusy: boolean;
  /** What was typed when the place was locked: the day and the hour. */
  readonly boxes: readonly string[] | undefined;
  readonly onTyped: (on: string, at: string) => void;
  readonly onMade: (made: Made) => void;
  readonly onBack: () => void;
}

export function AppointmentForm({ until, isBusy, boxes, onTyped, onMade, onBack }: AppointmentProps) {
  const say = useWords(callEndingWords);
  const words = useWords(appointmentWords);
  const { shortDay } = useGrammar();
  const { status } = useStudy();
  const { today } = status;
  const [typedDay, setTypedDay] = useState(() => boxes?.[0] ?? writtenDay(today));
  const [typed, setTyped] = useState(boxes?.[1] ?? '');
  const typeDay = (text: string) => {
    setTypedDay(text);
    onTyped(text, typed);
  };
  const [isTried, setTried] = useState(false);
  /** What lies outside the hours of calling and was asked once: Enter again makes it. */
  const [insistsOn, setInsistsOn] = useState<string>();
  const at = timeTyped(typed);
  const on = dayOfAppointment(typedDay, today);
  const isPossible = on !== undefined && on >= today && on <= until;
  const shown = isPossible ? on : today;
  const seen = useView('contact.appointments', { from: shown, days: 1 });
  // While another day is on its way the one before is not taken for it.
  const view = seen.kind === 'ready' && seen.view.from === shown ? seen.view : undefined;
  const window = view?.windows.find((each) => each.on === shown);
  const isOutside = view !== undefined && at !== undefined && !isInWindow(window, at);
  const outside =
    window?.from === undefined || window.to === undefined
      ? words.closedDay(shortDay(shown))
      : words.outside(window.from, window.to);
  const wanted = `${on} ${at}`;
  const isAsked = isOutside && insistsOn === wanted;
  const make = async (made: Made) => {
    // Whoever types faster than the office answers is told all the same.
    const now = view ?? (await windowsOf(made.on));
    const isInHours =
      now === undefined ||
      isInWindow(
        now.windows.find((each) => each.on === made.on),
        made.at,
      );
    if (isInHours || isAsked) onMade(made);
    else setInsistsOn(wanted);
  };
  const moveDay = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const moved = addDays(on ?? today, event.key === 'ArrowUp' ? 1 : -1);
    if (moved >= today && moved <= until) typeDay(writtenDay(moved));
  };
  return (
    <form
      className="item"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isPossible && at !== undefined && !isBusy) make({ on, at });
      }}
    >
      <div className="aloud-and-answers">
        <h1>{say.appointment}</h1>
        <div className="appointment">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the box inside listens; a key bubbles up to here */}
          <div onKeyDown={moveDay} onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}>
            <TextField
              label={say.appointmentOn}
              hint={on === undefined ? '…' : say.dayHint(shortDay(on))}
              value={typedDay}
              onChange={typeDay}
              maxLength={10}
              autoFocus
              fault={
                (isTried || on !== undefined) && !isPossible
                  ? say.dayFault(shortDay(today), shortDay(until))
                  : undefined
              }
            />
          </div>
          <TextField
            label={say.appointmentHour}
            hint={say.hourHint}
            isShort
            value={typed}
            onChange={(text) => {
              setTyped(text);
              onTyped(typedDay, text);
            }}
            maxLength={10}
            fault={isTried && at === undefined ? say.hourFault : isOutside && !isAsked ? outside : undefined}
          />
        </div>
        {view !== undefined && isPossible ? <FullDay on={on} view={view} at={at} /> : null}
      </div>
      <FormStrip
        isBusy={isBusy}
        keep={say.makeAppointment}
        onBack={onBack}
        told={isAsked ? `${outside} ${words.insist}` : undefined}
        isAttention={isAsked}
      />
    </form>
  );
}

/** Undefined where it cannot be had: then nothing is known against any hour. */
async function windowsOf(on: Day): Promise<Pick<AppointmentsView, 'windows'> | undefined> {
  const asked = await request('contact.appointments', { from: on, days: 1 });
  return asked.kind === 'ok' ? asked.view : undefined;
}

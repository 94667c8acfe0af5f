/** How full the hours of one day are, beside an appointment that is being made. */
import type { Day } from '../../../shared/calendar.ts';
import type { AppointmentsView } from '../../../shared/contact-views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import { hourRows, written } from './hours.ts';
import './appointments.css';

export interface FullDayProps {
  readonly on: Day;
  readonly view: AppointmentsView;
  /** The hour that is typed now: 'HH:MM'. */
  readonly at: string | undefined;
}

export function FullDay({ on, view, at }: FullDayProps) {
  const say = useWords(appointmentWords);
  const { shortDay, count } = useGrammar();
  const day = view.windows.find((each) => each.on === on);
  const ofDay = {
    windows: day === undefined ? [] : [day],
    appointments: view.appointments.filter((each) => each.on === on),
  };
  const rows = hourRows(ofDay);
  if (day?.from === undefined) return <p>▲ {say.closedDay(shortDay(on))}</p>;
  return (
    <div className="full-day">
      <h2>{say.full}</h2>
      <ol>
        {rows.map(({ hour, cells }) => {
          const here = cells[0]?.appointments.length ?? 0;
          const isNow = at?.slice(0, 2) === written(hour).slice(0, 2);
          return (
            <li
              key={hour}
              className={cells[0]?.isOpen === true ? undefined : 'closed'}
              aria-current={isNow || undefined}
            >
              <span className="at">{written(hour)}</span>
              <span className="marks" aria-hidden="true">
                {'●'.repeat(Math.min(here, 8))}
              </span>
              <span>{here === 0 ? '' : count(here, say.appointments)}</span>
            </li>
          );
        })}
      </ol>
      {ofDay.appointments.length === 0 ? <p>{say.fullNone}</p> : null}
    </div>
  );
}

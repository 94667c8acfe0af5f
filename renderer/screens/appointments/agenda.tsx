/** The appointments of a day or a week: hours as rows, the hours of calling light, and what was missed told. Names only where the office gives them. */
import { useState } from 'react';
import { addDays, type Day, mondayOf } from '../../../shared/calendar.ts';
import type { AppointmentsView } from '../../../shared/contact-views.ts';
import { type KeyDeed, useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import { type Cell, hourRows, written } from './hours.ts';
import './appointments.css';

type Span = 'day' | 'week';
const spans = [
  ['day', 'D'],
  ['week', 'W'],
] as const;

export interface AgendaProps {
  /** It has the window to itself: keys move it. */
  readonly hasKeys: boolean;
}

export function Agenda({ hasKeys }: AgendaProps) {
  const say = useWords(appointmentWords);
  const { status } = useStudy();
  const { today } = status;
  const [span, setSpan] = useState<Span>('week');
  const [day, setDay] = useState<Day>(today);
  const from = span === 'week' ? mondayOf(day) : day;
  const days = span === 'week' ? 7 : 1;
  const seen = useView('contact.appointments', { from, days });
  const move = (by: 1 | -1) => setDay(addDays(day, by * days));
  const deeds: readonly KeyDeed[] = [
    { keys: ['ArrowLeft'], shown: '←', says: say.before[span], run: () => move(-1) },
    { keys: ['ArrowRight'], shown: '→', says: say.after[span], run: () => move(1) },
    { keys: ['d'], shown: 'D', says: say.day, run: () => setSpan('day') },
    { keys: ['w'], shown: 'W', says: say.week, run: () => setSpan('week') },
    { keys: ['v'], shown: 'V', says: say.toToday, run: () => setDay(today) },
  ];
  useKeys(hasKeys ? deeds : []);
  const hint = (key: string) => (hasKeys ? { keyHint: key } : {});
  return (
    <div className="stack agenda">
      <div className="spread">
        <div className="row">
          <Button onPress={() => move(-1)} {...hint('←')}>
            {say.before[span]}
          </Button>
          <Button onPress={() => setDay(today)} {...hint('V')}>
            {say.toToday}
          </Button>
          <Button onPress={() => move(1)} {...hint('→')}>
            {say.after[span]}
          </Button>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons that belong together, without a form */}
        <div className="row" role="group" aria-label={say.view}>
          {spans.map(([one, key]) => (
            <button
              key={one}
              type="button"
              className="button quiet"
              aria-pressed={one === span}
              onClick={() => setSpan(one)}
            >
              {say[one]}
              {hasKeys ? (
                <span className="key" aria-hidden="true">
                  {key}
                </span>
              ) : null}
            </button>
          ))}
        </div>
      </div>
      <Shown seen={seen}>{(view) => <Hours view={view} today={today} />}</Shown>
    </div>
  );
}

function Hours({ view, today }: { readonly view: AppointmentsView; readonly today: Day }) {
  const say = useWords(appointmentWords);
  const { shortDay } = useGrammar();
  const rows = hourRows(view);
  const [first, last] = [view.windows[0], view.windows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const caption =
    view.days === 1 ? say.captionDay(shortDay(first.on)) : say.caption(shortDay(first.on), shortDay(last.on));
  return (
    <>
      <TableFrame label={caption}>
        <table className="hours">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.hour}</th>
              {view.windows.map(({ on, from, isHoliday }) => (
                <th scope="col" key={on} aria-current={on === today ? 'date' : undefined}>
                  {shortDay(on)}
                  {isHoliday ? <small>{say.holiday}</small> : from === undefined ? <small>{say.closed}</small> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ hour, cells }) => (
              <tr key={hour}>
                <th scope="row" className="figure">
                  {written(hour)}
                </th>
                {cells.map((cell) => (
                  <td key={cell.on} className={cell.isOpen ? undefined : 'closed'}>
                    <InHour cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {view.appointments.length === 0 ? <p>{say.none}</p> : null}
    </>
  );
}

function InHour({ cell: { appointments } }: { readonly cell: Cell }) {
  const say = useWords(appointmentWords);
  return appointments.map(({ at, name, group, isMissed }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: appointments of one hour have nothing else
    <div className={isMissed ? 'appointment-at missed' : 'appointment-at'} key={index}>
      <span className="at">{at}</span> {name === undefined ? <GroupTitle code={group} /> : <Personal>{name}</Personal>}
      {isMissed ? <Mark kind="attention">{say.isMissed}</Mark> : null}
    </div>
  ));
}

function GroupTitle({ code }: { readonly code: AppointmentsView['appointments'][number]['group'] }) {
  const { status } = useStudy();
  return <span>{status.groups.find(({ group }) => group.code === code)?.group.title ?? code}</span>;
}

/** The steps on a time line: a lane per channel, weeks as columns, weekends shaded. A step moves by the arrows, or by dragging. */

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { addDays, type Day, daysBetween, weekday } from '../../../shared/calendar.ts';
import type { DayLoad } from '../../../shared/schedule/expected-load.ts';
import { type Channel, channels } from '../../../shared/study/contact-data.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import type { DraftStep } from './draft.ts';
import { forWhomOf } from './for-whom.ts';
import { type Placed, placedCards, spanOf } from './placing.ts';

export interface TimeLineProps {
  readonly title: string;
  readonly startsOn: Day;
  readonly closesOn: Day;
  readonly today: Day;
  readonly steps: readonly DraftStep[];
  readonly names: ReadonlyMap<number, string>;
  /** Undefined while they are being reckoned for the first time. */
  readonly loads: readonly DayLoad[];
  /** What is wrong with a step, by its key. */
  readonly faults: ReadonlyMap<number, string>;
  readonly selected: number | undefined;
  readonly onSelect: (key: number) => void;
  readonly onMove: (key: number, byDays: number) => void;
}

export function TimeLine(props: TimeLineProps) {
  const say = useWords(scheduleWords);
  const { shortDay } = useGrammar();
  const { title, startsOn, closesOn, today, steps } = props;
  useKeys([
    { keys: ['ArrowLeft', 'ArrowRight'], shown: '← →', says: say.keyDay },
    { keys: ['ArrowLeft', 'ArrowRight'], shown: say.keyWeekShown, says: say.keyWeek },
  ]);
  const span = spanOf(startsOn, closesOn, steps);
  const columns: CSSProperties = { gridTemplateColumns: `repeat(${span.days}, minmax(0, 1fr))` };
  const column = (on: Day) => daysBetween(span.from, on) + 1;
  const weeks = Array.from({ length: span.days / 7 }, (_, nr) => addDays(span.from, nr * 7));
  const isInSight = (on: Day) => column(on) >= 1 && column(on) <= span.days;
  const lanes = channels.filter((channel) => steps.some((step) => step.channel === channel));
  return (
    <TableFrame label={title}>
      <div
        className="time-line"
        ref={(place) => {
          place?.style.setProperty('--weeks', String(weeks.length));
          place?.style.setProperty('min-inline-size', `max(42.5rem, ${span.days * 0.65}rem)`);
        }}
      >
        <div className="weeks" style={columns} aria-hidden="true">
          {weeks.map((week, nr) => (
            <span key={week} style={{ gridColumn: `${nr * 7 + 1} / span 7` }}>
              {shortDay(week)}
            </span>
          ))}
        </div>
        <div className="marks" style={columns} aria-hidden="true">
          {isInSight(today) ? (
            <span className="today" style={{ gridColumn: column(today) }}>
              <small>{say.today}</small>
            </span>
          ) : null}
          {isInSight(closesOn) ? (
            <span className="closes" style={{ gridColumn: column(closesOn) }}>
              <small>{say.closes}</small>
            </span>
          ) : null}
        </div>
        {lanes.map((channel) => (
          <Lane
            key={channel}
            {...props}
            channel={channel}
            columns={columns}
            days={span.days}
            placed={placedCards(
              steps.filter((step) => step.channel === channel),
              startsOn,
              span,
            )}
          />
        ))}
      </div>
    </TableFrame>
  );
}

function Lane({
  channel,
  columns,
  days,
  placed,
  ...props
}: TimeLineProps & {
  readonly channel: Channel;
  readonly columns: CSSProperties;
  readonly days: number;
  readonly placed: readonly Placed[];
}) {
  const say = useWords(scheduleWords);
  return (
    <div className="lane">
      <h3>{say.lanes[channel]}</h3>
      <div className="cards" style={columns}>
        {placed.map((one) => (
          <Card key={one.step.key} {...props} placed={one} days={days} />
        ))}
      </div>
    </div>
  );
}

function Card({
  placed: { step, column, row, span },
  days,
  startsOn,
  names,
  loads,
  faults,
  selected,
  onSelect,
  onMove,
}: TimeLineProps & { readonly placed: Placed; readonly days: number }) {
  const say = useWords(scheduleWords);
  const { number, shortDay } = useGrammar();
  const drag = useRef<{ from: number; dayWidth: number; moved: number }>(undefined);
  const on = addDays(startsOn, step.afterDays ?? 0);
  const load = loads.find((one) => one.step === step.id);
  const fault = faults.get(step.key);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onSelect(step.key);
    onMove(step.key, (event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 7 : 1));
  };
  const onDown = (event: PointerEvent<HTMLButtonElement>) => {
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
    drag.current = { from: event.clientX, dayWidth: width / days, moved: 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onDrag = (event: PointerEvent) => {
    const at = drag.current;
    if (at === undefined || at.dayWidth === 0) return;
    const byDays = Math.round((event.clientX - at.from) / at.dayWidth);
    if (byDays === at.moved) return;
    onMove(step.key, byDays - at.moved);
    at.moved = byDays;
  };
  const onUp = () => {
    drag.current = undefined;
  };
  return (
    <button
      type="button"
      className={fault === undefined ? 'card' : 'card faulty'}
      aria-pressed={selected === step.key}
      style={{ gridColumn: `${column} / span ${span}`, gridRow: row }}
      onClick={() => onSelect(step.key)}
      onKeyDown={onKey}
      onPointerDown={onDown}
      onPointerMove={onDrag}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      <span className="spread">
        <strong>{names.get(step.key)}</strong> <code>{step.id}</code>
      </span>
      <span>{load === undefined ? say.countUnknown : say.people(load.cases, number(load.cases))}</span>
      <span>
        {step.channel === 'phone' ? say.from(shortDay(on)) : shortDay(on)}
        {weekday(on) > 5 ? ` (${say.weekend})` : null}
      </span>
      <span className="soft">{say.forWhom[forWhomOf(step.for)]}</span>
      {fault === undefined ? null : <span className="fault">▲ {fault}</span>}
    </button>
  );
}

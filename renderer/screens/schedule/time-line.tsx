/** The steps on a time line: a lane per kind, weeks as columns, weekends and public holidays shaded. */
import type { CSSProperties } from 'react';
import { addDays, type Day, daysBetween, findDutchHoliday } from '../../../shared/calendar.ts';
import type { DayLoad } from '../../../shared/schedule/expected-load.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { holidayNames } from '../../wording/holidays.ts';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { scheduleStepWords } from '../../wording/screens/schedule-step.ts';
import { type Draft, stepKinds } from './draft.ts';
import { placedCards, type Span, spanOf } from './placing.ts';
import { plannedDays } from './planned.ts';
import { StepCard } from './step-card.tsx';

export interface TimeLineProps {
  readonly title: string;
  readonly draft: Draft;
  readonly startsOn: Day;
  readonly closesOn: Day;
  readonly today: Day;
  readonly names: ReadonlyMap<number, string>;
  readonly strata: ProtocolView['strata'];
  /** Undefined while they are being reckoned for the first time. */
  readonly loads: readonly DayLoad[];
  /** What is wrong with a step, or has to be looked at, by its key. */
  readonly remarks: ReadonlyMap<number, string>;
  readonly selected: number | undefined;
  readonly onSelect: (key: number) => void;
  readonly onMove: (key: number, byDays: number) => void;
  readonly onPut: (key: number, on: Day) => void;
}

export function TimeLine(props: TimeLineProps) {
  const say = useWords(scheduleWords);
  const { kinds } = useWords(scheduleStepWords);
  const { shortDay } = useGrammar();
  const { title, draft, startsOn, closesOn, today } = props;
  const { steps } = draft;
  useKeys([
    { keys: ['ArrowLeft', 'ArrowRight'], shown: '← →', says: say.keyDay },
    { keys: ['ArrowLeft', 'ArrowRight'], shown: say.keyWeekShown, says: say.keyWeek },
  ]);
  const planned = plannedDays(draft, startsOn);
  const span = spanOf(startsOn, closesOn, [...planned.values()]);
  const columns: CSSProperties = { gridTemplateColumns: `repeat(${span.days}, minmax(0, 1fr))` };
  const column = (on: Day) => daysBetween(span.from, on) + 1;
  const weeks = Array.from({ length: span.days / 7 }, (_, nr) => addDays(span.from, nr * 7));
  const isInSight = (on: Day) => column(on) >= 1 && column(on) <= span.days;
  const lanes = stepKinds.filter((kind) => steps.some((step) => step.kind === kind));
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
          {/* All of them Mondays. */}
          {weeks.map((week, nr) => (
            <span key={week} style={{ gridColumn: `${nr * 7 + 1} / span 7` }}>
              {shortDay(week).replace(/^\S+ /, '')}
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
        {lanes.map((kind) => (
          <div className="lane" key={kind}>
            <h3>{kinds[kind]}</h3>
            <div className="cards" style={columns}>
              <Holidays span={span} />
              {placedCards(
                steps.filter((step) => step.kind === kind),
                planned,
                span,
              ).map((placed) => (
                <StepCard
                  key={placed.step.key}
                  {...props}
                  placed={placed}
                  on={planned.get(placed.step.key) ?? startsOn}
                  days={span.days}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </TableFrame>
  );
}

/** A shade over each public holiday, as over the weekends. */
function Holidays({ span }: { readonly span: Span }) {
  const { language } = useBearing();
  const { shortDay } = useGrammar();
  const say = useWords(scheduleWords);
  const days = Array.from({ length: span.days }, (_, nr) => addDays(span.from, nr));
  return days.map((on, nr) => {
    const holiday = findDutchHoliday(on);
    return holiday === undefined ? null : (
      <span
        key={on}
        className="holiday"
        style={{ insetInlineStart: `${(nr * 100) / span.days}%`, inlineSize: `${100 / span.days}%` }}
        aria-hidden="true"
        title={say.holidayColumn(shortDay(on), holidayNames[language][holiday])}
      />
    );
  });
}

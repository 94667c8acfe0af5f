/** One chart: the response of each group, cumulated per week, with the moments of contact under the axis. A line's name stands at its end. */
import { useId, useState } from 'react';
import { addDays, type Day, daysBetween } from '../../../shared/calendar.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { RadioField } from '../../parts/field.tsx';
import { reportingWords } from '../../wording/screens/reporting.ts';
import { CurveFigures } from './curve-figures.tsx';
import {
  type CurveGroup,
  flagsOf,
  niceStep,
  pointsOf,
  rowsOf,
  shareOrCount,
  spanOf,
  spread,
  type Unit,
} from './curve-shape.ts';
import { useRoom } from './use-room.ts';

/** In em of the chart's own text. */
const plot = { left: 3.4, top: 1, height: 19, dates: 1.7, row: 1.6, letter: 0.56, narrow: 44 };

export function Curve({ groups: given, today }: { readonly groups: readonly CurveGroup[]; readonly today: Day }) {
  const say = useWords(reportingWords);
  const { number, shortDay, all } = useGrammar();
  const id = useId();
  const [unit, setUnit] = useState<Unit>('percent');
  const [focus, setFocus] = useState<string>();
  const [place, { width, em }] = useRoom(62);
  const groups = given.filter(({ weeks, invited }) => weeks.length > 0 && invited > 0);
  const span = spanOf(groups, today);
  if (span === undefined) return null;

  const valueNow = (group: CurveGroup) => shareOrCount(unit, group, group.weeks.at(-1)?.responses ?? 0);
  const said = (value: number) => say.value[unit](number(Math.round(value)));
  const names = groups.map((group) => `${group.title} ${said(valueNow(group))}`);
  const isNarrow = width < plot.narrow;
  const right = isNarrow
    ? 0.5
    : Math.min(width * 0.35, Math.max(...names.map((name) => name.length)) * plot.letter + 2.5);
  const most = Math.max(1, ...groups.map(valueNow));
  const step = niceStep(most);
  const highest = Math.ceil(most / step) * step;
  const across = Math.max(6, width - plot.left - right);
  const x = (inDays: number) => plot.left + (inDays / span.days) * across;
  const y = (value: number) => plot.top + plot.height - (value / highest) * plot.height;
  const ground = y(0);

  const focused = groups.find(({ group }) => group === focus);
  const flags = flagsOf(focused === undefined ? groups : [focused]).map((flag) => {
    const text = focused === undefined ? say.kinds[flag.kind] : say.kindOf(say.kinds[flag.kind], number(flag.cases));
    const ownWidth = text.length * plot.letter + 1;
    const at = x(Math.max(0, daysBetween(span.first, flag.on)));
    return { ...flag, text, at, width: ownWidth };
  });
  const rows = rowsOf(flags);
  const height = ground + plot.dates + (Math.max(0, ...rows) + 1) * plot.row + 0.6;
  const weeks = Array.from({ length: Math.ceil(span.days / 7) }, (_, week) => week);
  // A date takes some seven letters and air.
  const everyWeeks = Math.ceil(5.6 / ((7 / span.days) * across));
  const ticks = Array.from({ length: Math.round(highest / step) + 1 }, (_, nr) => nr * step);
  const ends = spread(
    groups.map((group) => y(valueNow(group)) - (isNarrow ? 1.4 : 0)),
    2.1,
    ground,
  );
  return (
    <div className="stack">
      <RadioField
        isInline
        label={say.axis}
        value={unit}
        onChange={setUnit}
        options={[
          { value: 'percent', label: say.asPercent },
          { value: 'count', label: say.asCount },
        ]}
      />
      <div className={isNarrow ? 'curve narrow' : 'curve'} ref={place}>
        <svg
          viewBox={`0 0 ${width * em} ${height * em}`}
          width={width * em}
          height={height * em}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{say.curve}</title>
          <desc id={`${id}-desc`}>{say.curveText(all(groups.map(({ title }) => title)))}</desc>
          <g transform={`scale(${em})`}>
            {ticks.map((value) => (
              <g key={value} className={value === 0 ? 'level ground' : 'level'}>
                <line x1={plot.left} x2={plot.left + across} y1={y(value)} y2={y(value)} />
                <text x={plot.left - 0.6} y={y(value) + 0.35}>
                  {said(value)}
                </text>
              </g>
            ))}
            {flags.map(({ on, kind, at }, index) => (
              <g key={`${on} ${kind}`} className="pole">
                <line className="above" x1={at} x2={at} y1={plot.top} y2={ground} />
                <line x1={at} x2={at} y1={ground} y2={ground + plot.dates + (rows[index]! + 1) * plot.row} />
              </g>
            ))}
            {weeks.map((week) => (
              <g key={week} className="week">
                <line x1={x(week * 7)} x2={x(week * 7)} y1={ground} y2={ground + 0.4} />
                {week % everyWeeks === 0 ? (
                  <text x={x(week * 7) + 0.3} y={ground + 1.3}>
                    {shortDay(addDays(span.first, week * 7))}
                  </text>
                ) : null}
              </g>
            ))}
            {flags.map(({ on, kind, text, at }, index) => (
              <text
                key={`${on} ${kind}`}
                className="flag"
                x={at + 0.4}
                y={ground + plot.dates + (rows[index]! + 1) * plot.row}
              >
                {text}
              </text>
            ))}
            {groups.map((group, index) => (
              <Line
                key={group.group}
                kind={index % 4}
                state={focused === undefined ? 'plain' : focused === group ? 'focused' : 'behind'}
                points={pointsOf(group, span).map(({ day, responses }) => {
                  const value = shareOrCount(unit, group, responses);
                  return { x: x(day), y: y(value), text: said(value) };
                })}
              />
            ))}
          </g>
        </svg>
        {groups.map(({ group }, index) => (
          <button
            key={group}
            type="button"
            className="line-name"
            aria-pressed={focus === group}
            style={{
              insetBlockStart: `${ends[index]!}em`,
              insetInlineStart: isNarrow ? 'auto' : `${plot.left + across + 0.5}em`,
            }}
            onClick={() => setFocus(focus === group ? undefined : group)}
          >
            {names[index]}
          </button>
        ))}
      </div>
      <p className="soft">{focused === undefined ? say.focusText : say.focusedText(focused.title)}</p>
      <details>
        <summary>{say.figures}</summary>
        <CurveFigures groups={groups} unit={unit} />
      </details>
    </div>
  );
}

function Line({
  kind,
  state,
  points,
}: {
  readonly kind: number;
  readonly state: 'plain' | 'focused' | 'behind';
  readonly points: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}) {
  return (
    <g className={`line line-${kind} ${state}`}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {state === 'focused'
        ? points.map((point, index) => {
            const isNew = index > 0 && point.text !== points[index - 1]!.text;
            return (
              <g key={point.x}>
                <circle cx={point.x} cy={point.y} r={0.3} />
                {isNew && index < points.length - 1 ? (
                  <text x={point.x - 0.4} y={point.y - 0.6}>
                    {point.text}
                  </text>
                ) : null}
              </g>
            );
          })
        : null}
    </g>
  );
}

/** One chart: the response of each group, cumulated per week, with the moments of contact as marks on the axis. Labels stand at the lines. */

import { useId, useState } from 'react';
import { daysBetween } from '../../../shared/calendar.ts';
import type { CurveView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { RadioField } from '../../parts/field.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { reportingWords } from '../../wording/screens/reporting.ts';

const width = 880;
const height = 300;
const left = 44;
const right = 190;
const bottom = 64;
const top = 12;

type Group = CurveView['groups'][number];

export function Curve({ groups: given }: { readonly groups: readonly Group[] }) {
  const say = useWords(reportingWords);
  const { number, day, all } = useGrammar();
  const id = useId();
  const [unit, setUnit] = useState<'percent' | 'count'>('percent');
  const groups = given.filter(({ weeks, invited }) => weeks.length > 0 && invited > 0);
  const first = groups.flatMap(({ weeks }) => weeks.map(({ week }) => week)).toSorted()[0];
  const last = groups
    .flatMap(({ weeks }) => weeks.map(({ week }) => week))
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const shownValue = (group: Group, responses: number) =>
    unit === 'percent' ? (100 * responses) / group.invited : responses;
  const most = Math.max(1, ...groups.map((group) => shownValue(group, group.weeks.at(-1)?.responses ?? 0)));
  const step = niceStep(most);
  const highest = Math.ceil(most / step) * step;
  // A week's figure is known at its end.
  const days = Math.max(7, daysBetween(first, last) + 7);
  const x = (inDays: number) => left + (inDays / days) * (width - left - right);
  const y = (value: number) => height - bottom - (value / highest) * (height - bottom - top);
  const moments = groups.flatMap((group) => group.moments);
  const marks = [...new Map(moments.map((moment) => [`${moment.on} ${moment.channel}`, moment])).values()];
  const ticks = Array.from({ length: Math.round(highest / step) + 1 }, (_, i) => i * step);
  const ends = spread(groups.map((group) => y(shownValue(group, group.weeks.at(-1)?.responses ?? 0))));
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
      <svg className="curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{say.curve}</title>
        <desc id={`${id}-desc`}>{say.curveText(all(groups.map(({ title }) => title)))}</desc>
        {ticks.map((value) => (
          <g key={value} className="tick-line">
            <line x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
            <text x={left - 8} y={y(value) + 4} className="end">
              {number(value)}
              {unit === 'percent' ? ' %' : ''}
            </text>
          </g>
        ))}
        {marks.map((moment, index) => {
          const at = x(Math.max(0, daysBetween(first, moment.on)));
          return (
            <g key={`${moment.on} ${moment.channel}`} className="moment">
              <line x1={at} x2={at} y1={height - bottom} y2={height - bottom + 10} />
              <text x={at} y={height - bottom + 24 + (index % 2) * 16}>
                {say.channels[moment.channel]}
              </text>
            </g>
          );
        })}
        {groups.map((group, index) => {
          const points = group.weeks.map(
            ({ week, responses }) => `${x(daysBetween(first, week) + 7)},${y(shownValue(group, responses))}`,
          );
          const final = group.weeks.at(-1)?.responses ?? 0;
          return (
            <g key={group.group} className={`group group-${index % 4}`}>
              <polyline points={[`${x(0)},${y(0)}`, ...points].join(' ')} />
              <text x={width - right + 8} y={(ends[index] ?? 0) + 4}>
                {group.title} {number(unit === 'percent' ? Math.round(shownValue(group, final)) : final)}
                {unit === 'percent' ? ' %' : ''}
              </text>
            </g>
          );
        })}
      </svg>
      <details>
        <summary>{say.figures}</summary>
        <TableFrame label={say.figures}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.week}</th>
                {groups.map(({ group, title }) => (
                  <th scope="col" className="figure" key={group}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...new Set(groups.flatMap(({ weeks }) => weeks.map(({ week }) => week)))].toSorted().map((week) => (
                <tr key={week}>
                  <th scope="row">{day(week)}</th>
                  {groups.map(({ group, weeks }) => {
                    const found = weeks.find((one) => one.week === week);
                    return (
                      <td className="figure" key={group}>
                        {found === undefined ? say.none : number(found.responses)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </details>
    </div>
  );
}

/** A round step of which at most six make up `most`. */
function niceStep(most: number): number {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power;
}

/** Heights of labels, moved apart where lines end close together. */
function spread(heights: readonly number[]): readonly number[] {
  const order = heights.map((_, index) => index).toSorted((a, b) => heights[a]! - heights[b]!);
  const moved = [...heights];
  for (const [place, index] of order.entries()) {
    const above = place === 0 ? undefined : moved[order[place - 1]!];
    if (above !== undefined && moved[index]! < above + 18) moved[index] = above + 18;
  }
  return moved;
}

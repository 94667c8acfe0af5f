/** What the curve shows, as tables: the response per week, and the contact moments. */
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { reportingWords } from '../../wording/screens/reporting.ts';
import { type CurveGroup, marksOf, shareOrCount, type Unit } from './curve-shape.ts';

export function CurveFigures({ groups, unit }: { readonly groups: readonly CurveGroup[]; readonly unit: Unit }) {
  const say = useWords(reportingWords);
  const { number, day } = useGrammar();
  const weeks = [...new Set(groups.flatMap((group) => group.weeks.map(({ week }) => week)))].toSorted();
  const cell = (group: CurveGroup, responses: number | undefined) =>
    responses === undefined ? say.none : say.value[unit](number(Math.round(shareOrCount(unit, group, responses))));
  const marks = groups
    .flatMap((group) => marksOf(group).map((mark) => ({ ...mark, group })))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <div className="stack">
      <TableFrame label={say.figures}>
        <table>
          <caption>{say.curve}</caption>
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
            {weeks.map((week) => (
              <tr key={week}>
                <th scope="row">{day(week)}</th>
                {groups.map((group) => (
                  <td className="figure" key={group.group}>
                    {cell(group, group.weeks.find((one) => one.week === week)?.responses)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <TableFrame label={say.moments}>
        <table>
          <caption>{say.moments}</caption>
          <thead>
            <tr>
              <th scope="col">{say.on}</th>
              <th scope="col">{say.group}</th>
              <th scope="col">{say.what}</th>
              <th scope="col" className="figure">
                {say.people}
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ on, kind, cases, group }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps of a group may be alike; the list is only read
              <tr key={index}>
                <th scope="row">{day(on)}</th>
                <td>{group.title}</td>
                <td>{say.kinds[kind]}</td>
                <td className="figure">{number(cases)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** The response table: per group who was invited, who answered and how, and what became of the others. */

import type { ResponseCounts, ResponseTable } from '../../../shared/reporting/response-table.ts';
import { modes } from '../../../shared/study/contact-data.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { reportingWords } from '../../wording/screens/reporting.ts';

const others = ['P', 'R', 'NC', 'O', 'UO', 'NE'] as const;

export function ResponseTableView({
  table,
  titleOf,
}: {
  readonly table: ResponseTable;
  readonly titleOf: (code: string) => string;
}) {
  const say = useWords(reportingWords);
  const { number } = useGrammar();
  const used = modes.filter((mode) => table.total.byMode[mode] > 0);
  const became = others.filter((letter) => table.total.final[letter] > 0);
  const cells = (counts: ResponseCounts) => [
    counts.invited,
    counts.responses,
    counts.percent,
    ...used.map((mode) => counts.byMode[mode]),
    ...became.map((letter) => counts.final[letter]),
    counts.open,
  ];
  const heads = [
    say.invited,
    say.responses,
    say.percent,
    ...used.map((mode) => say.modes[mode]),
    ...became.map((letter) => say.letters[letter]),
    say.open,
  ];
  const row = (counts: ResponseCounts) =>
    cells(counts).map((count, index) => (
      <td className="figure" key={heads[index]}>
        {count === null ? say.none : number(count)}
      </td>
    ));
  return (
    <TableFrame label={say.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.group}</th>
            {heads.map((head) => (
              <th scope="col" className="figure" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.groups.map((counts) => (
            <tr key={counts.group}>
              <th scope="row">{titleOf(counts.group)}</th>
              {row(counts)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            {row(table.total)}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

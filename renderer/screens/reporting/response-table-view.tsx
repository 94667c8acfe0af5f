/** The response table: per group who was invited, who answered and how, and what became of the others; what was closed without an ending is told apart. */

import type { ResponseCounts, ResponseTable } from '../../../shared/reporting/response-table.ts';
import { modes } from '../../../shared/study/contact-data.ts';
import type { FinalGroup } from '../../../shared/study/disposition.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { reportingWords } from '../../wording/screens/reporting.ts';

/** The three letters of what is unknown are one column. */
const others: readonly (readonly FinalGroup[])[] = [['P'], ['R'], ['NC'], ['O'], ['UH', 'UR', 'UO'], ['NE']];
const sumOf = (counts: ResponseCounts['final'], letters: readonly FinalGroup[]) =>
  letters.reduce((sum, letter) => sum + counts[letter], 0);

export function ResponseTableView({
  table,
  titleOf,
}: {
  readonly table: ResponseTable;
  readonly titleOf: (code: string) => string;
}) {
  const say = useWords(reportingWords);
  const words = useWords(codeWords);
  const { number, all } = useGrammar();
  const used = modes.filter((mode) => table.total.byMode[mode] > 0);
  const became = others.filter((letters) => sumOf(table.total.final, letters) > 0);
  const cells = (counts: ResponseCounts) => [
    counts.invited,
    counts.responses,
    counts.percent,
    ...used.map((mode) => counts.byMode[mode]),
    ...became.map((letters) => sumOf(counts.final, letters)),
    counts.open,
  ];
  const heads = [
    say.invited,
    say.responses,
    say.percent,
    ...used.map((mode) => say.modes[mode]),
    ...became.map(([letter]) => words.groups[letter!]),
    say.open,
  ];
  const row = (counts: ResponseCounts) =>
    cells(counts).map((count, index) => (
      <td className="figure" key={heads[index]}>
        {count === null ? say.none : number(count)}
      </td>
    ));
  const { folded } = table.total;
  const parts = others.flatMap((letters) => {
    const people = sumOf(folded, letters);
    return people === 0 ? [] : [{ name: words.groups[letters[0]!], people }];
  });
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  return (
    <>
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
      {people === 0 ? null : (
        <p>
          {people === 1 ? say.foldedOne : say.folded(number(people))}
          {all(parts.map((part) => say.foldedPart(part.name, number(part.people))))}.
        </p>
      )}
    </>
  );
}

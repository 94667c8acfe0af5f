/** A few rows of a list, every letter and digit but the first masked: what was read, what could not be, and why a row is refused. */
import type { MaskedRow } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Mark } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { intakeColumnsWords } from '../../wording/screens/intake-columns.ts';
import { intakeOutcomeWords } from '../../wording/screens/intake-outcome.ts';
import { useMeaningName } from './column-table.tsx';

export function MaskedRows({ title, rows }: { readonly title: string; readonly rows: readonly MaskedRow[] }) {
  const say = useWords(intakeColumnsWords);
  const { reasons, applied } = useWords(intakeOutcomeWords);
  const outcomes: Readonly<Record<string, string>> = { ...reasons, ...applied, ...say.outcomes };
  const { number } = useGrammar();
  const nameOf = useMeaningName();
  if (rows.length === 0) return null;
  const fields = [...new Set(rows.flatMap(({ cells }) => cells.map(({ field }) => field)))];
  return (
    <TableFrame label={title}>
      <table className="masked">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {say.row}
            </th>
            <th scope="col">{say.outcome}</th>
            {fields.map((field) => (
              <th scope="col" key={field}>
                {nameOf(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells, outcome, isRefused }) => (
            <tr key={row}>
              <th scope="row" className="figure">
                {number(row)}
              </th>
              <td>
                {isRefused ? (
                  <Mark kind="attention">{outcomes[outcome] ?? outcome}</Mark>
                ) : (
                  <span className="soft">{outcomes[outcome] ?? outcome}</span>
                )}
              </td>
              {fields.map((field) => {
                const cell = cells.find((one) => one.field === field);
                return (
                  <td key={field} className={cell?.isUnreadable ? 'unreadable' : undefined}>
                    {cell === undefined || cell.masked === '' ? (
                      cell?.isUnreadable ? null : (
                        <span className="unseen">{say.empty}</span>
                      )
                    ) : (
                      <span className="mono">{cell.masked}</span>
                    )}
                    {cell?.isUnreadable ? (
                      <div>
                        <Mark kind="attention">{say.unreadable}</Mark>
                      </div>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

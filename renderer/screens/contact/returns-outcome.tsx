/** What came of an export that was taken in: the whole sum, and each row that was not taken in with its reason, in the order of the file. */
import { useEffect, useRef, useState } from 'react';
import type { ReturnsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { returnsWords } from '../../wording/screens/returns.ts';

/** More make a window slow; the rest comes when it is asked for. */
const rowsAtFirst = 200;

export function ReturnsOutcome({ title, view }: { readonly title: string; readonly view: ReturnsView }) {
  const say = useWords(returnsWords);
  const { number } = useGrammar();
  const [isAll, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: what came of it has the focus.
  useEffect(() => place.current?.focus(), []);
  const reasonOf = (reason: string) => say.reasons[reason] ?? reason;
  const refused = Object.entries(view.refused).filter(([, count]) => count > 0);
  const sum = [
    say.sum(number(view.read), number(view.accepted)),
    ...(view.aside === 0 ? [] : [say.aside(number(view.aside))]),
    ...(view.begun === 0 ? [] : [say.begun(number(view.begun))]),
    ...refused.map(([reason, count]) => `${number(count)} ${reasonOf(reason)}`),
  ];
  const rows = isAll ? view.refusedRows : view.refusedRows.slice(0, rowsAtFirst);
  const caption = say.refusedRows(number(view.refusedRows.length));
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      <Notice kind="done" title={title}>
        <p>{sum.join(' + ')}</p>
        {view.aside === 0 ? null : <p>{say.asideText}</p>}
        {view.begun === 0 ? null : <p>{say.begunText}</p>}
        {view.offRoute === 0 ? null : <p>{say.offRoute(number(view.offRoute))}</p>}
      </Notice>
      {view.refusedRows.length === 0 ? null : (
        <>
          <h3>{caption}</h3>
          <TableFrame label={caption}>
            <table>
              <caption className="unseen">{caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.row}</th>
                  <th scope="col">{say.column}</th>
                  <th scope="col">{say.reason}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, column, reason }) => (
                  <tr key={row}>
                    <th scope="row">{number(row)}</th>
                    <td>{column ?? ''}</td>
                    <td>{reasonOf(reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          {rows.length === view.refusedRows.length ? null : (
            <div className="row">
              <Button onPress={() => setAll(true)}>{say.showAll(number(view.refusedRows.length))}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

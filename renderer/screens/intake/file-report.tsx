/** What one file comes to: its columns in three steps, its rows as a sum that is always written out, and what was refused by row number. */

import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Mark } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { words } from '../../wording/wording.ts';

type FileView = IntakeView['files'][number];
type Column = FileView['columns'][number];

const isRead = ({ becomes }: Column) => becomes !== 'not-allowed' && becomes !== 'not-recognised';
/** Decide whether someone may take part, and are kept of nobody. */
const usedOnly: readonly string[] = ['consent', 'deceased'] satisfies readonly ContactField[];
/** Of a long list the first are enough to look them up. */
const mostRows = 200;

export function FileReport({
  view,
  name,
  isOpen,
}: {
  readonly view: FileView;
  readonly name: string;
  readonly isOpen: boolean;
}) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { language } = useBearing();
  const refused = Object.entries(view.refused).filter(([, count]) => count > 0);
  const parts = [
    say.accepted(number(view.accepted)),
    ...(refused.length === 0
      ? [say.nobodyRefused]
      : refused.map(([reason, count]) => `${number(count)} ${say.reasons[reason] ?? reason}`)),
  ];
  const share = view.read === 0 ? 0 : view.accepted / view.read;
  const read = view.columns.filter(isRead).length;
  const rowsWhere = (reason: string) => view.refusedRows.filter((row) => row.reason === reason).map(({ row }) => row);
  const unreadFields = [...new Set(view.remarks.map(({ field }) => field))];
  return (
    <article className="file-report">
      <h3>{say.fileTitle(view.file, name)}</h3>
      <p className="sum">{say.sum(number(view.read), parts.join(' + '))}</p>
      <span className="bar" aria-hidden="true">
        <span ref={(bar) => bar?.style.setProperty('inline-size', `${share * 100}%`)} />
      </span>
      <details open={isOpen}>
        <summary>{say.columnsRead(read, view.columns.length)}</summary>
        <ColumnTable columns={view.columns} name={name} />
      </details>
      {view.refusedRows.length === 0 ? null : (
        <details>
          <summary>{say.refusedRows(view.refusedRows.length, number(view.refusedRows.length))}</summary>
          <dl className="rows-by-reason">
            {refused.map(([reason]) => (
              <RowNumbers key={reason} term={say.reasons[reason] ?? reason} rows={rowsWhere(reason)} />
            ))}
          </dl>
        </details>
      )}
      {view.remarks.length === 0 ? null : (
        <details>
          <summary>{say.remarks(view.remarks.length, number(view.remarks.length))}</summary>
          <dl className="rows-by-reason">
            {unreadFields.map((field) => (
              <RowNumbers
                key={field}
                term={words[language].contactFields[field as ContactField] ?? field}
                rows={view.remarks.filter((remark) => remark.field === field).map(({ row }) => row)}
              />
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}

function RowNumbers({ term, rows }: { readonly term: string; readonly rows: readonly number[] }) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const rest = rows.length - mostRows;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {say.rows(rows.slice(0, mostRows).join(', '))}
        {rest > 0 ? say.moreRows(number(rest)) : null}
      </dd>
    </div>
  );
}

function ColumnTable({ columns, name }: { readonly columns: readonly Column[]; readonly name: string }) {
  const say = useWords(intakeWords);
  const { language } = useBearing();
  return (
    <TableFrame label={say.columnsCaption(name)}>
      <table className="columns">
        <caption className="unseen">{say.columnsCaption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{say.inFile}</th>
            <th scope="col">{say.becomes}</th>
            <th scope="col">{say.happens}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.column} className={isRead(column) ? undefined : 'left-out'}>
              <th scope="row">
                {column.header ?? <span className="soft">{say.noHeader}</span>}{' '}
                <span className="soft letter">{say.column(column.column)}</span>
                {column.examples.length === 0 ? null : (
                  <div className="examples">
                    <span className="mono">{column.examples.join('   ')}</span>
                  </div>
                )}
              </th>
              <td>
                {isRead(column) ? (
                  words[language].contactFields[column.becomes as ContactField]
                ) : (
                  <span className="soft">{say.nothing}</span>
                )}
              </td>
              <td>
                <Fate column={column} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Fate({ column: { becomes } }: { readonly column: Column }) {
  const say = useWords(intakeWords);
  if (becomes === 'not-allowed') return <Mark kind="attention">{say.notAllowed}</Mark>;
  if (becomes === 'not-recognised') return <Mark kind="open">{say.notRecognised}</Mark>;
  if (usedOnly.includes(becomes)) return <Mark kind="done">{say.usedOnly}</Mark>;
  return <Mark kind="done">{becomes === 'stratum' ? say.keptAsNumber : say.kept}</Mark>;
}

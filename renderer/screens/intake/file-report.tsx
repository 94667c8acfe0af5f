/** What one list comes to: its rows as a sum that is always written out, its columns in three steps, a few rows, and what was refused by row number. */
import { findMeaningUnder } from '../../../shared/intake/header-meaning.ts';
import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { IntakeFileView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { intakeColumnsWords } from '../../wording/screens/intake-columns.ts';
import { intakeOutcomeWords } from '../../wording/screens/intake-outcome.ts';
import { ColumnTable, isRead, useMeaningName } from './column-table.tsx';
import type { ColumnChoice } from './delivery.ts';
import { ListSum } from './list-sum.tsx';
import { MaskedRows } from './masked-rows.tsx';

/** Of a long list the first are enough to look them up. */
const mostRows = 200;
const fileOnly = { choices: {}, onChoose: undefined };

export function FileReport({
  view,
  name,
  isOpen,
  allowed,
  isToApply = false,
  choosing = fileOnly,
}: {
  readonly view: IntakeFileView;
  readonly name: string;
  readonly isOpen: boolean;
  readonly allowed: readonly ContactField[];
  /** News about people who are there: nobody is taken in by it. */
  readonly isToApply?: boolean;
  readonly choosing?: {
    readonly choices: Readonly<Record<string, ColumnChoice>>;
    readonly onChoose: ((column: string, choice: ColumnChoice | undefined) => void) | undefined;
  };
}) {
  const say = useWords(intakeOutcomeWords);
  const { fileTitle } = useWords(intakeWords);
  const ours = useWords(intakeColumnsWords);
  const { number } = useGrammar();
  const refused = Object.entries(view.refused).filter(([, count]) => count > 0);
  const rowsWhere = (reason: string) => view.refusedRows.filter((row) => row.reason === reason).map(({ row }) => row);
  const { first, worst } = view.sample;
  return (
    <article className="file-report">
      <h3>{fileTitle(view.file, name)}</h3>
      <ListSum counts={view} />
      <AboutFile view={view} />
      <Missing fields={view.missing} allowed={allowed} isToApply={isToApply} hasSheets={view.sheets.length > 1} />
      {isToApply ? null : <RepresentedUnread columns={view.columns} />}
      <MayTellNo view={view} />
      <details open={isOpen || view.missing.length + view.undecidedColumns.length > 0}>
        <summary>{ours.columnsRead(view.columns.filter(isRead).length, view.columns.length)}</summary>
        <ColumnTable
          columns={view.columns}
          undecided={view.undecidedColumns}
          name={name}
          allowed={allowed}
          isToApply={isToApply}
          {...choosing}
        />
      </details>
      {first.length + worst.length === 0 ? null : (
        <details open={isOpen}>
          <summary>{ours.sample}</summary>
          <div className="stack">
            <MaskedRows title={ours.first} rows={first} />
            <MaskedRows title={ours.worst} rows={worst} />
          </div>
        </details>
      )}
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
      <Remarks remarks={view.remarks.filter(({ what }) => what !== 'masked')} title={ours.remarks} />
      <Remarks remarks={view.remarks.filter(({ what }) => what === 'masked')} title={ours.maskedCells} />
    </article>
  );
}

/** Where its headings are, and what the spreadsheet does not show of it. */
function AboutFile({ view }: { readonly view: IntakeFileView }) {
  const ours = useWords(intakeColumnsWords);
  const { number, all } = useGrammar();
  const hidden = view.columns.filter((column) => column.hidden).map(({ column }) => column);
  const of = view.sheets.find(({ sheet }) => sheet === view.sheet);
  const isHiddenSheet = of?.hidden === true;
  const lines = [
    ...(view.sheets.length < 2 ? [] : [ours.sheetRead(of?.name ?? number(view.sheet))]),
    ...(view.headerRow === undefined
      ? [ours.noHeaderRow]
      : view.headerRow === 1
        ? []
        : [ours.headerRow(number(view.headerRow))]),
    ...(isHiddenSheet ? [ours.hiddenSheet] : []),
    ...(view.hiddenRows === 0 ? [] : [ours.hiddenRows(view.hiddenRows, number(view.hiddenRows))]),
    ...(hidden.length === 0 ? [] : [ours.hiddenColumns(all(hidden))]),
  ];
  return lines.length === 0 ? null : <p className="soft">{lines.join(' ')}</p>;
}

/** Without these nobody can be accepted: what to do about it depends on the agreement. */
function Missing({
  fields,
  allowed,
  isToApply,
  hasSheets,
}: {
  readonly fields: readonly string[];
  readonly allowed: readonly ContactField[];
  readonly isToApply: boolean;
  readonly hasSheets: boolean;
}) {
  const ours = useWords(intakeColumnsWords);
  const { all } = useGrammar();
  const nameOf = useMeaningName();
  if (fields.length === 0) return null;
  const forbidden = fields.filter((field) => !allowed.includes(field as ContactField));
  return (
    <Notice kind="attention" title={(isToApply ? ours.missingToApply : ours.missing)(all(fields.map(nameOf)))}>
      {hasSheets ? <p>{ours.otherSheet}</p> : null}
      <p>{forbidden.length === 0 ? ours.missingTodo : ours.missingNotAllowed(all(forbidden.map(nameOf)))}</p>
    </Notice>
  );
}

/** A death or an objection is always read; who has to be asked through someone else only where the agreement allows it, which is told. */
function RepresentedUnread({ columns }: { readonly columns: IntakeFileView['columns'] }) {
  const ours = useWords(intakeColumnsWords);
  const { all } = useGrammar();
  const silent = columns.filter(
    ({ becomes, header }) =>
      becomes === 'not-allowed' && header !== undefined && findMeaningUnder('', header)?.meaning === 'representation',
  );
  if (silent.length === 0) return null;
  const names = silent.map(({ header, column }) => `${header} (${ours.column(column)})`);
  return (
    <Notice kind="attention" title={ours.representedTitle(all(names))}>
      <p>{ours.representedText}</p>
    </Notice>
  );
}

/** Whoever died or objects in a column that is not read would come in with the others. */
function MayTellNo({ view }: { readonly view: IntakeFileView }) {
  const ours = useWords(intakeColumnsWords);
  const { all } = useGrammar();
  if (view.undecidedColumns.length === 0) return null;
  const names = view.columns
    .filter(({ column }) => view.undecidedColumns.includes(column))
    .map(({ header, column }) => (header === undefined ? ours.column(column) : `${header} (${ours.column(column)})`));
  return (
    <Notice kind="attention" title={ours.mayTellNoTitle(all(names))}>
      <p>{ours.mayTellNoText}</p>
    </Notice>
  );
}

function Remarks({
  remarks,
  title,
}: {
  readonly remarks: IntakeFileView['remarks'];
  readonly title: (count: number, number: string) => string;
}) {
  const { number } = useGrammar();
  const nameOf = useMeaningName();
  if (remarks.length === 0) return null;
  const fields = [...new Set(remarks.map(({ field }) => field))];
  return (
    <details>
      <summary>{title(remarks.length, number(remarks.length))}</summary>
      <dl className="rows-by-reason">
        {fields.map((field) => (
          <RowNumbers
            key={field}
            term={nameOf(field)}
            rows={remarks.filter((remark) => remark.field === field).map(({ row }) => row)}
          />
        ))}
      </dl>
    </details>
  );
}

function RowNumbers({ term, rows }: { readonly term: string; readonly rows: readonly number[] }) {
  const say = useWords(intakeOutcomeWords);
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

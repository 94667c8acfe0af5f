/** The columns of a list in three steps: what is in the file, what we make of it, which a person may change, and what happens to it. */
import { useRef } from 'react';
import type { ColumnMeaning } from '../../../shared/intake/column-map.ts';
import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { ColumnView } from '../../../shared/views.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { meaningsAllowed } from '../../field-groups.ts';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { fieldGroupWords } from '../../wording/screens/field-groups.ts';
import { intakeColumnsWords } from '../../wording/screens/intake-columns.ts';
import { words } from '../../wording/wording.ts';
import type { ColumnChoice } from './delivery.ts';

export const isRead = ({ becomes }: ColumnView) => becomes !== 'not-allowed' && becomes !== 'not-recognised';
/** Decide whether and how someone may take part, and are kept of nobody. */
const usedOnly: readonly string[] = ['consent', 'deceased', 'news'] satisfies readonly ContactField[];
const asSuggested = 'as-suggested';
const toChoose = 'to-choose';

/** What a meaning of a column is called. */
export function useMeaningName(): (meaning: string) => string {
  const { language } = useBearing();
  const { together } = useWords(fieldGroupWords);
  const names: Readonly<Record<string, string>> = { ...words[language].contactFields, ...together };
  return (meaning) => names[meaning] ?? meaning;
}

export function ColumnTable({
  columns,
  undecided = [],
  name,
  allowed,
  choices,
  onChoose,
  isToApply = false,
}: {
  readonly columns: readonly ColumnView[];
  /** Letters of those that have to be decided on. */
  readonly undecided?: readonly string[];
  readonly name: string;
  readonly allowed: readonly ContactField[];
  /** What a person decided, by column; without `onChoose` the table only tells. */
  readonly choices: Readonly<Record<string, ColumnChoice>>;
  readonly onChoose?: ((column: string, choice: ColumnChoice | undefined) => void) | undefined;
  /** Of a list about people who are there: nobody is taken in by it. */
  readonly isToApply?: boolean;
}) {
  const say = useWords(intakeColumnsWords);
  const nameOf = useMeaningName();
  const likeness = (meaning: string) => (meaning === 'consent' ? say.consentOrObjection : nameOf(meaning));
  const table = useRef<HTMLTableElement>(null);
  return (
    <TableFrame label={say.columnsCaption(name)}>
      <table className="columns" ref={table}>
        <caption className="unseen">{say.columnsCaption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{say.inFile}</th>
            <th scope="col">{say.becomes}</th>
            <th scope="col">{say.happens}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const choice = choices[column.column];
            return (
              <tr key={column.column} className={isRead(column) ? undefined : 'left-out'}>
                <th scope="row">
                  {column.header ?? <span className="soft">{say.noHeader}</span>}{' '}
                  <span className="soft letter">
                    {say.column(column.column)}
                    {column.hidden ? `, ${say.hidden}` : null}
                  </span>
                  {column.examples.length === 0 ? null : (
                    <div className="examples">
                      {column.examples.map((example, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: examples neither move nor change
                        <span className="mono" key={index}>
                          {example}
                        </span>
                      ))}
                    </div>
                  )}
                </th>
                <td>
                  {onChoose === undefined ? (
                    isRead(column) ? (
                      nameOf(column.becomes)
                    ) : (
                      <span className="soft">{say.notRead}</span>
                    )
                  ) : (
                    <Meaning
                      column={column}
                      choice={choice}
                      isUndecided={undecided.includes(column.column)}
                      allowed={allowed}
                      onChoose={onChoose}
                    />
                  )}
                  {choice !== undefined || column.by === 'chosen' ? (
                    <div className="soft">{say.chosen}</div>
                  ) : column.by === 'remembered' ? (
                    <div className="soft">{say.remembered}</div>
                  ) : null}
                </td>
                <td>
                  <Fate
                    column={column}
                    choice={choice}
                    isUndecided={undecided.includes(column.column)}
                    isToApply={isToApply}
                  />
                  {column.looksLike === undefined || choice !== undefined ? null : (
                    <div className="looks-like">
                      <span>{say.looksLike(likeness(column.looksLike))}</span>
                      {onChoose === undefined ? null : (
                        <Button
                          onPress={() => {
                            // The button goes; what was chosen can be changed where it now stands.
                            chosenIn(table.current, column.column)?.focus();
                            onChoose(column.column, column.looksLike as ColumnMeaning);
                          }}
                        >
                          {say.readAs(likeness(column.looksLike))}
                          <span className="unseen">: {say.column(column.column)}</span>
                        </Button>
                      )}
                    </div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

const chosenIn = (table: HTMLTableElement | null, column: string) =>
  table?.querySelector<HTMLSelectElement>(`select[data-column="${column}"]`);

/** A list of the system, so that a letter finds a meaning and nothing has to be opened. */
function Meaning({
  column,
  choice,
  isUndecided,
  allowed,
  onChoose,
}: {
  readonly column: ColumnView;
  readonly choice: ColumnChoice | undefined;
  /** Not to read it has to be chosen too, and what stands there already cannot be. */
  readonly isUndecided: boolean;
  readonly allowed: readonly ContactField[];
  readonly onChoose: (column: string, choice: ColumnChoice | undefined) => void;
}) {
  const say = useWords(intakeColumnsWords);
  const { groups } = useWords(fieldGroupWords);
  const nameOf = useMeaningName();
  const shown = choice ?? (isUndecided ? toChoose : isRead(column) ? column.becomes : 'not-read');
  const offered = meaningsAllowed(allowed);
  const isOffered =
    shown === 'not-read' ||
    shown === toChoose ||
    offered.some(({ meanings }) => meanings.includes(shown as ColumnMeaning));
  return (
    <select
      className="meaning"
      data-column={column.column}
      aria-label={say.becomesOf(column.header, column.column)}
      value={shown}
      onChange={({ target: { value } }) =>
        onChoose(column.column, value === asSuggested || value === toChoose ? undefined : (value as ColumnChoice))
      }
    >
      {shown === toChoose ? <option value={toChoose}>{say.toChoose}</option> : null}
      <option value="not-read">{say.notRead}</option>
      {choice === undefined ? null : <option value={asSuggested}>{say.asSuggested}</option>}
      {isOffered ? null : <option value={shown}>{nameOf(shown)}</option>}
      {offered.map(({ group, meanings }) => (
        <optgroup key={group} label={groups[group]}>
          {meanings.map((meaning) => (
            <option key={meaning} value={meaning}>
              {nameOf(meaning)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function Fate({
  column,
  choice,
  isUndecided,
  isToApply,
}: {
  readonly column: ColumnView;
  readonly choice: ColumnChoice | undefined;
  readonly isUndecided: boolean;
  readonly isToApply: boolean;
}) {
  const say = useWords(intakeColumnsWords);
  const { becomes } = column;
  if (choice === 'not-read') return <Mark kind="open">{say.leftOut}</Mark>;
  if (becomes === 'not-allowed') return <Mark kind="attention">{say.notAllowed}</Mark>;
  if (isUndecided) return <Mark kind="attention">{say.mayTellNo}</Mark>;
  if (becomes === 'not-recognised') return <Mark kind="open">{say.notRecognised}</Mark>;
  if (usedOnly.includes(becomes)) return <Mark kind="done">{say.usedOnly}</Mark>;
  if (isToApply) return <Mark kind="done">{say.keptOfKnown}</Mark>;
  return <Mark kind="done">{becomes === 'stratum' ? say.keptAsNumber : say.kept}</Mark>;
}

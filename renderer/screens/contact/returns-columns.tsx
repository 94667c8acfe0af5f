/** What is in an export before anything of it is taken in: which column is read as what, and what is missing. A person may say otherwise. */
import { useState } from 'react';
import type { SourceFile } from '../../../shared/contract.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { ReturnsLook } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useView } from '../../request.ts';
import { returnsWords } from '../../wording/screens/returns.ts';

const unread = '';

export function ReturnsColumns({
  group,
  file,
  title,
  isBusy,
  onRead,
  onLeave,
}: {
  readonly group: GroupCode;
  readonly file: SourceFile;
  readonly title: string;
  readonly isBusy: boolean;
  readonly onRead: (columns: Readonly<Record<string, string>>) => void;
  readonly onLeave: () => void;
}) {
  const say = useWords(returnsWords);
  const { number, all } = useGrammar();
  const [columns, setColumns] = useState<Readonly<Record<string, string>>>({});
  // The platform's own words for its own columns say nothing to who looks here.
  const nameOf = (target: string) =>
    target === 'token' ? say.own.code : target === 'submitdate' ? say.own.submitdate : target;
  const look = useView('interview.lookAtReturns', { group, file, columns });
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      <Shown seen={look}>
        {(view) => {
          const rows = say.rows(view.rows, number(view.rows));
          const isWhole = view.missing.length === 0 && view.twice.length === 0;
          return (
            <>
              <p>
                {say.kinds[view.kind]}, {rows}.
              </p>
              <ColumnsTable
                look={view}
                onChoose={(header, target) => setColumns((before) => ({ ...before, [header]: target || 'none' }))}
              />
              {view.missing.length === 0 ? null : (
                <Notice kind="attention">
                  <p>{say.missing(all(view.missing.map(nameOf)))}</p>
                </Notice>
              )}
              {view.twice.length === 0 ? null : (
                <Notice kind="attention">
                  <p>{say.twice(all(view.twice))}</p>
                </Notice>
              )}
              <div className="row">
                <Button
                  kind={isWhole ? 'primary' : 'quiet'}
                  isOff={!isWhole}
                  isBusy={isBusy}
                  onPress={() => onRead(columns)}
                >
                  {say.takeIn(rows)}
                </Button>
                <Button onPress={onLeave}>{say.leave}</Button>
              </div>
            </>
          );
        }}
      </Shown>
    </section>
  );
}

type Column = ReturnsLook['columns'][number];

function ColumnsTable({
  look,
  onChoose,
}: {
  readonly look: ReturnsLook;
  readonly onChoose: (header: string, target: string) => void;
}) {
  const say = useWords(returnsWords);
  const own: Readonly<Record<string, string>> = say.own;
  const nameOf = ({ target, text }: ReturnsLook['targets'][number]) =>
    Object.hasOwn(own, target) ? own[target] : text === '' ? target : `${target}: ${shortened(text)}`;
  return (
    <TableFrame label={say.columns}>
      <table className="columns">
        <caption className="unseen">{say.columns}</caption>
        <thead>
          <tr>
            <th scope="col">{say.inFile}</th>
            <th scope="col">{say.readAs}</th>
          </tr>
        </thead>
        <tbody>
          {look.columns.map((column) => (
            <tr key={column.header} className={isRead(column) ? undefined : 'left-out'}>
              <th scope="row">{column.header}</th>
              <td>
                <select
                  className="meaning read-as"
                  aria-label={say.readAsOf(column.header)}
                  value={column.target === 'none' ? unread : (column.target ?? unread)}
                  onChange={({ target }) => onChoose(column.header, target.value)}
                >
                  <option value={unread}>{say.notRead}</option>
                  {look.targets.map((target) => (
                    <option key={target.target} value={target.target}>
                      {nameOf(target)}
                    </option>
                  ))}
                </select>{' '}
                <Fate column={column} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const isRead = ({ target }: Column) => target !== undefined && target !== 'none';
const longestOption = 60;
const shortened = (text: string) => (text.length > longestOption ? `${text.slice(0, longestOption - 1)}…` : text);

function Fate({ column }: { readonly column: Column }) {
  const say = useWords(returnsWords);
  if (column.isAmbiguous) return <Mark kind="attention">{say.ambiguous}</Mark>;
  if (!isRead(column)) return <Mark kind="open">{column.isPlatforms ? say.isPlatforms : say.isUnread}</Mark>;
  return <Mark kind="done">{column.isRemembered ? say.remembered : say.isRead}</Mark>;
}

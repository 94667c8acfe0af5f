/** All sheets, recovery files and backups that were made; a void one that may still be somewhere waits until it is destroyed. */
import type { SafeguardsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useAsking } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { safeguardWords } from '../../wording/screens/safeguards.ts';

const marks = { valid: 'done', replaced: 'open', left: 'attention' } as const;

export function SafeguardList({
  view: { safeguards },
  onChanged,
}: {
  readonly view: SafeguardsView;
  readonly onChanged: () => void;
}) {
  const say = useWords(safeguardWords);
  const { day } = useGrammar();
  const isManager = useHasRole()('manager');
  const { ask, busy, trouble } = useAsking();
  if (safeguards.length === 0) return <p className="soft">{say.nothing}</p>;
  const isAnyLeft = safeguards.some(({ state }) => state === 'left');
  const nameOf = ({ kind, name, sheet }: SafeguardsView['safeguards'][number]) =>
    say.what(say.steps[kind], kind === 'recovery-sheet' ? sheet : name);
  // The newest first.
  const shown = [...safeguards].reverse();
  return (
    <div className="stack">
      {isAnyLeft ? <Notice kind="attention">{say.void}</Notice> : null}
      <TroubleNotice trouble={trouble} />
      <TableFrame label={say.list}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.columns.what}</th>
              <th scope="col">{say.columns.madeOn}</th>
              <th scope="col">{say.columns.state}</th>
              <th scope="col">{say.columns.todo}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id}>
                <td>
                  {nameOf(one)}
                  {one.kind === 'recovery-file' && one.sheet !== undefined ? (
                    <span className="soft"> ({say.sheet(one.sheet)})</span>
                  ) : null}
                </td>
                <td>{day(one.madeOn)}</td>
                <td>
                  <Mark kind={marks[one.state]}>{say.states[one.state]}</Mark>{' '}
                  {one.voidOn === undefined ? null : say.voidOn(day(one.voidOn))}
                  {one.state === 'valid' && one.isThere === false ? say.notThere : null}
                </td>
                <td>
                  {one.state === 'left' && isManager ? (
                    <Button
                      isBusy={busy !== undefined}
                      onPress={async () => {
                        await ask('study.settleSafeguard', { safeguard: one.id });
                        onChanged();
                      }}
                    >
                      {say.settle}
                      <span className="unseen">: {nameOf(one)}</span>
                    </Button>
                  ) : one.state === 'left' ? (
                    say.destroyThis
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** The hours in which people may be rung, per day of the week: a day has none, one or more. */
import type { Weekday } from '../../../shared/study/calling.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { scheduleCallingWords } from '../../wording/screens/schedule-calling.ts';
import {
  asOnMonday,
  type DraftCalling,
  type DraftWindow,
  mostWindows,
  weekdays,
  windowFault,
  withWindow,
} from './draft-calling.ts';

export function CallWindows({
  calling,
  onChange,
}: {
  readonly calling: DraftCalling;
  readonly onChange: (next: DraftCalling) => void;
}) {
  const say = useWords(scheduleCallingWords);
  return (
    <div className="stack">
      <TableFrame label={say.windows}>
        <table className="windows">
          <tbody>
            {weekdays.map((day) => (
              <DayRow
                key={day}
                day={day}
                windows={calling.windows[day]}
                onChange={(own) => onChange({ ...calling, windows: { ...calling.windows, [day]: own } })}
                onAdd={() => onChange(withWindow(calling, day))}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="row">
        <Button onPress={() => onChange(asOnMonday(calling))}>{say.asMonday}</Button>
      </div>
    </div>
  );
}

function DayRow({
  day,
  windows,
  onChange,
  onAdd,
}: {
  readonly day: Weekday;
  readonly windows: readonly DraftWindow[];
  readonly onChange: (windows: readonly DraftWindow[]) => void;
  readonly onAdd: () => void;
}) {
  const say = useWords(scheduleCallingWords);
  const { number } = useGrammar();
  const name = say.weekdays[day];
  const fault = windowFault(windows);
  const changed = (nr: number, part: Partial<DraftWindow>) =>
    onChange(windows.map((window, place) => (place === nr ? { ...window, ...part } : window)));
  const box = (nr: number, end: 'from' | 'to') => (
    <input
      type="time"
      aria-label={say[end](name, number(nr + 1))}
      aria-invalid={fault === undefined ? undefined : true}
      value={windows[nr]?.[end] ?? ''}
      onChange={({ target }) => changed(nr, { [end]: target.value })}
    />
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {windows.length === 0 ? <span className="soft">{say.noCalls}</span> : null}
        {windows.map((window, nr) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name than their place
          <span className="window field" key={nr}>
            {box(nr, 'from')}
            <span aria-hidden="true">{say.until}</span>
            {box(nr, 'to')}
            <Button kind="plain" onPress={() => onChange(windows.filter((_, place) => place !== nr))}>
              {say.removeWindow}
              <span className="unseen">: {say.removeWindowOf(name, window.from, window.to)}</span>
            </Button>
          </span>
        ))}
        {fault === undefined ? null : (
          <span className="fault" role="status">
            ▲ {say.windowFaults[fault]}
          </span>
        )}
      </td>
      <td className="figure">
        {windows.length < mostWindows ? (
          <Button kind="plain" onPress={onAdd}>
            {say.addWindow}
            <span className="unseen"> {say.addWindowOn(name)}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The items of a group, each with a tick to leave it out of the dataset. */

import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { ExportPlan } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Tick } from '../../parts/field.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { exportWords } from '../../wording/screens/export.ts';

type PlannedItem = ExportPlan['groups'][number]['items'][number];
/** Open answers and dates stay out of every dataset, whatever is chosen. */
export const staysOut = ({ kind, isOpenAnswer }: PlannedItem) => isOpenAnswer || kind === 'date';

export interface ItemTableProps {
  readonly title: string;
  readonly items: readonly PlannedItem[];
  readonly isLeftOut: (item: ItemName) => boolean;
  readonly onLeaveOut: (item: ItemName, isOut: boolean) => void;
}

export function ItemTable({ title, items, isLeftOut, onLeaveOut }: ItemTableProps) {
  const say = useWords(exportWords);
  return (
    <TableFrame label={title}>
      <table className="items">
        <thead>
          <tr>
            <th scope="col">{say.leaveOut}</th>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.item}</th>
          </tr>
        </thead>
        <tbody>
          {items
            .map((one) => ({ ...one, isOut: staysOut(one) }))
            .map(({ item, text, isOpenAnswer, isOut }) => (
              <tr key={item}>
                <td>
                  {isOut ? (
                    <span className="soft">{say.always}</span>
                  ) : (
                    <Tick
                      label={<span className="unseen">{say.leaveOutItem(item)}</span>}
                      isOn={isLeftOut(item)}
                      onChange={(isOut) => onLeaveOut(item, isOut)}
                    />
                  )}
                </td>
                <td className="mono">{item}</td>
                <td>
                  {text} {isOut ? <span className="soft">({isOpenAnswer ? say.open : say.date})</span> : null}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

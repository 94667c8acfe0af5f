/** The items of a group, each with a tick to leave it out of the dataset. */

import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { ExportPlan } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Tick } from '../../parts/field.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { exportWords } from '../../wording/screens/export.ts';

export interface ItemTableProps {
  readonly title: string;
  readonly items: ExportPlan['groups'][number]['items'];
  readonly isLeftOut: (item: ItemName) => boolean;
  readonly onLeaveOut: (item: ItemName, isOut: boolean) => void;
}

export function ItemTable({ title, items, isLeftOut, onLeaveOut }: ItemTableProps) {
  const say = useWords(exportWords);
  return (
    <TableFrame label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.leaveOut}</th>
            <th scope="col">{say.item}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, text, isOpenAnswer }) => (
            <tr key={item}>
              <td>
                {isOpenAnswer ? (
                  <span className="soft">{say.open}</span>
                ) : (
                  <Tick
                    label={<span className="unseen">{say.leaveOutItem(item)}</span>}
                    isOn={isLeftOut(item)}
                    onChange={(isOut) => onLeaveOut(item, isOut)}
                  />
                )}
              </td>
              <td>
                <span className="mono">{item}</span>
                <div>{text}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

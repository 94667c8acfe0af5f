/** What will leave, per group, in the question before it does; and what stays out. */
import { fewestPeople } from '../../../shared/export/anonymous-rows.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { ExportPlan } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { exportWords } from '../../wording/screens/export.ts';
import { staysOut } from './item-table.tsx';

export interface LeavingProps {
  readonly groups: ExportPlan['groups'];
  readonly isLeftOut: (group: GroupCode, item: ItemName) => boolean;
}

export function Leaving({ groups, isLeftOut }: LeavingProps) {
  const say = useWords(exportWords);
  const { number } = useGrammar();
  const counted = groups.map(({ group, title, responses, items }) => {
    const never = items.filter(staysOut).length;
    const chosen = items.filter((one) => !staysOut(one) && isLeftOut(group, one.item)).length;
    return { group, title, responses, never, chosen, stays: items.length - never - chosen };
  });
  const made = counted.filter(({ responses }) => responses >= fewestPeople);
  const sum = (of: 'never' | 'chosen') => number(made.reduce((total, one) => total + one[of], 0));
  return (
    <>
      <ul>
        {counted.map(({ group, title, responses, stays }) => (
          <li key={group}>
            {responses < fewestPeople ? say.leavesNot(title) : say.leaves(title, number(responses), number(stays))}
          </li>
        ))}
      </ul>
      {made.length === 0 ? null : <p>{say.staysOut(sum('chosen'), sum('never'))}</p>}
    </>
  );
}

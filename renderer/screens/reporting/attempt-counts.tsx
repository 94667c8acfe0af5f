/** Contact attempts, counted. */

import type { AttemptsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { reportingWords } from '../../wording/screens/reporting.ts';

export function AttemptCounts({
  counts,
  titleOf,
}: {
  readonly counts: AttemptsView['counts'];
  readonly titleOf: (code: string) => string;
}) {
  const say = useWords(reportingWords);
  const { outcomes } = useWords(codeWords);
  const { number } = useGrammar();
  return (
    <TableFrame label={say.attempts}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.group}</th>
            <th scope="col">{say.channel}</th>
            <th scope="col">{say.outcome}</th>
            <th scope="col" className="figure">
              {say.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ group, channel, outcome, count }) => (
            <tr key={`${group} ${channel} ${outcome}`}>
              <td>{titleOf(group)}</td>
              <td>{say.channels[channel]}</td>
              <td>{outcomes[outcome]}</td>
              <td className="figure">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

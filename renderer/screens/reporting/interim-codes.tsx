/** What attempts came to, by channel and number; and after which contact responses came. */
import type { DispositionsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { reportingWords } from '../../wording/screens/reporting.ts';

type GroupCodes = DispositionsView['groups'][number];

export function InterimCodes({
  attempts,
  label,
}: {
  readonly attempts: GroupCodes['attempts'];
  readonly label: string;
}) {
  const say = useWords(reportingWords);
  const { outcomes } = useWords(codeWords);
  const { number } = useGrammar();
  return (
    <TableFrame label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.channel}</th>
            <th scope="col" className="figure">
              {say.nth}
            </th>
            <th scope="col">{say.outcome}</th>
            <th scope="col">{say.code}</th>
            <th scope="col" className="figure">
              {say.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ channel, nr, outcome, code, attempts: count }) => (
            <tr key={`${channel} ${nr ?? ''} ${outcome}`}>
              <td>{say.channels[channel]}</td>
              <td className="figure">{nr === undefined ? say.none : number(nr)}</td>
              <td>{outcomes[outcome]}</td>
              <td className="mono">{code}</td>
              <td className="figure">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export function BeforeResponse({
  counts,
  label,
}: {
  readonly counts: GroupCodes['beforeResponse'];
  readonly label: string;
}) {
  const say = useWords(reportingWords);
  const { number } = useGrammar();
  return (
    <TableFrame label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {say.contactNr}
            </th>
            <th scope="col">{say.what}</th>
            <th scope="col" className="figure">
              {say.responses}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ nr, channel, step, responses }) => (
            <tr key={`${nr ?? ''} ${channel ?? ''} ${step ?? ''}`}>
              <td className="figure">{nr === undefined ? say.none : number(nr)}</td>
              <td>{channel === undefined ? say.beforeAny : say.contactOf(say.channels[channel], step ?? '')}</td>
              <td className="figure">{number(responses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

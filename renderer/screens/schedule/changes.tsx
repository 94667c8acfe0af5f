/** What a changed protocol does to the people that there are, beside the one that is kept. */
import type { ProtocolChanges } from '../../../shared/contact-views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { scheduleCheckWords } from '../../wording/screens/schedule-checks.ts';
import type { NameOf } from './checks.tsx';

const moves = ['sooner', 'later', 'begun', 'stopped'] as const;

/** Whether someone is contacted otherwise than before. */
export function hurts(changes: ProtocolChanges | undefined): boolean {
  return changes !== undefined && moves.some((move) => changes[move] > 0);
}

export function Changes({ changes, nameOf }: { readonly changes: ProtocolChanges; readonly nameOf: NameOf }) {
  const say = useWords(scheduleCheckWords);
  const { number } = useGrammar();
  const told = moves.filter((move) => changes[move] > 0);
  const steps = changes.steps.filter(({ before, after }) => before !== after);
  return (
    <>
      {told.length === 0 ? (
        <p>{say.changesNone}</p>
      ) : (
        <ul className="checks">
          {told.map((move) => (
            <li key={move}>{say.change[move](changes[move], say.people(changes[move], number(changes[move])))}</li>
          ))}
        </ul>
      )}
      {steps.length === 0 ? null : (
        <TableFrame label={say.stepsCaption}>
          <table>
            <caption>{say.stepsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{say.stepColumn}</th>
                <th scope="col" className="figure">
                  {say.before}
                </th>
                <th scope="col" className="figure">
                  {say.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ step, before, after }) => (
                <tr key={step}>
                  <th scope="row">{nameOf(step)}</th>
                  <td className="figure">{number(before)}</td>
                  <td className="figure">{number(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </>
  );
}

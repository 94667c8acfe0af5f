/** How long the routes of a questionnaire are, in items and in minutes: of all walks together, and per answer that decides what follows. */
import type { Spread, Walks } from '../../../shared/interview/walks.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import { languageToRead, textIn, textOfItem } from './texts.ts';

export interface LengthsProps {
  readonly result: Walks;
  readonly questionnaire: Questionnaire;
  /** Minutes that real interviews took, when enough were timed. */
  readonly measured: number | undefined;
}

export function Lengths({ result, questionnaire, measured }: LengthsProps) {
  const { checks: say } = useWords(questionnaireTryingWords);
  const { language: ours } = useBearing();
  const { number } = useGrammar();
  const read = languageToRead(questionnaire, ours);
  const spread = ({ shortest, typical, longest }: Spread) =>
    say.spread(number(Math.round(shortest)), number(Math.round(typical)), number(Math.round(longest)));
  const choiceOf = (name: ItemName, choice: string) => {
    const found = questionnaire.items.find((one) => one.name === name)?.choices?.find((one) => one.name === choice);
    return found === undefined ? choice : textIn(found.label, read, questionnaire);
  };
  return (
    <>
      <p>{say.lengthText}</p>
      {measured === undefined ? null : <p>{say.measured(number(Math.round(measured)))}</p>}
      <TableFrame label={say.lengthTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.route}</th>
              <th scope="col">{say.spreadHead(say.items)}</th>
              <th scope="col">{say.spreadHead(say.minutes)}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say.whole}</th>
              <td>{spread(result.items)}</td>
              <td>{spread(result.minutes)}</td>
            </tr>
            {branchesThatMatter(result.branches).map(({ item, choice, items, minutes }) => (
              <tr key={`${item} ${choice}`}>
                <th scope="row">{say.branch(textOfItem(item, questionnaire, ours), choiceOf(item, choice))}</th>
                <td>{spread(items)}</td>
                <td>{spread(minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

/** Per item that decides what follows: only when its answers make the interview longer or shorter, as it is told in whole numbers. */
function branchesThatMatter(branches: Walks['branches']): Walks['branches'] {
  const differs = (of: readonly Spread[]) => new Set(of.map(({ typical }) => Math.round(typical))).size > 1;
  return branches.filter(({ item }) => {
    const answers = branches.filter((one) => one.item === item);
    return differs(answers.map(({ items }) => items)) || differs(answers.map(({ minutes }) => minutes));
  });
}

/** The register as a table: numbers, articles, days and states. Nobody's name stands in it. */
import type { CaseRequestsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { onePersonWords } from '../../wording/screens/one-person.ts';

export type CaseRequest = CaseRequestsView['requests'][number];

export interface RequestTableProps {
  readonly requests: readonly CaseRequest[];
  readonly onOpen?: (nr: number) => void;
}

export function RequestTable({ requests, onOpen }: RequestTableProps) {
  const say = useWords(onePersonWords);
  const { number, day } = useGrammar();
  const { status } = useStudy();
  if (requests.length === 0) return <p className="soft">{say.none}</p>;
  return (
    <TableFrame label={say.caption}>
      <table>
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {say.nr}
            </th>
            <th scope="col">{say.about}</th>
            <th scope="col">{say.receivedOn}</th>
            <th scope="col">{say.answerBy}</th>
            <th scope="col">{say.state}</th>
            {onOpen === undefined ? null : (
              <th scope="col">
                <span className="unseen">{say.open}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.nr}>
              <td className="figure">{number(request.nr)}</td>
              <th scope="row">{say.articles[request.article]}</th>
              <td>{day(request.receivedOn)}</td>
              <td>
                {request.state === 'open' && request.answerBy < status.today ? (
                  <Mark kind="attention">{day(request.answerBy)}</Mark>
                ) : (
                  day(request.answerBy)
                )}
              </td>
              <td>
                <RequestState request={request} />
              </td>
              {onOpen === undefined ? null : (
                <td>
                  <Button onPress={() => onOpen(request.nr)}>
                    {say.open}
                    <span className="unseen">: {number(request.nr)}</span>
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export function RequestState({ request: { state, executedOn, details } }: { readonly request: CaseRequest }) {
  const say = useWords(onePersonWords);
  const { day } = useGrammar();
  if (state === 'open') return <Mark kind="due">{say.states.open}</Mark>;
  const result = details?.result === undefined ? say.states[state] : say.results[details.result];
  return (
    <Mark kind={state === 'executed' ? 'done' : 'open'}>
      {executedOn === undefined ? result : say.stateOn(result, day(executedOn))}
    </Mark>
  );
}

/** For the data protection officer, who only looks. */
export function RequestRegister() {
  const say = useWords(onePersonWords);
  const seen = useView('contact.caseRequests', {});
  return (
    <Room title={say.title}>
      <Shown seen={seen}>{({ requests }) => <RequestTable requests={requests} />}</Shown>
    </Room>
  );
}

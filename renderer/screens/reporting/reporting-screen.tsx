/** The response: a sentence, the table of the groups, one curve with the moments of contact, and what lies behind them. */
import { useGrammar, useWords } from '../../bearings.tsx';
import { Empty, Room, Screen, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { reportingWords } from '../../wording/screens/reporting.ts';
import { AttemptCounts } from './attempt-counts.tsx';
import { CodesRoom } from './codes-room.tsx';
import { Curve } from './curve.tsx';
import { Rates } from './rates.tsx';
import { ResponseTableView } from './response-table-view.tsx';
import './reporting.css';

export function ReportingScreen() {
  const say = useWords(reportingWords);
  const { number, all } = useGrammar();
  const { status } = useStudy();
  const table = useView('reporting.responseTable', {});
  const curve = useView('reporting.curve', {});
  const attempts = useView('reporting.attempts', {});
  const codes = useView('reporting.dispositions', {});
  const titleOf = (code: string) => status.groups.find(({ group }) => group.code === code)?.group.title ?? code;
  const lead =
    table.kind !== 'ready'
      ? undefined
      : status.isContacted
        ? say.lead(
            all(
              table.view.groups
                .filter(({ invited }) => invited > 0)
                .map(({ group, invited, responses, percent }) =>
                  say.sentence(number(responses), number(invited), titleOf(group).toLowerCase(), number(percent ?? 0)),
                ),
            ),
          )
        : say.leadNone;
  return (
    <Screen title={say.title} lead={lead} help={say.help}>
      {status.isContacted ? null : <Empty title={say.leadNone}>{say.noneTodo}</Empty>}
      <Room title={say.table}>
        <Shown seen={table}>
          {(view) => (
            <>
              <ResponseTableView table={view} titleOf={titleOf} />
              <details>
                <summary>{say.rates}</summary>
                <Rates total={view.total} />
              </details>
            </>
          )}
        </Shown>
      </Room>
      {status.isContacted ? (
        <Room title={say.curve}>
          <Shown seen={curve}>{(view) => <Curve groups={view.groups} today={status.today} />}</Shown>
          <details>
            <summary>{say.attempts}</summary>
            <Shown seen={attempts}>{(view) => <AttemptCounts counts={view.counts} titleOf={titleOf} />}</Shown>
          </details>
        </Room>
      ) : null}
      {status.groups.some(({ cases }) => cases > 0) ? (
        <Room title={say.codes}>
          <Shown seen={codes}>{(view) => <CodesRoom groups={view.groups} />}</Shown>
        </Room>
      ) : null}
    </Screen>
  );
}

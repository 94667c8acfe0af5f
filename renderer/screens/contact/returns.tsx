/** Answers from the website: how old they are per group, an export looked at and taken in, and what goes to the website. */
import { useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { ReturnsState, ReturnsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { type Seen, shell, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { returnsWords } from '../../wording/screens/returns.ts';
import { ReturnsColumns } from './returns-columns.tsx';
import { ReturnsOutcome } from './returns-outcome.tsx';
import { Seconds } from './seconds.tsx';
import { ToWebsite } from './to-website.tsx';

type Chosen = Awaited<ReturnType<typeof shell.chooseSources>>[number];

interface AtHand {
  readonly group: GroupCode;
  readonly title: string;
  readonly chosen: Chosen;
}

export function Returns({ state, onRead }: { readonly state: Seen<ReturnsState>; readonly onRead: () => void }) {
  const say = useWords(returnsWords);
  const { day, number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble, clear } = useAsking();
  const [atHand, setAtHand] = useState<AtHand>();
  const [report, setReport] = useState<{ readonly of: string; readonly view: ReturnsView }>();
  const groups = status.groups.filter(({ cases, hasQuestionnaire }) => cases > 0 && hasQuestionnaire);
  const choose = async (group: GroupCode, title: string) => {
    const [chosen] = await shell.chooseSources('returns', false);
    if (chosen === undefined) return;
    setReport(undefined);
    clear();
    setAtHand({ group, title, chosen });
  };
  const read = async (columns: Readonly<Record<string, string>>) => {
    if (atHand === undefined) return;
    const { group, title, chosen } = atHand;
    const view = await ask('interview.readReturns', { group, file: chosen.file, columns });
    if (view === undefined) return;
    setReport({ of: say.of(title, chosen.name), view });
    setAtHand(undefined);
    onRead();
  };
  if (groups.length === 0) return null;
  return (
    <Room title={say.title}>
      <p>{say.text}</p>
      <Shown seen={state}>
        {(view) => (
          <ul className="due">
            {groups.map(({ group }) => {
              const { lastOn, waiting = 0 } = view.groups.find((one) => one.group === group.code) ?? {};
              const isToday = lastOn === status.today;
              return (
                <li key={group.code}>
                  <div>
                    <strong>{group.title}</strong>
                    <div className="soft">
                      {lastOn === undefined ? say.never : isToday ? say.lastToday : say.lastOn(day(lastOn))}
                    </div>
                    {waiting === 0 ? null : <Mark kind="due">{say.waiting(waiting, number(waiting))}</Mark>}
                  </div>
                  <div className="row">
                    <Button isOff={busy !== undefined} onPress={() => choose(group.code, group.title)}>
                      {say.read(group.title)}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Shown>
      {atHand === undefined ? null : (
        <ReturnsColumns
          key={atHand.chosen.file}
          group={atHand.group}
          file={atHand.chosen.file}
          title={say.file(atHand.title, atHand.chosen.name)}
          isBusy={busy !== undefined}
          onRead={read}
          onLeave={() => {
            clear();
            setAtHand(undefined);
          }}
        />
      )}
      <TroubleNotice trouble={trouble} />
      {report === undefined ? null : <ReturnsOutcome title={report.of} view={report.view} />}
      <Shown seen={state}>{(view) => <Seconds seconds={view.seconds} onSettled={onRead} />}</Shown>
      <ToWebsite groups={groups.map(({ group }) => group)} />
    </Room>
  );
}

/** Recent studies with their days left; one press opens one. */
import { useState } from 'react';
import { daysBetween } from '../../../shared/calendar.ts';
import type { StudyPlace } from '../../../shared/contract.ts';
import type { RecentStudies } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Mark } from '../../parts/notice.tsx';
import { Empty } from '../../parts/screen.tsx';
import { startWords } from '../../wording/screens/start.ts';
import { thisDay } from './this-day.ts';

type Recent = RecentStudies['studies'][number];

const marks = { alive: 'done', destroyed: 'irreversible', missing: 'attention' } as const;

export function RecentList({
  studies,
  onOpen,
  onDrop,
}: {
  readonly studies: readonly Recent[];
  readonly onOpen: (study: StudyPlace) => void;
  readonly onDrop: (study: StudyPlace) => void;
}) {
  const say = useWords(startWords);
  const [dropping, setDropping] = useState<Recent>();
  if (studies.length === 0) return <Empty title={say.none}>{say.noneTodo}</Empty>;
  return (
    <>
      <ul className="recent">
        {studies.map((one) => (
          <li key={one.study}>
            <button type="button" className="open" disabled={one.state === 'missing'} onClick={() => onOpen(one.study)}>
              <span className="title">
                <span className="unseen">{say.open('')}</span>
                {one.title}
              </span>
              <Facts of={one} />
            </button>
            <Button kind="plain" onPress={() => setDropping(one)}>
              {say.dropFromList}
              <span className="unseen">: {one.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      {dropping === undefined ? null : (
        <Confirm
          title={say.dropTitle}
          action={say.dropFromList}
          onClose={() => setDropping(undefined)}
          onConfirm={() => {
            onDrop(dropping.study);
            setDropping(undefined);
          }}
        >
          <p>{say.dropText(dropping.title)}</p>
        </Confirm>
      )}
    </>
  );
}

function Facts({ of: { state, isPractice, endsOn, openedOn } }: { readonly of: Recent }) {
  const say = useWords(startWords);
  const { day } = useGrammar();
  const today = thisDay();
  // The clock of a practice study is its own.
  const left = endsOn === undefined || isPractice || state !== 'alive' ? undefined : daysBetween(today, endsOn);
  return (
    <span className="facts">
      <Mark kind={marks[state]}>{say.state[state]}</Mark>
      {isPractice ? <span>{say.practice}</span> : null}
      {left === undefined ? null : <span>{left < 0 ? say.ended : say.daysLeft(left)}</span>}
      <span>{say.openedOn(day(openedOn))}</span>
    </span>
  );
}

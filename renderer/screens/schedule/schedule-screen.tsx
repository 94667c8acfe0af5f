/** Protocol: per group who is contacted when and how, on a time line with the real counts. */
import { useState } from 'react';
import type { StudyStatus } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty, Screen, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { GroupProtocol } from './group-protocol.tsx';
import { hasKeptDraft } from './kept-drafts.ts';
import './schedule.css';

type GroupStatus = StudyStatus['groups'][number];

export function ScheduleScreen() {
  const say = useWords(scheduleWords);
  const { screens } = useWords(windowWords);
  const { number, count } = useGrammar();
  const { status, go } = useStudy();
  const { groups } = status;
  // Where something is to be done first.
  const [code, setCode] = useState((groups.find(({ hasProtocol }) => !hasProtocol) ?? groups[0])?.group.code);
  const [, setTurn] = useState(0);
  const chosen = groups.find(({ group }) => group.code === code) ?? groups[0];
  const ready = groups.filter(({ hasProtocol }) => hasProtocol).length;
  const stateOf = ({ group, hasProtocol }: GroupStatus) =>
    hasKeptDraft(status.title, group.code) ? say.unsavedMark : hasProtocol ? say.hasProtocol : say.noProtocol;
  return (
    <Screen
      title={screens.schedule}
      lead={groups.length === 0 ? undefined : say.lead(number(ready), count(groups.length, say.groupCount))}
      help={say.help}
    >
      {chosen === undefined ? (
        <Empty title={say.noGroups}>
          <p>{say.noGroupsText}</p>
          <Button kind="primary" onPress={() => go('study')}>
            {say.toStudy}
          </Button>
        </Empty>
      ) : (
        <>
          <nav className="rooms" aria-label={say.groups}>
            {groups.map((one) => (
              <button
                key={one.group.code}
                type="button"
                aria-current={one === chosen ? 'true' : undefined}
                onClick={() => setCode(one.group.code)}
              >
                {one.group.title} <small>{stateOf(one)}</small>
              </button>
            ))}
          </nav>
          <OfGroup key={chosen.group.code} group={chosen} onKept={() => setTurn((before) => before + 1)} />
        </>
      )}
    </Screen>
  );
}

function OfGroup({ group, onKept }: { readonly group: GroupStatus; readonly onKept: () => void }) {
  const seen = useView('schedule.protocol', { group: group.group.code });
  return <Shown seen={seen}>{(view) => <GroupProtocol group={group} view={view} onKept={onKept} />}</Shown>;
}

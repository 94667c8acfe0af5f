/** The questionnaire of each group: looked at, tried out and taken into use; and what the study itself says and decides in interviews. */
import { useState } from 'react';
import type { StudyStatus } from '../../../shared/views.ts';
import { hasEnded } from '../../agreement-banner.tsx';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField } from '../../parts/field.tsx';
import { Empty, Screen } from '../../parts/screen.tsx';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import {
  interviewRooms,
  type QuestionnaireRoom,
  questionnaireRooms,
  questionnaireWords,
} from '../../wording/screens/questionnaire.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { GroupQuestionnaire } from './group-questionnaire.tsx';
import { RulesRoom } from './rules-room.tsx';
import { ScriptsRoom } from './scripts-room.tsx';
import './questionnaire.css';
import './trying.css';
import './scripts.css';

type OneGroup = StudyStatus['groups'][number];

export function QuestionnaireScreen() {
  const say = useWords(questionnaireWords);
  const { screens } = useWords(windowWords);
  const { number } = useGrammar();
  const { status, kept } = useStudy();
  const isManager = useHasRole()('manager');
  const { groups } = status;
  const [room, setRoom] = useState<QuestionnaireRoom>('contents');
  const [code, setCode] = useState(() => kept.questionnaireOf);
  const isOver = hasEnded(status);
  // Of the study only what it can still be used for.
  const rooms: readonly QuestionnaireRoom[] = [
    ...questionnaireRooms.filter((name) => name !== 'paper' || !isOver),
    ...(isManager && !isOver ? interviewRooms : []),
  ];
  const loaded = groups.filter(({ hasQuestionnaire }) => hasQuestionnaire).length;
  const isOfStudy = (interviewRooms as readonly string[]).includes(room);
  const at: OneGroup | undefined = groups.find(({ group }) => group.code === code) ?? groups[0];
  return (
    <Screen
      title={screens.questionnaire}
      lead={groups.length === 0 ? say.leadEmpty : say.lead(number(loaded), number(groups.length))}
      help={say.help}
    >
      <nav className="rooms" aria-label={say.roomsLabel}>
        {rooms.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === room ? 'true' : undefined}
            onClick={() => setRoom(name)}
          >
            {say.rooms[name]}
          </button>
        ))}
      </nav>
      {isOfStudy || groups.length < 2 ? null : (
        <RadioField
          label={say.group}
          isInline
          value={at?.group.code}
          onChange={(next) => {
            kept.questionnaireOf = next;
            setCode(next);
          }}
          options={groups.map(({ group }) => ({ value: group.code, label: group.title }))}
        />
      )}
      {room === 'scripts' ? (
        <ScriptsRoom />
      ) : room === 'rules' ? (
        <RulesRoom />
      ) : at === undefined ? (
        <NoGroups />
      ) : (
        <GroupQuestionnaire key={at.group.code} of={at} room={room} />
      )}
    </Screen>
  );
}

function NoGroups() {
  const say = useWords(questionnaireWords);
  const { go } = useStudy();
  return (
    <Empty title={say.noGroups}>
      <p>{say.noGroupsTodo}</p>
      <Button kind="primary" onPress={() => go('study')}>
        {say.toGroups}
      </Button>
    </Empty>
  );
}

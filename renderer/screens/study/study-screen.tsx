/** The study itself: its story, and the rooms in which it is set up. */
import { useState } from 'react';
import { agreementPhase } from '../../../shared/study/agreement-in-force.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { type StudyRoom, studyRooms, studyWords } from '../../wording/screens/study.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { AgreementRoom } from './agreement-room.tsx';
import { BureauRoom } from './bureau-room.tsx';
import { GroupsRoom } from './groups-room.tsx';
import { InstructionsRoom } from './instructions-room.tsx';
import { PeopleRoom } from './people-room.tsx';
import { RegisterRoom } from './register-room.tsx';
import { SafeguardsRoom } from './safeguards-room.tsx';
import { SetUpRoom } from './set-up-room.tsx';
import { Story } from './story.tsx';
import './study.css';

const rooms: Readonly<Record<Exclude<StudyRoom, 'story'>, () => React.ReactNode>> = {
  agreement: AgreementRoom,
  bureau: BureauRoom,
  groups: GroupsRoom,
  people: PeopleRoom,
  instructions: InstructionsRoom,
  register: RegisterRoom,
  safeguards: SafeguardsRoom,
  'set-up': SetUpRoom,
};

export function StudyScreen() {
  const say = useWords(studyWords);
  const { screens } = useWords(windowWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const hasRole = useHasRole();
  const [room, setRoom] = useState<StudyRoom>('story');
  const isManager = hasRole('manager');
  const phase = agreementPhase(status, status.today);
  const mine = studyRooms.filter((name) => {
    // What was set up for the fieldwork can be changed no more.
    if ((name === 'bureau' || name === 'groups') && phase.endsWith('-ended')) return false;
    if (name === 'set-up' && phase === 'answers-ended') return false;
    if (isManager) return true;
    if (name === 'register' || name === 'safeguards') return hasRole('officer');
    if (name === 'people') return hasRole('officer') || hasRole('researcher');
    return (
      name === 'story' ||
      name === 'agreement' ||
      (name === 'groups' && hasRole('researcher')) ||
      name === 'instructions'
    );
  });
  const cases = status.groups.reduce((sum, group) => sum + group.cases, 0);
  const open = mine.includes(room) ? room : 'story';
  const Open = open === 'story' ? undefined : rooms[open];
  return (
    <Screen
      title={screens.study}
      lead={cases === 0 ? say.leadEmpty : say.lead(number(cases), number(status.responses))}
      help={say.help}
    >
      <nav className="rooms" aria-label={say.roomsLabel}>
        {mine.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === open ? 'true' : undefined}
            onClick={() => setRoom(name)}
          >
            {say.rooms[name]}
          </button>
        ))}
      </nav>
      {Open === undefined ? <Story onRoom={setRoom} /> : <Open />}
    </Screen>
  );
}

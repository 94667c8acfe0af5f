/** The open study: its stages at the left, one screen at a time beside them. An interviewer has one screen, and nothing else. */
import { useEffect, useRef, useState } from 'react';
import type { Role } from '../shared/study/person.ts';
import type { SignedIn, StudyStatus } from '../shared/views.ts';
import { AgreementBanner, FieldworkOver, possibleScreens } from './agreement-banner.tsx';
import { keptBeforeLock } from './before-lock.ts';
import type { KeptPlace } from './kept-place.ts';
import { useLockKey } from './lock-key.ts';
import { OlderBanner } from './older-banner.tsx';
import { Shown } from './parts/screen.tsx';
import { request, useView } from './request.ts';
import { ContactScreen } from './screens/contact/contact-screen.tsx';
import { useGoingOut } from './screens/contact/going-out.ts';
import { DestructionScreen } from './screens/destruction/destruction-screen.tsx';
import { ExportScreen } from './screens/export/export-screen.tsx';
import { IntakeScreen } from './screens/intake/intake-screen.tsx';
import { InterviewScreen } from './screens/interview/interview-screen.tsx';
import { QuestionnaireScreen } from './screens/questionnaire/questionnaire-screen.tsx';
import { ReportingScreen } from './screens/reporting/reporting-screen.tsx';
import { ScheduleScreen } from './screens/schedule/schedule-screen.tsx';
import { JournalScreen } from './screens/study/journal-screen.tsx';
import { StudyScreen } from './screens/study/study-screen.tsx';
import { StageList } from './stage-list.tsx';
import { useStillHere } from './still-here.ts';
import { StudyContext } from './study-at-hand.tsx';
import type { ScreenName } from './wording/screens/window.ts';

const screens: Readonly<Record<ScreenName, () => React.ReactNode>> = {
  study: StudyScreen,
  questionnaire: QuestionnaireScreen,
  intake: IntakeScreen,
  schedule: ScheduleScreen,
  contact: ContactScreen,
  interview: InterviewScreen,
  reporting: ReportingScreen,
  export: ExportScreen,
  destruction: DestructionScreen,
  journal: JournalScreen,
};

const screensOfRole: Readonly<Record<Role, readonly ScreenName[]>> = {
  manager: ['study', 'questionnaire', 'intake', 'schedule', 'contact', 'reporting', 'destruction', 'journal'],
  researcher: ['study', 'questionnaire', 'reporting', 'export', 'destruction'],
  interviewer: ['interview'],
  officer: ['study', 'destruction', 'journal'],
};

const order = Object.keys(screens) as readonly ScreenName[];

export interface StudyFrameProps {
  readonly me: SignedIn;
  readonly kept: KeptPlace;
  readonly onLeave: () => void;
}

export function StudyFrame({ me, kept, onLeave }: StudyFrameProps) {
  const seen = useView('study.status', {});
  // A state that cannot be asked any more does not take the screen away with what stands on it.
  const last = useRef(seen);
  if (seen.kind === 'ready' || last.current.kind !== 'ready') last.current = seen;
  const mine = order.filter((screen) => me.roles.some((role) => screensOfRole[role].includes(screen)));
  const goingOut = useGoingOut();
  const [isOver, setOver] = useState(false);
  const [screen, setScreen] = useState<ScreenName>(
    () => mine.find((name) => name === kept.screen) ?? mine[0] ?? 'study',
  );
  // A screen begins at its top, however far down the one before was read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every other screen
  useEffect(() => {
    kept.screen = screen;
    window.scrollTo(0, 0);
  }, [screen]);
  useStillHere();
  const lock = async () => {
    await keptBeforeLock();
    await request('study.lock', {});
  };
  useLockKey(lock);
  const leave = async () => {
    await request('study.signOut', {});
    onLeave();
  };
  return (
    <Shown seen={last.current}>
      {(status: StudyStatus) => {
        const possible = possibleScreens(mine, status);
        const gone = mine.filter((one) => !possible.includes(one));
        const shown = possible.includes(screen) ? screen : possible[0];
        const Open = shown === undefined ? FieldworkOver : screens[shown];
        return (
          <StudyContext
            value={{
              status,
              me,
              screens: possible,
              refresh: seen.refresh,
              goingOut,
              go: setScreen,
              finish: (over = true) => setOver(over),
              leave,
              lock,
              kept,
            }}
          >
            {mine.length === 1 && mine[0] === 'interview' ? (
              <div className="interview-place">
                <AgreementBanner />
                <OlderBanner isHere={false} />
                <Open />
              </div>
            ) : (
              <div className={isOver ? 'frame over' : 'frame'}>
                {isOver ? null : <StageList screens={possible} gone={gone} screen={shown ?? 'study'} />}
                <div>
                  {isOver ? null : <AgreementBanner />}
                  {isOver ? null : <OlderBanner isHere={shown === 'contact'} />}
                  <Open key={shown} />
                </div>
              </div>
            )}
          </StudyContext>
        );
      }}
    </Shown>
  );
}

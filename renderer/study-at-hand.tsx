/** The study that is open in this window: its state, who is in, and where to go; given to every screen. */
import { createContext, useContext } from 'react';
import { agreementPhase } from '../shared/study/agreement-in-force.ts';
import type { Role } from '../shared/study/person.ts';
import type { StudyFacts } from '../shared/study/stage-state.ts';
import type { SignedIn, StudyStatus } from '../shared/views.ts';
import type { KeptPlace } from './kept-place.ts';
import type { GoingOut } from './screens/contact/going-out.ts';
import type { ScreenName } from './wording/screens/window.ts';

export interface StudyAtHand {
  readonly status: StudyStatus;
  readonly me: SignedIn;
  /** The screens that this person has. */
  readonly screens: readonly ScreenName[];
  /** Asks the state of the study again: after everything that changes it. */
  readonly refresh: () => void;
  /** E-mails or letters that are going out, whichever screen is open. */
  readonly goingOut: GoingOut;
  readonly go: (screen: ScreenName) => void;
  /** The study is going, or no more: nothing of it can be asked, and only the open screen stays; `false` when it is there after all. */
  readonly finish: (isOver?: boolean) => void;
  /** To the start screen; `destroyed` when the study is no more. */
  readonly leave: () => void;
  /** Locks this place; the screens go, and after unlocking the study is where it was. */
  readonly lock: () => void;
  /** Where this person is, for after a lock. */
  readonly kept: KeptPlace;
}

export const StudyContext = createContext<StudyAtHand | undefined>(undefined);

export function useStudy(): StudyAtHand {
  const study = useContext(StudyContext);
  if (study === undefined) throw new Error('a screen stands outside a study');
  return study;
}

export function useHasRole(): (role: Role) => boolean {
  const { me } = useStudy();
  return (role) => me.roles.includes(role);
}

export function useScreens(): readonly ScreenName[] {
  return useStudy().screens;
}

/** What decides how the stages of the study stand. */
export function factsOf(status: StudyStatus): StudyFacts {
  const { agreementMissing, fewHolders, today } = status;
  return {
    ...status,
    agreementMissing: agreementMissing.length,
    phase: agreementPhase(status, today),
    hasTooFewHolders: fewHolders.length > 0,
  };
}

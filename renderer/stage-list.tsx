/** The stages of the study as a list: what is done, what is now, what is blocked; below it who is in, the day, and how the window looks. */
import { useState } from 'react';
import { addDays, type Day } from '../shared/calendar.ts';
import { comingEnd } from '../shared/study/agreement-in-force.ts';
import { type StageState, type StoryStage, stageStates, storyStages } from '../shared/study/stage-state.ts';
import { useBearing, useGrammar, useWords } from './bearings.tsx';
import { lockKeyShown } from './lock-key.ts';
import { Button } from './parts/button.tsx';
import { DayField } from './parts/field.tsx';
import { Notice, TroubleNotice } from './parts/notice.tsx';
import { LanguageSwitch, LookChoice } from './parts/window-choices.tsx';
import { shell, useAsking } from './request.ts';
import { factsOf, useStudy } from './study-at-hand.tsx';
import { agreementEndWords } from './wording/screens/agreement-end.ts';
import { lockingWords } from './wording/screens/locking.ts';
import { type ScreenName, windowWords } from './wording/screens/window.ts';

const signs: Readonly<Record<StageState['kind'], string>> = {
  done: '✓',
  now: '▶',
  next: '○',
  blocked: '–',
  ended: '×',
};
const isStory = (screen: ScreenName): screen is StoryStage => (storyStages as readonly string[]).includes(screen);

export function StageList({
  screens,
  gone,
  screen,
}: {
  readonly screens: readonly ScreenName[];
  /** Screens that this person had until the agreement ended. */
  readonly gone: readonly ScreenName[];
  readonly screen: ScreenName;
}) {
  const say = useWords(windowWords);
  const sayEnd = useWords(agreementEndWords);
  const { all } = useGrammar();
  const { status, go } = useStudy();
  const states = stageStates(factsOf(status));
  return (
    <nav aria-label={say.stages}>
      <div>
        <div className="study-title">{status.title}</div>
        <NextEnd />
      </div>
      <ol className="stages">
        {screens.map((name) => {
          const state = isStory(name) ? states[name].kind : undefined;
          return (
            <li key={name}>
              <button type="button" aria-current={name === screen ? 'page' : undefined} onClick={() => go(name)}>
                <span className="sign" aria-hidden="true">
                  {state === undefined ? '·' : signs[state]}
                </span>
                <span>
                  {say.screens[name]}
                  {state === undefined ? null : <small>{say.stageStates[state]}</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {gone.length === 0 ? null : (
        <small className="soft">{sayEnd.gone(all(gone.map((name) => say.screens[name])))}</small>
      )}
      <Seat />
    </nav>
  );
}

/** The end that comes first, or that there is none left. */
function NextEnd() {
  const say = useWords(windowWords);
  const { day } = useGrammar();
  const { status } = useStudy();
  if (status.endsOn === undefined) return null;
  const end = comingEnd(status, status.today);
  return (
    <small className="soft">
      {end === undefined ? say.ended : say.endsOn[end.what](day(end.on))}
      <br />
      {end === undefined ? null : say.daysLeft(end.daysLeft)}
    </small>
  );
}

/** Who is in, the clock of a practice study, and how the window looks. */
export function Seat() {
  const say = useWords(windowWords);
  const { all } = useGrammar();
  const { isVeiled, setVeiled, personal } = useBearing();
  const { lock: lockWord } = useWords(lockingWords);
  const { status, me, leave, lock } = useStudy();
  return (
    <div className="seat">
      {status.isPractice ? <PracticeClock /> : null}
      <div>{say.signedInAs(me.name, all(me.roles.map((role) => say.roleNames[role])))}</div>
      <span className="soft">{personal > 0 ? say.personalOn : say.personalOff}</span>
      <div className="row">
        <Button onPress={() => setVeiled(!isVeiled)} keyHint="F9">
          {isVeiled ? say.veilOff : say.veilOn}
        </Button>
        <Button onPress={lock} keyHint={lockKeyShown}>
          {lockWord}
        </Button>
      </div>
      <details>
        <summary>{say.look}</summary>
        <LookChoice />
        {shell.kind === 'electron' ? <ShowScreen /> : null}
      </details>
      <div className="row">
        <LanguageSwitch />
        <Button kind="plain" onPress={leave}>
          {say.signOut}
        </Button>
      </div>
    </div>
  );
}

/** For remote support: lifts the protection of the window against other programs for an hour, in the journal. */
function ShowScreen() {
  const say = useWords(windowWords);
  const { ask, busy, trouble } = useAsking();
  const [isShown, setShown] = useState(false);
  return (
    <div className="stack">
      <div className="row">
        <Button
          isBusy={busy !== undefined}
          onPress={async () => setShown((await ask('study.showScreen', {})) !== undefined)}
        >
          {say.showScreen}
        </Button>
      </div>
      {isShown ? <Notice kind="due">{say.shown}</Notice> : null}
      <TroubleNotice trouble={trouble} />
    </div>
  );
}

/** The clock of a practice study, that anyone in it can move forward. */
export function PracticeClock() {
  const say = useWords(windowWords);
  const { day } = useGrammar();
  const { status, refresh } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [to, setTo] = useState<Day | ''>('');
  const move = async (today: Day) => {
    if ((await ask('study.moveClock', { today })) !== undefined) refresh();
    setTo('');
  };
  return (
    <div className="stack">
      <div>
        <strong>{say.practice}</strong>
        <br />
        {say.practiceDay(day(status.today))}
      </div>
      <div className="row">
        <Button isBusy={busy !== undefined} onPress={() => move(addDays(status.today, 1))}>
          {say.nextDay}
        </Button>
      </div>
      <details>
        <summary>{say.moveFurther}</summary>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (to !== '') move(to);
          }}
        >
          <DayField label={say.moveTo} value={to} onChange={setTo} />
          <div className="row">
            <Button submits isOff={to === ''}>
              {say.move}
            </Button>
          </div>
        </form>
      </details>
      <TroubleNotice trouble={trouble} />
    </div>
  );
}

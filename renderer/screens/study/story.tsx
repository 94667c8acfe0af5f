/** The story of the study: every stage with its state, what it waits for, and the way there. */
import { daysBetween } from '../../../shared/calendar.ts';
import { type Obstacle, type StageState, stageStates, storyStages } from '../../../shared/study/stage-state.ts';
import type { StudyStatus } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { factsOf, useHasRole, useScreens, useStudy } from '../../study-at-hand.tsx';
import { agreementEndWords } from '../../wording/screens/agreement-end.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { type StudyRoom, studyWords } from '../../wording/screens/study.ts';
import { windowWords } from '../../wording/screens/window.ts';

/** The room of this screen in which an obstacle is taken away; a questionnaire has a screen of its own. */
const roomOf: Readonly<Partial<Record<Obstacle, StudyRoom>>> = {
  agreement: 'agreement',
  groups: 'groups',
  holders: 'people',
  bureau: 'bureau',
  instruction: 'instructions',
};

export function Story({ onRoom }: { readonly onRoom: (room: StudyRoom) => void }) {
  const say = useWords(studyWords);
  const sayEnd = useWords(agreementEndWords);
  const { screens } = useWords(windowWords);
  const { day } = useGrammar();
  const { status, go } = useStudy();
  const hasRole = useHasRole();
  const people = useWords(peopleWords);
  const mine = useScreens();
  const { startsOn, endsOn, answersEndOn, today, client } = status;
  const states = stageStates(factsOf(status));
  return (
    <>
      {startsOn === undefined || endsOn === undefined ? null : (
        <dl className="facts-of-study">
          {client === undefined ? null : (
            <div>
              <dt>{say.client}</dt>
              <dd>{client}</dd>
            </div>
          )}
          <div>
            <dt>{say.periodLabel}</dt>
            <dd>
              {say.period(day(startsOn), day(endsOn))}, {say.daysLeft(daysBetween(today, endsOn))}
            </dd>
          </div>
          {answersEndOn === undefined ? null : (
            <div>
              <dt>{sayEnd.answersLabel}</dt>
              <dd>
                {sayEnd.keptUntil(day(answersEndOn))}, {say.daysLeft(daysBetween(today, answersEndOn))}
              </dd>
            </div>
          )}
        </dl>
      )}
      {status.fewHolders.length === 0 || !hasRole('manager') ? null : (
        <Notice kind="attention" title={people.fewTitle}>
          <div className="spread">
            <p>{people.fewBeforeIntake}</p>
            <Button onPress={() => onRoom('people')}>{say.goTo(say.rooms.people)}</Button>
          </div>
        </Notice>
      )}
      <ol className="story">
        {storyStages.map((stage, index) => {
          const state = states[stage];
          const room = state.kind === 'blocked' ? roomOf[state.by] : stage === 'study' ? nextRoom(status) : undefined;
          const lacksQuestionnaire =
            (state.kind === 'blocked' && state.by === 'questionnaire') ||
            (stage === 'study' && state.kind !== 'done' && room === undefined);
          return (
            <li key={stage} className={state.kind}>
              <span className="sign" aria-hidden="true">
                {state.kind === 'done' ? '✓' : index + 1}
              </span>
              <div>
                <h2>{screens[stage]}</h2>
                <p className="soft">{say.stageTexts[stage]}</p>
                <p>
                  <StateText state={state} />
                </p>
              </div>
              <div className="row">
                {lacksQuestionnaire && mine.includes('questionnaire') ? (
                  <Button kind={state.kind === 'now' ? 'primary' : 'quiet'} onPress={() => go('questionnaire')}>
                    {say.goTo(screens.questionnaire)}
                  </Button>
                ) : room !== undefined && state.kind !== 'done' ? (
                  <Button kind={state.kind === 'now' ? 'primary' : 'quiet'} onPress={() => onRoom(room)}>
                    {say.goTo(say.rooms[room])}
                  </Button>
                ) : stage !== 'study' && mine.includes(stage) && state.kind !== 'blocked' && state.kind !== 'ended' ? (
                  <Button kind={state.kind === 'now' ? 'primary' : 'quiet'} onPress={() => go(stage)}>
                    {say.goTo(screens[stage])}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function StateText({ state }: { readonly state: StageState }) {
  const say = useWords(studyWords);
  const { day } = useGrammar();
  const from = 'from' in state && state.from !== undefined ? `, ${say.from(day(state.from))}` : '';
  const by = state.kind === 'blocked' ? `: ${say.obstacles[state.by]}` : '';
  return (
    <strong>
      {say.states[state.kind]}
      {from}
      {by}
    </strong>
  );
}

/** Where the study itself is not whole yet; undefined when only a questionnaire is missing. */
function nextRoom({ agreementMissing, hasBureau, groups }: StudyStatus): StudyRoom | undefined {
  if (agreementMissing.length > 0) return 'agreement';
  if (!hasBureau) return 'bureau';
  return groups.length > 0 && groups.some(({ hasQuestionnaire }) => !hasQuestionnaire) ? undefined : 'groups';
}

/** All items of a test interview with their place: where it is, what was answered, and what is not on the route or fell off it. */
import { useEffect, useState } from 'react';
import { questionNumbers } from '../../../shared/interview/condition-words.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import type { AnsweredView, InterviewView } from '../../../shared/views.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import type { TestTalk } from './test-talk.ts';
import { directionOf, writtenText } from './texts.ts';

export interface TestRouteProps {
  readonly view: InterviewView;
  readonly questionnaire: Questionnaire;
  readonly talk: TestTalk;
  readonly onSee: (item: ItemName) => void;
}

export function TestRoute({ view, questionnaire, talk, onSee }: TestRouteProps) {
  const { test: say } = useWords(questionnaireTryingWords);
  const { missing } = useWords(interviewWords);
  const { language: ours } = useBearing();
  const [answered, setAnswered] = useState<AnsweredView>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every other view something else may have been answered
  useEffect(() => {
    let isLeft = false;
    talk.answers().then((found) => {
      if (!isLeft && found.kind === 'ok') setAnswered(found.view);
    });
    return () => {
      isLeft = true;
    };
  }, [view, talk]);
  const given = new Map(
    answered?.items.map((one) => [one.item, one.missing === undefined ? one.answer : missing[one.missing]]),
  );
  const numbers = questionNumbers(questionnaire);
  const onRoute = new Set(view.route);
  const aloud = { lang: view.language, dir: directionOf(view.language) } as const;
  return (
    <details className="test-route">
      <summary>{say.all}</summary>
      <p className="soft">{say.allHelp}</p>
      <ol>
        {questionnaire.items
          .filter(({ kind }) => kind !== 'calculate')
          .map(({ name, label }) => {
            const answer = given.get(name);
            const isOn = onRoute.has(name);
            const isNow = view.next?.item === name;
            const state = isNow
              ? say.states.now
              : !isOn
                ? answer === undefined
                  ? say.states.off
                  : say.states.fell
                : answer === undefined
                  ? say.states.open
                  : say.states.answered;
            return (
              <li key={name}>
                <button
                  type="button"
                  className={isOn ? 'to-item' : 'to-item off'}
                  disabled={!isOn}
                  aria-current={isNow ? 'true' : undefined}
                  onClick={() => onSee(name)}
                >
                  <span className="figure">{numbers.get(name) ?? '·'}</span>
                  <span>
                    <span className="first-words" {...aloud}>
                      {writtenText(label, view.language, questionnaire, ours)}
                    </span>
                    {answer === undefined ? null : (
                      <strong className="first-words" {...aloud}>
                        {answer}
                      </strong>
                    )}
                  </span>
                  <small>{state}</small>
                </button>
              </li>
            );
          })}
      </ol>
    </details>
  );
}

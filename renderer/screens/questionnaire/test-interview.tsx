/** A test interview that is going on: that it is one, the item as an interviewer has it, and every item with its place on the route. */
import { useEffect } from 'react';
import type { Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import type { InterviewView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import { useInterviewAtHand } from '../interview/interview-at-hand.ts';
import { useTalking } from '../interview/talk.ts';
import { TalkMoment } from '../interview/talk-moment.tsx';
import '../interview/interview.css';
import '../interview/items.css';
import '../interview/grid.css';
import '../interview/asides.css';
import { LanguageChoice } from './language-choice.tsx';
import { TestRoute } from './test-route.tsx';
import type { TestTalk } from './test-talk.ts';

export interface TestInterviewProps {
  readonly talk: TestTalk;
  readonly questionnaire: Questionnaire;
  readonly onAgain: (language: Language) => void;
  readonly onStop: () => void;
}

export function TestInterview({ talk, questionnaire, onAgain, onStop }: TestInterviewProps) {
  const { test: say } = useWords(questionnaireTryingWords);
  const { number, form } = useGrammar();
  const talking = useTalking(talk);
  const at = useInterviewAtHand(talking);
  const { view, see, seeItem } = at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the test begins
  useEffect(() => {
    talking.see().then(see);
  }, []);
  if (view === undefined) return null;
  const { next, items, offRoute } = view;
  const { trouble } = talking;
  const isInPlace = trouble?.kind === 'refused' && trouble.problem.problem === 'interview.answer-invalid';
  return (
    <div className="test-interview">
      <div className="is-test">
        <Notice kind="due" title={say.isTest} />
      </div>
      <div className="test-line">
        <div className="row">
          <span className="figure">{say.position(number(items.done), number(items.onRoute))}</span>
          <Button onPress={() => onAgain(view.language)}>{say.again}</Button>
          <Button kind="plain" onPress={onStop}>
            {say.stop}
          </Button>
        </div>
        <LanguageChoice
          questionnaire={questionnaire}
          language={view.language}
          onChange={async (language) => see(await talking.setLanguage(language, next?.item))}
        />
      </div>
      <div className="test-pane interview">
        {/* What fell off is told below, all of it. */}
        <TalkMoment
          at={{ ...at, fallen: undefined }}
          talking={talking}
          isOn
          end={<TestEnd view={view} talk={talk} onBack={() => seeItem(view.route.at(-1))} />}
        />
      </div>
      {isInPlace ? null : <TroubleNotice trouble={trouble} />}
      <p className="fell" role="status">
        {offRoute.length === 0
          ? ''
          : `● ${say.fell(form(offRoute.length, say.fellCount).replace('{n}', number(offRoute.length)))}`}
      </p>
      <TestRoute view={view} questionnaire={questionnaire} talk={talk} onSee={seeItem} />
    </div>
  );
}

/** Everything on the route was asked. */
function TestEnd({
  view,
  talk,
  onBack,
}: {
  readonly view: InterviewView;
  readonly talk: TestTalk;
  readonly onBack: () => void;
}) {
  const { test: say } = useWords(questionnaireTryingWords);
  const { number, form, all } = useGrammar();
  const open = talk.open();
  const clashing = talk.clashing();
  return (
    <div className="stack test-end">
      <h2>{say.end}</h2>
      <p>{say.endText(form(view.items.done, say.answers).replace('{n}', number(view.items.done)))}</p>
      {open.length === 0 ? null : <Notice kind="attention">{say.open(all(open))}</Notice>}
      {clashing.length === 0 ? null : <Notice kind="attention">{say.clashing(all(clashing))}</Notice>}
      <div className="row">
        <Button hasFocus onPress={onBack} keyHint="PgUp">
          {say.back}
        </Button>
      </div>
    </div>
  );
}

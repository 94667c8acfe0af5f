/** A test interview: what an interviewer sees, with the same keys, and beside it all items as the route stands. Never kept, never counted. */
import { useState } from 'react';
import type { Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import type { RoomProps } from './group-questionnaire.tsx';
import { LanguageChoice, useLanguageChoice } from './language-choice.tsx';
import { TestInterview } from './test-interview.tsx';
import { type TestTalk, testTalk } from './test-talk.ts';
import { contactPlaceholders } from './texts.ts';

interface Run {
  readonly nr: number;
  readonly talk: TestTalk;
  readonly questionnaire: Questionnaire;
  readonly language: Language;
}

export function TestRoom({ view }: RoomProps) {
  const { test: say } = useWords(questionnaireTryingWords);
  const { language: ours } = useBearing();
  const { status } = useStudy();
  const { questionnaire } = view;
  const [language, setLanguage] = useLanguageChoice(questionnaire);
  const [run, setRun] = useState<Run>();
  const begin = (inLanguage: Language) =>
    setRun({
      nr: (run?.nr ?? 0) + 1,
      talk: testTalk(questionnaire, status.today, inLanguage, contactPlaceholders(ours)),
      questionnaire,
      language: inLanguage,
    });
  if (run !== undefined)
    return (
      <TestInterview
        key={run.nr}
        talk={run.talk}
        questionnaire={run.questionnaire}
        onAgain={(inLanguage) => begin(inLanguage)}
        onStop={() => setRun(undefined)}
      />
    );
  return (
    <div className="stack">
      <Notice kind="due" title={say.isTest}>
        <p>{say.text}</p>
      </Notice>
      <LanguageChoice questionnaire={questionnaire} language={language} onChange={setLanguage} />
      <div className="row">
        <Button kind="primary" onPress={() => begin(language)}>
          {say.begin}
        </Button>
      </div>
    </div>
  );
}

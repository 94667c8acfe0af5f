/** The manager's part: what is out of reach, the instruction, whether the researcher agrees, and the button that cannot be taken back. */

import { useEffect, useState } from 'react';
import { outOfReachQuestions } from '../../../shared/destruction/out-of-reach.ts';
import type { Destroyed, DestructionPlan } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { type Trouble, useAsking } from '../../request.ts';
import { destructionWords } from '../../wording/screens/destruction.ts';
import { words } from '../../wording/wording.ts';
import { InstructionChoice } from '../study/instruction-choice.tsx';

type Question = (typeof outOfReachQuestions)[number];

export interface DestroyingProps {
  readonly plan: DestructionPlan;
  readonly onLook: () => void;
  readonly onDone: (destroyed: Destroyed) => void;
  /** Everything was destroyed, and yet something was found: there is no certificate. */
  readonly onTraces: (trouble: Trouble) => void;
}

export function Destroying({ plan, onLook, onDone, onTraces }: DestroyingProps) {
  const say = useWords(destructionWords);
  const { all } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [answers, setAnswers] = useState<Partial<Record<Question, string>>>({});
  const [instruction, setInstruction] = useState('');
  const [isAsking, setAsking] = useState(false);
  const answered = outOfReachQuestions.flatMap((what) => {
    const answer = answers[what]?.trim();
    return answer ? [{ what, answer }] : [];
  });
  const missing = [
    ...(instruction === '' ? [say.need.instruction] : []),
    ...(answered.length < outOfReachQuestions.length ? [say.need.answers] : []),
    ...(plan.agreedBy === undefined ? [say.need.agreement] : []),
  ];
  useEffect(() => {
    if (trouble?.kind === 'refused' && trouble.problem.problem === 'destruction.traces-found') onTraces(trouble);
  }, [trouble, onTraces]);
  const destroy = async (typedTitle: string) => {
    setAsking(false);
    const destroyed = await ask('destruction.destroy', {
      instruction: Number(instruction),
      typedTitle,
      outOfReach: answered,
    });
    if (destroyed !== undefined) onDone(destroyed);
  };
  return (
    <>
      <Room title={say.outOfReach}>
        <p>{say.outOfReachText}</p>
        <div className="stack">
          {outOfReachQuestions.map((what) => (
            <OutOfReachAnswer
              key={what}
              what={what}
              answer={answers[what] ?? ''}
              onAnswer={(answer) => setAnswers({ ...answers, [what]: answer })}
            />
          ))}
        </div>
      </Room>
      <Room title={say.signatures}>
        <InstructionChoice instruction={instruction} onChange={setInstruction} />
        {plan.agreedBy === undefined ? (
          <Notice kind="due">
            <p>{say.notAgreed}</p>
            <Button onPress={onLook}>{say.lookAgain}</Button>
          </Notice>
        ) : (
          <Notice kind="done">{say.agreed(plan.agreedBy)}</Notice>
        )}
      </Room>
      <div className="stack irreversible-place">
        {busy === undefined ? null : <Notice kind="irreversible">{say.busy}</Notice>}
        <TroubleNotice trouble={trouble} />
        {missing.length === 0 ? null : <p className="soft">{say.notYet(all(missing))}</p>}
        <div className="row">
          <Button
            kind="irreversible"
            isOff={missing.length > 0}
            isBusy={busy !== undefined}
            onPress={() => setAsking(true)}
          >
            {say.destroy}
          </Button>
        </div>
      </div>
      {isAsking ? (
        <Confirm
          title={say.destroyTitle}
          action={say.destroy}
          kind="irreversible"
          typed={plan.title}
          onConfirm={destroy}
          onClose={() => setAsking(false)}
        >
          <p>{say.destroyText}</p>
        </Confirm>
      ) : null}
    </>
  );
}

/** A ready answer, or one's own words. */
function OutOfReachAnswer({
  what,
  answer,
  onAnswer,
}: {
  readonly what: Question;
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
}) {
  const say = useWords(destructionWords);
  const { language } = useBearing();
  const [isOther, setOther] = useState(false);
  const chosen = isOther ? 'other' : answer;
  return (
    <div className="fields">
      <SelectField
        label={words[language].outOfReach[what]}
        value={chosen}
        onChange={(value) => {
          setOther(value === 'other');
          onAnswer(value === 'other' ? '' : value);
        }}
        options={[
          { value: '', label: '…' },
          ...say.answers.map((value) => ({ value, label: value })),
          { value: 'other', label: say.otherAnswer },
        ]}
      />
      {isOther ? <TextField label={say.answer} value={answer} onChange={onAnswer} autoFocus /> : null}
    </div>
  );
}

/** The manager's part: what is out of reach, the instruction, whether the researcher agrees, and the button that cannot be taken back. */

import { useState } from 'react';
import type { Asked } from '../../../shared/contract.ts';
import { outOfReachQuestions } from '../../../shared/destruction/out-of-reach.ts';
import type { DestructionPlan } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import type { Trouble } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';
import { words } from '../../wording/wording.ts';
import { InstructionChoice } from '../study/instruction-choice.tsx';

type Question = (typeof outOfReachQuestions)[number];

/** The certificate is in Dutch, whatever the language of the window. */
const onCertificate = destructionWords.nl.answers;
const answerKeys = Object.keys(onCertificate) as readonly (keyof typeof onCertificate)[];

export interface DestroyingProps {
  readonly plan: DestructionPlan;
  readonly onLook: () => void;
  readonly trouble: Trouble | undefined;
  readonly onDestroy: (input: Asked<'destruction.destroy'>) => void;
}

export function Destroying({ plan, onLook, trouble, onDestroy }: DestroyingProps) {
  const say = useWords(destructionWords);
  const { all } = useGrammar();
  const isResearcher = useHasRole()('researcher');
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
  const destroy = (typedTitle: string) => {
    setAsking(false);
    onDestroy({ instruction: Number(instruction), typedTitle, outOfReach: answered });
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
            <p>{isResearcher ? say.agreeHere : say.notAgreed}</p>
            <Button onPress={onLook}>{say.lookAgain}</Button>
          </Notice>
        ) : (
          <Notice kind="done">{say.agreed(plan.agreedBy)}</Notice>
        )}
      </Room>
      <div className="stack irreversible-place">
        <TroubleNotice trouble={trouble} />
        {missing.length === 0 ? null : <p className="soft">{say.notYet(all(missing))}</p>}
        <div className="row">
          <Button kind="irreversible" isOff={missing.length > 0} onPress={() => setAsking(true)}>
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
          { value: '', label: say.choose },
          ...answerKeys.map((key) => ({ value: onCertificate[key], label: say.answers[key] })),
          { value: 'other', label: say.otherAnswer },
        ]}
      />
      {isOther ? <TextField label={say.answer} value={answer} onChange={onAnswer} autoFocus /> : null}
    </div>
  );
}

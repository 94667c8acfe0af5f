/** The box of an open item, a number or a day: all keys are text in it, and Enter goes on. Below it what is said when there is no answer. */
import type { KeyboardEvent } from 'react';
import { type Missing, missingKinds } from '../../../shared/study/questionnaire.ts';
import type { ItemView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import type { Answering } from './answering.ts';

/** W(eet niet), Z(eggen), V(an toepassing): the same in every item and every language. */
export const missingKeys: Readonly<Record<Missing, string>> = {
  'dont-know': 'w',
  refused: 'z',
  'does-not-apply': 'v',
};

export interface AnswerBoxProps {
  readonly item: ItemView;
  readonly answering: Answering;
  readonly isBusy: boolean;
  readonly isFaulty: boolean;
  readonly labelledBy: string;
}

export function AnswerBox({ item, answering, isBusy, isFaulty, labelledBy }: AnswerBoxProps) {
  const say = useWords(interviewWords);
  const { given, write, submit } = answering;
  const isLong = item.kind === 'text' && item.appearance?.includes('multiline') === true;
  const hint = item.kind === 'date' ? say.dayForm : isLong ? say.longHint : undefined;
  const hintId = `${labelledBy}-hint`;
  const shared = {
    'aria-labelledby': labelledBy,
    'aria-describedby': hint === undefined ? undefined : hintId,
    'aria-invalid': isFaulty || undefined,
    'data-place': true,
    className: given.missing === undefined ? undefined : 'set-aside',
    value: given.text,
    readOnly: isBusy,
    spellCheck: false,
    autoComplete: 'off',
    maxLength: 10_000,
    dir: 'auto',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      submit();
    },
  } as const;
  return (
    <>
      <div className={item.kind === 'text' ? 'field open-answer' : 'field open-answer short'}>
        {isLong ? (
          <textarea {...shared} rows={4} />
        ) : (
          <input
            {...shared}
            type="text"
            inputMode={item.kind === 'integer' ? 'numeric' : item.kind === 'decimal' ? 'decimal' : 'text'}
          />
        )}
        <span className="hint" id={hintId}>
          {hint}
        </span>
      </div>
      <MissingRow answering={answering} isInText />
    </>
  );
}

/** Why there is no answer, under its letters. */
export function MissingRow({
  answering: { given, note },
  isInText = false,
}: {
  readonly answering: Answering;
  /** Letters are text there, and need Alt. */
  readonly isInText?: boolean;
}) {
  const say = useWords(interviewWords);
  return (
    <div className="missing-row">
      {isInText ? <strong>{say.keys.letters}</strong> : null}
      {missingKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="answer"
          aria-pressed={given.missing === kind}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => note(kind)}
        >
          <span className="key" aria-hidden="true">
            {missingKeys[kind].toUpperCase()}
          </span>
          <span className="mark-of-choice" aria-hidden="true">
            {given.missing === kind ? '▶' : ''}
          </span>
          <span>{say.missing[kind]}</span>
        </button>
      ))}
    </div>
  );
}

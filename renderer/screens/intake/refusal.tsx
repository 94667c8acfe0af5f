/** A file that is refused as a whole: what happened, what to do, and a ready text to the client. There is no way around it. */
import { useEffect, useId, useRef } from 'react';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import type { Trouble } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeRefusalWords, type RefusedWhole, readyText } from '../../wording/screens/intake-refusal.ts';
import { problemText } from '../../wording/wording.ts';

/** The problem, when it is one for which a whole file is refused. */
export function findRefusal(trouble: Trouble | undefined): RefusedWhole | undefined {
  if (trouble?.kind !== 'refused') return undefined;
  const { problem } = trouble;
  const isWhole = problem.problem === 'intake.citizen-service-number' || problem.problem === 'intake.special-category';
  return isWhole ? problem : undefined;
}

export function Refusal({ refused, onTakeOff }: { readonly refused: RefusedWhole; readonly onTakeOff: () => void }) {
  const say = useWords(intakeRefusalWords);
  const { language } = useBearing();
  const { status } = useStudy();
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const problem = problemText(refused, language);
  useEffect(() => place.current?.focus(), []);
  return (
    <section className="refusal" ref={place} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <span className="sign" aria-hidden="true">
          ▲
        </span>{' '}
        {say.title}
      </h3>
      <p className="happened">{problem.happened}</p>
      <p>{say.incident}</p>
      <h4>{say.todo}</h4>
      <ol>
        {say.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="soft">{say.noWayAround}</p>
      <div className="field letter">
        <label htmlFor={id}>{say.letter}</label>
        <span className="hint" id={`${id}-hint`}>
          {say.letterHint}
        </span>
        <textarea
          id={id}
          ref={text}
          lang="nl"
          rows={12}
          readOnly
          aria-describedby={`${id}-hint`}
          value={readyText(refused, status.title)}
        />
      </div>
      <div className="row">
        <Button
          onPress={() => {
            text.current?.focus();
            text.current?.select();
          }}
        >
          {say.selectAll}
        </Button>
        <Button onPress={onTakeOff}>{say.takeOff}</Button>
      </div>
    </section>
  );
}

/** The report of what was just taken in, what comes next, and what has to go now. */
import { useEffect, useRef } from 'react';
import type { Asked } from '../../../shared/contract.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeWords } from '../../wording/screens/intake.ts';
import { intakeOutcomeWords } from '../../wording/screens/intake-outcome.ts';
import { bringsPeople } from './delivery.ts';
import { FileReport } from './file-report.tsx';
import { useWrittenSum } from './list-sum.tsx';
import { Drawn } from './taking-part.tsx';
import { sumOf } from './written-sum.ts';

export interface TakenIn {
  readonly asked: Asked<'intake.preview'>;
  /** Of the lists, in their order. */
  readonly names: readonly string[];
  readonly view: IntakeView;
}

export function Taken({ taken, onAnother }: { readonly taken: TakenIn; readonly onAnother: () => void }) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { go } = useStudy();
  const place = useRef<HTMLDivElement>(null);
  const { view, asked, names } = taken;
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  const isToApply = !bringsPeople(asked.kind ?? 'people');
  return (
    <Room title={say.report}>
      <div ref={place} tabIndex={-1}>
        <Notice kind="done" title={say.done(view.accepted, number(view.accepted))}>
          <Consequences view={view} isStopped={asked.gone === 'stop'} />
          <p>{say.eraseSource}</p>
        </Notice>
      </div>
      <div className="row">
        <Button kind="primary" onPress={() => go('schedule')}>
          {say.next}
        </Button>
        <Button onPress={onAnother}>{say.another}</Button>
      </div>
      <SumTogether view={view} />
      {view.files.map((file, index) => (
        <FileReport
          key={file.file}
          view={file}
          name={names[index] ?? ''}
          isOpen={false}
          allowed={[]}
          isToApply={isToApply}
        />
      ))}
      {view.drawn === undefined ? null : <Drawn drawn={view.drawn} />}
    </Room>
  );
}

/** The lists as one sum, where there are more. */
export function SumTogether({ view: { files } }: { readonly view: IntakeView }) {
  const say = useWords(intakeOutcomeWords);
  const written = useWrittenSum();
  if (files.length < 2) return null;
  return (
    <p className="sum">
      <strong>{say.sumTogether(written(sumOf(files)))}</strong>
    </p>
  );
}

/** What a delivery brings about beside the people who are added. */
export function Consequences({ view, isStopped }: { readonly view: IntakeView; readonly isStopped: boolean }) {
  const say = useWords(intakeOutcomeWords);
  const { number } = useGrammar();
  // Who is not on the list any more has a line of their own.
  const stopped = view.stopped - (isStopped ? view.gone : 0);
  const lines = [
    ...(view.accepted === 0 ? [] : [say.withEmail(number(view.withEmail), number(view.accepted))]),
    ...(stopped <= 0 ? [] : [say.stopped(stopped, number(stopped))]),
    ...(view.gone === 0 ? [] : [say.goneCount(view.gone, number(view.gone), isStopped)]),
  ];
  return lines.map((line) => <p key={line}>{line}</p>);
}

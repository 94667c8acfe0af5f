/** The one button that stores a delivery; it says how many people come in, and what has to be done first when it cannot be pressed. */
import { useEffect, useState } from 'react';
import type { DeliveryKind } from '../../../shared/intake/report.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Room } from '../../parts/screen.tsx';
import type { useProgress } from '../../request.ts';
import { intakeWords } from '../../wording/screens/intake.ts';
import { bringsPeople } from './delivery.ts';

export function Accepting({
  view,
  kind,
  isFresh,
  isBusy,
  onAccept,
}: {
  readonly view: IntakeView;
  readonly kind: DeliveryKind;
  readonly isFresh: boolean;
  readonly isBusy: boolean;
  readonly onAccept: () => void;
}) {
  const say = useWords(intakeWords);
  const { number } = useGrammar();
  const { accepted, undecided, files, gone } = view;
  const applied = files.reduce(
    (sum, file) =>
      sum + Object.entries(file.applied).reduce((all, [kind, n]) => all + (kind === 'unchanged' ? 0 : n), 0),
    0,
  );
  const first = files.some(({ missing }) => missing.length > 0)
    ? say.firstColumns
    : files.some(({ undecidedColumns }) => undecidedColumns.length > 0)
      ? say.firstUndecidedColumns
      : view.needsConsentText
        ? say.firstConsent
        : undecided > 0
          ? say.firstDecide(undecided, number(undecided))
          : undefined;
  // What a list says of someone who is not there (yet) is remembered.
  const isNothing = bringsPeople(kind) && accepted + applied + view.stopped + gone === 0;
  const told = kind === 'stops' ? say.stopsKept : isNothing ? say.nothingToDo : say.nobodyNew;
  return (
    <Room title={say.acceptTitle}>
      {first !== undefined ? <Notice kind="due">{first}</Notice> : null}
      {first === undefined && accepted === 0 ? <Notice>{told}</Notice> : null}
      <div className="row">
        <Button
          kind={isFresh && first === undefined ? 'primary' : 'quiet'}
          isOff={!isFresh || first !== undefined}
          isBusy={isBusy}
          onPress={onAccept}
        >
          {accepted === 0 ? say.acceptNobody : say.accept(accepted, number(accepted))}
        </Button>
      </div>
    </Room>
  );
}

/** How long work may take before it is worth telling. */
const worthTellingMs = 400;

/** Long work with how far it is, and a way to stop it; `isLate`: short work is not told at all. */
export function Working({
  label,
  progress,
  isLate = false,
  onStop,
}: {
  readonly label: string;
  readonly progress: ReturnType<typeof useProgress>;
  readonly isLate?: boolean;
  readonly onStop: () => void;
}) {
  const say = useWords(intakeWords);
  const [isTold, setTold] = useState(!isLate);
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), worthTellingMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isTold) return null;
  return (
    <div className="stack working">
      <Progress label={label} progress={progress} isShare />
      <div className="row">
        <Button keyHint={say.stopKey} onPress={onStop}>
          {say.stop}
        </Button>
      </div>
    </div>
  );
}

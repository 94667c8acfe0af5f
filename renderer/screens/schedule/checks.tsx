/** What should be looked at in a protocol, each with the way to its step. */
import type { ProtocolWarning } from '../../../shared/contact-views.ts';
import type { StepId } from '../../../shared/study/protocol.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import type { Grammar } from '../../wording/grammar.ts';
import { scheduleCheckWords } from '../../wording/screens/schedule-checks.ts';

type Words = (typeof scheduleCheckWords)['nl'];
/** What a step is called on screen; its short name where it is not there any more. */
export type NameOf = (step: StepId) => string;

export function Checks({
  warnings,
  nameOf,
  onSelect,
}: {
  /** Undefined as long as they cannot be reckoned. */
  readonly warnings: readonly ProtocolWarning[] | undefined;
  readonly nameOf: NameOf;
  readonly onSelect: (step: StepId) => void;
}) {
  const say = useWords(scheduleCheckWords);
  const grammar = useGrammar();
  const told = (warning: ProtocolWarning) => {
    const text = warningText(warning, say, grammar, nameOf);
    return warning.kind === 'left-out' ? text : say.ofStep(nameOf(warning.step), text);
  };
  return (
    <Room title={say.checks}>
      {warnings === undefined ? (
        <p className="soft">{say.notYet}</p>
      ) : warnings.length === 0 ? (
        <p>
          <Mark kind="done">{say.allWell}</Mark>
        </p>
      ) : (
        <ul className="checks">
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>
              <Mark kind="attention">{told(warning)}</Mark>
              {warning.kind === 'left-out' ? null : (
                <Button kind="plain" onPress={() => onSelect(warning.step)}>
                  {say.goToStep}
                  <span className="unseen">: {nameOf(warning.step)}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Room>
  );
}

/** Without the step that it is about. */
export function warningText(
  warning: ProtocolWarning,
  say: Words,
  { number, shortDay }: Grammar,
  nameOf: NameOf,
): string {
  const people = (cases: number) => say.people(cases, number(cases));
  switch (warning.kind) {
    case 'nobody':
      return say.warnings.nobody;
    case 'close-together': {
      const { before, days, cases } = warning;
      const name = nameOf(before);
      const gap = days === 0 ? say.onSameDay(name) : say.already(say.days(days, number(days)), name);
      return say.warnings['close-together'](cases, people(cases), gap);
    }
    case 'before-letter':
      return say.warnings['before-letter'](warning.cases, people(warning.cases), nameOf(warning.before));
    case 'not-a-working-day':
      return say.warnings['not-a-working-day'](shortDay(warning.on));
    case 'left-out':
      return say.warnings['left-out'](warning.cases, people(warning.cases));
  }
}

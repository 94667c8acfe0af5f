/** The ways in which a call ends, and its note. What hurts takes a second key, and can be undone until the next case. */
import { useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import { type CallOutcome, callOutcomes, finalOutcomes } from '../../../shared/study/disposition.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField, TextAreaField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

interface Ways {
  readonly onBack: () => void;
}

/** An appointment has its own key. */
const listed = callOutcomes.filter((outcome) => outcome !== 'appointment');
const hurts = (outcome: CallOutcome) => outcome in finalOutcomes || outcome === 'wrong-number';

export function OutcomeList({ onChosen, onBack }: Ways & { readonly onChosen: (outcome: CallOutcome) => void }) {
  const say = useWords(interviewWords);
  const [chosen, setChosen] = useState<CallOutcome>();
  const choose = (outcome: CallOutcome) => (hurts(outcome) ? setChosen(outcome) : onChosen(outcome));
  useKeys(
    listed.map((outcome, index) => ({
      keys: [String(index + 1)],
      says: say.outcomes[outcome],
      run: () => choose(outcome),
    })),
  );
  useKeys(chosen === undefined ? [] : [{ keys: ['Enter'], says: say.confirm, run: () => onChosen(chosen) }]);
  return (
    <div className="stack">
      <h1>{say.outcomeTitle}</h1>
      <div className="answers outcomes">
        {listed.map((outcome, index) => (
          <button
            key={outcome}
            type="button"
            className="answer"
            aria-pressed={outcome === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(outcome)}
          >
            <span className="key" aria-hidden="true">
              {index + 1}
            </span>
            <span className="mark-of-choice" aria-hidden="true">
              {outcome === chosen ? '▶' : ''}
            </span>
            <span>
              {say.outcomes[outcome]}
              <small>{say.follows[outcome]}</small>
            </span>
          </button>
        ))}
      </div>
      <div className="message-room">
        {chosen === undefined ? null : (
          <Notice kind="attention" title={say.outcomes[chosen]}>
            <p>{say.pressAgain}</p>
          </Notice>
        )}
      </div>
      <div className="row">
        {chosen === undefined ? null : (
          <Button kind="irreversible" onPress={() => onChosen(chosen)} keyHint="Enter">
            {say.confirm}
          </Button>
        )}
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </div>
    </div>
  );
}

export function BreakOffConfirm({ onConfirm, onBack }: Ways & { readonly onConfirm: () => void }) {
  const say = useWords(interviewWords);
  useKeys([{ keys: ['Enter'], says: say.confirm, run: onConfirm }]);
  return (
    <div className="stack">
      <h1>{say.breakOff}</h1>
      <Notice kind="attention" title={say.breakOffText}>
        <p>{say.pressAgain}</p>
      </Notice>
      <div className="row">
        <Button kind="irreversible" onPress={onConfirm} keyHint="Enter">
          {say.breakOff}
        </Button>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </div>
    </div>
  );
}

export interface Made {
  readonly on: Day;
  readonly at: string;
}

export function AppointmentForm({
  until,
  onMade,
  onBack,
}: Ways & { readonly until: Day; readonly onMade: (made: Made) => void }) {
  const say = useWords(interviewWords);
  const { status } = useStudy();
  const [on, setOn] = useState<Day | ''>(status.today);
  const [at, setAt] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== '' && at !== '') onMade({ on, at });
      }}
    >
      <h1>{say.appointment}</h1>
      <div className="fields">
        <DayField label={say.appointmentOn} value={on} from={status.today} until={until} onChange={setOn} />
        <TextField label={say.appointmentHour} type="time" isShort value={at} onChange={setAt} autoFocus />
      </div>
      <div className="row">
        <Button submits kind="primary" isOff={on === '' || at === ''} keyHint="Enter">
          {say.makeAppointment}
        </Button>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </div>
    </form>
  );
}

export function NoteForm({
  note,
  onNote,
  onBack,
}: Ways & { readonly note: string; readonly onNote: (note: string) => void }) {
  const say = useWords(interviewWords);
  return (
    <div className="stack">
      <h1>{say.note}</h1>
      <TextAreaField label={say.note} hint={say.noteHint} value={note} onChange={onNote} hasFocus />
      <div className="row">
        <Button kind="primary" onPress={onBack} keyHint="Esc">
          {say.keepNote}
        </Button>
      </div>
    </div>
  );
}

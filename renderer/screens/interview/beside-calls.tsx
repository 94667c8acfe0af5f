/** What an interviewer may look at or enter between two cases: the appointments, and a visit that was made without this computer. */
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { visitWords } from '../../wording/screens/visits.ts';
import { Agenda } from '../appointments/agenda.tsx';
import { VisitMade } from '../contact/visit-made.tsx';

interface Ways {
  readonly onBack: () => void;
}

export function AppointmentsPlace({ onBack }: Ways) {
  const say = useWords(appointmentWords);
  const { keys } = useWords(interviewWords);
  useKeys([{ keys: ['Escape'], says: keys.escape, run: onBack, everywhere: true }]);
  return (
    <main className="between wide">
      <div className="spread">
        <h1>{say.title}</h1>
        <Button hasFocus onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </div>
      <Agenda hasKeys />
      <p>{say.noNames}</p>
    </main>
  );
}

export function VisitPlace({ onBack }: Ways) {
  const say = useWords(visitWords);
  const { keys } = useWords(interviewWords);
  useKeys([{ keys: ['Escape'], says: keys.escape, run: onBack, everywhere: true }]);
  return (
    <main className="between">
      <h1>{say.title}</h1>
      <VisitMade hasFocus>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </VisitMade>
    </main>
  );
}

/** Appointments and visits, as a manager looks at them. */
import { useWords } from '../../bearings.tsx';
import { Room } from '../../parts/screen.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import { visitWords } from '../../wording/screens/visits.ts';
import { Agenda } from '../appointments/agenda.tsx';
import { VisitMade } from './visit-made.tsx';

export function AppointmentsRoom() {
  const say = useWords(appointmentWords);
  return (
    <Room title={say.title}>
      <Agenda hasKeys={false} />
    </Room>
  );
}

/** Only where people are visited. */
export function VisitsRoom({ onRecorded }: { readonly onRecorded: () => void }) {
  const say = useWords(visitWords);
  const { status } = useStudy();
  if (!status.groups.some(({ hasVisits }) => hasVisits)) return null;
  return (
    <Room title={say.title}>
      <details>
        <summary>{say.enter}</summary>
        <VisitMade onRecorded={onRecorded} />
      </details>
    </Room>
  );
}

/** How this place rings, and whether an appointment is heard. */
import { useAlarmSound } from '../alarm-sound.ts';
import { useWords } from '../bearings.tsx';
import { type Dialling, mayCopy, useDialling } from '../dialling.ts';
import { appointmentWords } from '../wording/screens/appointments.ts';
import { ringingWords } from '../wording/screens/ringing.ts';
import { RadioField, Tick } from './field.tsx';

export function CallingChoices() {
  const say = useWords(appointmentWords);
  const [isOn, setOn] = useAlarmSound();
  return (
    <>
      <DiallingChoice />
      <Tick label={say.sound} isOn={isOn} onChange={setOn} />
    </>
  );
}

/** What the key that rings does; only where a copied number can be taken back. */
function DiallingChoice() {
  const say = useWords(ringingWords);
  const [way, choose] = useDialling();
  if (!mayCopy) return <p className="soft">{say.wayHint}</p>;
  return (
    <RadioField<Dialling>
      label={say.way}
      value={way}
      onChange={choose}
      options={(['link', 'copy'] as const).map((value) => ({ value, label: say.ways[value] }))}
    />
  );
}

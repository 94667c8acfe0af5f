/** Who does one part of the work: the bureau itself, or one of the parties that the agreement names. */
import { useWords } from '../../bearings.tsx';
import { SelectField } from '../../parts/field.tsx';
import { type PartyWork, partyWords } from '../../wording/screens/parties.ts';

export function PartyField({
  work,
  value,
  subProcessors,
  onChange,
}: {
  readonly work: PartyWork;
  readonly value: string | undefined;
  readonly subProcessors: readonly string[];
  readonly onChange: (party: string | undefined) => void;
}) {
  const say = useWords(partyWords);
  // What stands is shown, also when the agreement does not name it any more: the office refuses it then.
  const parties = [...new Set([...subProcessors, ...(value === undefined ? [] : [value])])];
  return (
    <SelectField
      label={say[work]}
      hint={say.hint}
      value={value ?? ''}
      onChange={(party) => onChange(party === '' ? undefined : party)}
      options={[{ value: '', label: say.itself }, ...parties.map((party) => ({ value: party, label: party }))]}
    />
  );
}

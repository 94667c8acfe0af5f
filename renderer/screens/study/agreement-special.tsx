/** Which special categories may be asked about and may stand in a file, AVG art. 9 and 10: none, unless the signed agreement names them. */
import { useId } from 'react';
import { type SpecialCategory, specialCategories } from '../../../shared/study/special-category.ts';
import { useBearing } from '../../bearings.tsx';
import { Tick } from '../../parts/field.tsx';
import { words } from '../../wording/wording.ts';

export function SpecialCategories({
  label,
  hint,
  isOff,
  allowed,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly isOff: boolean;
  readonly allowed: readonly SpecialCategory[];
  readonly onChange: (allowed: readonly SpecialCategory[]) => void;
}) {
  const { language } = useBearing();
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={id}>
      <legend>{label}</legend>
      <span className="hint" id={id}>
        {hint}
      </span>
      <div className="allowed">
        {specialCategories.map((one) => (
          <Tick
            key={one}
            label={words[language].specialCategories[one]}
            isOn={allowed.includes(one)}
            isOff={isOff}
            onChange={(isOn) =>
              onChange(specialCategories.filter((each) => (each === one ? isOn : allowed.includes(each))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

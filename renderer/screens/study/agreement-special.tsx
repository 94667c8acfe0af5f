/** Which special categories may be asked about and may stand in a file, AVG art. 9 and 10: none, unless the signed agreement names them. */
import { type SpecialCategory, specialCategories } from '../../../shared/study/special-category.ts';
import { useBearing } from '../../bearings.tsx';
import { TickFrame, TickSet } from '../../parts/tick-set.tsx';
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
  return (
    <TickFrame label={label} hint={hint}>
      <div className="allowed">
        <TickSet
          all={specialCategories}
          nameOf={(one) => words[language].specialCategories[one]}
          on={allowed}
          isOff={isOff}
          onChange={onChange}
        />
      </div>
    </TickFrame>
  );
}

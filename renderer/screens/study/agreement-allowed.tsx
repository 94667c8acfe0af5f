/** Which fields of a person may be read, as ticks in the groups in which they are looked for; three ways to say an age are one too many. */
import { type ContactField, contactFields } from '../../../shared/study/contact-data.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { ageFields, type FieldGroup, fieldGroups } from '../../field-groups.ts';
import { Notice } from '../../parts/notice.tsx';
import { TickFrame, TickSet } from '../../parts/tick-set.tsx';
import { agreementWords } from '../../wording/screens/agreement.ts';
import { fieldGroupWords } from '../../wording/screens/field-groups.ts';
import { words } from '../../wording/wording.ts';

export function AllowedFields({
  label,
  hint,
  isOff,
  allowed,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly isOff: boolean;
  readonly allowed: readonly ContactField[];
  readonly onChange: (allowed: readonly ContactField[]) => void;
}) {
  const say = useWords(agreementWords);
  const { groups } = useWords(fieldGroupWords);
  const { language } = useBearing();
  const { all } = useGrammar();
  const nameOf = (field: ContactField) => words[language].contactFields[field];
  const ages = ageFields.filter((field) => allowed.includes(field));
  return (
    <TickFrame label={label} hint={hint}>
      <div className="allowed-groups">
        {(Object.keys(fieldGroups) as FieldGroup[]).map((group) => (
          <fieldset className="choices" key={group}>
            <legend>{groups[group]}</legend>
            <TickSet
              all={contactFields}
              shown={fieldGroups[group]}
              nameOf={nameOf}
              on={allowed}
              isOff={isOff}
              onChange={onChange}
            />
          </fieldset>
        ))}
      </div>
      {ages.length > 1 ? <Notice kind="due">{say.oneAge(all(ages.map(nameOf)))}</Notice> : null}
    </TickFrame>
  );
}

/** The boxes for one colleague: name, roles, confidentiality statement, and a passphrase only where they may choose one here. */
import type { Day } from '../../../shared/calendar.ts';
import type { Asked } from '../../../shared/contract.ts';
import { type Role, roles } from '../../../shared/study/person.ts';
import { useWords } from '../../bearings.tsx';
import { DayField, TextField, Tick } from '../../parts/field.tsx';
import { startWords } from '../../wording/screens/start.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { isChosen, noPassphrase, type PassphraseDraft, PassphraseFields } from './passphrase-fields.tsx';

export interface PersonDraft {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly confidentialityOn: Day | '';
  readonly own: PassphraseDraft;
}

/** `own`: whoever sits here; `may`: of a colleague in a practice study; `none`: they get a one-time passphrase. */
export type PassphraseRule = 'own' | 'may' | 'none';

export function newPerson(given: readonly Role[], today: Day): PersonDraft {
  return { name: '', roles: given, confidentialityOn: today, own: noPassphrase };
}

export function isWhole({ name, roles: given, confidentialityOn, own }: PersonDraft, rule: PassphraseRule): boolean {
  const isEmpty = own.passphrase === '' && own.again === '';
  const isSecret = rule === 'none' || isChosen(own) || (rule === 'may' && isEmpty);
  return name.trim() !== '' && given.length > 0 && confidentialityOn !== '' && isSecret;
}

/** What the office is given of it. */
export function personOf(draft: PersonDraft, rule: PassphraseRule): Asked<'study.addPerson'> {
  const { name, roles: given, confidentialityOn, own } = draft;
  const known = { name: name.trim(), roles: [...given], confidentialityOn: confidentialityOn as Day };
  return rule === 'none' || own.passphrase === '' ? known : { ...known, passphrase: own.passphrase };
}

export function PersonFields({
  person,
  rule,
  fixedRole,
  onChange,
}: {
  readonly person: PersonDraft;
  readonly rule: PassphraseRule;
  /** One that this person has to have. */
  readonly fixedRole?: Role;
  readonly onChange: (person: PersonDraft) => void;
}) {
  const say = useWords(startWords);
  const { roleNames } = useWords(windowWords);
  return (
    <>
      <div className="fields">
        <TextField label={say.name} value={person.name} onChange={(name) => onChange({ ...person, name })} />
        <DayField
          label={say.confidentialityOn}
          value={person.confidentialityOn}
          onChange={(confidentialityOn) => onChange({ ...person, confidentialityOn })}
        />
      </div>
      {rule === 'none' ? null : (
        <PassphraseFields
          draft={person.own}
          {...(rule === 'may' ? { hint: say.passphraseMayBeEmpty } : {})}
          onChange={(own) => onChange({ ...person, own })}
        />
      )}
      <fieldset className="choices">
        <legend>{say.roles}</legend>
        <div className="row">
          {roles.map((role) => (
            <Tick
              key={role}
              label={roleNames[role]}
              isOn={person.roles.includes(role)}
              isOff={role === fixedRole}
              onChange={(isOn) =>
                onChange({
                  ...person,
                  roles: isOn ? [...person.roles, role] : person.roles.filter((one) => one !== role),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

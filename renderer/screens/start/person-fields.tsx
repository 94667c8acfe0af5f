/** The boxes for one colleague: name, roles, confidentiality statement, and a passphrase typed twice. */
import type { Day } from '../../../shared/calendar.ts';
import { type Role, roles } from '../../../shared/study/person.ts';
import { useWords } from '../../bearings.tsx';
import { DayField, TextField, Tick } from '../../parts/field.tsx';
import { startWords } from '../../wording/screens/start.ts';
import { windowWords } from '../../wording/screens/window.ts';

export interface PersonDraft {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly confidentialityOn: Day | '';
  readonly passphrase: string;
  readonly again: string;
}

/** Shortest passphrase that the office takes, in characters. */
export const passphraseAtLeast = 12;

export function newPerson(given: readonly Role[], today: Day): PersonDraft {
  return { name: '', roles: given, confidentialityOn: today, passphrase: '', again: '' };
}

export function isWhole({ name, roles: given, confidentialityOn, passphrase, again }: PersonDraft): boolean {
  const isLong = [...passphrase].length >= passphraseAtLeast;
  return name.trim() !== '' && given.length > 0 && confidentialityOn !== '' && isLong && passphrase === again;
}

/** What the office is given of it. */
export function personOf({ name, roles: given, confidentialityOn, passphrase }: PersonDraft) {
  return { name: name.trim(), roles: [...given], confidentialityOn: confidentialityOn as Day, passphrase };
}

export function PersonFields({
  person,
  onChange,
}: {
  readonly person: PersonDraft;
  readonly onChange: (person: PersonDraft) => void;
}) {
  const say = useWords(startWords);
  const { roleNames } = useWords(windowWords);
  const { passphrase, again } = person;
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
      <div className="fields">
        <TextField
          label={say.passphrase}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          hint={say.passphraseHint([...passphrase].length, passphraseAtLeast)}
          onChange={(next) => onChange({ ...person, passphrase: next })}
        />
        <TextField
          label={say.passphraseAgain}
          type="password"
          autoComplete="new-password"
          value={again}
          fault={again !== '' && again !== passphrase ? say.passphraseDiffers : undefined}
          onChange={(next) => onChange({ ...person, again: next })}
        />
      </div>
      <fieldset className="choices">
        <legend>{say.roles}</legend>
        <div className="row">
          {roles.map((role) => (
            <Tick
              key={role}
              label={roleNames[role]}
              isOn={person.roles.includes(role)}
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

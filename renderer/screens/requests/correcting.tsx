/** Correction, art. 16: a list of fields with what should stand there, then all at once. */
import { useState } from 'react';
import { type CorrectableField, correctableFields } from '../../../shared/study/contact-data.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { useAsking } from '../../request.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { words } from '../../wording/wording.ts';
import type { ActProps } from './one-request.tsx';

export function Correcting({ request: { nr }, onDone }: ActProps) {
  const say = useWords(onePersonWords);
  const { language } = useBearing();
  const names = words[language].contactFields;
  const { ask, busy, trouble } = useAsking();
  const [changes, setChanges] = useState<Readonly<Partial<Record<CorrectableField, string>>>>({});
  const [field, setField] = useState<CorrectableField>('surname');
  const [value, setValue] = useState('');
  const listed = correctableFields.filter((one) => changes[one] !== undefined);
  const add = () => {
    setChanges({ ...changes, [field]: value.trim() });
    setValue('');
  };
  const drop = (dropped: CorrectableField) => {
    const { [dropped]: _, ...rest } = changes;
    setChanges(rest);
  };
  const correct = async () => {
    if ((await ask('contact.correctCase', { nr, changes })) === undefined) return;
    onDone(<Notice kind="done">{say.corrected}</Notice>);
  };
  return (
    <>
      <p>{say.correctText}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="fields">
          <SelectField
            label={say.field}
            value={field}
            onChange={setField}
            options={correctableFields.map((one) => ({ value: one, label: names[one] }))}
          />
          <TextField label={say.value} hint={say.valueHint} value={value} onChange={setValue} maxLength={200} />
        </div>
        <div className="row">
          <Button submits>{say.addChange}</Button>
        </div>
      </form>
      <ul className="due">
        {listed.map((one) => (
          <li key={one}>
            <span>
              {changes[one] === '' ? (
                say.changeGone(names[one])
              ) : (
                <>
                  {say.changeTo(names[one])} <Personal>{changes[one]}</Personal>
                </>
              )}
            </span>
            <Button kind="plain" onPress={() => drop(one)}>
              {say.dropChange}
              <span className="unseen">: {names[one]}</span>
            </Button>
          </li>
        ))}
      </ul>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button kind="primary" isOff={listed.length === 0} isBusy={busy !== undefined} onPress={correct}>
          {say.correct}
        </Button>
      </div>
    </>
  );
}

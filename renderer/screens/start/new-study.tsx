/** A new study: its title, its place and its people. Keys are made for each of them. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen } from '../../parts/screen.tsx';
import { shell, useAsking } from '../../request.ts';
import { startWords } from '../../wording/screens/start.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { isWhole, newPerson, type PersonDraft, PersonFields, personOf } from './person-fields.tsx';
import { thisDay } from './this-day.ts';

export function NewStudy({ onMade, onBack }: { readonly onMade: () => void; readonly onBack: () => void }) {
  const say = useWords(startWords);
  const window = useWords(windowWords);
  const { ask, busy, trouble } = useAsking();
  const [title, setTitle] = useState('');
  const [where, setWhere] = useState<'standard' | 'chosen'>('standard');
  const [practice, setPractice] = useState(false);
  const [isInFile, setInFile] = useState(false);
  const today = thisDay();
  const [people, setPeople] = useState<readonly { readonly key: number; readonly draft: PersonDraft }[]>([
    { key: 1, draft: newPerson(['manager'], today) },
    { key: 2, draft: newPerson(['researcher'], today) },
  ]);
  const rolesGiven = people.flatMap(({ draft }) => draft.roles);
  const hasRoles = rolesGiven.includes('manager') && rolesGiven.includes('researcher');
  const isReady = title.trim() !== '' && hasRoles && people.every(({ draft }) => isWhole(draft));
  const change = (key: number, draft: PersonDraft) =>
    setPeople(people.map((one) => (one.key === key ? { key, draft } : one)));

  const make = async () => {
    if (!isReady) return;
    if (where === 'chosen' && !(await shell.chooseFolder('new'))) return;
    const input = { title: title.trim(), practice, where, people: people.map(({ draft }) => personOf(draft)) };
    const made = await ask('study.create', input);
    if (made === undefined) return;
    if (made.deviceSecretIn === 'file') setInFile(true);
    else onMade();
  };

  if (isInFile)
    return (
      <Screen title={say.makeTitle} help={say.help}>
        <Notice kind="due">{say.secretInFile}</Notice>
        <div className="row">
          <Button kind="primary" onPress={onMade}>
            {say.signIn}
          </Button>
        </div>
      </Screen>
    );
  return (
    <Screen title={say.makeTitle} lead={say.makeLead} help={[...say.help.slice(0, 1), ...say.signInHelp.slice(0, 1)]}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <TextField label={say.studyTitle} hint={say.studyTitleHint} value={title} onChange={setTitle} autoFocus />
        {shell.kind === 'electron' ? (
          <RadioField
            label={say.where}
            hint={say.notSynced}
            value={where}
            onChange={setWhere}
            options={[
              { value: 'standard', label: say.whereStandard },
              { value: 'chosen', label: say.whereChosen },
            ]}
          />
        ) : null}
        <Tick label={say.forPractice} isOn={practice} onChange={setPractice} />
        <details>
          <summary>{say.fromEarlier}</summary>
          <p>{say.fromEarlierText}</p>
        </details>
        <Room title={say.people}>
          <p className="soft">{say.peopleHint}</p>
          {people.map(({ key, draft }, index) => (
            <section key={key} className="person-fields" aria-label={say.person(index + 1)}>
              <div className="spread">
                <h3>{say.person(index + 1)}</h3>
                {people.length > 1 ? (
                  <Button kind="plain" onPress={() => setPeople(people.filter((one) => one.key !== key))}>
                    {say.removePerson}
                  </Button>
                ) : null}
              </div>
              <PersonFields person={draft} onChange={(next) => change(key, next)} />
            </section>
          ))}
          <div className="row">
            <Button
              onPress={() => setPeople([...people, { key: Date.now(), draft: newPerson(['interviewer'], today) }])}
            >
              {say.addPerson}
            </Button>
          </div>
        </Room>
        {busy !== undefined ? (
          <Notice>{say.making}</Notice>
        ) : isReady ? null : (
          <Notice kind="due">{hasRoles ? say.stillNeeded : say.missingRole}</Notice>
        )}
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button submits kind="primary" isOff={!isReady} isBusy={busy !== undefined}>
            {say.make}
          </Button>
          <Button onPress={onBack}>{window.cancel}</Button>
        </div>
      </form>
    </Screen>
  );
}

/** A new study: its title, its place and its people. Whoever makes it chooses a passphrase; all others get one for their first sign-in. */
import { useState } from 'react';
import type { StudyCreated } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen } from '../../parts/screen.tsx';
import { shell, useAsking } from '../../request.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { startWords } from '../../wording/screens/start.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { OneTimeCards } from './one-time-cards.tsx';
import { isWhole, newPerson, type PassphraseRule, type PersonDraft, PersonFields, personOf } from './person-fields.tsx';
import { thisDay } from './this-day.ts';

export function NewStudy({ onMade, onBack }: { readonly onMade: () => void; readonly onBack: () => void }) {
  const say = useWords(startWords);
  const staff = useWords(peopleWords);
  const window = useWords(windowWords);
  const { ask, busy, trouble } = useAsking();
  const [title, setTitle] = useState('');
  const [where, setWhere] = useState<'standard' | 'chosen'>('standard');
  const [practice, setPractice] = useState(false);
  const [made, setMade] = useState<StudyCreated>();
  const [isHandedOut, setHandedOut] = useState(false);
  const today = thisDay();
  const [people, setPeople] = useState<readonly { readonly key: number; readonly draft: PersonDraft }[]>([
    { key: 1, draft: newPerson(['manager'], today) },
    { key: 2, draft: newPerson(['researcher'], today) },
  ]);
  const rolesGiven = people.flatMap(({ draft }) => draft.roles);
  const hasRoles = rolesGiven.includes('researcher');
  const ruleOf = (index: number): PassphraseRule => (index === 0 ? 'own' : practice ? 'may' : 'none');
  const isReady = title.trim() !== '' && hasRoles && people.every(({ draft }, index) => isWhole(draft, ruleOf(index)));
  const nameOf = (index: number) => (index === 0 ? say.founder : say.person(index + 1));
  const change = (key: number, draft: PersonDraft) =>
    setPeople(people.map((one) => (one.key === key ? { key, draft } : one)));

  const make = async () => {
    if (!isReady) return;
    if (where === 'chosen' && !(await shell.chooseFolder('new'))) return;
    const known = people.map(({ draft }, index) => personOf(draft, ruleOf(index)));
    const created = await ask('study.create', { title: title.trim(), practice, where, people: known });
    if (created === undefined) return;
    if (created.invited.length === 0 && created.deviceSecretIn === 'keychain') onMade();
    else setMade(created);
  };

  if (made !== undefined && made.invited.length > 0 && !isHandedOut)
    return (
      <Screen title={say.makeTitle} lead={staff.oneTimeTitle(made.invited.length)} help={[say.onlyYourOwn]}>
        <OneTimeCards
          invited={made.invited}
          onDone={() => (made.deviceSecretIn === 'file' ? setHandedOut(true) : onMade())}
        />
      </Screen>
    );
  if (made !== undefined)
    return (
      <Screen title={say.makeTitle} help={say.help}>
        <Notice kind="due">{say.secretInFile}</Notice>
        {made.deviceSecretSyncedBy === undefined ? null : (
          <Notice kind="attention">{say.secretSynced(made.deviceSecretSyncedBy)}</Notice>
        )}
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
          <p>{say.onlyYourOwn}</p>
          {people.map(({ key, draft }, index) => (
            <section key={key} className="person-fields" aria-label={nameOf(index)}>
              <div className="spread">
                <h3>{nameOf(index)}</h3>
                {index > 0 ? (
                  <Button kind="plain" onPress={() => setPeople(people.filter((one) => one.key !== key))}>
                    {say.removePerson}
                  </Button>
                ) : null}
              </div>
              {index === 0 ? <p className="soft">{say.founderHint}</p> : null}
              <PersonFields
                person={draft}
                rule={ruleOf(index)}
                {...(index === 0 ? { fixedRole: 'manager' } : {})}
                onChange={(next) => change(key, next)}
              />
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

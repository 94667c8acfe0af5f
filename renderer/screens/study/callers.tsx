/** What each interviewer speaks, and who is senior: whom they can be given. */
import { useState } from 'react';
import type { CallersView } from '../../../shared/contact-views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Tick } from '../../parts/field.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { TickSet } from '../../parts/tick-set.tsx';
import { useAsking, useView } from '../../request.ts';
import { spokenLanguages } from '../../spoken-languages.ts';
import { callersOfStudyWords } from '../../wording/screens/callers-of-study.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { languageName } from '../interview/language-name.ts';

type OneCaller = CallersView['callers'][number];

export function Callers() {
  const say = useWords(callersOfStudyWords);
  const seen = useView('study.callers', {});
  const [told, setTold] = useState<string>();
  return (
    <Room title={say.title}>
      <p className="soft">{say.text}</p>
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      <Shown seen={seen}>
        {({ callers }) =>
          callers.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <List
              callers={callers}
              onChanged={(name) => {
                setTold(say.saved(name));
                seen.refresh();
              }}
            />
          )
        }
      </Shown>
    </Room>
  );
}

interface ListProps extends CallersView {
  readonly onChanged: (name: string) => void;
}

function List({ callers, onChanged }: ListProps) {
  const say = useWords(callersOfStudyWords);
  const { language } = useBearing();
  const { all } = useGrammar();
  const [changing, setChanging] = useState<OneCaller>();
  return (
    <>
      {callers.some(({ isSenior }) => isSenior) ? null : <Notice>{say.nobodySenior}</Notice>}
      <TableFrame label={say.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.languages}</th>
              <th scope="col">{say.senior}</th>
              <th scope="col">{say.deeds}</th>
            </tr>
          </thead>
          <tbody>
            {callers.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td>
                  {one.languages.length === 0 ? (
                    <Mark kind="attention">{say.noLanguages}</Mark>
                  ) : (
                    all(one.languages.map((code) => languageName(code, language)))
                  )}
                </td>
                <td>{one.isSenior ? say.yes : say.no}</td>
                <td>
                  <Button kind="plain" onPress={() => setChanging(one)}>
                    {say.change}
                    <span className="unseen">: {one.name}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {changing === undefined ? null : (
        <Change
          one={changing}
          onClose={() => setChanging(undefined)}
          onChanged={() => {
            setChanging(undefined);
            onChanged(changing.name);
          }}
        />
      )}
    </>
  );
}

interface ChangeProps {
  readonly one: OneCaller;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

function Change({ one, onChanged, onClose }: ChangeProps) {
  const say = useWords(callersOfStudyWords);
  const { cancel } = useWords(windowWords);
  const { language } = useBearing();
  const { ask, busy, trouble } = useAsking();
  const [languages, setLanguages] = useState(one.languages);
  const [isSenior, setSenior] = useState(one.isSenior);
  const name = (code: string) => languageName(code, language);
  // One that the list does not have stays a choice.
  const others = one.languages.filter((code) => !(spokenLanguages as readonly string[]).includes(code));
  const shown = [...spokenLanguages, ...others].toSorted((a, b) => name(a).localeCompare(name(b), language));
  const save = async () => {
    if ((await ask('study.setCaller', { name: one.name, languages: [...languages], isSenior })) !== undefined)
      onChanged();
  };
  return (
    <Dialog title={say.changeOf(one.name)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset className="choices spoken-ticks">
          <legend>{say.languages}</legend>
          <TickSet all={shown} nameOf={name} on={languages} isOff={false} onChange={setLanguages} />
        </fieldset>
        <Tick label={say.isSenior} isOn={isSenior} onChange={setSenior} />
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button submits kind="primary" isBusy={busy !== undefined}>
            {say.save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

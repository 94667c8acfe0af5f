/** The colleagues in the study, one more, and keys passed on to who awaits them. */

import { useState } from 'react';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useAsking, useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { studyWords } from '../../wording/screens/study.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { isWhole, newPerson, PersonFields, personOf } from '../start/person-fields.tsx';
import { PassKeysOn } from './pass-keys-on.tsx';

export function PeopleRoom() {
  const hasRole = useHasRole();
  return hasRole('manager') || hasRole('officer') ? <Colleagues /> : <PassKeysOn />;
}

function Colleagues() {
  const say = useWords(studyWords);
  const { roleNames } = useWords(windowWords);
  const { day, all } = useGrammar();
  const { status, me } = useStudy();
  const isManager = useHasRole()('manager');
  const seen = useView('study.people', {});
  const { ask, busy, trouble } = useAsking();
  const [draft, setDraft] = useState(() => newPerson(['interviewer'], status.today));
  const [told, setTold] = useState<string>();
  const add = async () => {
    if ((await ask('study.addPerson', personOf(draft))) === undefined) return;
    setTold(say.personAdded(draft.name.trim()));
    setDraft(newPerson(['interviewer'], status.today));
    seen.refresh();
  };
  const passOn = async (to: string) => {
    if ((await ask('study.passKeysOn', { to })) !== undefined) setTold(say.keysPassed(to));
  };
  return (
    <div className="stack">
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      <TroubleNotice trouble={trouble} />
      <Shown seen={seen}>
        {({ people }) => (
          <TableFrame label={say.peopleCaption}>
            <table>
              <caption>{say.peopleCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.name}</th>
                  <th scope="col">{say.roles}</th>
                  <th scope="col">{say.confidentialityOn}</th>
                  <th scope="col">{say.passKeysOn}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr key={person.id}>
                    <th scope="row">{person.name}</th>
                    <td>{all(person.roles.map((role) => roleNames[role]))}</td>
                    <td>{day(person.confidentialityOn)}</td>
                    <td>
                      {person.name === me.name ? null : (
                        <Button isOff={busy !== undefined} onPress={() => passOn(person.name)}>
                          {say.passKeysOn}
                          <span className="unseen">: {person.name}</span>
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </Shown>
      <p className="soft">{say.passKeysOnHelp}</p>
      {isManager ? (
        <Room title={say.addPerson}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (isWhole(draft)) add();
            }}
          >
            <PersonFields person={draft} onChange={setDraft} />
            <div className="row">
              <Button submits isOff={!isWhole(draft)} isBusy={busy === 'study.addPerson'}>
                {say.addPerson}
              </Button>
            </div>
          </form>
        </Room>
      ) : null}
    </div>
  );
}

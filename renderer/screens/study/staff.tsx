/** The colleagues in a table: roles, keys that they await, and what can be done for or about them. */
import { useState } from 'react';
import type { Invited, KeyHolders, StaffView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Mark, TroubleNotice } from '../../parts/notice.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useAsking } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { peopleWords } from '../../wording/screens/people.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { words } from '../../wording/wording.ts';

export interface StaffProps {
  readonly people: readonly StaffView[];
  readonly holders: readonly KeyHolders[];
  /** `said`: what was done; `card`: a passphrase to be handed over. */
  readonly onChanged: (said?: string, card?: Invited) => void;
}

type Deed = { readonly kind: 'renew' | 'remove'; readonly name: string };

export function Staff({ people, holders, onChanged }: StaffProps) {
  const say = useWords(peopleWords);
  const { me } = useStudy();
  const hasRole = useHasRole();
  const { ask, busy, trouble } = useAsking();
  const [asking, setAsking] = useState<Deed>();
  const held = holders.filter((key) => key.holders.includes(me.name)).map(({ key }) => key);
  const mayRenew = hasRole('manager') || hasRole('researcher');
  const passOn = async (to: string) => {
    if ((await ask('study.passKeysOn', { to })) !== undefined) onChanged(say.keysPassed(to));
  };
  const renew = async (name: string) => {
    const invited = await ask('study.renewPerson', { name });
    setAsking(undefined);
    if (invited !== undefined) onChanged(undefined, invited);
  };
  const remove = async (name: string) => {
    const left = await ask('study.removePerson', { name });
    setAsking(undefined);
    if (left !== undefined) onChanged(say.removed(name));
  };
  const isOff = busy !== undefined;
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <TableFrame label={say.caption}>
        <table>
          <caption>{say.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.roles}</th>
              <th scope="col">{say.confidentialityOn}</th>
              <th scope="col">{say.state}</th>
              <th scope="col">{say.deeds}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <StaffRow key={person.id} person={person}>
                {person.name === me.name ? (
                  <span className="soft">{say.you}</span>
                ) : (
                  <div className="row staff-deeds">
                    {!person.isInvited && person.awaited.some((key) => held.includes(key)) ? (
                      <Button isOff={isOff} onPress={() => passOn(person.name)}>
                        {say.passKeysOn}
                        <span className="unseen">: {person.name}</span>
                      </Button>
                    ) : null}
                    {mayRenew ? (
                      <Button
                        kind="plain"
                        isOff={isOff}
                        onPress={() => setAsking({ kind: 'renew', name: person.name })}
                      >
                        {say.renewDeed}
                        <span className="unseen">: {person.name}</span>
                      </Button>
                    ) : null}
                    {hasRole('manager') ? (
                      <Button
                        kind="plain"
                        isOff={isOff}
                        onPress={() => setAsking({ kind: 'remove', name: person.name })}
                      >
                        {say.remove}
                        <span className="unseen">: {person.name}</span>
                      </Button>
                    ) : null}
                  </div>
                )}
              </StaffRow>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="soft">{say.passKeysOnHelp}</p>
      {asking?.kind === 'renew' ? (
        <Confirm
          title={say.renewTitle(asking.name)}
          action={say.renewDeed}
          isBusy={isOff}
          onConfirm={() => renew(asking.name)}
          onClose={() => setAsking(undefined)}
        >
          <p>{say.renewText}</p>
        </Confirm>
      ) : null}
      {asking?.kind === 'remove' ? (
        <Confirm
          title={say.removeTitle(asking.name)}
          action={say.removeDeed(asking.name)}
          kind="irreversible"
          typed={asking.name}
          isBusy={isOff}
          onConfirm={() => remove(asking.name)}
          onClose={() => setAsking(undefined)}
        >
          <p>{say.removeText}</p>
          <p>{say.removeCosts}</p>
        </Confirm>
      ) : null}
    </>
  );
}

function StaffRow({
  person: { name, roles, confidentialityOn, isInvited, awaited },
  children,
}: {
  readonly person: StaffView;
  readonly children: React.ReactNode;
}) {
  const say = useWords(peopleWords);
  const { roleNames } = useWords(windowWords);
  const { language } = useBearing();
  const { day, all } = useGrammar();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {all(roles.map((role) => roleNames[role]))}
        {roles.length > 1 ? (
          <>
            <br />
            <Mark kind="due">{say.severalRoles(roles.length)}</Mark>
          </>
        ) : null}
      </td>
      <td>{day(confidentialityOn)}</td>
      <td>
        {isInvited ? <Mark kind="due">{say.isInvited}</Mark> : null}
        {awaited.length > 0 ? (
          <Mark kind="due">{say.awaits(all(awaited.map((key) => words[language].keys[key])))}</Mark>
        ) : isInvited ? null : (
          <Mark kind="done">{say.hasAll}</Mark>
        )}
      </td>
      <td>{children}</td>
    </tr>
  );
}

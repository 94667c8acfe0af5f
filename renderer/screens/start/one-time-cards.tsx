/** Passphrases for a first sign-in, shown once: each on a card of its own, to be copied by hand and in no other way. */
import { useState } from 'react';
import type { Invited } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { peopleWords } from '../../wording/screens/people.ts';
import { windowWords } from '../../wording/screens/window.ts';
import './one-time-cards.css';

export function OneTimeCards({
  invited,
  onDone,
}: {
  readonly invited: readonly Invited[];
  readonly onDone: () => void;
}) {
  const say = useWords(peopleWords);
  const { roleNames } = useWords(windowWords);
  const { all } = useGrammar();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="stack">
      <Notice kind="due" title={say.oneTimeOnce(invited.length)}>
        <p>{say.oneTimeUse}</p>
      </Notice>
      <ul className="one-time-cards">
        {invited.map(({ name, roles, oneTimePassphrase }) => (
          <li key={name} aria-label={say.oneTimeOf(name)}>
            <strong>{name}</strong>
            <span className="soft">{all(roles.map((role) => roleNames[role]))}</span>
            <span className="mono secret">{oneTimePassphrase}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{say.oneTimeByHand}</p>
      <div className="row">
        <Button kind="primary" onPress={() => setAsking(true)}>
          {say.goOn}
        </Button>
      </div>
      {isAsking ? (
        <Confirm
          title={say.writtenDownTitle}
          action={say.writtenDown}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onDone();
          }}
        >
          <p>{say.writtenDownText}</p>
        </Confirm>
      ) : null}
    </div>
  );
}

/** Who a request is about: looked up, shown with as little as tells people apart, and chosen. */
import { useState } from 'react';
import type { LookedUp } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import type { CaseRequest } from './request-table.tsx';

type FoundOne = LookedUp['found'][number];

export interface LookUpProps {
  readonly request: CaseRequest;
  readonly onChosen: () => void;
}

export function LookUp({ request: { nr, details }, onChosen }: LookUpProps) {
  const say = useWords(onePersonWords);
  const { ask, busy, trouble } = useAsking();
  const [text, setText] = useState('');
  const [found, setFound] = useState<LookedUp>();
  const [isAgain, setAgain] = useState(false);
  const [name, setName] = useState<string>();
  const hasCase = details?.hasCase === true;
  const find = async () => setFound(await ask('contact.lookUp', { text: text.trim() }));
  const choose = async ({ caseId, name: chosen }: FoundOne) => {
    if ((await ask('contact.fillInCaseRequest', { nr, caseId })) === undefined) return;
    setFound(undefined);
    setText('');
    setAgain(false);
    setName(chosen);
    onChosen();
  };
  return (
    <section className="stack">
      <h3>{say.who}</h3>
      {hasCase && !isAgain ? (
        <>
          <Notice kind="done" title={say.chosen}>
            {name === undefined ? null : <Personal>{name}</Personal>}
          </Notice>
          <div className="row">
            <Button onPress={() => setAgain(true)}>{say.otherPerson}</Button>
          </div>
        </>
      ) : (
        <>
          <p className="soft">{say.lookUpText}</p>
          <form
            className="row look-up"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== '') find();
            }}
          >
            <TextField label={say.lookUp} value={text} onChange={setText} />
            <Button submits isOff={text.trim() === ''} isBusy={busy === 'contact.lookUp'}>
              {say.find}
            </Button>
          </form>
          <TroubleNotice trouble={trouble} />
          {found === undefined ? null : <Found found={found} isOff={busy !== undefined} onChoose={choose} />}
        </>
      )}
    </section>
  );
}

function Found({
  found: { found, total },
  isOff,
  onChoose,
}: {
  readonly found: LookedUp;
  readonly isOff: boolean;
  readonly onChoose: (one: FoundOne) => void;
}) {
  const say = useWords(onePersonWords);
  const { number } = useGrammar();
  const { groups } = useStudy().status;
  if (total === 0) return <Notice>{say.nobody}</Notice>;
  return (
    <>
      {total > found.length ? <Notice kind="due">{say.foundTotal(number(found.length), number(total))}</Notice> : null}
      <ul className="due">
        {found.map((one) => {
          const { caseId, group, name, hint } = one;
          return (
            <li key={caseId}>
              <div>
                <strong>
                  <Personal>{name}</Personal>
                </strong>
                <div className="soft">
                  {groups.find((one) => one.group.code === group)?.group.title ?? group}
                  {hint === '' ? null : (
                    <>
                      {' · '}
                      <Personal isMono>{hint}</Personal>
                    </>
                  )}
                </div>
              </div>
              <div className="row">
                <Button isOff={isOff} onPress={() => onChoose(one)}>
                  {say.choose}
                  <span className="unseen">
                    : <Personal>{name}</Personal>
                  </span>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

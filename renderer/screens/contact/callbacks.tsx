/** People in trouble who asked in a call to be called back by the client: passed on, and then gone from here. */
import { useState } from 'react';
import type { CallbacksView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { type Seen, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { callbackWords } from '../../wording/screens/callbacks.ts';

type Waiting = CallbacksView['waiting'][number];

export interface CallbacksProps {
  readonly seen: Seen<CallbacksView>;
  /** To whom the last one was passed on just now. */
  readonly passedTo: string | undefined;
  readonly onPassed: (to: string) => void;
}

export function Callbacks({ seen, passedTo, onPassed }: CallbacksProps) {
  const say = useWords(callbackWords);
  return (
    <Room title={say.title}>
      {passedTo === undefined ? null : <Notice kind="done">{say.passed(passedTo)}</Notice>}
      <Shown seen={seen}>
        {(view) => (
          <List
            view={view}
            onPassed={(to) => {
              onPassed(to);
              seen.refresh();
            }}
          />
        )}
      </Shown>
    </Room>
  );
}

interface ListProps {
  readonly view: CallbacksView;
  readonly onPassed: (to: string) => void;
}

function List({ view: { waiting, passedOn }, onPassed }: ListProps) {
  const say = useWords(callbackWords);
  const { number, form } = useGrammar();
  const before = say.passedBefore(passedOn, number(passedOn));
  if (waiting.length === 0)
    return (
      <div>
        <p>
          {say.none} {before}
        </p>
        <p className="soft">{say.noneText}</p>
      </div>
    );
  return (
    <>
      <Notice kind="attention" title={`${form(waiting.length, say.waiting).replace('{n}', number(waiting.length))}.`}>
        <p>{say.text}</p>
      </Notice>
      <ul className="due callbacks">
        {waiting.map((one) => (
          <li key={one.callback}>
            <OneCallback one={one} onPassed={onPassed} />
          </li>
        ))}
      </ul>
      {before === '' ? null : <p className="soft">{before}</p>}
    </>
  );
}

function OneCallback({ one, onPassed }: { readonly one: Waiting; readonly onPassed: ListProps['onPassed'] }) {
  const say = useWords(callbackWords);
  const { day } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble, clear } = useAsking();
  const [isPassing, setPassing] = useState(false);
  const [to, setTo] = useState('');
  const group = status.groups.find((each) => each.group.code === one.group)?.group.title ?? one.group;
  const pass = async () => {
    const receiver = to.trim();
    if ((await ask('contact.passCallbackOn', { callback: one.callback, to: receiver })) === undefined) return;
    setPassing(false);
    onPassed(receiver);
  };
  const close = () => {
    clear();
    setPassing(false);
  };
  return (
    <>
      <div>
        <strong>
          <Personal>{one.name}</Personal>
        </strong>
        <div>
          {say.phone}:{' '}
          {one.phones.length === 0
            ? say.noPhone
            : one.phones.map((phone) => (
                <span key={phone}>
                  <Personal isMono>{phone}</Personal>{' '}
                </span>
              ))}
        </div>
        <div className="soft">{say.askedOn(day(one.askedOn), group)}</div>
      </div>
      <div className="deed">
        <p className="asked-for-help">
          <Personal>{one.text}</Personal>
        </p>
        <div className="row">
          <Button onPress={() => setPassing(true)}>{say.passOn}</Button>
        </div>
      </div>
      {isPassing ? (
        <Confirm
          title={say.passTitle}
          action={say.confirm}
          kind="irreversible"
          isBusy={busy !== undefined}
          isOff={to.trim() === ''}
          onConfirm={pass}
          onClose={close}
        >
          <TextField label={say.to} hint={say.toHint} value={to} maxLength={200} onChange={setTo} />
          <p>{say.what}</p>
          <TroubleNotice trouble={trouble} />
        </Confirm>
      ) : null}
    </>
  );
}

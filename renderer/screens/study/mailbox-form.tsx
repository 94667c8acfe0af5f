/** The mailbox in which messages come back: set, tried, taken away. */
import { useState } from 'react';
import type { MailboxCheck, MailboxView } from '../../../shared/contact-views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { repliesWords } from '../../wording/screens/replies.ts';
import { LoginFields, loginOf, typedLogin } from './login-fields.tsx';

export function MailboxForm() {
  const seen = useView('study.mailbox', {});
  return <Shown seen={seen}>{(view) => <Form view={view} onChanged={seen.refresh} />}</Shown>;
}

type Told = { readonly kind: 'saved' | 'removed' } | { readonly kind: 'check'; readonly check: MailboxCheck };

function Form({ view: { mailbox }, onChanged }: { readonly view: MailboxView; readonly onChanged: () => void }) {
  const { mailbox: say } = useWords(repliesWords);
  const { ask, busy, trouble } = useAsking();
  const [host, setHost] = useState(mailbox?.host ?? '');
  const [port, setPort] = useState<number | undefined>(mailbox?.port ?? 993);
  const [folder, setFolder] = useState(mailbox?.folder ?? 'INBOX');
  const [login, setLogin] = useState(typedLogin(mailbox?.login));
  const [told, setTold] = useState<Told>();
  const change =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      setTold(undefined);
      set(value);
    };
  const save = async (): Promise<boolean> => {
    const typed = { host: host.trim(), port: port ?? 0, folder: folder.trim(), login: loginOf(login) };
    if ((await ask('study.setMailbox', { mailbox: typed })) === undefined) return false;
    onChanged();
    return true;
  };
  return (
    <Room title={say.title}>
      <p className="soft">{say.help}</p>
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await save())) return;
          setLogin({ ...login, secret: '' });
          const check = await ask('contact.checkMailbox', {});
          setTold(check === undefined ? { kind: 'saved' } : { kind: 'check', check });
        }}
      >
        <div className="fields">
          <TextField label={say.host} value={host} onChange={change(setHost)} />
          <NumberField
            label={say.port}
            hint={say.portHint}
            value={port}
            from={1}
            until={65535}
            onChange={change(setPort)}
          />
          <TextField label={say.folder} value={folder} onChange={change(setFolder)} />
          <LoginFields value={login} shown={mailbox?.login} onChange={change(setLogin)} />
        </div>
        <TroubleNotice trouble={trouble} />
        {told === undefined ? null : told.kind === 'check' ? (
          <Checked check={told.check} />
        ) : (
          <Notice kind="done">{told.kind === 'saved' ? say.saved : say.removed}</Notice>
        )}
        <div className="row">
          <Button submits isBusy={busy === 'study.setMailbox' || busy === 'contact.checkMailbox'}>
            {say.save}
          </Button>
          {mailbox === undefined ? null : (
            <Button
              kind="plain"
              isBusy={busy !== undefined}
              onPress={async () => {
                if ((await ask('study.setMailbox', {})) === undefined) return;
                setTold({ kind: 'removed' });
                onChanged();
              }}
            >
              {say.remove}
            </Button>
          )}
        </div>
      </form>
    </Room>
  );
}

function Checked({ check: { steps, waiting } }: { readonly check: MailboxCheck }) {
  const { mailbox: say } = useWords(repliesWords);
  const { number } = useGrammar();
  const failed = steps.find(({ isDone }) => !isDone);
  if (failed === undefined)
    return (
      <Notice kind="done" title={say.saved}>
        {say.works(waiting ?? 0, number(waiting ?? 0))}
      </Notice>
    );
  const why = failed.code === undefined ? undefined : say.codes[failed.code];
  return (
    <Notice kind="attention" title={say.fails}>
      <ul>
        {steps.map(({ step, isDone }) => (
          <li key={step}>{isDone ? say.steps[step] : say.stepFails[step]}</li>
        ))}
      </ul>
      <p>{why ?? failed.code}</p>
    </Notice>
  );
}

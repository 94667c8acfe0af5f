/** The bureau as messages and the certificate name it, and the one server that its e-mails leave by. */
import { useState } from 'react';
import type { Bureau } from '../../../shared/study/bureau.ts';
import type { BureauView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, TextField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { studyWords } from '../../wording/screens/study.ts';
import { LetterLayoutRoom } from './letter-layout-room.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { PartyField } from './party-field.tsx';

export function BureauRoom() {
  const seen = useView('study.bureau', {});
  const agreed = useView('study.agreement', {});
  return (
    <Shown seen={seen}>
      {(view) => (
        <Shown seen={agreed}>
          {({ agreement: { subProcessors = [] } }) => (
            <>
              <BureauForm view={view} subProcessors={subProcessors} />
              <MailHostForm view={view} subProcessors={subProcessors} />
              <MailboxForm />
              <LetterLayoutRoom />
            </>
          )}
        </Shown>
      )}
    </Shown>
  );
}

interface BureauFormProps {
  readonly view: BureauView;
  readonly subProcessors: readonly string[];
}

function BureauForm({ view, subProcessors }: BureauFormProps) {
  const say = useWords(studyWords);
  const { refresh } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [bureau, setBureau] = useState<Bureau>(
    view.bureau ?? { name: '', returnAddress: '', place: '', objectTo: '', webAddress: '' },
  );
  const [isSaved, setSaved] = useState(false);
  const box = (field: 'name' | 'returnAddress' | 'place' | 'objectTo' | 'webAddress', hint?: string) => (
    <TextField
      label={say.bureau[field]}
      {...(hint === undefined ? {} : { hint })}
      value={bureau[field]}
      onChange={(value) => {
        setSaved(false);
        setBureau({ ...bureau, [field]: value });
      }}
    />
  );
  const party = (work: 'lettersPrintedBy' | 'webPlatformBy') => (
    <PartyField
      work={work}
      value={bureau[work]}
      subProcessors={subProcessors}
      onChange={(value) => {
        setSaved(false);
        setBureau({ ...bureau, [work]: value });
      }}
    />
  );
  return (
    <Room title={say.bureauTitle}>
      <p className="soft">{say.bureauHelp}</p>
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          const input = { ...bureau, objectTo: bureau.objectTo.trim(), webAddress: bureau.webAddress.trim() };
          if ((await ask('study.recordBureau', input)) === undefined) return;
          setSaved(true);
          refresh();
        }}
      >
        <div className="fields">
          {box('name')}
          {box('returnAddress')}
          {box('place')}
          {box('objectTo', say.bureau.objectToHint)}
          {box('webAddress', say.bureau.webAddressHint)}
          {party('lettersPrintedBy')}
          {party('webPlatformBy')}
        </div>
        <TroubleNotice trouble={trouble} />
        {isSaved ? <Notice kind="done">{say.bureauSaved}</Notice> : null}
        <div className="row">
          <Button submits kind="primary" isBusy={busy !== undefined}>
            {say.saveBureau}
          </Button>
        </div>
      </form>
    </Room>
  );
}

function MailHostForm({ view: { mailHost }, subProcessors }: BureauFormProps) {
  const say = useWords(studyWords);
  const { status, refresh } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [host, setHost] = useState(mailHost?.host ?? '');
  const [port, setPort] = useState<number | undefined>(mailHost?.port ?? 587);
  const [secure, setSecure] = useState(mailHost?.secure ?? false);
  const [user, setUser] = useState(mailHost?.login?.user ?? '');
  const [password, setPassword] = useState('');
  const [providedBy, setProvidedBy] = useState(mailHost?.providedBy);
  const [from, setFrom] = useState(mailHost?.from ?? '');
  const [isSaved, setSaved] = useState(false);
  return (
    <Room title={say.mailTitle}>
      {status.isPractice ? <Notice>{say.mailPractice}</Notice> : null}
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          const login =
            user.trim() === ''
              ? {}
              : { login: { kind: 'password' as const, user: user.trim(), ...(password === '' ? {} : { password }) } };
          const party = providedBy === undefined ? {} : { providedBy };
          const input = { host: host.trim(), port: port ?? 0, secure, from: from.trim(), ...login, ...party };
          if ((await ask('study.setMailHost', input)) === undefined) return;
          setSaved(true);
          setPassword('');
          refresh();
        }}
      >
        <div className="fields">
          <TextField label={say.mail.host} value={host} onChange={setHost} />
          <NumberField label={say.mail.port} value={port} from={1} until={65535} onChange={setPort} />
          <TextField label={say.mail.from} value={from} onChange={setFrom} />
          <PartyField work="providedBy" value={providedBy} subProcessors={subProcessors} onChange={setProvidedBy} />
          <TextField label={say.mail.user} value={user} onChange={setUser} />
          <TextField
            label={say.mail.password}
            type="password"
            autoComplete="new-password"
            {...(mailHost?.login?.hasSecret ? { hint: say.mail.passwordKept } : {})}
            value={password}
            onChange={setPassword}
          />
        </div>
        <div className="stack">
          <Tick label={say.mail.secure} isOn={secure} onChange={setSecure} />
          <p className="soft">{say.mail.secureHint}</p>
        </div>
        <TroubleNotice trouble={trouble} />
        {isSaved ? <Notice kind="done">{say.mailSaved}</Notice> : null}
        <div className="row">
          <Button submits isBusy={busy !== undefined}>
            {say.saveMail}
          </Button>
        </div>
      </form>
    </Room>
  );
}

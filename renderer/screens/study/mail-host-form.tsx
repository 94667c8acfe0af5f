/** The one server that a study's e-mails leave by: set, and tried step by step. */
import { useState } from 'react';
import type { MailHostCheck } from '../../../shared/contact-views.ts';
import type { BureauView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, TextField, Tick } from '../../parts/field.tsx';
import { MailSteps } from '../../parts/mail-steps.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { mailWords } from '../../wording/screens/mail.ts';
import { studyWords } from '../../wording/screens/study.ts';
import { LoginFields, loginOf, typedLogin } from './login-fields.tsx';
import { PartyField } from './party-field.tsx';

export function MailHostForm({
  mailHost,
  subProcessors,
  onSaved,
}: {
  readonly mailHost: BureauView['mailHost'];
  readonly subProcessors: readonly string[];
  readonly onSaved: () => void;
}) {
  const study = useWords(studyWords);
  const say = useWords(mailWords);
  const { status, refresh } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [host, setHost] = useState(mailHost?.host ?? '');
  const [port, setPort] = useState<number | undefined>(mailHost?.port ?? 587);
  const [secure, setSecure] = useState(mailHost?.secure ?? false);
  const [login, setLogin] = useState(typedLogin(mailHost?.login));
  const [isRelay, setRelay] = useState(mailHost !== undefined && mailHost.login === undefined);
  const [providedBy, setProvidedBy] = useState(mailHost?.providedBy);
  const [from, setFrom] = useState(mailHost?.from ?? '');
  const [returnTo, setReturnTo] = useState(mailHost?.returnTo ?? '');
  const [pace, setPace] = useState<number | undefined>(mailHost?.pace);
  const [isSaved, setSaved] = useState(false);
  const [check, setCheck] = useState<MailHostCheck>();
  const save = async () => {
    setCheck(undefined);
    const given = isRelay ? undefined : loginOf(login);
    const input = {
      ...{ host: host.trim(), port: port ?? 0, secure, from: from.trim() },
      ...(given === undefined ? {} : { login: given }),
      ...(returnTo.trim() === '' ? {} : { returnTo: returnTo.trim() }),
      ...(pace === undefined ? {} : { pace }),
      ...(providedBy === undefined ? {} : { providedBy }),
    };
    if ((await ask('study.setMailHost', input)) === undefined) return;
    setSaved(true);
    setLogin({ ...login, secret: '' });
    refresh();
    onSaved();
  };
  return (
    <Room title={study.mailTitle}>
      {status.isPractice ? <Notice>{study.mailPractice}</Notice> : null}
      <form
        className="stack"
        onChange={() => setSaved(false)}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="fields">
          <TextField label={study.mail.host} value={host} onChange={setHost} />
          <NumberField label={say.port} hint={say.portHint} value={port} from={1} until={65535} onChange={setPort} />
          <TextField label={study.mail.from} value={from} onChange={setFrom} />
          <TextField label={say.returnTo} hint={say.returnToHint} value={returnTo} onChange={setReturnTo} />
          <NumberField label={say.pace} hint={say.paceHint} value={pace} from={1} until={600} onChange={setPace} />
          <PartyField work="providedBy" value={providedBy} subProcessors={subProcessors} onChange={setProvidedBy} />
        </div>
        <Tick label={say.relay} isOn={isRelay} onChange={setRelay} />
        {isRelay ? null : (
          <>
            <div className="fields">
              <LoginFields value={login} shown={mailHost?.login} onChange={setLogin} />
            </div>
            {login.kind === 'password' ? null : <p className="soft">{say.tokenHelp[login.kind]}</p>}
          </>
        )}
        <div className="stack">
          <Tick label={study.mail.secure} isOn={secure} onChange={setSecure} />
          <p className="soft">{study.mail.secureHint}</p>
        </div>
        <TroubleNotice trouble={trouble} />
        {isSaved ? <Notice kind="done">{study.mailSaved}</Notice> : null}
        <div className="row">
          <Button submits isBusy={busy === 'study.setMailHost'} isOff={busy !== undefined}>
            {study.saveMail}
          </Button>
          {mailHost === undefined ? null : (
            <Button
              isBusy={busy === 'contact.checkMailHost'}
              isOff={busy !== undefined}
              onPress={async () => setCheck(await ask('contact.checkMailHost', {}))}
            >
              {say.check}
            </Button>
          )}
        </div>
        <p className="soft">
          {say.checkHelp} {say.checkSaved}
        </p>
      </form>
      {check === undefined ? null : (
        <>
          {check.steps.every(({ isDone }) => isDone) ? <Notice kind="done">{say.allWell}</Notice> : null}
          <MailSteps check={check} />
        </>
      )}
    </Room>
  );
}

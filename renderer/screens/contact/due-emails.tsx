/** E-mails that are due: tried out on oneself, sent with a pause that can be pressed, or saved as files for another mail system. */
import { useState } from 'react';
import type { BeforeSending, MailHostCheck } from '../../../shared/contact-views.ts';
import type { StepId } from '../../../shared/study/protocol.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { MailSteps } from '../../parts/mail-steps.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { request, shell, useAsking, useProgress, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { mailWords } from '../../wording/screens/mail.ts';
import type { DueMessagesProps } from './due-messages.tsx';

export function DueEmails({
  group,
  step,
  cases,
  what,
  isFirst,
}: DueMessagesProps & { readonly step: StepId; readonly cases: number }) {
  const contact = useWords(contactWords);
  const say = useWords(mailWords);
  const { number } = useGrammar();
  const { status, goingOut } = useStudy();
  const { going, isPausing, failed, sendEmails, saveEmails, pause } = goingOut;
  const before = useView('contact.beforeSending', {});
  const [isWarned, setWarned] = useState(false);
  const isGoing = going?.group === group && going.kind !== 'letters';
  const progress = useProgress(isGoing);
  const view = before.kind === 'ready' ? before.view : undefined;
  const ownIn = ({ steps }: BeforeSending) => steps.find((each) => each.group === group && each.step === step);
  const own = view && ownIn(view);
  // Without a mail host messages go nowhere, in a practice study, or not at all.
  const asksTestIn = (known: BeforeSending) => known.hasHost && ownIn(known)?.isTested === false;
  const asksTest = view !== undefined && asksTestIn(view);
  const minutes = view?.pace === undefined ? 0 : Math.ceil(cases / view.pace);
  const send = async () => {
    if (asksTest && !isWarned) return setWarned(true);
    if (before.kind === 'loading') {
      // Pressed before it is known whether a test message went out: nobody is so quick that it is not asked.
      const known = await request('contact.beforeSending', {});
      if (known.kind === 'ok' && asksTestIn(known.view)) return setWarned(true);
    }
    setWarned(false);
    sendEmails(group, status.today);
  };
  const save = async () => {
    const target = await shell.chooseTarget('emails', say.filesName(group, status.today));
    if (target !== undefined) saveEmails(group, status.today, target);
  };
  const isLoud = asksTest && isWarned;
  return (
    <div className="deed">
      {own === undefined || own.tells.length === 0 ? null : (
        <Notice kind="due">{say.tells(own.tells.join(', '))}</Notice>
      )}
      {own?.addsObjection ? <p className="soft">{say.addsObjection}</p> : null}
      <div className="row">
        <Button
          kind={isFirst ? 'primary' : 'quiet'}
          isBusy={isGoing && going.kind === 'emails'}
          isOff={going !== undefined}
          onPress={send}
        >
          {isLoud ? say.sendAnyway(what) : contact.send(what)}
        </Button>
        {isGoing && going.kind === 'emails' ? (
          <Button isOff={isPausing} onPress={pause}>
            {contact.pause}
          </Button>
        ) : null}
      </div>
      {minutes > 1 ? <p className="soft">{say.takes(number(minutes))}</p> : null}
      {isLoud ? <Notice kind="due">{say.notTested}</Notice> : null}
      {isGoing ? (
        <>
          <Progress label={going.kind === 'files' ? say.saving : contact.sending(what)} progress={progress} />
          {going.kind === 'files' ? null : <p className="soft">{say.again}</p>}
        </>
      ) : null}
      <TroubleNotice trouble={failed?.group === group ? failed.trouble : undefined} />
      {view?.hasHost ? (
        <details open={isLoud || undefined}>
          <summary>
            {say.test}
            <span className="unseen">: {what}</span>
          </summary>
          <TestEmail group={group} step={step} onSent={before.refresh} />
        </details>
      ) : null}
      <details>
        <summary>
          {say.otherWays}
          <span className="unseen">: {what}</span>
        </summary>
        <p className="soft">{say.saveHelp}</p>
        <div className="row">
          <Button isBusy={isGoing && going.kind === 'files'} isOff={going !== undefined} onPress={save}>
            {say.save(what)}
          </Button>
        </div>
      </details>
    </div>
  );
}

/** To oneself first, with an invented person. */
function TestEmail({
  group,
  step,
  onSent,
}: Pick<DueMessagesProps, 'group'> & { readonly step: StepId; readonly onSent: () => void }) {
  const say = useWords(mailWords);
  const contact = useWords(contactWords);
  const { ask, busy, trouble } = useAsking();
  const { goingOut, go } = useStudy();
  const { testTo: to, setTestTo: setTo } = goingOut;
  const [tried, setTried] = useState<MailHostCheck>();
  const isSent = tried?.steps.every(({ isDone }) => isDone);
  return (
    <form
      className="stack"
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(undefined);
        const check = await ask('contact.sendTestEmail', { group, step, to: to.trim() });
        setTried(check);
        if (check !== undefined) onSent();
      }}
    >
      <TextField label={say.testTo} type="email" value={to} onChange={setTo} />
      <div className="row">
        <Button submits isBusy={busy !== undefined} isOff={to.trim() === ''}>
          {say.test}
        </Button>
      </div>
      <TroubleNotice trouble={trouble} />
      {tried === undefined ? null : isSent ? (
        <Notice kind="done">{say.testSent}</Notice>
      ) : (
        <Notice kind="attention" title={say.testNotSent}>
          <MailSteps check={tried} />
          <div className="row">
            <Button onPress={() => go('study')}>{contact.toStudy}</Button>
          </div>
        </Notice>
      )}
    </form>
  );
}

/** The bureau as messages and the certificate name it, and the one server that its e-mails leave by. */
import { useState } from 'react';
import type { Bureau } from '../../../shared/study/bureau.ts';
import type { BureauView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { studyWords } from '../../wording/screens/study.ts';
import { LetterLayoutRoom } from './letter-layout-room.tsx';
import { MailHostForm } from './mail-host-form.tsx';
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
              <MailHostForm mailHost={view.mailHost} subProcessors={subProcessors} onSaved={seen.refresh} />
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

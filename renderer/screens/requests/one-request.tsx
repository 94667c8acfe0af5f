/** One request from who it is about to what is done: each step as far as it is known. */
import { type ReactNode, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField, RadioField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { InstructionChoice } from '../study/instruction-choice.tsx';
import { Correcting } from './correcting.tsx';
import { Erasing } from './erasing.tsx';
import { HandingOut } from './handing-out.tsx';
import { LookUp } from './look-up.tsx';
import { type CaseRequest, RequestState } from './request-table.tsx';
import { Restricting } from './restricting.tsx';
import { StoppingOne } from './stopping-one.tsx';

export interface OneRequestProps {
  readonly request: CaseRequest;
  readonly onChanged: () => void;
}

export interface ActProps extends OneRequestProps {
  /** It was carried out: what came of it stays in sight. */
  readonly onDone: (told: ReactNode) => void;
}

/** What opens or changes nothing of a person needs no check of who asks. */
const withoutCheck = ['18', '21'];

const acts = { '15': HandingOut, '16': Correcting, '17': Erasing, '18': Restricting, '21': StoppingOne } as const;

export function OneRequest({ request, onChanged }: OneRequestProps) {
  const say = useWords(onePersonWords);
  const Act = acts[request.article];
  const { hasCase = false, isRestricted = false, identityCheckedBy } = request.details ?? {};
  const [told, setTold] = useState<ReactNode>();
  const isOpen = request.state === 'open';
  const isChecked = identityCheckedBy !== undefined || withoutCheck.includes(request.article);
  const done = (said: ReactNode) => {
    setTold(said);
    onChanged();
  };
  return (
    <div className="stack">
      <p>
        <RequestState request={request} />
      </p>
      {told}
      {isOpen ? (
        <>
          <LookUp request={request} onChosen={onChanged} />
          <Checks request={request} onChanged={onChanged} />
        </>
      ) : null}
      {(isOpen && hasCase) || isRestricted ? (
        <section className="stack">
          <h3>{say.act}</h3>
          {isChecked ? (
            <Act request={request} onChanged={onChanged} onDone={done} />
          ) : (
            <Notice kind="due">{say.needCheck}</Notice>
          )}
        </section>
      ) : null}
      {isOpen ? <Rejecting request={request} onChanged={onChanged} /> : null}
    </div>
  );
}

/** Who saw that it comes from the person, when the client was told, and what the client instructed. */
function Checks({ request: { nr, details }, onChanged }: OneRequestProps) {
  const say = useWords(onePersonWords);
  const { status, me } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [by, setBy] = useState(details?.identityCheckedBy ?? '');
  const [forwardedOn, setForwardedOn] = useState<Day | ''>(details?.forwardedOn ?? '');
  const [instruction, setInstruction] = useState(details?.instruction === undefined ? '' : String(details.instruction));
  const [isKept, setKept] = useState(false);
  const keep = async () => {
    const kept = await ask('contact.fillInCaseRequest', {
      nr,
      ...(by.trim() === '' ? {} : { identityCheckedBy: by.trim() }),
      ...(forwardedOn === '' ? {} : { forwardedOn }),
      ...(instruction === '' ? {} : { instruction: Number(instruction) }),
    });
    setKept(kept !== undefined);
    if (kept !== undefined) onChanged();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <h3>{say.checks}</h3>
      <div className="fields">
        <TextField label={say.identityCheckedBy} value={by} onChange={setBy} placeholder={me.name} />
        <DayField label={say.forwardedOn} value={forwardedOn} until={status.today} onChange={setForwardedOn} />
      </div>
      <InstructionChoice instruction={instruction} onChange={setInstruction} />
      {isKept ? <Notice kind="done">{say.kept}</Notice> : null}
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button submits isBusy={busy !== undefined}>
          {say.keep}
        </Button>
      </div>
    </form>
  );
}

function Rejecting({ request: { nr }, onChanged }: OneRequestProps) {
  const say = useWords(onePersonWords);
  const { ask, busy, trouble } = useAsking();
  const [why, setWhy] = useState<'rejected' | 'not-found'>();
  const reject = async () => {
    if (why !== undefined && (await ask('contact.rejectCaseRequest', { nr, why })) !== undefined) onChanged();
  };
  return (
    <details>
      <summary>{say.reject}</summary>
      <div className="stack">
        <RadioField
          label={say.rejectWhy}
          value={why}
          onChange={setWhy}
          options={(['rejected', 'not-found'] as const).map((value) => ({ value, label: say.rejectWhys[value] }))}
        />
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button isOff={why === undefined} isBusy={busy !== undefined} onPress={reject}>
            {say.reject}
          </Button>
        </div>
      </div>
    </details>
  );
}

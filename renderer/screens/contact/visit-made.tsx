/** A visit that was made, told afterwards by the code on its card. */
import { type ReactNode, useRef, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { BackRecorded } from '../../../shared/contact-views.ts';
import { visitOutcomes } from '../../../shared/study/disposition.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField, RadioField, TextAreaField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { visitWords } from '../../wording/screens/visits.ts';
import { words } from '../../wording/wording.ts';

type Outcome = (typeof visitOutcomes)[number];

export interface VisitMadeProps {
  readonly onRecorded?: () => void;
  /** Beside the button that records. */
  readonly children?: ReactNode;
  readonly hasFocus?: boolean;
}

export function VisitMade({ onRecorded, children, hasFocus = false }: VisitMadeProps) {
  const say = useWords(visitWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [code, setCode] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const [on, setOn] = useState<Day | ''>(status.today);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const [recorded, setRecorded] = useState<BackRecorded>();
  const form = useRef<HTMLFormElement>(null);
  const record = async () => {
    setTried(true);
    if (code.trim() === '' || outcome === undefined || on === '') return;
    const said = note.trim() === '' ? {} : { note: note.trim().slice(0, 2000) };
    const made = await ask('contact.recordVisit', { code: code.trim(), outcome, on, ...said });
    if (made === undefined) return;
    setRecorded(made);
    setTried(false);
    setCode('');
    setOutcome(undefined);
    setNote('');
    // The next card can be typed at once.
    form.current?.querySelector('input')?.focus();
    onRecorded?.();
  };
  return (
    <form
      className="stack"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy === undefined) record();
      }}
    >
      <p>{say.text}</p>
      {recorded === undefined ? null : <Recorded one={recorded} />}
      <div className="fields">
        <TextField
          label={say.code}
          hint={say.codeHint}
          isShort
          value={code}
          onChange={setCode}
          maxLength={40}
          autoFocus={hasFocus}
          fault={isTried && code.trim() === '' ? say.codeMissing : undefined}
        />
        <DayField label={say.on} value={on} onChange={setOn} until={status.today} />
      </div>
      <RadioField<Outcome>
        label={say.outcome}
        hint={isTried && outcome === undefined ? `▲ ${say.outcomeMissing}` : undefined}
        value={outcome}
        onChange={setOutcome}
        options={visitOutcomes.map((value) => ({ value, label: say.outcomes[value] }))}
      />
      <TextAreaField label={say.note} hint={say.noteHint} value={note} onChange={setNote} rows={2} />
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button submits isBusy={busy !== undefined}>
          {say.record}
        </Button>
        {children}
      </div>
    </form>
  );
}

function Recorded({ one: { group, next, isFinal } }: { readonly one: BackRecorded }) {
  const say = useWords(visitWords);
  const { language } = useBearing();
  const { shortDay } = useGrammar();
  const { status } = useStudy();
  const title = status.groups.find((each) => each.group.code === group)?.group.title ?? group;
  const following = isFinal
    ? say.isFinal
    : next === undefined
      ? say.nothingFollows
      : say.following(words[language].channels[next.channel], shortDay(next.on));
  return (
    <Notice kind="done" title={say.recorded(title)}>
      <p>{following}</p>
    </Notice>
  );
}

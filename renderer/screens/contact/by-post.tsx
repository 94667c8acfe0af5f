/** Letters that come back and answer slips, one after another: a scanner types the code and Enter, and the box is ready for the next. */
import { useEffect, useRef, useState } from 'react';
import { helpLanguages, languageName } from '../../../shared/contact/help-line.ts';
import type { BackRecorded } from '../../../shared/contact-views.ts';
import { findLoginCode, printedCode } from '../../../shared/study/login-code.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, SelectField, TextField, Tick } from '../../parts/field.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { lettersWords } from '../../wording/screens/letters.ts';

const kinds = ['undeliverable', 'moved', 'refused', 'deceased', 'slip'] as const;
type Kind = (typeof kinds)[number];

interface Done {
  readonly nr: number;
  readonly code: string;
  readonly kind: Kind;
  /** Absent: it was refused. A stack is scanned without looking up, so that is kept in the list. */
  readonly view: BackRecorded | undefined;
}

/** As many as are shown: enough to look back at a handful of envelopes. */
const mostShown = 8;

const codeBoxIn = (form: HTMLFormElement | null) => form?.querySelector<HTMLInputElement>('input[type="text"]');

export function ByPost({ onRecorded }: { readonly onRecorded: () => void }) {
  const say = useWords(lettersWords);
  const { day } = useGrammar();
  const { groups } = useStudy().status;
  const { ask, busy, trouble } = useAsking();
  const [kind, setKind] = useState<Kind>('undeliverable');
  const [code, setCode] = useState('');
  const [phone, setPhone] = useState('');
  const [language, setLanguage] = useState('');
  const [declines, setDeclines] = useState(false);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [mayUndo, setMayUndo] = useState(false);
  const [isUndone, setUndone] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const queue = useRef(Promise.resolve());
  const [refusals, setRefusals] = useState(0);
  const codeBox = () => codeBoxIn(form.current);
  const isEmptySlip = kind === 'slip' && !declines && phone.trim() === '' && language === '';
  // A refused code is marked: the next scan writes over it.
  useEffect(() => {
    if (refusals > 0) codeBoxIn(form.current)?.select();
  }, [refusals]);
  const put = (typed: string, view: BackRecorded | undefined) => {
    const found = findLoginCode(typed);
    const shown = found === undefined ? typed.toUpperCase() : printedCode(found);
    setDone((before) => [{ nr: (before[0]?.nr ?? 0) + 1, code: shown, kind, view }, ...before]);
    setUndone(false);
    if (view === undefined) return;
    setMayUndo(true);
    onRecorded();
  };
  /** The box is free at once: a scanner does not wait. */
  const recordReturn = (returned: Exclude<Kind, 'slip'>) => {
    const typed = code.trim();
    setCode('');
    codeBox()?.focus();
    queue.current = queue.current.then(async () => {
      const view = await ask('contact.recordReturn', { code: typed, kind: returned });
      put(typed, view);
      if (view !== undefined || codeBox()?.value !== '') return;
      setCode(typed);
      setRefusals((before) => before + 1);
    });
  };
  const recordSlip = async () => {
    const typed = code.trim();
    const view = await ask('contact.recordSlip', {
      code: typed,
      declines,
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      ...(language === '' ? {} : { language }),
    });
    if (view === undefined) return setUndone(false);
    put(typed, view);
    setCode('');
    setPhone('');
    setLanguage('');
    setDeclines(false);
    codeBox()?.focus();
  };
  const undo = async () => {
    if ((await ask('contact.undoBack', {})) === undefined) return;
    setDone((before) =>
      before.toSpliced(
        before.findIndex(({ view }) => view !== undefined),
        1,
      ),
    );
    setMayUndo(false);
    setUndone(true);
    codeBox()?.focus();
    onRecorded();
  };
  const outcomeOf = ({ next, isFinal }: BackRecorded) => {
    if (isFinal) return say.isFinal;
    return next === undefined ? say.nothingNext : say.next(say.channels[next.channel], day(next.on));
  };
  const titleOf = (group: BackRecorded['group']) =>
    groups.find((one) => one.group.code === group)?.group.title ?? group;
  return (
    <Room title={say.back}>
      <p>{say.backText}</p>
      <RadioField
        label={say.what}
        isInline
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
      />
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() === '' || isEmptySlip) return;
          if (kind !== 'slip') recordReturn(kind);
          else if (busy === undefined) recordSlip();
        }}
      >
        <div className="row look-up">
          <TextField label={say.code} isShort value={code} onChange={setCode} />
          {kind !== 'slip' ? null : (
            <>
              <TextField label={say.phone} isShort type="tel" value={phone} onChange={setPhone} isOff={declines} />
              <SelectField
                label={say.language}
                isShort
                isOff={declines}
                value={language}
                onChange={setLanguage}
                options={[
                  { value: '', label: say.noLanguage },
                  ...helpLanguages
                    .filter((one) => one !== 'nl')
                    .map((one) => ({ value: one, label: languageName(one) })),
                ]}
              />
              <Tick label={say.declines} isOn={declines} onChange={setDeclines} />
            </>
          )}
          <Button submits isBusy={busy === 'contact.recordSlip'} isOff={code.trim() === '' || isEmptySlip}>
            {say.record}
          </Button>
        </div>
      </form>
      <TroubleNotice trouble={trouble} />
      {isUndone ? <Notice kind="done">{say.undone}</Notice> : null}
      {done.length === 0 ? null : (
        <div className="stack">
          <h3>{say.recorded}</h3>
          <ul className="due" aria-live="polite">
            {done.slice(0, mostShown).map(({ nr, code: shown, kind: was, view }) => (
              <li key={nr}>
                <div>
                  <strong>{shown}</strong> · {say.kinds[was]} ·{' '}
                  {view === undefined ? (
                    <Mark kind="attention">{say.notRecorded}</Mark>
                  ) : (
                    `${titleOf(view.group)}: ${outcomeOf(view)}`
                  )}
                </div>
              </li>
            ))}
          </ul>
          <div className="row">
            <Button isOff={!mayUndo} isBusy={busy === 'contact.undoBack'} onPress={undo}>
              {say.undo}
            </Button>
          </div>
        </div>
      )}
    </Room>
  );
}

/** Entry of what came on paper or by e-mail: found by its code, entered in the same screen as an interview, and then the next one. */
import { useEffect, useRef, useState } from 'react';
import type { EntryBegun } from '../../../shared/views.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { callerWords } from '../../wording/screens/callers.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { entryWords } from '../../wording/screens/paper-entry.ts';
import { EntryRoom } from './entry-room.tsx';
import { Head } from './head.tsx';

type EntryMode = 'paper' | 'email';

export interface EntryPlaceProps {
  readonly onBack: () => void;
  /** Somebody calls, and no paper is in hand. */
  readonly onCaller: () => void;
}

export function EntryPlace({ onBack, onCaller }: EntryPlaceProps) {
  const say = useWords(entryWords);
  const { answers } = useWords(interviewWords);
  const { partial, notPartial } = useWords(asideWords);
  const { count } = useGrammar();
  const callers = useWords(callerWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [begun, setBegun] = useState<EntryBegun>();
  const [told, setTold] = useState<string>();
  const [code, setCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const [mode, setMode] = useState<EntryMode>('paper');
  useKeys(
    begun === undefined
      ? [
          { keys: ['Escape'], says: say.stop, run: onBack, everywhere: true },
          { keys: ['F4'], says: callers.open, run: onCaller, everywhere: true },
        ]
      : [],
  );
  const begin = async () => {
    if (code.trim() === '' || busy !== undefined) return;
    const found = await ask('interview.beginEntry', { code: code.trim(), mode });
    if (found === undefined) return;
    setCode('');
    setTold(undefined);
    setBegun(found);
  };
  // Whoever scans another code scans it over the one that was refused.
  useEffect(() => {
    if (trouble === undefined) return;
    const box = form.current?.querySelector('input');
    box?.focus();
    box?.select();
  }, [trouble]);
  const done = (text: string) => {
    setBegun(undefined);
    setTold(text);
  };
  if (begun !== undefined)
    return (
      <EntryRoom
        key={begun.caseId}
        begun={begun}
        mode={mode}
        onAside={() => done(say.putAside)}
        onIncomplete={({ isPartial }) => done(`${say.recordedAsItIs} ${isPartial ? partial : notPartial}`)}
        onFinished={({ answers: entered, waitsForSecond }) =>
          done(waitsForSecond ? say.waitsForSecond : say.finished(count(entered, answers)))
        }
      />
    );
  return (
    <>
      <Head>
        <strong>{status.title}</strong>
      </Head>
      <main className="between">
        <div className="ended-room">{told === undefined ? null : <Notice kind="done" title={told} />}</div>
        <h1>{say.title}</h1>
        <form
          className="stack"
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <TextField
            // A box of its own for every paper: the next code can be scanned at once.
            key={told}
            label={say.code}
            hint={say.codeHint}
            isShort
            value={code}
            onChange={setCode}
            maxLength={40}
            autoFocus
          />
          <RadioField
            label={say.mode}
            value={mode}
            onChange={setMode}
            isInline
            options={[
              { value: 'paper', label: say.modes.paper },
              { value: 'email', label: say.modes.email },
            ]}
          />
          <div className="row">
            <Button submits kind="primary" isBusy={busy !== undefined} keyHint="Enter">
              {say.begin}
            </Button>
            <Button onPress={onBack} keyHint="Esc">
              {say.stop}
            </Button>
          </div>
        </form>
        <div className="trouble-room">
          <TroubleNotice trouble={trouble} isAside />
        </div>
      </main>
    </>
  );
}

/**
 * Whoever calls, found by code, number or name. The first Enter looks, so that nobody's data are opened for half a name; the next one takes
 * the line that is chosen.
 */
import { useState } from 'react';
import type { CallersFound } from '../../../shared/contact-views.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { callerWords } from '../../wording/screens/callers.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { FindList } from './find-list.tsx';
import { KeyBar } from './key-bar.tsx';
import { Strip } from './strip.tsx';

export interface CallersProps {
  readonly onTaken: (one: CaseInHand) => void;
  readonly onBack: () => void;
}

const shortest = 3;

export function CallersPane({ onTaken, onBack }: CallersProps) {
  const say = useWords(callerWords);
  const { keys } = useWords(interviewWords);
  const { number } = useGrammar();
  const { ask, busy, trouble, clear } = useAsking();
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<{ readonly text: string; readonly found: CallersFound }>();
  const [at, setAt] = useState(0);
  const [isTooShort, setTooShort] = useState(false);
  useKeys([{ keys: ['Escape'], says: keys.escape, run: onBack, everywhere: true }]);
  const text = typed.trim();
  // What was found belongs to what was typed then.
  const found = seen?.text === text ? seen.found : undefined;
  const chosen = found?.found[at];
  const look = async () => {
    if (text.length < shortest) return setTooShort(true);
    const looked = await ask('contact.findCaller', { text });
    if (looked === undefined) return;
    setAt(0);
    setSeen({ text, found: looked });
  };
  const take = async (index: number) => {
    const one = found?.found[index];
    setAt(index);
    if (one === undefined || one.state !== 'open') return;
    const taken = await ask('contact.takeCaller', { caseId: one.caseId });
    if (taken !== undefined) onTaken(taken);
  };
  const enter = (index: number) => {
    if (busy === undefined) void (found === undefined ? look() : take(index));
  };
  const rest = found === undefined ? 0 : found.total - found.found.length;
  const told =
    busy === 'contact.findCaller'
      ? say.looking
      : isTooShort
        ? say.typeMore
        : found === undefined
          ? undefined
          : chosen === undefined
            ? say.none
            : chosen.state !== 'open'
              ? say.statesLong[chosen.state]
              : rest > 0
                ? say.more(number(rest))
                : say.found(number(found.total));
  const isRefused = isTooShort || (found !== undefined && chosen?.state !== 'open');
  return (
    <>
      <main className="talk">
        <section className="item" aria-labelledby="who-calls">
          <div className="aloud-and-answers">
            <h1 id="who-calls">{say.title}</h1>
            <FindList
              label={say.box}
              hint={say.hint}
              typed={typed}
              onTyped={(next) => {
                setTyped(next);
                setTooShort(false);
                clear();
              }}
              lines={(found?.found ?? []).map((one) => ({ id: one.caseId, content: <Found one={one} /> }))}
              at={at}
              onAt={setAt}
              onTaken={enter}
            />
            <TroubleNotice trouble={trouble} isAside />
          </div>
          <Strip told={told} isAttention={isRefused}>
            <Button
              kind="primary"
              isBusy={busy !== undefined}
              isOff={found !== undefined && chosen?.state !== 'open'}
              onPress={() => enter(at)}
              keyHint="Enter"
            >
              {found === undefined ? say.look : say.take}
            </Button>
            <Button onPress={onBack} keyHint="Esc">
              {say.back}
            </Button>
          </Strip>
        </section>
      </main>
      <KeyBar moment="form" hasLanguages={false} place="call" />
    </>
  );
}

const marks = { open: 'done', answered: 'open', ended: 'open', 'in-hand': 'due', 'may-not': 'attention' } as const;

function Found({ one: { name, hint, group, state } }: { readonly one: CallersFound['found'][number] }) {
  const say = useWords(callerWords);
  const { status } = useStudy();
  const title = status.groups.find((each) => each.group.code === group)?.group.title ?? group;
  return (
    <>
      <strong>
        <Personal>{name}</Personal>
      </strong>
      <span>
        <Personal>{hint}</Personal>
      </span>
      <span>{title}</span>
      <Mark kind={marks[state]}>{say.states[state]}</Mark>
    </>
  );
}

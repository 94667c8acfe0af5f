/** One call: before the interview, the interview itself, its end, and the ways in which a call can end. */
import { useCallback, useState } from 'react';
import type { CallOutcome } from '../../../shared/study/disposition.ts';
import type { CaseInHand, InterviewView } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { AppointmentForm, BreakOffConfirm, type Made, NoteForm, OutcomeList } from './call-ends.tsx';
import { ItemPane } from './item-pane.tsx';
import { KeyBar } from './key-bar.tsx';
import { Introduction, PersonPanel } from './person-panel.tsx';
import { Position } from './position.tsx';

type Mode = 'talk' | 'outcome' | 'appointment' | 'note' | 'break-off';

export function CallRoom({ one, onEnded }: { readonly one: CaseInHand; readonly onEnded: (ended: string) => void }) {
  const say = useWords(interviewWords);
  const { ask, busy, trouble, clear } = useAsking();
  const [view, setView] = useState<InterviewView>();
  const [mode, setMode] = useState<Mode>('talk');
  const [note, setNote] = useState('');
  const [since] = useState(() => Date.now());
  const isTalking = mode === 'talk';
  const see = useCallback((seen: InterviewView | undefined) => seen !== undefined && setView(seen), []);
  const begin = async () => see(await ask('interview.begin', {}));
  const back = () => {
    clear();
    setMode('talk');
  };

  const close = async (outcome: CallOutcome, appointment?: Made) => {
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const input = { outcome, ...said, ...(appointment === undefined ? {} : { appointment }) };
    if ((await ask('contact.closeCall', input)) !== undefined) onEnded(say.ended.call(say.outcomes[outcome]));
  };
  const breakOff = async () => {
    if ((await ask('interview.breakOff', {})) !== undefined) onEnded(say.ended['broke-off']);
  };
  const finish = async () => {
    const ended = await ask('interview.finish', {});
    if (ended !== undefined) onEnded(say.ended.completed(ended.answers));
  };
  const backToLast = async () => {
    const item = view?.route.at(-1);
    if (item !== undefined) see(await ask('interview.see', { item }));
  };
  const nextLanguage = async () => {
    if (view === undefined) return;
    const at = view.languages.indexOf(view.language);
    const language = view.languages[(at + 1) % view.languages.length];
    if (language === undefined || view.languages.length < 2) return;
    const item = view.next === undefined ? {} : { item: view.next.item };
    see(await ask('interview.setLanguage', { language, ...item }));
  };
  const hasEnded = view !== undefined && view.next === undefined;
  useKeys(
    isTalking
      ? [
          { keys: ['g'], shown: 'G', says: say.keys.end, run: () => setMode('outcome') },
          { keys: ['a'], shown: 'A', says: say.keys.appointment, run: () => setMode('appointment') },
          { keys: ['n'], shown: 'N', says: say.keys.note, run: () => setMode('note') },
          ...(view === undefined
            ? []
            : [
                { keys: ['s'], shown: 'S', says: say.keys.breakOff, run: () => setMode('break-off') },
                { keys: ['t'], shown: 'T', says: say.keys.language, run: nextLanguage },
              ]),
          ...(hasEnded ? [{ keys: ['PageUp'], says: say.keys.back, run: backToLast, everywhere: true }] : []),
        ]
      : [{ keys: ['Escape'], says: say.back, run: back, everywhere: true }],
  );
  return (
    <>
      <Position group={one.groupTitle} view={view} since={since} isSaving={busy === 'interview.answer'} />
      <div className="call">
        <main className="talk">
          <div hidden={!isTalking}>
            {view === undefined ? (
              <div className="stack">
                <h1>{say.introduction}</h1>
                <Introduction of={one} />
                <div className="row">
                  <Button kind="primary" hasFocus isBusy={busy !== undefined} onPress={begin} keyHint="Enter">
                    {one.hasDraft ? say.resume : say.begin}
                  </Button>
                  <Button onPress={() => setMode('outcome')} keyHint="G">
                    {say.endCall}
                  </Button>
                </div>
              </div>
            ) : view.next === undefined ? (
              <div className="stack">
                <h1>{say.routeEnded}</h1>
                <p className="lead">{say.routeEndedText}</p>
                <div className="row">
                  <Button kind="primary" hasFocus isBusy={busy !== undefined} onPress={finish} keyHint="Enter">
                    {say.finish}
                  </Button>
                </div>
              </div>
            ) : (
              <ItemPane
                key={`${view.next.item} ${view.language}`}
                item={view.next}
                language={view.language}
                route={view.route}
                isOn={isTalking}
                asking={{ ask, busy }}
                onSeen={see}
              />
            )}
          </div>
          {mode === 'outcome' ? <OutcomeList onChosen={close} onBack={back} /> : null}
          {mode === 'appointment' ? (
            <AppointmentForm until={one.closesOn} onMade={(made) => close('appointment', made)} onBack={back} />
          ) : null}
          {mode === 'note' ? <NoteForm note={note} onNote={setNote} onBack={back} /> : null}
          {mode === 'break-off' ? <BreakOffConfirm onConfirm={breakOff} onBack={back} /> : null}
          <div className="trouble-room">
            <TroubleNotice trouble={trouble} />
          </div>
        </main>
        <PersonPanel one={one} />
      </div>
      <KeyBar />
    </>
  );
}

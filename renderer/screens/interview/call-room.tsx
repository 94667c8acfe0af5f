/** One call: before the interview, the interview itself, its end, and the ways in which a call can end. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutcome } from '../../../shared/study/disposition.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { CaseInHand, InterviewView } from '../../../shared/views.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import type { KeptInterview } from '../../kept-place.ts';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { type Trouble, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { BreakOffStrip, OutcomeList } from './call-ends.tsx';
import { AppointmentForm, LanguageList, type Made, NoteForm } from './call-forms.tsx';
import { BeforeInterview, RouteEnd } from './call-moments.tsx';
import { Head } from './head.tsx';
import { ItemPane } from './item-pane.tsx';
import { KeyBar, type Moment } from './key-bar.tsx';
import { PersonPanel } from './person-panel.tsx';
import { Position } from './position.tsx';
import { officeTalk, useTalking } from './talk.ts';

type Mode = 'talk' | 'outcome' | 'appointment' | 'note' | 'language' | 'break-off';
const momentOf = { outcome: 'ends', appointment: 'form', note: 'form', language: 'ends', 'break-off': 'sure' } as const;

export interface CallRoomProps {
  readonly one: CaseInHand;
  /** The interview goes on after a lock, at this item or at the end of its route. */
  readonly resumesAt: KeptInterview | undefined;
  readonly onEnded: (ended: string) => void;
  /** The case is in no hand any more: someone else ended it. */
  readonly onLost: () => void;
}

export function CallRoom({ one, resumesAt, onEnded, onLost }: CallRoomProps) {
  const say = useWords(interviewWords);
  const endings = useWords(callEndingWords);
  const { count } = useGrammar();
  const { kept } = useStudy();
  const { ask, busy, ...deeds } = useAsking();
  const talking = useTalking(officeTalk);
  const trouble = deeds.trouble ?? talking.trouble;
  const [view, setView] = useState<InterviewView>();
  const [mode, setMode] = useState<Mode>('talk');
  const [note, setNote] = useState('');
  const [wanted, setWanted] = useState(one.languages[0]);
  const [since, setSince] = useState(() => Date.now());
  const talk = useRef<HTMLElement>(null);
  const isBusy = busy !== undefined || talking.busy !== undefined;
  const isBegun = view !== undefined;
  const see = useCallback((seen: InterviewView | undefined) => seen !== undefined && setView(seen), []);
  const turnTo = (next: Mode) => {
    deeds.clear();
    talking.clear();
    setMode(next);
  };
  const back = () => turnTo('talk');

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the room opens
  useEffect(() => {
    if (resumesAt === undefined) return;
    const { item } = resumesAt;
    // An item that is not on the route any more: the first one that is open.
    const resume = async () => see((item && (await talking.see(item))) ?? (await talking.see()));
    resume();
  }, []);
  useEffect(() => {
    // Not before the interview that was left is there again.
    if (view === undefined && resumesAt !== undefined) return;
    const interview = view && (view.next === undefined ? {} : { item: view.next.item });
    kept.call = { caseId: one.caseId, ...(interview === undefined ? {} : { interview }) };
  }, [view, one.caseId, resumesAt, kept]);

  const begin = async () => {
    const begun = await ask('interview.begin', {
      consent: 'spoken',
      ...(wanted === undefined ? {} : { language: wanted }),
    });
    if (begun === undefined) return;
    setSince(Date.now());
    setView(begun);
  };
  const close = async (outcome: CallOutcome, appointment?: Made) => {
    const said = note === '' ? {} : { note };
    const input = { outcome, ...said, ...(appointment === undefined ? {} : { appointment }) };
    if ((await ask('contact.closeCall', input)) !== undefined) onEnded(say.ended.call(endings.outcomes[outcome]));
  };
  const breakOff = async () => {
    if ((await ask('interview.breakOff', {})) !== undefined) onEnded(say.ended['broke-off']);
  };
  const finish = async () => {
    const ended = await ask('interview.finish', {});
    if (ended !== undefined) onEnded(say.ended.completed(count(ended.answers, say.answers)));
  };
  const seeItem = async (item: ItemName | undefined) => {
    if (item !== undefined && !isBusy) see(await talking.see(item));
  };
  const setLanguage = async (language: string) => {
    setMode('talk');
    if (!isBegun) return setWanted(language);
    see(await talking.setLanguage(language, view.next?.item));
  };
  const { languages } = view ?? one;
  const language = view?.language ?? (one.hasDraft ? undefined : wanted);
  const hasLanguages = languages.length > 1 && language !== undefined;
  const otherLanguage = () => {
    if (languages.length > 2) return turnTo('language');
    const other = languages.find((each) => each !== language);
    if (other !== undefined && !isBusy) setLanguage(other);
  };
  const { keys } = say;
  useKeys(
    mode === 'talk'
      ? [
          ...(hasLanguages ? [{ keys: ['t'], shown: 'T', says: keys.language, run: otherLanguage }] : []),
          { keys: ['n'], shown: 'N', says: keys.note, run: () => turnTo('note') },
          { keys: ['a'], shown: 'A', says: keys.appointment, run: () => turnTo('appointment') },
          ...(isBegun ? [{ keys: ['s'], shown: 'S', says: keys.breakOff, run: () => turnTo('break-off') }] : []),
          { keys: ['g'], shown: 'G', says: keys.end, run: () => turnTo('outcome') },
        ]
      : [{ keys: ['Escape'], says: keys.escape, run: back, everywhere: true }],
  );
  // A notice takes the focus when it comes; whoever is typing an answer goes on typing it.
  useEffect(() => {
    if (trouble !== undefined) talk.current?.querySelector<HTMLElement>('[data-place]')?.focus();
  }, [trouble]);

  const item = view?.next;
  const isInPlace = isOfAnswer(trouble);
  const hasFailed = mode === 'talk' && item !== undefined && trouble !== undefined;
  const saving = talking.busy === 'answer' ? 'now' : hasFailed ? 'failed' : 'done';
  return (
    <>
      <Head>
        <Position group={one.groupTitle} view={view} since={since} saving={saving} />
      </Head>
      <div className="call">
        <main className="talk" ref={talk}>
          <div className="moment" hidden={mode !== 'talk' && mode !== 'break-off'}>
            {view === undefined ? (
              mode === 'talk' ? (
                <BeforeInterview one={one} isBusy={isBusy} onBegin={begin} onEnd={() => turnTo('outcome')} />
              ) : null
            ) : item !== undefined ? (
              <ItemPane
                key={item.item}
                item={item}
                language={view.language}
                route={view.route}
                isOn={mode === 'talk'}
                talking={talking}
                onSeen={see}
              />
            ) : mode === 'talk' ? (
              <RouteEnd
                hasNote={note !== ''}
                isBusy={isBusy}
                onBack={() => seeItem(view.route.at(-1))}
                onFinish={finish}
              />
            ) : null}
          </div>
          {mode === 'break-off' ? (
            <BreakOffStrip hasNote={note !== ''} isBusy={isBusy} onConfirm={breakOff} onBack={back} />
          ) : null}
          {mode === 'outcome' ? (
            <OutcomeList
              one={one}
              isTalking={isBegun}
              isBusy={isBusy}
              onChosen={close}
              onAppointment={() => turnTo('appointment')}
              onBreakOff={() => turnTo('break-off')}
              onBack={back}
            />
          ) : null}
          {mode === 'appointment' ? (
            <AppointmentForm
              until={one.closesOn}
              isBusy={isBusy}
              onMade={(made) => close('appointment', made)}
              onBack={back}
            />
          ) : null}
          {mode === 'note' ? (
            <NoteForm
              note={note}
              onNote={(text) => {
                setNote(text);
                back();
              }}
              onBack={back}
            />
          ) : null}
          {mode === 'language' ? (
            <LanguageList languages={languages} now={language ?? ''} onChosen={setLanguage} onBack={back} />
          ) : null}
          {trouble === undefined || isInPlace ? null : (
            <div className="trouble">
              <TroubleNotice trouble={trouble} />
              <ToOpenItem trouble={trouble} onSee={seeItem} />
              {isLost(trouble) ? <Button onPress={onLost}>{say.lost}</Button> : null}
            </div>
          )}
        </main>
        <PersonPanel one={one} note={note} language={language} hasIntroduction={isBegun} />
      </div>
      <KeyBar moment={momentNow(mode, view)} hasLanguages={hasLanguages} />
    </>
  );
}

function momentNow(mode: Mode, view: InterviewView | undefined): Moment {
  if (mode !== 'talk') return momentOf[mode];
  if (view === undefined) return 'before';
  if (view.next === undefined) return 'end';
  if (view.next.choices !== undefined) return 'closed';
  return view.next.kind === 'note' ? 'note' : 'text';
}

/** Told below the item, where the answer is. */
function isOfAnswer(trouble: Trouble | undefined): boolean {
  return trouble?.kind === 'refused' && trouble.problem.problem === 'interview.answer-invalid';
}

function isLost(trouble: Trouble): boolean {
  const lost = ['contact.no-case-in-hand', 'contact.case-final'];
  return trouble.kind === 'refused' && lost.includes(trouble.problem.problem);
}

/** Items that have to be answered before the interview can be finished: straight to the first. */
function ToOpenItem({ trouble, onSee }: { readonly trouble: Trouble; readonly onSee: (item: ItemName) => void }) {
  const say = useWords(interviewWords);
  if (trouble.kind !== 'refused' || trouble.problem.problem !== 'interview.items-open') return null;
  const [first] = trouble.problem.items;
  if (first === undefined) return null;
  return <Button onPress={() => onSee(first as ItemName)}>{say.toOpenItem}</Button>;
}

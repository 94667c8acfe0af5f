/** One call: before the interview, the interview itself, its end, and the ways in which a call can end. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Conduct, plainConduct } from '../../../shared/study/conduct.ts';
import type { CaseInHand, InterviewView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import type { KeptInterview } from '../../kept-place.ts';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { callerWords } from '../../wording/screens/callers.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { CallAside, isAsideOfCall } from './call-aside.tsx';
import { useCallDeeds } from './call-deeds.ts';
import { AcquaintedStrip, BreakOffStrip } from './call-ends.tsx';
import { CallTrouble, isGone, isOfAnswer } from './call-trouble.tsx';
import type { Held } from './conduct-pane.tsx';
import { BeforeInterview } from './consent-moment.tsx';
import { Head } from './head.tsx';
import { useInterviewAtHand } from './interview-at-hand.ts';
import { KeyBar } from './key-bar.tsx';
import { momentNow } from './moment.ts';
import { PersonPanel } from './person-panel.tsx';
import { Position } from './position.tsx';
import { RouteEnd } from './route-end.tsx';
import { officeTalk, useTalking } from './talk.ts';
import { isAsideOfTalk, TalkAside } from './talk-aside.tsx';
import { TalkMoment } from './talk-moment.tsx';
import { Told } from './told.tsx';
import { useTypedInCall } from './typed-in-call.ts';
import { type CallMode, useCallKeys } from './use-call-keys.ts';
import { useRinging } from './use-ringing.ts';
import { NotRung } from './whom-to-reach.tsx';

const momentOf = {
  outcome: 'ends',
  appointment: 'form',
  note: 'form',
  'item-note': 'form',
  answers: 'form',
  number: 'form',
  spoken: 'form',
  help: 'form',
  language: 'ends',
  scripts: 'ends',
  conduct: 'picks',
  'break-off': 'sure',
  acquainted: 'sure',
} as const;

export interface CallRoomProps {
  readonly one: CaseInHand;
  /** The interview goes on after a lock, at this item or at the end of its route. */
  readonly resumesAt: KeptInterview | undefined;
  readonly onEnded: (ended: string) => void;
  /** The case is in no hand any more: someone else ended it. */
  readonly onLost: () => void;
  /** Somebody calls, before this case was begun with. */
  readonly onCaller: () => void;
}

export function CallRoom({ one: given, resumesAt, onEnded, onLost, onCaller }: CallRoomProps) {
  const callers = useWords(callerWords);
  const aside = useWords(asideWords);
  const { kept } = useStudy();
  const asking = useAsking();
  const talking = useTalking(officeTalk);
  const at = useInterviewAtHand(talking);
  const { view, see, seeItem } = at;
  const trouble = asking.trouble ?? talking.trouble;
  const [mode, setMode] = useState<CallMode>(given.typed?.open?.form ?? 'talk');
  const typed = useTypedInCall(given);
  const { note } = typed;
  const [phones, setPhones] = useState(given.phones);
  const [wanted, setWanted] = useState(given.languages[0]);
  const [conduct, setConduct] = useState(plainConduct);
  const [held, setHeld] = useState<Held>(given.contact === 'visit' ? 'visit' : 'phone');
  const [isAskingWeb, setAskingWeb] = useState(false);
  const [done, setDone] = useState<{ readonly text: string; readonly isNot: boolean }>();
  const [since, setSince] = useState(() => Date.now());
  const talk = useRef<HTMLElement>(null);
  // The same one as long as nothing of it changed: the panel beside it is not painted with every key.
  const one = useMemo<CaseInHand>(() => ({ ...given, phones }), [given, phones]);
  const isBusy = asking.busy !== undefined || talking.busy !== undefined;
  const isBegun = view !== undefined;
  const turnTo = (next: CallMode) => {
    asking.clear();
    talking.clear();
    setDone(undefined);
    typed.closeForm();
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
    kept.call = { caseId: given.caseId, ...(interview === undefined ? {} : { interview }) };
  }, [view, given.caseId, resumesAt, kept]);

  const call = useCallDeeds({
    contact: given.contact,
    numberAt: () => ringing.at,
    asking,
    at,
    typed,
    before: { wanted, conduct, held },
    onEnded,
  });
  const begin = async (goesOn: boolean) => {
    if (await call.begin(goesOn)) setSince(Date.now());
  };
  /** Back at the item, with what was done told below it. */
  const tell = (text: string, isNot = false) => {
    back();
    setDone({ text, isNot });
  };
  const askHelp = async (text: string) => {
    if (await call.askHelp(text)) tell(aside.helpSent(one.client));
  };
  const giveNumber = async (phone: string, instead: number | undefined) => {
    const now = await call.giveNumber(phone, instead);
    if (now === undefined) return;
    setPhones(now);
    tell(aside.numberDone);
  };
  const keepConduct = async (next: Conduct, where: Held) => {
    if (!isBegun) {
      setConduct(next);
      setHeld(where);
      back();
    } else if (await call.setConduct(next)) back();
  };
  const ringing = useRinging({ one, asking, onTold: tell });
  const isStopped = !isBegun && ringing.stop !== undefined;
  const languages = view?.languages ?? one.languages;
  const language = view?.language ?? (one.hasDraft ? undefined : wanted);
  const hasLanguages = languages.length > 1 && language !== undefined;
  const setLanguage = async (chosen: string) => {
    setMode('talk');
    if (!isBegun) return setWanted(chosen);
    see(await talking.setLanguage(chosen, view.next?.item));
  };
  const otherLanguage = () => {
    if (languages.length > 2) return turnTo('language');
    const other = languages.find((each) => each !== language);
    if (other !== undefined && !isBusy) setLanguage(other);
  };
  const isAtItem = view?.next !== undefined;
  useCallKeys({
    mode,
    isBegun,
    isAtItem,
    ringing: one.contact === 'visit' ? undefined : ringing,
    onLanguage: hasLanguages ? otherLanguage : undefined,
    onTurnTo: turnTo,
    // Before anyone was rung or wrote anything down the case can wait.
    onCaller: () =>
      isBegun || note !== '' || ringing.hasRung || one.contact === 'inbound'
        ? tell(isBegun ? callers.firstInterview : callers.firstThis[one.contact], true)
        : onCaller(),
  });
  // Told once: gone with what comes next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item
  useEffect(() => setDone(undefined), [view?.next?.item]);
  // A notice takes the focus when it comes; whoever is typing an answer goes on typing it.
  useEffect(() => {
    const boxes = talk.current?.querySelectorAll<HTMLElement>(
      '[data-place], form.item input[type=text], form.item textarea',
    );
    if (trouble !== undefined && !isGone(trouble)) [...(boxes ?? [])].find((box) => box.checkVisibility())?.focus();
  }, [trouble]);

  const hasFailed = mode === 'talk' && isAtItem && trouble !== undefined;
  const saving = talking.busy === 'answer' || at.pending > 0 ? 'now' : hasFailed ? 'failed' : 'done';
  const isSure = mode === 'break-off' || mode === 'acquainted';
  return (
    <>
      <Head>
        <Position group={one.groupTitle} view={view} since={since} saving={saving} />
      </Head>
      <div className="call">
        <main className="talk" ref={talk}>
          <div className="moment" hidden={mode !== 'talk' && !isSure}>
            {isStopped && mode === 'talk' ? <NotRung why={ringing.stop} onBack={onLost} /> : null}
            {!isStopped &&
            view === undefined &&
            mode === 'talk' &&
            (resumesAt === undefined || trouble !== undefined) ? (
              <BeforeInterview
                one={one}
                language={language}
                ringing={ringing}
                isBusy={isBusy}
                onBegin={begin}
                onEnd={() => turnTo('outcome')}
                onAsksWeb={setAskingWeb}
              />
            ) : null}
            <TalkMoment
              at={at}
              talking={talking}
              isOn={mode === 'talk'}
              end={
                mode === 'talk' ? (
                  <RouteEnd
                    hasNote={note !== ''}
                    isBusy={isBusy}
                    onBack={() => seeItem(view?.route.at(-1))}
                    onFinish={call.finish}
                  />
                ) : null
              }
            />
            {done === undefined || mode !== 'talk' || isStopped ? null : <Told {...done} />}
          </div>
          {mode === 'break-off' ? (
            <BreakOffStrip hasNote={note !== ''} isBusy={isBusy} onConfirm={call.breakOff} onBack={back} />
          ) : null}
          {mode === 'acquainted' ? <AcquaintedStrip isBusy={isBusy} onConfirm={call.handOver} onBack={back} /> : null}
          {isAsideOfCall(mode) ? (
            <CallAside
              kind={mode}
              one={one}
              isBegun={isBegun}
              isBusy={isBusy}
              language={language}
              typed={typed}
              conduct={view?.conduct ?? conduct}
              held={heldNow(view, held)}
              onClose={call.close}
              onNote={(text) => {
                typed.keepNote(text);
                back();
              }}
              onHelp={askHelp}
              onConduct={keepConduct}
              onNumber={giveNumber}
              onTurnTo={turnTo}
              onBack={back}
            />
          ) : null}
          {isAsideOfTalk(mode) ? (
            <TalkAside
              kind={mode}
              at={at}
              talking={talking}
              languages={languages}
              language={language}
              onLanguage={setLanguage}
              onBack={back}
            />
          ) : null}
          {trouble === undefined || isOfAnswer(trouble) ? null : (
            <CallTrouble trouble={trouble} onSee={seeItem} onSeeFirst={at.seeFirst} onLost={onLost} />
          )}
        </main>
        <PersonPanel
          one={one}
          note={note}
          language={language}
          conduct={view?.conduct ?? conduct}
          held={heldNow(view, held)}
          hasIntroduction={isBegun}
        />
      </div>
      <KeyBar
        moment={mode !== 'talk' ? momentOf[mode] : isStopped ? 'sure' : isAskingWeb ? 'web' : momentNow(view)}
        hasLanguages={hasLanguages}
        rings={one.contact === 'phone'}
        place="call"
      />
    </>
  );
}

function heldNow(view: InterviewView | undefined, held: Held): Held {
  return (view?.mode ?? held) === 'visit' ? 'visit' : 'phone';
}

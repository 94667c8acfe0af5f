/** One paper or e-mail: its items as in an interview, with nobody on the line; entered once, or a second time and then compared. */
import { useEffect, useState } from 'react';
import type { BrokenOff, EntryBegun, InterviewEnded } from '../../../shared/views.ts';
import { useBearing, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Personal } from '../../parts/personal.tsx';
import { useAsking } from '../../request.ts';
import { callerWords } from '../../wording/screens/callers.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { entryWords } from '../../wording/screens/paper-entry.ts';
import { CallTrouble, hasOpenItems, isOfAnswer } from './call-trouble.tsx';
import { EntryAsItIs } from './entry-as-it-is.tsx';
import { EntryEnd } from './entry-end.tsx';
import { Head } from './head.tsx';
import { useInterviewAtHand } from './interview-at-hand.ts';
import { KeyBar } from './key-bar.tsx';
import { languageName } from './language-name.ts';
import { momentNow } from './moment.ts';
import { Position } from './position.tsx';
import { officeTalk, useTalking } from './talk.ts';
import { type AsideOfTalk, TalkAside } from './talk-aside.tsx';
import { TalkMoment } from './talk-moment.tsx';
import { Told } from './told.tsx';

export interface EntryRoomProps {
  readonly begun: EntryBegun;
  readonly mode: 'paper' | 'email';
  readonly onAside: () => void;
  readonly onFinished: (ended: InterviewEnded) => void;
  readonly onIncomplete: (ended: BrokenOff) => void;
}

export function EntryRoom({ begun, mode: came, onAside, onFinished, onIncomplete }: EntryRoomProps) {
  const say = useWords(interviewWords);
  const aside = useWords(asideWords);
  const entry = useWords(entryWords);
  const callers = useWords(callerWords);
  const asking = useAsking();
  const talking = useTalking(officeTalk);
  const at = useInterviewAtHand(talking);
  const [mode, setMode] = useState<'talk' | 'as-it-is' | AsideOfTalk>('talk');
  const [since] = useState(() => Date.now());
  /** Somebody calls, and the paper is in hand. */
  const [isTold, setTold] = useState(false);
  const { see, seeItem } = at;
  const view = at.view ?? begun.interview;
  const trouble = asking.trouble ?? talking.trouble;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => see(begun.interview), []);
  const turnTo = (next: typeof mode) => {
    asking.clear();
    talking.clear();
    setTold(false);
    setMode(next);
  };
  const back = () => turnTo('talk');
  // Gone with what comes next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item
  useEffect(() => setTold(false), [view.next?.item]);
  const putAside = async () => {
    await at.leaving.current?.();
    if ((await asking.ask('interview.leaveEntry', {})) !== undefined) onAside();
  };
  const setLanguage = async (language: string) => {
    setMode('talk');
    see(await talking.setLanguage(language, view.next?.item));
  };
  const finish = async () => {
    const ended = await asking.ask('interview.finish', {});
    if (ended !== undefined) onFinished(ended);
  };
  const finishAsItIs = async () => {
    const ended = await asking.ask('interview.breakOff', {});
    if (ended !== undefined) onIncomplete(ended);
  };
  const hasLanguages = view.languages.length > 1;
  const isAtItem = view.next !== undefined;
  const turn = (key: string, says: string, to: typeof mode, everywhere = false) => ({
    keys: [key.toLowerCase()],
    shown: key,
    says,
    everywhere,
    run: () => turnTo(to),
  });
  useKeys(
    mode === 'talk'
      ? [
          turn('F3', aside.keys.answers, 'answers', true),
          { keys: ['F4'], says: callers.open, everywhere: true, run: () => setTold(true) },
          ...(hasLanguages ? [turn('T', say.keys.language, 'language')] : []),
          ...(isAtItem ? [turn('K', aside.itemNote, 'item-note')] : []),
          { keys: ['s'], shown: 'S', says: aside.keys.putAside, run: () => void putAside() },
          ...(hasOpenItems(trouble) ? [turn('O', entry.asItIs, 'as-it-is')] : []),
        ]
      : [{ keys: ['Escape'], says: say.keys.escape, run: back, everywhere: true }],
  );
  const hasFailed = isAtItem && trouble !== undefined;
  const saving = talking.busy === 'answer' || at.pending > 0 ? 'now' : hasFailed ? 'failed' : 'done';
  return (
    <>
      <Head>
        <Position group={begun.groupTitle} view={view} since={since} saving={saving} />
      </Head>
      <div className="call">
        <main className="talk">
          <div className="moment" hidden={mode !== 'talk'}>
            <TalkMoment
              at={at}
              talking={talking}
              isOn={mode === 'talk'}
              end={
                mode === 'talk' ? (
                  <EntryEnd
                    pass={view.entry?.pass ?? 1}
                    isBusy={asking.busy !== undefined}
                    onBack={() => seeItem(view.route.at(-1))}
                    onFinish={finish}
                  />
                ) : null
              }
            />
            {isTold && mode === 'talk' ? <Told text={callers.paperFirst} isNot /> : null}
          </div>
          {mode === 'as-it-is' ? (
            <EntryAsItIs isBusy={asking.busy !== undefined} onConfirm={finishAsItIs} onBack={back} />
          ) : null}
          {mode === 'talk' || mode === 'as-it-is' ? null : (
            <TalkAside
              kind={mode}
              at={at}
              talking={talking}
              languages={view.languages}
              language={view.language}
              onLanguage={setLanguage}
              onBack={back}
            />
          )}
          {trouble === undefined || isOfAnswer(trouble) ? null : (
            <CallTrouble trouble={trouble} onSee={seeItem} onSeeFirst={at.seeFirst} onLost={onAside}>
              <Button onPress={() => turnTo('as-it-is')} keyHint="O">
                {entry.asItIs}
              </Button>
            </CallTrouble>
          )}
        </main>
        <PaperPanel begun={begun} came={came} pass={view.entry?.pass ?? 1} language={view.language} />
      </div>
      <KeyBar
        moment={
          mode === 'talk' ? momentNow(view) : mode === 'language' ? 'ends' : mode === 'as-it-is' ? 'sure' : 'form'
        }
        hasLanguages={hasLanguages}
        place="entry"
      />
    </>
  );
}

interface PanelProps {
  readonly begun: EntryBegun;
  readonly came: 'paper' | 'email';
  readonly pass: 1 | 2;
  readonly language: string;
}

/** Which paper this is, to compare with the one on the table; no person. */
function PaperPanel({ begun, came, pass, language }: PanelProps) {
  const say = useWords(entryWords);
  const { languageOf } = useWords(interviewWords);
  const { language: ours } = useBearing();
  return (
    <aside className="person" aria-label={say.paper}>
      <div>
        <h2>{say.codeOnPaper}</h2>
        <div className="number">
          <Personal isMono>{begun.code}</Personal>
        </div>
        <p>{say.compare}</p>
      </div>
      <div>
        <h2>{say.mode}</h2>
        <strong>{say.modes[came]}</strong>
      </div>
      <div>
        <h2>{say.pass}</h2>
        <strong>{say.passes[pass]}</strong>
        {pass === 2 ? <p>{say.secondText}</p> : null}
      </div>
      <div>
        <h2>{languageOf}</h2>
        {languageName(language, ours)}
      </div>
    </aside>
  );
}

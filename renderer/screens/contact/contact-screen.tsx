/** Contact: what is due today per channel, the batches of letters, what came back, and what went wrong. */
import { useEffect } from 'react';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { BatchesView, DueView, ReturnsState } from '../../../shared/views.ts';
import { hasEnded } from '../../agreement-banner.tsx';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Empty, Room, Screen, Shown } from '../../parts/screen.tsx';
import { type Seen, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { agreementEndWords } from '../../wording/screens/agreement-end.ts';
import { contactWords } from '../../wording/screens/contact.ts';
import { type ScreenName, windowWords } from '../../wording/screens/window.ts';
import { RequestsRoom } from '../requests/requests-room.tsx';
import { AppointmentsRoom, VisitsRoom } from './appointments-room.tsx';
import { Batches } from './batches.tsx';
import { ByPost } from './by-post.tsx';
import { Callbacks } from './callbacks.tsx';
import { DeedsDone } from './deeds-done.tsx';
import { DueStep } from './due-step.tsx';
import { Failures } from './failures.tsx';
import { HaltBanner, HaltRoom } from './halt-room.tsx';
import { Reconciling } from './reconciling.tsx';
import { Replies } from './replies.tsx';
import { Returns } from './returns.tsx';
import { ShiftRoom } from './shift-room.tsx';
import { Someone } from './someone.tsx';
import { Stuck } from './stuck.tsx';
import { Unclear } from './unclear.tsx';
import './contact.css';

export function ContactScreen() {
  const { status } = useStudy();
  if (hasEnded(status)) return <AfterTheEnd />;
  return status.olderSince === undefined ? <Contact /> : <Reconciling key={status.today} since={status.olderSince} />;
}

/** People keep their rights as long as anything of them is there. */
function AfterTheEnd() {
  const say = useWords(agreementEndWords);
  const { screens } = useWords(windowWords);
  const { refresh } = useStudy();
  return (
    <Screen title={screens.contact} lead={say.onlyRequests} help={[say.rights]}>
      <RequestsRoom onChanged={refresh} />
    </Screen>
  );
}

function Contact() {
  const say = useWords(contactWords);
  const { screens } = useWords(windowWords);
  const { number, all } = useGrammar();
  const { status, refresh, goingOut } = useStudy();
  const { going } = goingOut;
  const deeds = goingOut.deeds.filter(({ on }) => on === status.today);
  const due = useView('schedule.due', {});
  const batches = useView('contact.batches', {});
  const unclear = useView('contact.unclear', {});
  const failures = useView('contact.failures', {});
  const returns = useView('interview.returns', {});
  const stuck = useView('schedule.stuck', {});
  const everything = () => {
    for (const seen of [due, batches, unclear, failures, returns, stuck]) seen.refresh();
    refresh();
  };
  // What went out is gone from what is due, also when it began before this screen was opened again.
  const isGoing = going !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when something has gone out
  useEffect(() => {
    if (!isGoing && deeds.length > 0) everything();
  }, [isGoing, deeds.length]);
  const counted = (steps: DueView['steps']) => {
    const of = (channel: Channel) =>
      steps.reduce((sum, step) => (step.channel === channel ? sum + step.cases : sum), 0);
    const said = { email: say.emails, letter: say.letters, phone: say.calls, visit: say.visits } as const;
    return (Object.keys(said) as Channel[]).flatMap((channel) => {
      const count = of(channel);
      return count === 0 ? [] : [said[channel](count, number(count))];
    });
  };
  const lead =
    due.kind !== 'ready'
      ? undefined
      : due.view.steps.length === 0
        ? say.leadNone
        : say.lead(all(counted(due.view.steps)));
  return (
    <Screen title={screens.contact} lead={lead} help={say.help}>
      <HaltBanner lettersUnposted={haltedLetters(batches)} onChanged={everything} />
      <Room title={say.today}>
        <DeedsDone deeds={deeds} />
        <Shown seen={due}>
          {(view) =>
            view.steps.length === 0 ? (
              <NothingDue nextDue={view.nextDue} />
            ) : (
              <>
                <BeforeSending steps={view.steps} />
                <ul className="due">
                  {view.steps.map((step, nr) => (
                    <li key={`${step.group} ${step.step}`}>
                      <DueStep
                        step={step}
                        waiting={waitingIn(returns, step)}
                        isFirst={nr === view.steps.findIndex(({ channel }) => isSent(channel))}
                      />
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        </Shown>
      </Room>
      {/* As a day goes: who asked for help, what went out, what came in, who fell out, where people ring, and what may come at any moment. */}
      <Callbacks />
      <Shown seen={unclear}>{(view) => <Unclear attempts={view.attempts} onSettled={everything} />}</Shown>
      <Shown seen={batches}>{(view) => <Batches batches={view.batches} onChanged={everything} />}</Shown>
      <Returns state={returns} onRead={everything} />
      <Replies onRead={everything} />
      <ByPost onRecorded={everything} />
      <Shown seen={failures}>{(view) => <Failures view={view} />}</Shown>
      <Stuck seen={stuck} />
      <ShiftRoom />
      <AppointmentsRoom />
      <VisitsRoom onRecorded={everything} />
      <Someone onStopped={everything} />
      <RequestsRoom onChanged={everything} />
      <HaltRoom onChanged={everything} />
    </Screen>
  );
}

/** Letters that lie ready for people who may not be contacted now. */
function haltedLetters(batches: Seen<BatchesView>): number {
  if (batches.kind !== 'ready') return 0;
  return batches.view.batches.reduce((sum, { isHalted, letters }) => (isHalted ? sum + letters : sum), 0);
}

/** How many of those who are due wait until returns were read. */
function waitingIn(returns: Seen<ReturnsState>, { group, step }: DueView['steps'][number]): number {
  if (returns.kind !== 'ready') return 0;
  const found = returns.view.groups.find((one) => one.group === group);
  return found?.steps.find((one) => one.step === step)?.waiting ?? 0;
}

const isSent = (channel: Channel) => channel === 'email' || channel === 'letter';

/** What has to be known, or to be there, before something can go out. */
function BeforeSending({ steps }: { readonly steps: DueView['steps'] }) {
  const say = useWords(contactWords);
  const { status, go } = useStudy();
  const hasEmails = steps.some(({ channel }) => channel === 'email');
  const toStudy = (
    <div className="row">
      <Button onPress={() => go('study')}>{say.toStudy}</Button>
    </div>
  );
  if (!status.hasBureau && steps.some(({ channel }) => isSent(channel)))
    return (
      <Notice kind="due" title={say.noBureau}>
        {toStudy}
      </Notice>
    );
  if (hasEmails && status.isPractice) return <PracticeMail />;
  if (!hasEmails || status.hasMailHost) return null;
  return (
    <Notice kind="due" title={say.noMailHost}>
      {toStudy}
    </Notice>
  );
}

/** Invented people have no mailbox; with a mail server of one's own their e-mails do go somewhere. */
function PracticeMail() {
  const say = useWords(contactWords);
  const bureau = useView('study.bureau', {});
  const goesNowhere = bureau.kind === 'ready' && bureau.view.mailHost === undefined;
  return goesNowhere ? <Notice>{say.practiceMail}</Notice> : null;
}

/** Why nothing is due: something has to be set up first, or the day of the next step. */
function NothingDue({ nextDue }: { readonly nextDue: DueView['nextDue'] }) {
  const say = useWords(contactWords);
  const { day } = useGrammar();
  const { status, go } = useStudy();
  const leads = (text: string, action: string, screen: ScreenName) => (
    <Empty title={say.leadNone}>
      <p>{text}</p>
      <Button kind="primary" onPress={() => go(screen)}>
        {action}
      </Button>
    </Empty>
  );
  if (!status.groups.some(({ cases }) => cases > 0)) return leads(say.nobody, say.toIntake, 'intake');
  if (!status.groups.some(({ hasProtocol }) => hasProtocol)) return leads(say.noProtocol, say.toProtocol, 'schedule');
  return (
    <Empty title={say.leadNone}>
      <p>{nextDue === undefined ? say.noNext : say.nextDue(day(nextDue))}</p>
    </Empty>
  );
}

/** What is due today, step by step, with what has to be there before it can go out; and what was done about it today. */
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { DueView, ReturnsState } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Empty, Room, Shown } from '../../parts/screen.tsx';
import { type Seen, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import type { ScreenName } from '../../wording/screens/window.ts';
import type { Deed } from './deeds.ts';
import { DeedsDone } from './deeds-done.tsx';
import { DueStep } from './due-step.tsx';

export interface DueTodayProps {
  readonly due: Seen<DueView>;
  readonly deeds: readonly Deed[];
  readonly returns: Seen<ReturnsState>;
  /** To where answers from the website are read in. */
  readonly onReturns: () => void;
}

export function DueToday({ due, deeds, returns, onReturns }: DueTodayProps) {
  const say = useWords(contactWords);
  const { status } = useStudy();
  // While contact stands still nothing of it is the first thing to do.
  const mayGoOut = ({ group, channel }: DueView['steps'][number]) =>
    isSent(channel) &&
    status.isHalted !== true &&
    !status.groups.some((one) => one.group.code === group && one.isHalted === true);
  return (
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
                      isFirst={nr === view.steps.findIndex(mayGoOut)}
                      onReturns={onReturns}
                    />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Room>
  );
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

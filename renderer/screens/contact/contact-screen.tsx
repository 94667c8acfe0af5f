/** Contact: what is due today per channel, the batches of letters, what came back, and what went wrong. */
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { DueView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Empty, Room, Screen, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { Batches } from './batches.tsx';
import { DueEmails, DueLetters } from './due-messages.tsx';
import { Failures } from './failures.tsx';
import { Returns } from './returns.tsx';
import { Someone } from './someone.tsx';
import { Unclear } from './unclear.tsx';

export function ContactScreen() {
  const say = useWords(contactWords);
  const { screens } = useWords(windowWords);
  const { number, day, all } = useGrammar();
  const { status, refresh } = useStudy();
  const due = useView('schedule.due', {});
  const batches = useView('contact.batches', {});
  const unclear = useView('contact.unclear', {});
  const failures = useView('contact.failures', {});
  const everything = () => {
    for (const seen of [due, batches, unclear, failures]) seen.refresh();
    refresh();
  };
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
      <Room title={say.today}>
        {status.isPractice ? <Notice>{say.practiceMail}</Notice> : null}
        <Shown seen={due}>
          {({ steps, nextDue }) =>
            steps.length === 0 ? (
              <Empty title={say.leadNone}>{nextDue === undefined ? null : say.nextDue(day(nextDue))}</Empty>
            ) : (
              <ul className="due">
                {steps.map((step) => (
                  <li key={`${step.group} ${step.step}`}>
                    <DueStep step={step} onDone={everything} />
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </Room>
      <Shown seen={batches}>{(view) => <Batches batches={view.batches} onChanged={everything} />}</Shown>
      <Shown seen={unclear}>{(view) => <Unclear attempts={view.attempts} onSettled={everything} />}</Shown>
      <Returns onRead={everything} />
      <Someone onStopped={everything} />
      <Shown seen={failures}>{(view) => <Failures view={view} />}</Shown>
    </Screen>
  );
}

function DueStep({ step, onDone }: { readonly step: DueView['steps'][number]; readonly onDone: () => void }) {
  const say = useWords(contactWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const title = status.groups.find(({ group }) => group.code === step.group)?.group.title ?? step.group;
  const said = { email: say.emails, letter: say.letters, phone: say.calls, visit: say.visits }[step.channel];
  const what = said(step.cases, number(step.cases));
  return (
    <>
      <div>
        <strong>
          {title}: {what}
        </strong>
        <div className="soft">{say.step(step.step)}</div>
      </div>
      {step.channel === 'email' ? <DueEmails group={step.group} what={what} onDone={onDone} /> : null}
      {step.channel === 'letter' ? <DueLetters group={step.group} what={what} onDone={onDone} /> : null}
      {step.channel === 'phone' ? <p className="soft">{say.callsText}</p> : null}
      {step.channel === 'visit' ? <p className="soft">{say.visitsText}</p> : null}
    </>
  );
}

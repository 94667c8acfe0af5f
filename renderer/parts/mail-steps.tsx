/** What was tried at a mail server, step by step, and what to do about the one that failed. */
import type { MailHostCheck } from '../../shared/contact-views.ts';
import { useWords } from '../bearings.tsx';
import { mailWords } from '../wording/screens/mail.ts';
import { Mark } from './notice.tsx';

export function MailSteps({ check: { steps } }: { readonly check: MailHostCheck }) {
  const say = useWords(mailWords);
  const code = steps.at(-1)?.code;
  return (
    <>
      <ul className="due">
        {steps.map(({ step, isDone }) => (
          <li key={step}>
            <span>{say.steps[step]}</span>
            <Mark kind={isDone ? 'done' : 'attention'}>{isDone ? say.done : say.notDone}</Mark>
          </li>
        ))}
      </ul>
      {code === undefined ? null : <MailTrouble code={code} />}
    </>
  );
}

/** A sentence for a word of ours, or the digits of the server. */
export function MailTrouble({ code }: { readonly code: string }) {
  const say = useWords(mailWords);
  const known: Readonly<Record<string, string>> = say.troubles;
  return <p>{known[code] ?? say.digits(code)}</p>;
}

/** What whoever withdraws is told, to be read aloud: what stops, what becomes of the answers, and what nobody can find back. */
import { useId } from 'react';
import { useWords } from '../../bearings.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { withdrawalWords } from '../../wording/screens/withdrawal.ts';
import './requests.css';

export function SayThis() {
  const say = useWords(withdrawalWords);
  const { status } = useStudy();
  const id = useId();
  const [stops, answers, anonymous] = say.say;
  return (
    <section className="say-this" aria-labelledby={id}>
      <h2 id={id}>{say.sayTitle}</h2>
      <p>{stops}</p>
      <p>{status.isUnlinked ? say.sayUnlinked : status.isExported ? say.sayExported : `${answers} ${anonymous}`}</p>
    </section>
  );
}

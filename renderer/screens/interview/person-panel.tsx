/** The person in hand: whom to ask for, the number, and what happened before. It changes only with the case. */
import { memo } from 'react';
import type { CaseInHand } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Personal } from '../../parts/personal.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { words } from '../../wording/wording.ts';

/** +31612345678 as it is read aloud and dialled: 06 1234 5678. */
export function readableNumber(number: string): string {
  const national = number.startsWith('+31') ? `0${number.slice(3)}` : number;
  const cut = national.startsWith('06') ? 2 : national.startsWith('+') ? 3 : 3;
  const rest = national.slice(cut).match(/.{1,4}(?!.$)|.+/g) ?? [];
  return [national.slice(0, cut), ...rest].join(' ');
}

export const PersonPanel = memo(function PersonPanel({ one }: { readonly one: CaseInHand }) {
  const say = useWords(interviewWords);
  const { language } = useBearing();
  const { day } = useGrammar();
  return (
    <aside className="person" aria-label={say.person}>
      <div>
        <h2>{say.askFor}</h2>
        <div className="name">
          <Personal>{one.name}</Personal>
        </div>
        {one.organisation === undefined ? null : (
          <div>
            <Personal>{one.organisation}</Personal>
          </div>
        )}
      </div>
      <div>
        <h2>{say.phone}</h2>
        {one.phones.map((phone) => (
          <div className="number" key={phone}>
            <Personal isMono>{readableNumber(phone)}</Personal>
          </div>
        ))}
        <p className="soft">{say.onBehalf(one.bureau, one.client)}</p>
      </div>
      <div>
        <h2>{say.history}</h2>
        {one.history.length === 0 ? <p className="soft">{say.noHistory}</p> : null}
        <ul className="history">
          {one.history.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a history neither move nor change
            <li key={index}>
              {day(line.on)}: {words[language].channels[line.channel]}, {say.attempts[line.outcome]}
              {line.appointment === undefined ? null : (
                <>, {say.appointmentAt(day(line.appointment.on), line.appointment.at)}</>
              )}
              {line.note === undefined ? null : (
                <div className="note">
                  <Personal>{line.note}</Personal>
                </div>
              )}
            </li>
          ))}
        </ul>
      </div>
      {one.introduction === undefined ? null : (
        <details>
          <summary>{say.introduction}</summary>
          <Introduction of={one} />
        </details>
      )}
    </aside>
  );
});

/** What to say first; it may hold the name of the person. */
export function Introduction({ of: { introduction } }: { readonly of: CaseInHand }) {
  const say = useWords(interviewWords);
  if (introduction === undefined) return <p>{say.noIntroduction}</p>;
  return introduction.map((paragraph) => (
    <p key={paragraph} className="aloud">
      <Personal>{paragraph}</Personal>
    </p>
  ));
}

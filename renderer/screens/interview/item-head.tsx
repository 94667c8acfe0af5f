/** What is read aloud of an item, and what is not: its section, its text, how to ask on, and what stands by for the interviewer alone. */
import type { ItemView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';

export interface ItemHeadProps {
  readonly item: ItemView;
  readonly id: string;
  readonly language: string;
  readonly isAgain: boolean;
  /** Above the statements of a grid stands what they have in common; the statement itself stands in the list. */
  readonly title?: string;
}

export function ItemHead({ item, id, language, isAgain, title }: ItemHeadProps) {
  const say = useWords(interviewWords);
  const aloud = { lang: language, dir: 'auto' } as const;
  return (
    <div className="reading">
      <div className="sections">
        <span {...aloud}>{(title === undefined ? item.sections : item.sections.slice(0, -1)).join(' › ')}</span>
        {item.note === undefined ? null : <strong className="note-sign">✎ {say.hasNote}</strong>}
        {isAgain ? <strong className="again-sign">↻ {say.readAgain}</strong> : null}
      </div>
      <h1 id={id} className={isAgain ? 'aloud again' : 'aloud'} {...aloud}>
        {title ?? item.text}
      </h1>
      {item.hint === undefined ? null : (
        <p className="hint-aloud" {...aloud}>
          {item.hint}
        </p>
      )}
      {item.instruction === undefined ? null : (
        <p className="instruction">
          <span className="tag">{say.notAloud}</span> <em {...aloud}>{item.instruction}</em>
        </p>
      )}
      {item.probe === undefined ? null : (
        <p className="probe">
          <span className="tag">↪ {say.probe}</span> <span {...aloud}>{item.probe}</span>
        </p>
      )}
      {item.readsAnswers === undefined || item.choices === undefined ? null : (
        <p className="reads">{item.readsAnswers ? say.readAnswers : say.doNotReadAnswers}</p>
      )}
    </div>
  );
}

/** The person in hand: whom to ask for, the number, what happened before, and the language. It changes only with the case, never with a key. */
import { memo } from 'react';
import type { Conduct } from '../../../shared/study/conduct.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Personal } from '../../parts/personal.tsx';
import { codeWords } from '../../wording/screens/codes.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { representedWords } from '../../wording/screens/represented.ts';
import { words } from '../../wording/wording.ts';
import { languageName } from './language-name.ts';
import { readableNumber } from './phone-number.ts';

export interface PersonPanelProps {
  readonly one: CaseInHand;
  readonly note: string;
  /** The interview's, or the one it will begin in. */
  readonly language: string | undefined;
  readonly conduct: Conduct;
  readonly held: 'phone' | 'visit';
  /** Before the interview the introduction stands beside it. */
  readonly hasIntroduction: boolean;
}

export const PersonPanel = memo(function PersonPanel(props: PersonPanelProps) {
  const { one, note, language, conduct, held, hasIntroduction } = props;
  const say = useWords(interviewWords);
  const represented = useWords(representedWords);
  const { language: ours } = useBearing();
  const { representative } = one;
  const isGuarded = representative?.kind === 'guardian';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long history is read on by keyboard
    <aside className="person" aria-label={say.person} tabIndex={0}>
      <div>
        <h2>{isGuarded ? represented.askForGuardian : say.askFor}</h2>
        <div className="name">
          <WhomToAsk of={one} />
        </div>
        {isGuarded ? (
          <p>
            {represented.decidesFor}{' '}
            <strong>
              <Personal>{one.name}</Personal>
            </strong>
            . {represented.notThemselves}
          </p>
        ) : null}
        {one.organisation === undefined ? null : (
          <div>
            <Personal>{one.organisation}</Personal>
          </div>
        )}
      </div>
      <div>
        <h2>{say.phone}</h2>
        <Numbers of={one} />
        <p>{(one.contact === 'visit' ? say.onBehalfAtDoor : say.onBehalf)(one.bureau, one.client)}</p>
      </div>
      {language === undefined ? null : (
        <div className="language-now">
          <h2>{say.languageOf}</h2>
          <div className="spread">
            <span>{languageName(language, ours)}</span>
            {one.languages.length > 1 ? <kbd>T</kbd> : null}
          </div>
        </div>
      )}
      <HowHeld conduct={conduct} held={held} />
      {representative === undefined || isGuarded ? null : (
        <div>
          <h2>{represented.kinds[representative.kind]}</h2>
          {representative.name === undefined ? null : (
            <div>
              <Personal>{representative.name}</Personal>
            </div>
          )}
          <p>{represented.decidesPart[representative.kind]}</p>
        </div>
      )}
      {one.clientNote === undefined ? null : (
        <div>
          <h2>{represented.clientNote}</h2>
          <div className="note">
            <Personal>{one.clientNote}</Personal>
          </div>
        </div>
      )}
      {note === '' ? null : (
        <div>
          <h2>{say.noteNow}</h2>
          <div className="note">
            <Personal>{note}</Personal>
          </div>
        </div>
      )}
      <History of={one} />
      {hasIntroduction && one.introduction !== undefined ? (
        <details>
          <summary>{say.introduction}</summary>
          <Introduction of={one} />
        </details>
      ) : null}
    </aside>
  );
});

/** Only what is out of the ordinary: someone else answers, someone translates, or it is a visit. */
function HowHeld({ conduct, held }: Pick<PersonPanelProps, 'conduct' | 'held'>) {
  const say = useWords(asideWords);
  const { count } = useGrammar();
  const { answeredBy, interpreter, participants } = conduct;
  const shown = [
    ...(answeredBy === 'self' ? [] : [say.answerersShort[answeredBy]]),
    ...(interpreter === undefined ? [] : [say.interpretersShort[interpreter]]),
    ...(held === 'visit' ? [say.onVisit, count(participants, say.participants)] : []),
  ];
  if (shown.length === 0) return null;
  return (
    <div>
      <h2>
        {say.conductTitle} <kbd>I</kbd>
      </h2>
      <strong>{shown.join(' · ')}</strong>
    </div>
  );
}

/** The guardian of whoever has one, by name where it is known; else the person. */
export function WhomToAsk({ of: { name, representative } }: { readonly of: CaseInHand }) {
  const represented = useWords(representedWords);
  if (representative?.kind !== 'guardian') return <Personal>{name}</Personal>;
  if (representative.name === undefined) return represented.nameUnknown;
  return <Personal>{representative.name}</Personal>;
}

export function Numbers({ of: { phones } }: { readonly of: CaseInHand }) {
  const say = useWords(interviewWords);
  if (phones.length === 0) return <p>{say.noPhone}</p>;
  return phones.map((phone) => (
    <div className="number" key={phone}>
      <Personal isMono>{readableNumber(phone)}</Personal>
    </div>
  ));
}

function History({ of: { history } }: { readonly of: CaseInHand }) {
  const say = useWords(interviewWords);
  const { outcomes } = useWords(codeWords);
  const { language } = useBearing();
  const { shortDay } = useGrammar();
  return (
    <div>
      <h2>{say.history}</h2>
      {history.length === 0 ? <p>{say.noHistory}</p> : null}
      <ol className="history">
        {history.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a history neither move nor change
          <li key={index}>
            <span className="on">{shortDay(line.on)}</span>
            <span>
              {words[language].channels[line.channel]}: {outcomes[line.outcome]}
              {line.appointment === undefined ? null : (
                <> {say.appointmentAt(shortDay(line.appointment.on), line.appointment.at)}</>
              )}
            </span>
            {line.note === undefined ? null : (
              <div className="note">
                <Personal>{line.note}</Personal>
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What to say first; it may hold the name of the person. */
export function Introduction({ of: { introduction } }: { readonly of: CaseInHand }) {
  const say = useWords(interviewWords);
  if (introduction === undefined) return <p className="aloud">{say.noIntroduction}</p>;
  return introduction.map((paragraph) => (
    <p key={paragraph} className="aloud">
      <Personal>{paragraph}</Personal>
    </p>
  ));
}

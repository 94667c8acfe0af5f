/** What takes the place of the questions for a moment in a call; Escape leads back to exactly what stood there. */
import type { Conduct } from '../../../shared/study/conduct.ts';
import type { CallOutcome } from '../../../shared/study/disposition.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { AppointmentForm } from './appointment-form.tsx';
import type { SaidAtEnd } from './call-deeds.ts';
import { OutcomeList } from './call-ends.tsx';
import { NoteForm } from './call-forms.tsx';
import { ConductPane, type Held } from './conduct-pane.tsx';
import { HelpForm } from './help-form.tsx';
import { NumberForm } from './number-form.tsx';
import { ScriptsPane } from './scripts-pane.tsx';
import { SpokenPane } from './spoken-pane.tsx';
import type { TypedAtHand } from './typed-in-call.ts';

const asidesOfCall = ['outcome', 'appointment', 'note', 'scripts', 'help', 'conduct', 'number', 'spoken'] as const;
export type AsideOfCall = (typeof asidesOfCall)[number];

export function isAsideOfCall(mode: string): mode is AsideOfCall {
  return asidesOfCall.some((aside) => aside === mode);
}

export interface CallAsideProps {
  readonly kind: AsideOfCall;
  readonly one: CaseInHand;
  readonly isBegun: boolean;
  readonly isBusy: boolean;
  readonly language: string | undefined;
  readonly typed: TypedAtHand;
  readonly conduct: Conduct;
  readonly held: Held;
  readonly onClose: (outcome: CallOutcome, said?: SaidAtEnd) => void;
  readonly onNote: (text: string) => void;
  readonly onHelp: (text: string) => void;
  readonly onConduct: (conduct: Conduct, held: Held) => void;
  readonly onNumber: (phone: string, instead: number | undefined) => void;
  readonly onTurnTo: (mode: AsideOfCall | 'break-off' | 'acquainted') => void;
  readonly onBack: () => void;
}

export function CallAside(props: CallAsideProps) {
  const { kind, one, typed, isBegun, isBusy, language, onTurnTo, onBack } = props;
  const say = useWords(callEndingWords);
  switch (kind) {
    case 'outcome':
      return (
        <OutcomeList
          one={one}
          isTalking={isBegun}
          isBusy={isBusy}
          onChosen={props.onClose}
          onTurnTo={onTurnTo}
          onBack={onBack}
        />
      );
    case 'appointment':
      return (
        <AppointmentForm
          until={one.closesOn}
          isBusy={isBusy}
          boxes={typed.boxesOf(kind)}
          onTyped={(on, at) => typed.type(kind, on, at)}
          onMade={(made) => props.onClose('appointment', { appointment: made })}
          onBack={onBack}
        />
      );
    case 'note':
      return (
        <NoteForm
          note={typed.boxesOf(kind)?.[0] ?? typed.note}
          onTyped={(text) => typed.type(kind, text)}
          title={say.note}
          hint={say.noteHint}
          action={say.keepNote}
          onNote={props.onNote}
          onBack={onBack}
        />
      );
    case 'scripts':
      return <ScriptsPane language={language} onHelp={() => onTurnTo('help')} onBack={onBack} />;
    case 'help':
      return (
        <HelpForm
          client={one.client}
          language={language}
          isBusy={isBusy}
          typed={typed.boxesOf(kind)?.[0]}
          onTyped={(text) => typed.type(kind, text)}
          onAsk={props.onHelp}
          onBack={onBack}
        />
      );
    case 'conduct':
      return (
        <ConductPane
          conduct={props.conduct}
          held={props.held}
          mayChange={one.mayBeVisited && !isBegun}
          isBusy={isBusy}
          onKept={props.onConduct}
          onBack={onBack}
        />
      );
    case 'spoken':
      return (
        <SpokenPane
          isBusy={isBusy}
          onSpoken={(spoken) => props.onClose('other-language', { language: spoken })}
          onBack={onBack}
        />
      );
    case 'number':
      return (
        <NumberForm
          phones={one.phones}
          isBusy={isBusy}
          boxes={typed.boxesOf(kind)}
          onTyped={(phone, instead) => typed.type(kind, phone, instead)}
          onGiven={props.onNumber}
          onBack={onBack}
        />
      );
  }
}

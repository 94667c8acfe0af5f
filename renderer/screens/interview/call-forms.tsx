/** What is written down during a call: an appointment, a note, the language. All of it by keyboard, Enter keeps and Escape leaves. */
import { type KeyboardEvent, useState } from 'react';
import { addDays, type Day } from '../../../shared/calendar.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextAreaField, TextField } from '../../parts/field.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { KeyedList } from './keyed-list.tsx';
import { languageName } from './language-name.ts';
import { FormStrip, Strip } from './strip.tsx';
import { dayOfAppointment, timeTyped, writtenDay } from './typed-time.ts';

interface Ways {
  readonly onBack: () => void;
}

export interface Made {
  readonly on: Day;
  readonly at: string;
}

export interface AppointmentProps extends Ways {
  readonly until: Day;
  readonly isBusy: boolean;
  readonly onMade: (made: Made) => void;
}

export function AppointmentForm({ until, isBusy, onMade, onBack }: AppointmentProps) {
  const say = useWords(callEndingWords);
  const { shortDay } = useGrammar();
  const { status } = useStudy();
  const { today } = status;
  const [typedDay, setTypedDay] = useState(() => writtenDay(today));
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const at = timeTyped(typed);
  const on = dayOfAppointment(typedDay, today);
  const isPossible = on !== undefined && on >= today && on <= until;
  const moveDay = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const moved = addDays(on ?? today, event.key === 'ArrowUp' ? 1 : -1);
    if (moved >= today && moved <= until) setTypedDay(writtenDay(moved));
  };
  return (
    <form
      className="item"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isPossible && at !== undefined && !isBusy) onMade({ on, at });
      }}
    >
      <div className="aloud-and-answers">
        <h1>{say.appointment}</h1>
        <div className="appointment">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the box inside listens; a key bubbles up to here */}
          <div onKeyDown={moveDay} onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}>
            <TextField
              label={say.appointmentOn}
              hint={on === undefined ? '…' : say.dayHint(shortDay(on))}
              value={typedDay}
              onChange={setTypedDay}
              maxLength={10}
              autoFocus
              fault={
                (isTried || on !== undefined) && !isPossible
                  ? say.dayFault(shortDay(today), shortDay(until))
                  : undefined
              }
            />
          </div>
          <TextField
            label={say.appointmentHour}
            hint={say.hourHint}
            isShort
            value={typed}
            onChange={setTyped}
            maxLength={10}
            fault={isTried && at === undefined ? say.hourFault : undefined}
          />
        </div>
      </div>
      <FormStrip isBusy={isBusy} keep={say.makeAppointment} onBack={onBack} />
    </form>
  );
}

export interface NoteProps extends Ways {
  readonly note: string;
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  /** What it is about: the text of an item. */
  readonly about?: string;
  readonly onNote: (note: string) => void;
}

const longestNote = 2000;

export function NoteForm({ note, title, hint, action, about, onNote, onBack }: NoteProps) {
  const [text, setText] = useState(note);
  const keep = () => onNote(text.trim().slice(0, longestNote));
  return (
    <form
      className="item"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        const isInBox = event.target instanceof HTMLTextAreaElement;
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !isInBox) return;
        event.preventDefault();
        keep();
      }}
    >
      <div className="aloud-and-answers">
        <h1>{title}</h1>
        {about === undefined ? null : (
          <p className="aloud" dir="auto">
            {about}
          </p>
        )}
        <TextAreaField label={title} hint={hint} value={text} onChange={setText} hasFocus />
      </div>
      <FormStrip keep={action} onBack={onBack} />
    </form>
  );
}

export interface LanguageProps extends Ways {
  readonly languages: readonly string[];
  readonly now: string;
  readonly onChosen: (language: string) => void;
}

export function LanguageList({ languages, now, onChosen, onBack }: LanguageProps) {
  const say = useWords(callEndingWords);
  const { language } = useBearing();
  const lines = languages.slice(0, 9).map((code, index) => ({
    key: String(index + 1),
    title: languageName(code, language),
    isChosen: code === now,
    onPress: () => onChosen(code),
  }));
  return (
    <section className="item" aria-labelledby="which-language">
      <div className="aloud-and-answers">
        <h1 id="which-language">{say.language}</h1>
        <KeyedList label={say.language} lines={lines} />
      </div>
      <Strip>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </Strip>
    </section>
  );
}

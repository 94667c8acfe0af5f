/** What is written down during a call: a note, the language. All of it by keyboard, Enter keeps and Escape leaves. */
import { useState } from 'react';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextAreaField } from '../../parts/field.tsx';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { KeyedList } from './keyed-list.tsx';
import { languageName } from './language-name.ts';
import { FormStrip, Strip } from './strip.tsx';

interface Ways {
  readonly onBack: () => void;
}

export interface NoteProps extends Ways {
  readonly note: string;
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  /** What it is about: the text of an item. */
  readonly about?: string;
  readonly onTyped: (text: string) => void;
  readonly onNote: (note: string) => void;
}

const longestNote = 2000;

export function NoteForm({ note, title, hint, action, about, onTyped, onNote, onBack }: NoteProps) {
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
        <TextAreaField
          label={title}
          hint={hint}
          value={text}
          onChange={(next) => {
            setText(next);
            onTyped(next);
          }}
          hasFocus
        />
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

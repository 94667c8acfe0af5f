/** Which language someone speaks whom a colleague will ring: a few letters of it, and Enter ends the call. */
import { useState } from 'react';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { languagesFound } from '../../spoken-languages.ts';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { FindList } from './find-list.tsx';
import { languageName } from './language-name.ts';
import { Strip } from './strip.tsx';

export interface SpokenProps {
  readonly isBusy: boolean;
  readonly onSpoken: (language: string) => void;
  readonly onBack: () => void;
}

export function SpokenPane({ isBusy, onSpoken, onBack }: SpokenProps) {
  const say = useWords(callEndingWords);
  const { language } = useBearing();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = languagesFound(typed);
  const chosen = found[at];
  const take = (index: number) => {
    const taken = found[index];
    if (taken !== undefined && !isBusy) onSpoken(taken);
  };
  return (
    <section className="item" aria-labelledby="which-is-spoken">
      <div className="aloud-and-answers">
        <h1 id="which-is-spoken">{say.spokenTitle}</h1>
        <FindList
          label={say.spoken}
          hint={say.spokenHint}
          typed={typed}
          onTyped={(text) => {
            setTyped(text);
            setAt(0);
          }}
          lines={found.map((code) => ({ id: code, content: languageName(code, language) }))}
          at={at}
          onAt={setAt}
          onTaken={take}
        />
      </div>
      <Strip told={chosen === undefined ? say.spokenNone : say.colleagueTakesOver} isAttention={chosen === undefined}>
        <Button kind="primary" isOff={chosen === undefined} isBusy={isBusy} onPress={() => take(at)} keyHint="Enter">
          {chosen === undefined ? say.spoken : say.closeIn(languageName(chosen, language))}
        </Button>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </Strip>
    </section>
  );
}

/** The scripts of the study, one key away: what is read aloud when a respondent asks for it. Escape leads back to exactly what stood there. */
import { useState } from 'react';
import type { SpokenScripts } from '../../../shared/views.ts';
import { useBearing, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Shown } from '../../parts/screen.tsx';
import { type Seen, useView } from '../../request.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { KeyedList } from './keyed-list.tsx';
import { languageName } from './language-name.ts';
import { scrollAloud } from './scroll-aloud.ts';
import { Strip } from './strip.tsx';

export type SpokenScript = SpokenScripts['scripts'][number];

/** Filled in, in the language of the interview or the one it will begin in. */
export function useScripts(language: string | undefined): Seen<SpokenScripts> {
  return useView('interview.scripts', language === undefined ? {} : { language });
}

export interface ScriptsProps {
  readonly language: string | undefined;
  readonly onHelp: () => void;
  readonly onBack: () => void;
}

export function ScriptsPane({ language, onHelp, onBack }: ScriptsProps) {
  const say = useWords(asideWords);
  const seen = useScripts(language);
  const [at, setAt] = useState<number>();
  const chosen = seen.kind === 'ready' && at !== undefined ? seen.view.scripts[at] : undefined;
  useKeys([
    { keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', says: say.scroll, run: scrollAloud },
    { keys: ['h'], shown: 'H', says: say.keys.help, run: onHelp },
  ]);
  return (
    <section className="item" aria-labelledby="scripts">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is read on by keyboard */}
      <div className="aloud-and-answers" tabIndex={0}>
        <h1 id="scripts">{say.scriptsTitle}</h1>
        <Shown seen={seen}>
          {({ scripts }) => (
            <div className="scripts">
              <Titles scripts={scripts} at={at} onChosen={setAt} />
              {chosen === undefined ? null : <Aloud script={chosen} language={language} />}
            </div>
          )}
        </Shown>
      </div>
      <Strip told={chosen === undefined ? say.scriptsTold : undefined}>
        <Button kind="primary" onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
        <Button onPress={onHelp} keyHint="H">
          {say.askHelp}
        </Button>
      </Strip>
    </section>
  );
}

interface TitlesProps {
  readonly scripts: readonly SpokenScript[];
  readonly at: number | undefined;
  readonly onChosen: (at: number) => void;
}

/** Nine have a digit; what a study has more of is under the letters that nothing else needs here. */
const keys = [...'123456789', ...'abcdefgijklmnopqrstuvwxyz'];

function Titles({ scripts, at, onChosen }: TitlesProps) {
  const say = useWords(asideWords);
  const { language } = useBearing();
  const lines = scripts.slice(0, keys.length).map(({ title }, index) => ({
    key: keys[index]!,
    title: title[language] ?? Object.values(title)[0] ?? '',
    isChosen: index === at,
    onPress: () => onChosen(index),
  }));
  return <KeyedList label={say.scriptsTitle} lines={lines} />;
}

/** In large type, in its own language; a text in another one says so. */
export function Aloud({ script, language }: { readonly script: SpokenScript; readonly language: string | undefined }) {
  const say = useWords(asideWords);
  const { language: ours } = useBearing();
  const spoken = script.otherLanguage ?? language;
  return (
    <div className="script-aloud" lang={spoken} dir="auto">
      {script.otherLanguage === undefined ? null : (
        <p className="instruction" lang={ours} dir="ltr">
          <span className="tag">▲</span> {say.otherLanguage(languageName(script.otherLanguage, ours))}
        </p>
      )}
      {script.paragraphs.map((paragraph) => (
        <p key={paragraph} className="aloud" dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

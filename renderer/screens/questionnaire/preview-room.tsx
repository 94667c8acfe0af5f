/** The whole questionnaire as it stands in the workbook, in one of its languages: to be read through from top to bottom. */
import { useMemo } from 'react';
import { conditionsOf, questionNumbers } from '../../../shared/interview/condition-words.ts';
import type { Item, Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Mark } from '../../parts/notice.tsx';
import { questionnairePreviewWords } from '../../wording/screens/questionnaire-preview.ts';
import { languageName } from '../interview/language-name.ts';
import type { RoomProps } from './group-questionnaire.tsx';
import { LanguageChoice, useLanguageChoice } from './language-choice.tsx';
import { PreviewItem } from './preview-item.tsx';
import { directionOf, languageToRead, textIn } from './texts.ts';

interface Stretch {
  /** Names of the sections around its items, outermost first. */
  readonly sections: readonly string[];
  readonly items: Item[];
}

export function PreviewRoom({ view: { questionnaire, notAsked } }: RoomProps) {
  const say = useWords(questionnairePreviewWords);
  const { language: ours } = useBearing();
  const { number, all } = useGrammar();
  const [language, setLanguage] = useLanguageChoice(questionnaire);
  const shown = questionnaire.items.filter(({ kind }) => kind !== 'calculate').length;
  const numbers = questionNumbers(questionnaire);
  const inWords = useMemo(
    () => conditionsOf(questionnaire, ours, languageToRead(questionnaire, ours)),
    [questionnaire, ours],
  );
  return (
    <div className="stack">
      <LanguageChoice questionnaire={questionnaire} language={language} onChange={setLanguage} />
      <p className="soft">{say.lead(number(shown), languageName(language, ours))}</p>
      {notAsked.length === 0 ? null : (
        <p>
          <Mark kind="attention">{say.leftOut(notAsked.length, all(notAsked.map(({ item }) => item)))}</Mark>
        </p>
      )}
      <div className="preview">
        {stretchesOf(questionnaire).map(({ sections, items }) => (
          <section key={items[0]!.name} className="preview-stretch">
            <Heading sections={sections} questionnaire={questionnaire} language={language} />
            <ol className="preview-items">
              {items.map((item) => (
                <li key={item.name}>
                  <PreviewItem
                    item={item}
                    nr={numbers.get(item.name)}
                    questionnaire={questionnaire}
                    language={language}
                    inWords={inWords}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}

function Heading({
  sections,
  questionnaire,
  language,
}: {
  readonly sections: readonly string[];
  readonly questionnaire: Questionnaire;
  readonly language: Language;
}) {
  const say = useWords(questionnairePreviewWords);
  const around = sections.flatMap((name) => questionnaire.sections.find((one) => one.name === name) ?? []);
  const labels = around.map(({ label, name }) => textIn(label, language, questionnaire) || name);
  if (labels.length === 0) return null;
  return (
    <h2>
      <span lang={language} dir={directionOf(language)}>
        {labels.join(' › ')}
      </span>
      {around.at(-1)?.isGrid === true ? <small className="soft"> {say.grid}</small> : null}
    </h2>
  );
}

/** Items one after the other in the same section. */
function stretchesOf({ items }: Questionnaire): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const item of items) {
    const last = stretches.at(-1);
    if (last !== undefined && last.sections.join('/') === item.sections.join('/')) last.items.push(item);
    else stretches.push({ sections: item.sections, items: [item] });
  }
  return stretches;
}

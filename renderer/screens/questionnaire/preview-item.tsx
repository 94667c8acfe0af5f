/** One item of a preview: its text large, and beside it everything that an interviewer or a researcher has to know about it. */
import type { Item, Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { Mark } from '../../parts/notice.tsx';
import { questionnairePreviewWords } from '../../wording/screens/questionnaire-preview.ts';
import { words } from '../../wording/wording.ts';
import { keyedChoices } from '../interview/choice-keys.ts';
import { languageName } from '../interview/language-name.ts';
import { directionOf, textIn, writtenText } from './texts.ts';

export interface PreviewItemProps {
  readonly item: Item;
  readonly nr: number | undefined;
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  /** A condition in the words of the window. */
  readonly inWords: (condition: NonNullable<Item['relevant']>) => string;
}

export function PreviewItem({ item, nr, questionnaire, language, inWords }: PreviewItemProps) {
  const say = useWords(questionnairePreviewWords);
  const { language: ours } = useBearing();
  const aloud = { lang: language, dir: directionOf(language) } as const;
  const shown = (text: Item['label'] | undefined) =>
    text === undefined ? '' : writtenText(text, language, questionnaire, ours);
  const isTranslated = item.kind === 'calculate' || Boolean(item.label[language]);
  const { relevant, constraint, calculation, choiceFilter, requiredWhen } = item;
  return (
    <article className="preview-item" aria-label={item.name}>
      <div className="preview-name">
        <span className="figure">{nr ?? '·'}</span>
        <span className="mono">{item.name}</span>
        <span className="soft">{say.kinds[item.kind]}</span>
        {item.required ? <span className="soft">{say.required}</span> : null}
        {item.specialCategory === undefined ? null : (
          <Mark kind="attention">{say.special(words[ours].specialCategories[item.specialCategory])}</Mark>
        )}
      </div>
      <div className="preview-text">
        {relevant === undefined ? null : <p className="condition">{say.onlyWhen(inWords(relevant))}</p>}
        {shown(item.label) === '' ? null : (
          <p className="as-asked" {...aloud}>
            {shown(item.label)}
          </p>
        )}
        {isTranslated ? null : (
          <Mark kind="attention">{say.untranslated(languageName(questionnaire.defaultLanguage, ours))}</Mark>
        )}
        <Aside tag={say.hint} text={shown(item.hint)} of={aloud} />
        <Aside tag={say.notAloud} text={shown(item.instruction)} of={aloud} isSpoken={false} />
        <Aside tag={say.probe} text={shown(item.probe)} of={aloud} />
        {item.readsAnswers === undefined ? null : (
          <p className="soft">{item.readsAnswers ? say.readsAnswers : say.readsNoAnswers}</p>
        )}
        {item.choices === undefined ? null : <Choices item={item} questionnaire={questionnaire} language={language} />}
        {choiceFilter === undefined ? null : <p className="condition">{say.offeredWhen(inWords(choiceFilter))}</p>}
        {calculation === undefined ? null : <p className="condition">{say.value(inWords(calculation))}</p>}
        {item.default === undefined ? null : <p className="condition">{say.proposed(inWords(item.default))}</p>}
        {requiredWhen === undefined ? null : <p className="condition">{say.requiredWhen(inWords(requiredWhen))}</p>}
        {constraint === undefined ? null : (
          <p className="condition">
            {say.mustBe(inWords(constraint.test))}{' '}
            {constraint.message === undefined ? null : say.says(shown(constraint.message))}
          </p>
        )}
      </div>
    </article>
  );
}

function Aside({
  tag,
  text,
  of,
  isSpoken = true,
}: {
  readonly tag: string;
  readonly text: string;
  readonly of: { readonly lang: string; readonly dir: 'rtl' | 'ltr' };
  readonly isSpoken?: boolean;
}) {
  if (text === '') return null;
  return (
    <p className="preview-aside">
      <span className="tag">{tag}</span> {isSpoken ? <span {...of}>{text}</span> : <em {...of}>{text}</em>}
    </p>
  );
}

/** Under the keys that an interviewer presses. */
function Choices({ item, questionnaire, language }: Pick<PreviewItemProps, 'item' | 'questionnaire' | 'language'>) {
  const say = useWords(questionnairePreviewWords);
  const choices = (item.choices ?? []).map(({ name, label, missing }) => ({
    name,
    label: textIn(label, language, questionnaire),
    ...(missing === undefined ? {} : { missing }),
  }));
  const positive = new Set(item.choices?.filter((choice) => choice.positive).map(({ name }) => name));
  return (
    <ul className={choices.length > 9 ? 'preview-choices long' : 'preview-choices'}>
      {keyedChoices(choices).map(({ code, choice }) => (
        <li key={choice.name} dir={directionOf(language)}>
          <span className="key">{code}</span>
          <span lang={language}>{choice.label}</span>
          {choice.missing === undefined ? null : <small className="soft">{say.missing[choice.missing]}</small>}
          {positive.has(choice.name) ? <small className="soft">{say.positive}</small> : null}
        </li>
      ))}
    </ul>
  );
}

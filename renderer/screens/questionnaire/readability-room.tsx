/** Texts that are hard to follow by ear, the hardest first. */
import { useMemo, useState } from 'react';
import { type ReadingHint, readability } from '../../../shared/interview/readability.ts';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import { languageName } from '../interview/language-name.ts';
import { hardestFirst } from './hardest-first.ts';
import { directionOf, writtenText } from './texts.ts';

/** As many as are read in one sitting; the rest on request. */
const atFirst = 15;

export function ReadabilityRoom({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { checks: say } = useWords(questionnaireTryingWords);
  const { language: ours } = useBearing();
  const { number } = useGrammar();
  const [isWhole, setWhole] = useState(false);
  const found = useMemo(() => readability(questionnaire), [questionnaire]);
  const texts = hardestFirst(found.texts);
  const all = found.languages.reduce((sum, one) => sum + one.texts, 0);
  const shown = isWhole ? texts : texts.slice(0, atFirst);
  const says = (hint: ReadingHint) => (say.hints[hint.kind] as (one: ReadingHint) => string)(hint);
  const textOf = (name: string) => questionnaire.items.find((one) => one.name === name);
  const title = say.withHints(number(texts.length), number(all));
  return (
    <Room title={say.readingTitle}>
      <p>{say.readingText}</p>
      <ul>
        {found.languages.map(({ language, score, wordsPerSentence }) => (
          <li key={language}>
            {score === undefined
              ? say.notScored(languageName(language, ours), number(wordsPerSentence))
              : say.scored(languageName(language, ours), number(score), number(wordsPerSentence))}
          </li>
        ))}
      </ul>
      {texts.length === 0 ? (
        <p className="soft">{say.noHints}</p>
      ) : (
        <TableFrame label={title}>
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say.readingColumns.item}</th>
                <th scope="col">{say.readingColumns.language}</th>
                <th scope="col">{say.readingColumns.part}</th>
                <th scope="col">{say.readingColumns.hints}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ items, language, part, hints }) => (
                <tr key={`${items[0]} ${language} ${part}`}>
                  <th scope="row">
                    <span className="mono">{items.join(', ')}</span>{' '}
                    <span lang={language} dir={directionOf(language)}>
                      {part === 'choices'
                        ? ''
                        : writtenText(textOf(items[0]!)?.[part] ?? {}, language, questionnaire, ours)}
                    </span>
                  </th>
                  <td>{languageName(language, ours)}</td>
                  <td>{say.parts[part]}</td>
                  <td>
                    <ul className="reading-hints">
                      {hints.map((hint) => (
                        <li key={JSON.stringify(hint)}>{says(hint)}</li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {shown.length === texts.length ? null : (
        <div className="row">
          <Button onPress={() => setWhole(true)}>{say.more(number(texts.length))}</Button>
        </div>
      )}
    </Room>
  );
}

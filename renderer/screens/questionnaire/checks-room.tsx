/** What is checked of a questionnaire: whether every item can be reached, how long the routes are, and how easy its texts are to follow. */
import { conditionsOf } from '../../../shared/interview/condition-words.ts';
import type { Walks } from '../../../shared/interview/walks.ts';
import type { ItemName, Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { questionnaireTryingWords } from '../../wording/screens/questionnaire-trying.ts';
import type { RoomProps } from './group-questionnaire.tsx';
import { LanguageChoice, useLanguageChoice } from './language-choice.tsx';
import { Lengths } from './lengths.tsx';
import { ReadabilityRoom } from './readability-room.tsx';
import { languageToRead, textOfItem } from './texts.ts';
import { useWalks, walksInAll } from './use-walks.ts';

export function ChecksRoom({ view }: RoomProps) {
  const { checks: say } = useWords(questionnaireTryingWords);
  const { status } = useStudy();
  const { questionnaire } = view;
  const [language, setLanguage] = useLanguageChoice(questionnaire);
  const { result, done, begin, stop } = useWalks(questionnaire, status.today, language);
  return (
    <>
      <section className="stack" aria-label={say.walksTitle}>
        <h2>{say.walksTitle}</h2>
        <p>{say.walksText}</p>
        <LanguageChoice questionnaire={questionnaire} language={language} onChange={setLanguage} />
        {done === undefined ? (
          <div className="row">
            <Button kind={result === undefined ? 'primary' : 'quiet'} onPress={begin}>
              {result === undefined ? say.begin : say.again}
            </Button>
          </div>
        ) : (
          <>
            <Progress label={say.walking} progress={{ done, total: walksInAll }} />
            <div className="row">
              <Button onPress={stop}>{say.stop}</Button>
            </div>
          </>
        )}
        {result === undefined ? null : <Found result={result} questionnaire={questionnaire} />}
      </section>
      {result === undefined ? null : (
        <Room title={say.lengthTitle}>
          <Lengths result={result} questionnaire={questionnaire} measured={view.minutes} />
        </Room>
      )}
      <ReadabilityRoom questionnaire={questionnaire} />
    </>
  );
}

function Found({ result, questionnaire }: { readonly result: Walks; readonly questionnaire: Questionnaire }) {
  const { checks: say } = useWords(questionnaireTryingWords);
  const { number, form } = useGrammar();
  const { walks, ended, notReached, withoutAnswer } = result;
  const isFine = ended === walks && notReached.length === 0;
  const title = say.notReached(form(notReached.length, say.notReachedCount).replace('{n}', number(notReached.length)));
  return (
    <>
      {isFine ? (
        <Notice kind="done">
          <p>{say.ended(number(walks))}</p>
          <p>{say.reached}</p>
        </Notice>
      ) : (
        <Notice kind={ended === walks ? 'due' : 'attention'}>
          <p>{ended === walks ? say.ended(number(walks)) : say.notEnded(number(walks - ended), number(walks))}</p>
          <p>{notReached.length === 0 ? say.reached : `${title}.`}</p>
        </Notice>
      )}
      {notReached.length === 0 ? null : (
        <>
          <p>{say.notReachedTodo}</p>
          <Items title={title} items={notReached.map((item) => ({ item }))} questionnaire={questionnaire} />
        </>
      )}
      {withoutAnswer.length === 0 ? null : (
        <>
          <p>{say.stuckTodo}</p>
          <Items title={say.stuckTitle} items={withoutAnswer} questionnaire={questionnaire} isOfAnswer />
        </>
      )}
    </>
  );
}

/** Items with the condition to look at: when they are asked, or `isOfAnswer` what they may be answered with. */
function Items({
  title,
  items,
  questionnaire,
  isOfAnswer = false,
}: {
  readonly title: string;
  readonly items: readonly { readonly item: ItemName; readonly walks?: number }[];
  readonly questionnaire: Questionnaire;
  readonly isOfAnswer?: boolean;
}) {
  const { checks: say } = useWords(questionnaireTryingWords);
  const { language: ours } = useBearing();
  const { number } = useGrammar();
  const read: Language = languageToRead(questionnaire, ours);
  const inWords = conditionsOf(questionnaire, ours, read);
  const conditionOf = (name: ItemName) => {
    const item = questionnaire.items.find((one) => one.name === name);
    const condition = isOfAnswer ? (item?.constraint?.test ?? item?.choiceFilter) : item?.relevant;
    return condition === undefined ? '' : inWords(condition);
  };
  return (
    <TableFrame label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say.columns.item}</th>
            <th scope="col">{say.columns.condition}</th>
            {isOfAnswer ? (
              <th scope="col" className="figure">
                {say.columns.walks}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, walks }) => (
            <tr key={item}>
              <th scope="row">
                <span className="mono">{item}</span> {textOfItem(item, questionnaire, ours)}
              </th>
              <td>{conditionOf(item)}</td>
              {walks === undefined ? null : <td className="figure">{number(walks)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

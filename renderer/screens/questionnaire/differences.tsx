/** What a workbook would change in the questionnaire in use, and which answers in interviews under way would not fit any more. */
import type { OutOfFormView, QuestionnaireLook } from '../../../shared/interview-views.ts';
import type { Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { questionnaireWords } from '../../wording/screens/questionnaire.ts';
import { languageName } from '../interview/language-name.ts';
import { textOfItem } from './texts.ts';

export function Differences({ look }: { readonly look: QuestionnaireLook }) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { number, all } = useGrammar();
  const { differences, questionnaire, outOfForm, underWay, isLookedInto, isVersionUsed } = look;
  if (differences === undefined)
    return (
      <Room title={say.differencesTitle}>
        <p>{say.differencesFirst}</p>
      </Room>
    );
  const named = (codes: readonly string[]) => all(codes.map((code) => languageName(code, language)));
  const { items, languagesAdded, languagesRemoved } = differences;
  return (
    <Room title={say.differencesTitle}>
      {languagesAdded.length === 0 ? null : <p>{say.languagesAdded(named(languagesAdded))}</p>}
      {languagesRemoved.length === 0 ? null : <p>{say.languagesRemoved(named(languagesRemoved))}</p>}
      {items.length === 0 ? (
        <p>{say.differencesNone}</p>
      ) : (
        <TableFrame label={say.differencesCaption}>
          <table>
            <caption>{say.differencesCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{say.changedColumns.item}</th>
                <th scope="col">{say.changedColumns.text}</th>
                <th scope="col">{say.changedColumns.changed}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ item, changed }) => (
                <tr key={item}>
                  <th scope="row" className="mono">
                    {item}
                  </th>
                  <td>{textOfItem(item, questionnaire, language)}</td>
                  <td>{changed.map((kind) => say.changes[kind]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {isVersionUsed ? <Notice kind="attention">{say.versionUsed(questionnaire.version)}</Notice> : null}
      <p>{say.underWay(underWay, number(underWay))}</p>
      {isLookedInto ? null : <p className="soft">{say.notLookedInto}</p>}
      {outOfForm.length === 0 ? null : (
        <>
          <Notice kind="attention">{say.outOfForm}</Notice>
          <OutOfForm title={say.outOfForm} items={outOfForm} questionnaire={questionnaire} />
        </>
      )}
    </Room>
  );
}

export interface OutOfFormProps {
  readonly title: string;
  readonly items: OutOfFormView['items'];
  readonly questionnaire: Questionnaire;
}

export function OutOfForm({ title, items, questionnaire }: OutOfFormProps) {
  const say = useWords(questionnaireWords);
  const { language } = useBearing();
  const { number } = useGrammar();
  return (
    <TableFrame label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.outOfFormColumns.item}</th>
            <th scope="col">{say.outOfFormColumns.why}</th>
            <th scope="col" className="figure">
              {say.outOfFormColumns.answers}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, why, answers }) => (
            <tr key={`${item} ${why}`}>
              <th scope="row">
                <span className="mono">{item}</span> {textOfItem(item, questionnaire, language)}
              </th>
              <td>{say.whys[why]}</td>
              <td className="figure">{number(answers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** The questionnaire in use for whoever answers in writing: on paper, with or without everyone's code, and for the survey platform. */
import { useState } from 'react';
import type { PaperMade, StructureMade } from '../../../shared/interview-views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { request, shell, useAsking, useProgress } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { questionnairePreviewWords } from '../../wording/screens/questionnaire-preview.ts';
import type { RoomProps } from './group-questionnaire.tsx';
import { LanguageChoice, useLanguageChoice } from './language-choice.tsx';
import { textOfItem } from './texts.ts';

export function PaperRoom({ view, look }: RoomProps) {
  const say = useWords(questionnairePreviewWords);
  const isManager = useHasRole()('manager');
  if (look !== undefined) return <Notice>{say.onlyInUse}</Notice>;
  return (
    <>
      <section className="stack" aria-label={say.paperTitle}>
        <h2>{say.paperTitle}</h2>
        <p>{say.paperText}</p>
        {isManager ? <Paper view={view} /> : <p className="soft">{say.onlyManager}</p>}
      </section>
      <Room title={say.webTitle}>
        <p>{say.webText}</p>
        <Structure view={view} />
      </Room>
    </>
  );
}

type Copies = 'blank' | 'codes';

function Paper({ view: { group, questionnaire } }: RoomProps) {
  const say = useWords(questionnairePreviewWords);
  const { number, form } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [language, setLanguage] = useLanguageChoice(questionnaire);
  const [copies, setCopies] = useState<Copies>('blank');
  const [made, setMade] = useState<PaperMade & { readonly name: string }>();
  const progress = useProgress(busy !== undefined);
  const save = async () => {
    setMade(undefined);
    const target = await shell.chooseTarget('paper', say.paperName(group, language));
    if (target === undefined) return;
    const withCodes = copies === 'codes';
    const done = await ask('study.savePaper', { group, target: target.file, language, withCodes });
    if (done !== undefined) setMade({ ...done, name: target.name });
  };
  const counted = (count: number, forms: typeof say.pages) => form(count, forms).replace('{n}', number(count));
  return (
    <>
      <LanguageChoice questionnaire={questionnaire} language={language} onChange={setLanguage} />
      <RadioField
        label={say.copies}
        value={copies}
        onChange={setCopies}
        options={[
          { value: 'blank', label: say.blank, hint: say.blankHint },
          { value: 'codes', label: say.withCodes, hint: say.withCodesHint },
        ]}
      />
      <TroubleNotice trouble={trouble} />
      {busy === undefined ? null : <Progress label={say.makingPaper} progress={progress} />}
      {made === undefined ? null : (
        <Notice kind="done">
          {say.paperMade(made.name, counted(made.pages, say.pages), counted(made.copies, say.copiesMade))}
        </Notice>
      )}
      <div className="row">
        <Button isBusy={busy !== undefined} onPress={save}>
          {say.savePaper}
        </Button>
        {busy === undefined ? null : <Button onPress={() => request('study.cancelPaper', {})}>{say.stopPaper}</Button>}
      </div>
    </>
  );
}

function Structure({ view: { group, questionnaire } }: RoomProps) {
  const say = useWords(questionnairePreviewWords);
  const { language } = useBearing();
  const { number } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [made, setMade] = useState<StructureMade & { readonly name: string }>();
  const save = async () => {
    setMade(undefined);
    const target = await shell.chooseTarget('structure', say.structureName(group));
    if (target === undefined) return;
    const done = await ask('study.saveStructure', { group, target: target.file });
    if (done !== undefined) setMade({ ...done, name: target.name });
  };
  return (
    <>
      <TroubleNotice trouble={trouble} />
      {made === undefined ? null : <Notice kind="done">{say.structureMade(made.name, number(made.items))}</Notice>}
      {made === undefined || made.adapted.length === 0 ? null : (
        <TableFrame label={say.adapted}>
          <table>
            <caption>{say.adapted}</caption>
            <thead>
              <tr>
                <th scope="col">{say.adaptedColumns.item}</th>
                <th scope="col">{say.adaptedColumns.why}</th>
              </tr>
            </thead>
            <tbody>
              {made.adapted.map(({ item, why }) => (
                <tr key={`${item} ${why}`}>
                  <th scope="row">
                    <span className="mono">{item}</span> {textOfItem(item, questionnaire, language)}
                  </th>
                  <td>{say.adaptedWhy[why]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      <div className="row">
        <Button isBusy={busy !== undefined} onPress={save}>
          {say.saveStructure}
        </Button>
      </div>
    </>
  );
}

/** The groups: how their people were asked, and the questionnaire of each. */

import { useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { StudyStatus } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Empty } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { shell, useAsking } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { newGroupWords } from '../../wording/screens/new-group.ts';
import { replaceQuestionnaireWords } from '../../wording/screens/replace-questionnaire.ts';
import { studyWords } from '../../wording/screens/study.ts';
import { languageName } from '../interview/language-name.ts';
import { NewGroup } from './new-group.tsx';
import { ReplaceQuestionnaire } from './replace-questionnaire.tsx';

export function GroupsRoom() {
  const say = useWords(studyWords);
  const ours = useWords(newGroupWords);
  const replacement = useWords(replaceQuestionnaireWords);
  const { language } = useBearing();
  const { number, all } = useGrammar();
  const { status, refresh } = useStudy();
  const isManager = useHasRole()('manager');
  const { ask, busy, trouble } = useAsking();
  const [told, setTold] = useState<string>();
  const [replacing, setReplacing] = useState<StudyStatus['groups'][number]>();
  const load = async (group: GroupCode) => {
    setTold(undefined);
    const [file] = await shell.chooseSources('questionnaire', false);
    if (file === undefined) return;
    const loaded = await ask('study.loadQuestionnaire', { group, file: file.file });
    if (loaded === undefined) return;
    setTold(
      say.questionnaireLoaded(
        loaded.title,
        number(loaded.items),
        all(loaded.languages.map((one) => languageName(one, language))),
      ),
    );
    refresh();
  };
  return (
    <div className="stack">
      <TroubleNotice trouble={trouble} />
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      {status.groups.length === 0 ? (
        <Empty title={say.noGroups}>{say.noGroupsTodo}</Empty>
      ) : (
        <TableFrame label={say.groupsCaption}>
          <table>
            <caption>{say.groupsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{say.group}</th>
                <th scope="col" className="figure">
                  {say.cases}
                </th>
                <th scope="col">{say.basis}</th>
                <th scope="col">{say.questionnaire}</th>
                <th scope="col">{say.protocol}</th>
              </tr>
            </thead>
            <tbody>
              {status.groups.map((one) => {
                const { group, cases, hasQuestionnaire, hasProtocol } = one;
                const exceptions = Object.entries(group.consentBasisByStratum).filter(
                  ([, basis]) => basis !== group.consentBasis,
                );
                return (
                  <tr key={group.code}>
                    <th scope="row">{group.title}</th>
                    <td className="figure">{number(cases)}</td>
                    <td>
                      {say.bases[group.consentBasis]}
                      {exceptions.length === 0 ? null : (
                        <div className="soft">
                          {say.exceptions(
                            exceptions.map(([stratum, basis]) => `${stratum}: ${say.bases[basis]}`).join(', '),
                          )}
                        </div>
                      )}
                      {[
                        ...(group.asked === undefined ? [] : [ours.asked(group.asked.text, group.asked.source)]),
                        ...(group.excludesMinors === true ? [] : [ours.minorsToo]),
                        ...(group.postedByClient === true ? [ours.posted] : []),
                      ].map((line) => (
                        <div className="soft" key={line}>
                          {line}
                        </div>
                      ))}
                    </td>
                    <td>
                      <div className="row">
                        {hasQuestionnaire ? say.yes : say.no}
                        <Button
                          kind={hasQuestionnaire ? 'plain' : 'quiet'}
                          isBusy={busy === 'study.loadQuestionnaire'}
                          onPress={() => (hasQuestionnaire ? setReplacing(one) : load(group.code))}
                        >
                          {hasQuestionnaire ? replacement.replace : say.loadQuestionnaire}
                          <span className="unseen">: {group.title}</span>
                        </Button>
                      </div>
                    </td>
                    <td>{hasProtocol ? say.yes : say.no}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
      {replacing === undefined ? null : (
        <ReplaceQuestionnaire
          of={replacing}
          onClose={() => setReplacing(undefined)}
          onChoose={() => {
            setReplacing(undefined);
            load(replacing.group.code);
          }}
        />
      )}
      {isManager ? <NewGroup onAdded={refresh} /> : null}
    </div>
  );
}

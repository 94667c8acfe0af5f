/** The groups: how their people were asked, and the questionnaire of each. */

import type { GroupCode } from '../../../shared/study/group.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { newGroupWords } from '../../wording/screens/new-group.ts';
import { studyWords } from '../../wording/screens/study.ts';
import { NewGroup } from './new-group.tsx';

export function GroupsRoom() {
  const say = useWords(studyWords);
  const ours = useWords(newGroupWords);
  const { number } = useGrammar();
  const { status, refresh, go, kept } = useStudy();
  const isManager = useHasRole()('manager');
  const openQuestionnaire = (code: GroupCode) => {
    kept.questionnaireOf = code;
    go('questionnaire');
  };
  return (
    <div className="stack">
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
              {status.groups.map(({ group, cases, hasQuestionnaire, hasProtocol }) => {
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
                          onPress={() => openQuestionnaire(group.code)}
                        >
                          {hasQuestionnaire ? say.seeQuestionnaire : say.loadQuestionnaire}
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
      {isManager ? <NewGroup onAdded={refresh} /> : null}
    </div>
  );
}

/** What goes to the survey platform: the codes of who may still answer, and the questionnaire itself. */
import { useState } from 'react';
import type { Group, GroupCode } from '../../../shared/study/group.ts';
import type { StructureMade } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { shell, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { returnsWords } from '../../wording/screens/returns.ts';

export function ToWebsite({ groups }: { readonly groups: readonly Pick<Group, 'code' | 'title'>[] }) {
  const say = useWords(returnsWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [done, setDone] = useState<{ readonly text: string; readonly adapted: StructureMade['adapted'] }>();
  const saveParticipants = async (group: GroupCode) => {
    const target = await shell.chooseTarget('participants', say.participantsName(group, status.today));
    if (target === undefined) return;
    setDone(undefined);
    const view = await ask('contact.saveParticipants', { group, target: target.file });
    if (view !== undefined)
      setDone({ text: say.participantsSaved(number(view.participants), target.name), adapted: [] });
  };
  const saveStructure = async (group: GroupCode) => {
    const target = await shell.chooseTarget('structure', say.structureName(group));
    if (target === undefined) return;
    setDone(undefined);
    const view = await ask('study.saveStructure', { group, target: target.file });
    if (view !== undefined)
      setDone({ text: say.structureSaved(number(view.items), target.name), adapted: view.adapted });
  };
  return (
    <details>
      <summary>{say.toWebsite}</summary>
      <div className="stack">
        <p>{say.toWebsiteText}</p>
        {groups.map(({ code, title }) => (
          <div className="row" key={code}>
            <Button isOff={busy !== undefined} onPress={() => saveStructure(code)}>
              {say.saveStructure(title)}
            </Button>
            <Button isOff={busy !== undefined} onPress={() => saveParticipants(code)}>
              {say.saveParticipants(title)}
            </Button>
          </div>
        ))}
        <TroubleNotice trouble={trouble} />
        {done === undefined ? null : (
          <Notice kind="done" title={done.text}>
            {done.adapted.length === 0 ? null : (
              <>
                <p>{say.adaptedTitle}</p>
                <ul>
                  {done.adapted.map(({ item, why }) => (
                    <li key={`${item} ${why}`}>{say.adaptedLine(item, say.adapted[why])}</li>
                  ))}
                </ul>
              </>
            )}
          </Notice>
        )}
      </div>
    </details>
  );
}

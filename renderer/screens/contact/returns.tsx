/** Answers from the web, taken in per group; what was read is always written out as a sum. */
import { useState } from 'react';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { ReturnsView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { shell, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';

export function Returns({ onRead }: { readonly onRead: () => void }) {
  const say = useWords(contactWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [report, setReport] = useState<{ readonly of: string; readonly view: ReturnsView }>();
  const groups = status.groups.filter(({ cases, hasQuestionnaire }) => cases > 0 && hasQuestionnaire);
  const read = async (group: GroupCode, title: string) => {
    setReport(undefined);
    const [file] = await shell.chooseSources('returns', false);
    if (file === undefined) return;
    const done = await ask('interview.readReturns', { group, file: file.file });
    if (done === undefined) return;
    setReport({ of: say.returnsOf(title, file.name), view: done });
    onRead();
  };
  if (groups.length === 0) return null;
  return (
    <Room title={say.returns}>
      <p>{say.returnsText}</p>
      <div className="row">
        {groups.map(({ group }) => (
          <Button key={group.code} isOff={busy !== undefined} onPress={() => read(group.code, group.title)}>
            {say.readReturns(group.title)}
          </Button>
        ))}
      </div>
      <TroubleNotice trouble={trouble} />
      {report === undefined ? null : <Report title={report.of} view={report.view} />}
    </Room>
  );
}

/** Of a long list the first are enough to look them up. */
const mostRows = 200;

function Report({ title, view }: { readonly title: string; readonly view: ReturnsView }) {
  const say = useWords(contactWords);
  const { number } = useGrammar();
  const reasonOf = (reason: string) => say.returnReasons[reason] ?? reason;
  const refused = Object.entries(view.refused).filter(([, count]) => count > 0);
  const sum = [
    say.returnsRead(number(view.read), number(view.accepted)),
    ...refused.map(([reason, count]) => `${number(count)} ${reasonOf(reason)}`),
  ];
  return (
    <Notice kind="done" title={title}>
      <p>{sum.join(' + ')}</p>
      {view.offRoute === 0 ? null : <p>{say.offRoute(number(view.offRoute))}</p>}
      {view.refusedRows.length === 0 ? null : (
        <details>
          <summary>{say.refusedRows(number(view.refusedRows.length))}</summary>
          {refused.map(([reason]) => {
            const rows = view.refusedRows.filter((row) => row.reason === reason).map(({ row }) => row);
            const rest = rows.length - mostRows;
            return (
              <p key={reason}>
                {say.reasonRows(reasonOf(reason), rows.slice(0, mostRows).join(', '))}
                {rest > 0 ? say.moreRows(number(rest)) : null}
              </p>
            );
          })}
        </details>
      )}
    </Notice>
  );
}

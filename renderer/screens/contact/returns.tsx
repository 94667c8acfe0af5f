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
  const { number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [report, setReport] = useState<ReturnsView>();
  const groups = status.groups.filter(({ cases, hasQuestionnaire }) => cases > 0 && hasQuestionnaire);
  const read = async (group: GroupCode) => {
    setReport(undefined);
    const [file] = await shell.chooseSources('returns', false);
    if (file === undefined) return;
    const done = await ask('interview.readReturns', { group, file: file.file });
    if (done === undefined) return;
    setReport(done);
    onRead();
  };
  if (groups.length === 0) return null;
  const reasonOf = (reason: string) => say.returnReasons[reason] ?? reason;
  return (
    <Room title={say.returns}>
      <p>{say.returnsText}</p>
      <div className="row">
        {groups.map(({ group }) => (
          <Button key={group.code} isOff={busy !== undefined} onPress={() => read(group.code)}>
            {say.readReturns(group.title)}
          </Button>
        ))}
      </div>
      <TroubleNotice trouble={trouble} />
      {report === undefined ? null : (
        <Notice kind="done">
          <p>
            {[
              say.returnsRead(number(report.read), number(report.accepted)),
              ...Object.entries(report.refused).map(([reason, count]) => `${number(count)} ${reasonOf(reason)}`),
            ].join(' + ')}
          </p>
          {Object.keys(report.refused).map((reason) => {
            const rows = report.refusedRows.filter((row) => row.reason === reason).map(({ row }) => row);
            return <p key={reason}>{say.reasonRows(reasonOf(reason), rows.slice(0, 40).join(', '))}</p>;
          })}
        </Notice>
      )}
    </Room>
  );
}

/** Hands the refused rows back to the client: row numbers and reasons in a file, and nothing of anybody. */
import { useState } from 'react';
import type { Asked, TargetFile } from '../../../shared/contract.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { shell, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { intakeOutcomeWords } from '../../wording/screens/intake-outcome.ts';

export function SaveRefused({
  group,
  of,
  isOff = false,
  isUnreadOnly = false,
}: {
  readonly group: GroupCode;
  /** What is looked at, or a delivery that was taken in. */
  readonly of: Asked<'intake.preview'> | { readonly delivery: string };
  readonly isOff?: boolean;
  /** No row is refused: the file tells which cells could not be read. */
  readonly isUnreadOnly?: boolean;
}) {
  const say = useWords(intakeOutcomeWords);
  const { ask, busy, trouble } = useAsking();
  const { count } = useGrammar();
  const { status } = useStudy();
  const [told, setTold] = useState<{ readonly rows: number; readonly name: string }>();
  const save = async () => {
    setTold(undefined);
    const target = await shell.chooseTarget('refused-rows', say.refusedName(group, status.today));
    if (target === undefined) return;
    const asked = (file: TargetFile) =>
      'delivery' in of
        ? ask('intake.saveRefusedOf', { ...of, target: file })
        : ask('intake.saveRefused', { ...of, target: file });
    const saved = await asked(target.file);
    if (saved !== undefined) setTold({ rows: saved.rows, name: target.name });
  };
  return (
    <div className="stack">
      <div className="row">
        <Button isOff={isOff} isBusy={busy !== undefined} onPress={save}>
          {isUnreadOnly ? say.saveUnread : say.saveRefused}
        </Button>
        <span className="soft">{say.saveRefusedText}</span>
      </div>
      {told === undefined ? null : (
        <Notice kind="done">{say.refusedSaved(count(told.rows, say.refusedCount), told.name)}</Notice>
      )}
      <TroubleNotice trouble={trouble} />
    </div>
  );
}

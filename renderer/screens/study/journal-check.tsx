/** What was checked of the journal and what was found, to be checked anew; and the journal as a file for whoever checks it elsewhere. */
import { useState } from 'react';
import { isSameJournal } from '../../../shared/study/journal.ts';
import type { JournalChecked, JournalFound } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { shell, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { journalCheckWords } from '../../wording/screens/journal-check.ts';

export interface JournalCheckProps {
  readonly found: JournalFound;
  /** An entry was added. */
  readonly onAdded: () => void;
}

export function JournalCheck({ found, onAdded }: JournalCheckProps) {
  const say = useWords(journalCheckWords);
  const { day, number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [checked, setChecked] = useState<JournalChecked>();
  const [saved, setSaved] = useState<string>();
  const check = async () => {
    setChecked(await ask('study.checkJournal', {}));
    onAdded();
  };
  const save = async () => {
    setSaved(undefined);
    const target = await shell.chooseTarget('journal', say.fileName(status.today));
    if (target === undefined) return;
    const made = await ask('study.exportJournal', { target: target.file });
    if (made !== undefined) setSaved(say.saved(target.name, number(made.entries)));
    onAdded();
  };
  return (
    <Room title={say.title}>
      <Findings found={found} />
      <div className="row">
        <Button kind="primary" isBusy={busy === 'study.checkJournal'} onPress={check}>
          {say.check}
        </Button>
        <span role="status">{checked === undefined ? '' : say.checked(day(checked.on), number(checked.total))}</span>
      </div>
      {say.exportHelp.map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
      <div className="row">
        <Button isBusy={busy === 'study.exportJournal'} onPress={save}>
          {say.saveFile}
        </Button>
      </div>
      {saved === undefined ? null : <Notice kind="done">{saved}</Notice>}
      <TroubleNotice trouble={trouble} />
      <p>
        {say.signedBy}: <code>{found.signedBy}</code>
        <br />
        <span className="soft">{say.signedByHelp}</span>
      </p>
    </Room>
  );
}

function Findings({ found: { isWhole, brokenAt, state, head, total } }: { readonly found: JournalFound }) {
  const say = useWords(journalCheckWords);
  const { number } = useGrammar();
  const isSame = isSameJournal(state);
  return (
    <>
      <Notice kind={isWhole ? 'done' : 'attention'}>
        {isWhole ? say.whole : `${say.broken(number(brokenAt ?? 1))} ${say.warn}`}
      </Notice>
      <Notice kind={isSame ? 'done' : state === 'unknown' ? 'due' : 'attention'}>
        {say.states[state](number(head?.seq ?? total))}
        {isSame ? '' : ` ${state === 'unknown' ? say.warnUnknown : say.warn}`}
      </Notice>
    </>
  );
}

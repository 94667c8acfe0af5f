/** The client's documented instructions, AVG art. 28(3)(a): they only grow. */

import { useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Empty, Room, Shown } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useAsking, useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { studyWords } from '../../wording/screens/study.ts';

export function InstructionsRoom() {
  const say = useWords(studyWords);
  const { day } = useGrammar();
  const { status, refresh } = useStudy();
  const hasRole = useHasRole();
  const seen = useView('study.instructions', {});
  const { ask, busy, trouble } = useAsking();
  const [text, setText] = useState('');
  const [by, setBy] = useState(status.client ?? '');
  const [on, setOn] = useState<Day | ''>(status.today);
  const [told, setTold] = useState<string>();
  const isWhole = text.trim() !== '' && by.trim() !== '' && on !== '';
  const add = async () => {
    if (on === '') return;
    const added = await ask('study.recordInstruction', { on, by: by.trim(), text: text.trim() });
    if (added === undefined) return;
    setTold(say.instructionAdded(added.nr));
    setText('');
    seen.refresh();
    refresh();
  };
  return (
    <div className="stack">
      <Shown seen={seen}>
        {({ instructions }) =>
          instructions.length === 0 ? (
            <Empty title={say.noInstructions}>{say.noInstructionsTodo}</Empty>
          ) : (
            <TableFrame label={say.instructionsCaption}>
              <table>
                <caption>{say.instructionsCaption}</caption>
                <thead>
                  <tr>
                    <th scope="col" className="figure">
                      {say.nr}
                    </th>
                    <th scope="col">{say.on}</th>
                    <th scope="col">{say.by}</th>
                    <th scope="col">{say.text}</th>
                  </tr>
                </thead>
                <tbody>
                  {instructions.map((instruction) => (
                    <tr key={instruction.nr}>
                      <td className="figure">{instruction.nr}</td>
                      <td>{day(instruction.on)}</td>
                      <td>{instruction.by}</td>
                      <td>{instruction.text}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          )
        }
      </Shown>
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      {hasRole('manager') || hasRole('officer') ? (
        <Room title={say.addInstruction}>
          <p className="soft">{say.appendOnly}</p>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (isWhole) add();
            }}
          >
            <TextField label={say.instructionText} value={text} onChange={setText} />
            <div className="fields">
              <TextField label={say.instructionBy} value={by} onChange={setBy} />
              <DayField label={say.instructionOn} value={on} until={status.today} onChange={setOn} />
            </div>
            <TroubleNotice trouble={trouble} />
            <div className="row">
              <Button submits isOff={!isWhole} isBusy={busy !== undefined}>
                {say.addInstruction}
              </Button>
            </div>
          </form>
        </Room>
      ) : null}
    </div>
  );
}

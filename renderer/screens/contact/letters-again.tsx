/** Letters made again: those of a batch that was posted, or one by its code; and the list of a batch for a print house. */
import { useState } from 'react';
import type { BatchesView, BatchMade } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { TextField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { shell, useAsking, useProgress } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { lettersWords } from '../../wording/screens/letters.ts';

type Batch = BatchesView['batches'][number];

export function LettersAgain({ batch, title, onChanged }: BatchDeedProps) {
  const say = useWords(lettersWords);
  const [isAsking, setAsking] = useState(false);
  const [newCode, setNewCode] = useState(false);
  const again = useReprint(onChanged);
  return (
    <>
      <Button isBusy={again.isBusy} onPress={() => setAsking(true)}>
        {say.reprint}
        <span className="unseen">: {title}</span>
      </Button>
      {again.outcome}
      {isAsking ? (
        <Confirm
          title={say.reprintTitle}
          action={say.makeAgain}
          isBusy={again.isBusy}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            setAsking(false);
            await again.make({ batch: batch.batch, newCode }, batch.group);
          }}
        >
          <p>{say.reprintText}</p>
          <Tick label={say.newCode} isOn={newCode} onChange={setNewCode} />
        </Confirm>
      ) : null}
    </>
  );
}

export interface BatchDeedProps {
  readonly batch: Batch;
  readonly title: string;
  readonly onChanged: () => void;
}

export function OneLetterAgain({ onChanged }: { readonly onChanged: () => void }) {
  const say = useWords(lettersWords);
  const contactSay = useWords(contactWords);
  const [code, setCode] = useState('');
  const [newCode, setNewCode] = useState(false);
  const again = useReprint(() => {
    setCode('');
    onChanged();
  });
  return (
    <details>
      <summary>{say.reprintOne}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') again.make({ code: code.trim(), newCode });
        }}
      >
        <p>{say.reprintOneText}</p>
        <TextField label={contactSay.code} isShort value={code} onChange={setCode} />
        <Tick label={say.newCode} isOn={newCode} onChange={setNewCode} />
        <div className="row">
          <Button submits isBusy={again.isBusy} isOff={code.trim() === ''}>
            {say.makeOneAgain}
          </Button>
        </div>
        {again.outcome}
      </form>
    </details>
  );
}

type Again = { readonly newCode: boolean; readonly batch?: string; readonly code?: string };

function useReprint(onChanged: () => void) {
  const say = useWords(lettersWords);
  const contactSay = useWords(contactWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [made, setMade] = useState<BatchMade & { readonly name: string }>();
  const isBusy = busy === 'contact.reprint';
  const progress = useProgress(isBusy);
  const make = async (what: Again, group = '') => {
    setMade(undefined);
    const target = await shell.chooseTarget('letters', say.reprintName(group, status.today).replace('--', '-'));
    if (target === undefined) return;
    const view = await ask('contact.reprint', { ...what, target: target.file });
    if (view === undefined) return;
    setMade({ ...view, name: target.name });
    onChanged();
  };
  const outcome = (
    <>
      {isBusy ? <Progress label={contactSay.makingLetters} progress={progress} /> : null}
      {isBusy ? <StopLetters /> : null}
      <TroubleNotice trouble={trouble} />
      {made === undefined ? null : (
        <Notice kind="done" title={say.madeAgain(contactSay.letters(made.letters, number(made.letters)), made.name)}>
          {made.newCodes === undefined ? null : (
            <p>{say.tellWebsite(contactSay.letters(made.newCodes, number(made.newCodes)))}</p>
          )}
          {made.waiting === 0 ? null : <p>{contactSay.waiting(number(made.waiting))}.</p>}
        </Notice>
      )}
    </>
  );
  return { isBusy, make, outcome };
}

/** Stops the letters that are being made at this seat; nothing is kept of them. */
export function StopLetters() {
  const say = useWords(lettersWords);
  const { ask } = useAsking();
  return <Button onPress={() => ask('contact.cancelLetters', {})}>{say.stopLetters}</Button>;
}

export function SavePrintList({ batch, title }: BatchDeedProps) {
  const say = useWords(lettersWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [saved, setSaved] = useState<string>();
  const save = async () => {
    const target = await shell.chooseTarget('letter-list', say.printListName(batch.group, status.today));
    if (target === undefined) return;
    setSaved(undefined);
    const view = await ask('contact.savePrintList', { batch: batch.batch, target: target.file });
    if (view !== undefined) setSaved(say.printListSaved(number(view.rows), target.name));
  };
  return (
    <>
      <Button isBusy={busy !== undefined} onPress={save}>
        {say.printList}
        <span className="unseen">: {title}</span>
      </Button>
      <TroubleNotice trouble={trouble} />
      {saved === undefined ? null : <Notice kind="done">{saved}</Notice>}
    </>
  );
}

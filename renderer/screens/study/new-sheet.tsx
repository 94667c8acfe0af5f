/** A sheet that was printed: it counts when some of its words were typed over from the paper. */
import { useState } from 'react';
import type { SheetPrinted } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { safeguardWords } from '../../wording/screens/safeguards.ts';

export function NewSheet({
  printed: { sheet, asked, name },
  onEnd,
}: {
  readonly printed: SheetPrinted & { readonly name: string };
  /** With what is to be told. */
  readonly onEnd: (text: string) => void;
}) {
  const say = useWords(safeguardWords);
  const { number } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [words, setWords] = useState<readonly string[]>(asked.map(() => ''));
  const isFilled = words.every((word) => word.trim() !== '');
  return (
    <Room title={say.confirmTitle(sheet)}>
      <p>{say.confirmText(name)}</p>
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          const confirmed = await ask('study.confirmRecoverySheet', { words: words.map((word) => word.trim()) });
          if (confirmed === undefined) return;
          onEnd(confirmed.isFileLeft ? say.fileLeft(sheet) : say.confirmed(sheet));
        }}
      >
        <div className="fields">
          {asked.map((nr, index) => (
            <TextField
              key={nr}
              label={say.word(number(nr))}
              isShort
              autoFocus={index === 0}
              value={words[index] ?? ''}
              onChange={(word) => setWords(words.with(index, word))}
            />
          ))}
        </div>
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button submits kind="primary" isBusy={busy !== undefined} isOff={!isFilled}>
            {say.confirm}
          </Button>
          <Button onPress={() => onEnd(say.givenUp)}>{say.giveUp}</Button>
        </div>
      </form>
    </Room>
  );
}

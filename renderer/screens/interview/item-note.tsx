/** A remark to the item: what is typed stands with the interview as it goes; Escape puts back what stood there. */
import { useRef } from 'react';
import type { ItemView } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { NoteForm } from './call-forms.tsx';
import type { InterviewAtHand } from './interview-at-hand.ts';
import { useKeptTyping } from './kept-typing.ts';
import type { Talking } from './talk.ts';

export interface ItemNoteProps {
  readonly item: ItemView;
  readonly at: InterviewAtHand;
  readonly talking: Talking;
  readonly onBack: () => void;
}

export function ItemNote({ item, at, talking, onBack }: ItemNoteProps) {
  const say = useWords(asideWords);
  const before = item.note ?? '';
  const stands = useRef(before);
  const typing = useKeptTyping(async (text: string) => {
    const trimmed = text.trim().slice(0, 2000);
    // Past what the screen asks: whoever types goes on typing.
    if (trimmed !== stands.current && (await talking.talk.note(item.item, trimmed)).kind === 'ok')
      stands.current = trimmed;
  });
  const keep = async (text: string) => {
    await typing.settled();
    const kept = await talking.note(item.item, text);
    if (kept === undefined) return;
    at.keep(kept);
    onBack();
  };
  const leave = async () => {
    await typing.settled();
    if (stands.current === before) onBack();
    else await keep(before);
  };
  useKeys([{ keys: ['Escape'], says: '', everywhere: true, run: leave }]);
  return (
    <NoteForm
      note={before}
      title={say.itemNote}
      hint={say.itemNoteHint}
      action={say.keepItemNote}
      about={item.text}
      onTyped={typing.typed}
      onNote={keep}
      onBack={leave}
    />
  );
}

/** What is typed in a call beside the answers: kept as it goes, so that a lock, a crash or a new window takes nothing away. */
import { useRef, useState } from 'react';
import type { TypedForm, TypedInCall } from '../../../shared/study/typed-in-call.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { request } from '../../request.ts';
import { useKeptTyping } from './kept-typing.ts';

export interface TypedAtHand {
  /** The remark that goes with the ending; empty: none. */
  readonly note: string;
  readonly keepNote: (note: string) => void;
  /** What stood in the boxes of this form when it was last seen open; undefined when another one is. */
  readonly boxesOf: (form: TypedForm) => readonly string[] | undefined;
  readonly type: (form: TypedForm, ...boxes: readonly string[]) => void;
  /** No form is open: what was typed in it was kept elsewhere, or is not wanted. */
  readonly closeForm: () => void;
  /** Until nothing of it is on its way: a call is ended by one request at a time. */
  readonly settled: () => Promise<void>;
}

const longest = 2000;

export function useTypedInCall({ caseId, typed = {} }: Pick<CaseInHand, 'caseId' | 'typed'>): TypedAtHand {
  const [note, setNote] = useState(typed.note ?? '');
  const now = useRef<TypedInCall>(typed);
  const kept = useRef(textOf(typed));
  const typing = useKeptTyping(async (next: TypedInCall) => {
    if (textOf(next) === kept.current) return;
    // Refused when somebody else ended the case: then there is nothing to keep it for.
    const outcome = await request('contact.keepTyped', { caseId, ...inOf(next) });
    if (outcome.kind === 'ok') kept.current = textOf(next);
  });
  const put = (next: TypedInCall) => {
    now.current = next;
    typing.typed(next);
  };
  return {
    note,
    keepNote(text) {
      setNote(text);
      put({ note: text });
      typing.keepNow();
    },
    boxesOf: (form) => (now.current.open?.form === form ? now.current.open.boxes : undefined),
    type: (form, ...boxes) =>
      put({ ...now.current, open: { form, boxes: boxes.map((text) => text.slice(0, longest)) } }),
    closeForm() {
      if (now.current.open === undefined) return;
      put({ note: now.current.note });
      typing.keepNow();
    },
    settled: typing.settled,
  };
}

const textOf = ({ note = '', open }: TypedInCall): string => JSON.stringify([note, open]);
/** An array of the contract can be added to. */
const inOf = ({ note = '', open }: TypedInCall) => ({
  ...(note === '' ? {} : { note }),
  ...(open === undefined ? {} : { open: { form: open.form, boxes: [...open.boxes] } }),
});

/** What waits in a room of contact: said at its name, so that nothing which needs a decision is out of sight while another room is open. */
import type { StuckView } from '../../../shared/contact-views.ts';
import type {
  BatchesView,
  CallbacksView,
  CaseRequestsView,
  DueView,
  FailuresView,
  ReturnsState,
  UnclearView,
} from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import type { Seen } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { useShift } from '../../use-shift.ts';
import { type ContactRoom, contactRoomWords } from '../../wording/screens/contact-rooms.ts';

export interface WhatWaits {
  readonly due: Seen<DueView>;
  readonly callbacks: Seen<CallbacksView>;
  readonly batches: Seen<BatchesView>;
  readonly unclear: Seen<UnclearView>;
  readonly failures: Seen<FailuresView>;
  readonly returns: Seen<ReturnsState>;
  readonly stuck: Seen<StuckView>;
  readonly requests: Seen<CaseRequestsView>;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const viewOf = <V,>(seen: Seen<V>) => (seen.kind === 'ready' ? seen.view : undefined);

export function RoomNotes({ room, waits }: { readonly room: ContactRoom; readonly waits: WhatWaits }) {
  const notes = {
    today: TodayNote,
    received: ReceivedNote,
    unreached: UnreachedNote,
    calls: CallsNote,
    stops: StopsNote,
  };
  const Note = notes[room];
  return <Note waits={waits} />;
}

interface NoteProps {
  readonly waits: WhatWaits;
}

/** `isDecision`: a person has to decide. */
function Said({ text, isDecision = false }: { readonly text: string | undefined; readonly isDecision?: boolean }) {
  return text === undefined ? null : <small className={isDecision ? 'decision' : undefined}>{text}</small>;
}

function TodayNote({ waits }: NoteProps) {
  const say = useWords(contactRoomWords);
  const due = viewOf(waits.due);
  if (due === undefined) return null;
  const others = sum([
    viewOf(waits.callbacks)?.waiting.length ?? 0,
    viewOf(waits.unclear)?.attempts.length ?? 0,
    viewOf(waits.batches)?.batches.filter(({ postedOn }) => postedOn === undefined).length ?? 0,
  ]);
  const toDo = due.steps.length + others;
  return <Said text={say.toDo(toDo)} isDecision={toDo > 0} />;
}

function ReceivedNote({ waits }: NoteProps) {
  const say = useWords(contactRoomWords);
  const { number } = useGrammar();
  const view = viewOf(waits.returns);
  if (view === undefined) return null;
  if (view.seconds.length > 0) return <Said text={say.toDecide(view.seconds.length)} isDecision />;
  const waiting = sum(view.groups.map((group) => group.waiting ?? 0));
  return <Said text={waiting === 0 ? undefined : say.waiting(waiting, number(waiting))} isDecision />;
}

function UnreachedNote({ waits }: NoteProps) {
  const say = useWords(contactRoomWords);
  const { number } = useGrammar();
  const stuck = sum(viewOf(waits.stuck)?.counts.map(({ cases }) => cases) ?? []);
  const failed = viewOf(waits.failures)?.total ?? 0;
  if (stuck > 0) return <Said text={say.stuck(stuck, number(stuck))} />;
  return <Said text={failed === 0 ? undefined : say.failed(number(failed))} />;
}

function CallsNote({ waits }: NoteProps) {
  const say = useWords(contactRoomWords);
  const { number } = useGrammar();
  const shift = viewOf(useShift());
  if (shift?.until !== undefined) return <Said text={say.shiftUntil(shift.until)} />;
  const calls = sum((viewOf(waits.due)?.steps ?? []).map(({ channel, cases }) => (channel === 'phone' ? cases : 0)));
  return <Said text={calls === 0 ? undefined : say.toRing(number(calls))} />;
}

function StopsNote({ waits }: NoteProps) {
  const say = useWords(contactRoomWords);
  const { status } = useStudy();
  const open = viewOf(waits.requests)?.requests.filter(({ state }) => state === 'open').length ?? 0;
  if (open > 0) return <Said text={say.requests(open)} isDecision />;
  const isHalted = status.isHalted === true || status.groups.some((group) => group.isHalted === true);
  return <Said text={isHalted ? say.halted : undefined} isDecision />;
}

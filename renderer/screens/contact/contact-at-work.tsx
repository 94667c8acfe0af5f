/** Contact while the fieldwork goes on: what is due today per channel, and beside it the rooms of what came in, went wrong or may come. */
import { useEffect, useRef, useState } from 'react';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { BatchesView, DueView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Screen, Shown } from '../../parts/screen.tsx';
import { type Seen, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { contactWords } from '../../wording/screens/contact.ts';
import { type ContactRoom, contactRooms, contactRoomWords } from '../../wording/screens/contact-rooms.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { RequestsRoom } from '../requests/requests-room.tsx';
import { AppointmentsRoom, VisitsRoom } from './appointments-room.tsx';
import { Batches } from './batches.tsx';
import { ByPost } from './by-post.tsx';
import { Callbacks } from './callbacks.tsx';
import { DueToday } from './due-today.tsx';
import { Failures } from './failures.tsx';
import { HaltBanner, HaltRoom } from './halt-room.tsx';
import { Replies } from './replies.tsx';
import { Returns } from './returns.tsx';
import { RoomNotes, type WhatWaits } from './room-notes.tsx';
import { ShiftRoom } from './shift-room.tsx';
import { Someone } from './someone.tsx';
import { Stuck } from './stuck.tsx';
import { Unclear } from './unclear.tsx';

export function ContactAtWork() {
  const say = useWords(contactWords);
  const rooms = useWords(contactRoomWords);
  const { screens } = useWords(windowWords);
  const { number, all } = useGrammar();
  const { status, refresh, goingOut, kept } = useStudy();
  const { going } = goingOut;
  const deeds = goingOut.deeds.filter(({ on }) => on === status.today);
  const due = useView('schedule.due', {});
  const callbacks = useView('contact.callbacks', {});
  const batches = useView('contact.batches', {});
  const unclear = useView('contact.unclear', {});
  const failures = useView('contact.failures', {});
  const returns = useView('interview.returns', {});
  const stuck = useView('schedule.stuck', {});
  const requests = useView('contact.caseRequests', {});
  const everything = () => {
    for (const seen of [due, callbacks, batches, unclear, failures, returns, stuck, requests]) seen.refresh();
    refresh();
  };
  // What went out is gone from what is due, also when it began before this screen was opened again.
  const isGoing = going !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when something has gone out
  useEffect(() => {
    if (!isGoing && deeds.length > 0) everything();
  }, [isGoing, deeds.length]);
  const [room, setRoom] = useState<ContactRoom>(kept.contactRoom ?? 'today');
  const open = (name: ContactRoom) => {
    kept.contactRoom = name;
    setRoom(name);
  };
  const [passedTo, setPassedTo] = useState<string>();
  const nav = useRef<HTMLElement>(null);
  const openReceived = () => {
    open('received');
    nav.current?.querySelectorAll('button')[contactRooms.indexOf('received')]?.focus();
  };
  const waits: WhatWaits = { due, callbacks, batches, unclear, failures, returns, stuck, requests };
  // Someone who asked for help comes before everything else.
  const needsHelp = passedTo !== undefined || (callbacks.kind === 'ready' && callbacks.view.waiting.length > 0);
  const help = <Callbacks seen={callbacks} passedTo={passedTo} onPassed={setPassedTo} />;
  const lead =
    due.kind !== 'ready'
      ? undefined
      : due.view.steps.length === 0
        ? say.leadNone
        : say.lead(all(countedBy(due.view.steps, say, number)));
  return (
    <Screen title={screens.contact} lead={lead} help={rooms.help[room]}>
      <HaltBanner lettersUnposted={haltedLetters(batches)} onChanged={everything} />
      <nav className="rooms" aria-label={rooms.label} ref={nav}>
        {contactRooms.map((name) => (
          <button key={name} type="button" aria-current={name === room ? 'true' : undefined} onClick={() => open(name)}>
            {rooms.rooms[name]} <RoomNotes room={name} waits={waits} />
          </button>
        ))}
      </nav>
      {/* What was begun in a room stays while another one is open. Names are only there where they are seen. */}
      <div className="of-room" hidden={room !== 'today'}>
        {room === 'today' && needsHelp ? help : null}
        <DueToday due={due} deeds={deeds} returns={returns} onReturns={openReceived} />
        {room === 'today' ? (
          <Shown seen={unclear}>{(view) => <Unclear attempts={view.attempts} onSettled={everything} />}</Shown>
        ) : null}
        <Shown seen={batches}>{(view) => <Batches batches={view.batches} onChanged={everything} />}</Shown>
        {room === 'today' && !needsHelp ? help : null}
      </div>
      <div className="of-room" hidden={room !== 'received'}>
        <Returns state={returns} onRead={everything} />
        <Replies onRead={everything} />
        <ByPost onRecorded={everything} />
      </div>
      {room === 'unreached' ? (
        <div className="of-room">
          <Stuck seen={stuck} />
          <Shown seen={failures}>{(view) => <Failures view={view} />}</Shown>
        </div>
      ) : null}
      {room === 'calls' ? (
        <div className="of-room">
          <ShiftRoom />
          <VisitsRoom onRecorded={everything} />
          <AppointmentsRoom />
        </div>
      ) : null}
      {room === 'stops' ? (
        <div className="of-room">
          <Someone onStopped={everything} />
          <HaltRoom onChanged={everything} />
          <RequestsRoom seen={requests} onChanged={everything} />
        </div>
      ) : null}
    </Screen>
  );
}

/** What is due in words, per channel. */
function countedBy(
  steps: DueView['steps'],
  say: (typeof contactWords)['nl'],
  number: (count: number) => string,
): readonly string[] {
  const of = (channel: Channel) => steps.reduce((sum, step) => (step.channel === channel ? sum + step.cases : sum), 0);
  const said = { email: say.emails, letter: say.letters, phone: say.calls, visit: say.visits } as const;
  return (Object.keys(said) as Channel[]).flatMap((channel) => {
    const count = of(channel);
    return count === 0 ? [] : [said[channel](count, number(count))];
  });
}

/** Letters that lie ready for people who may not be contacted now. */
function haltedLetters(batches: Seen<BatchesView>): number {
  if (batches.kind !== 'ready') return 0;
  return batches.view.batches.reduce((sum, { isHalted, letters }) => (isHalted ? sum + letters : sum), 0);
}

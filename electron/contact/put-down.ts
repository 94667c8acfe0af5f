/** A case in the hand of someone who is gone: back among the others, so that nobody waits for whoever does not come back. */
import type { GroupCode } from '../../shared/study/group.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import type { Host } from '../desk.ts';
import { dropCall } from '../interview/drop-call.ts';
import { dueOf } from '../next-due.ts';
import type { OpenStudy, Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Store } from '../store/store.ts';

/** Why a case was let go of, as it stands in the journal. */
export type PutDownReason = 'signed-out' | 'locked' | 'away';

/**
 * Inside a write: out of hand. The call counts as not made, unless an interview was going on in it: then the person was spoken to, and what
 * they said waits for whoever rings next.
 */
export function putDown(
  held: StoredCase,
  protocol: Protocol | undefined,
  { store, on }: { store: Store; on: Protocol['startsOn'] },
): void {
  const call = store.attempts.findCallInHand(held.id);
  if (call !== undefined && isGoingOn(held, store)) store.attempts.change(call, { outcome: 'broke-off', on });
  else if (call !== undefined) dropCall(call, store);
  store.cases.change(held, { heldBy: undefined, nextDue: protocol && dueOf(protocol, held, store)?.on });
}

/** Whether an interview was begun in the call that is in hand. */
export function isGoingOn({ id }: StoredCase, store: Store): boolean {
  const call = store.attempts.findCallInHand(id);
  return call !== undefined && store.drafts.findOfCase(id)?.attemptId === call.id;
}

/** At once, as when a window is closed: with the protocol as this office read it last, which was when the case was given out. */
export function putDownNow(host: Host, session: Session, person: PersonId, why: PutDownReason): void {
  const { study } = session;
  const held = study?.store.cases.findHeldBy(person);
  if (study === undefined || held === undefined) return;
  const protocol = protocolRead(study, held.group);
  // Nobody in this office read it yet: whoever is away long enough is let go of then.
  if (protocol !== undefined) write(host, session, study, held, protocol, why);
}

/** As `putDownNow`, also when this office did not read the protocol yet: with the keys of anyone who is in. */
export async function putDownOf(host: Host, session: Session, person: PersonId, why: PutDownReason): Promise<void> {
  const { study } = session;
  const held = study?.store.cases.findHeldBy(person);
  if (study === undefined || held === undefined) return;
  const [anyone] = session.seats.values();
  if (anyone !== undefined) await settingsOf(study, anyone.vault).find('protocol', held.group);
  if (session.study === study) putDownNow(host, session, person, why);
}

function protocolRead(study: OpenStudy, group: GroupCode): Protocol | undefined {
  const row = `protocol ${group}`;
  const known = study.settings.get(row);
  const sealed = study.store.settings.find(row);
  const isAsRead = known !== undefined && sealed !== undefined && Buffer.compare(known.sealed, sealed) === 0;
  return isAsRead ? (known.value as Protocol) : undefined;
}

function write(
  host: Host,
  session: Session,
  { store }: OpenStudy,
  held: StoredCase,
  protocol: Protocol,
  why: PutDownReason,
): void {
  const person = held.heldBy!;
  const on = store.study.get().practiceDay ?? host.today();
  store.write({ on, person, act: 'contact.release', detail: { group: held.group, why } }, () =>
    putDown(held, protocol, { store, on }),
  );
  session.inHand.delete(person);
}

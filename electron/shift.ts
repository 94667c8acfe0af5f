/**
 * The shift of the call room: a vault that a manager gives the contact key, so that interviewers get their cases until a set hour, also
 * while that manager is locked or away. It ends at its hour, with the last day for contact data, when a manager closes it, and when
 * nobody has a place in the study any more.
 */
import { refuse } from '../shared/problem.ts';
import type { Desk, Host } from './desk.ts';
import type { Session, Shift, ShiftEnd } from './session.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** Opens a shift with the keys of the manager at this desk; one that is open gets another hour. Refuses `contact.shift-hour-over`. */
export async function openShift(desk: Desk, until: string): Promise<void> {
  const { host, session, study, vault, settings, person, write } = desk;
  const lastDay = (await settings.find('agreement'))?.endsOn;
  const ends = shiftEnd(until, lastDay, host);
  if (session.shift === undefined) {
    const shiftVault = host.openVault();
    try {
      const publicKey = await shiftVault.ask('beginShift');
      await shiftVault.ask('takeContact', await vault.ask('giveContact', publicKey));
      // Meanwhile everyone may have left, or another manager opened one.
      if (session.study !== study) refuse('study.changed-meanwhile', {});
      if (session.shift === undefined) {
        const openedBy = { id: person.id, name: person.name };
        session.shift = { vault: shiftVault, publicKey, openedBy, ends, pins: new Map() };
      } else shiftVault.close();
    } catch (error) {
      shiftVault.close();
      throw error;
    }
  }
  const { shift } = session;
  if (shift !== undefined) session.shift = { ...shift, ends };
  write('contact.openShift', { until }, () => undefined);
  tellShift(host, session);
}

/** Gives the shift the contact key of a new epoch; without it, it ends. */
export async function renewShift(session: Session, manager: OpenVault): Promise<void> {
  const { shift } = session;
  if (shift === undefined) return;
  try {
    await shift.vault.ask('takeContact', await manager.ask('giveContact', shift.publicKey));
  } catch {
    session.endShift();
  }
}

/** Ends the shift, with the reason for the journal. Nothing when none is open. */
export function closeShift(
  host: Host,
  session: Session,
  why: 'closed' | 'hour' | 'agreement',
  by: Shift['openedBy'] | undefined = session.shift?.openedBy,
): void {
  const { study } = session;
  if (session.shift === undefined || study === undefined || by === undefined) return;
  session.endShift();
  tellShift(host, session);
  const on = study.store.study.get().practiceDay ?? host.today();
  study.store.write({ on, person: by.id, act: 'contact.closeShift', detail: { why } }, () => undefined);
}

/** Ends the shift when its time has come; to be called again and again. */
export function endShiftWhenOver(host: Host, session: Session): void {
  const { shift, study } = session;
  if (shift === undefined || study === undefined) return;
  const { atMs, atElapsedMs, lastDay } = shift.ends;
  const { clock } = host;
  const today = study.store.study.get().practiceDay ?? host.today();
  if (clock.now().getTime() >= atMs || clock.elapsedMs() >= atElapsedMs) closeShift(host, session, 'hour');
  else if (lastDay !== undefined && today > lastDay) closeShift(host, session, 'agreement');
}

function shiftEnd(until: string, lastDay: ShiftEnd['lastDay'], { clock }: Host): ShiftEnd {
  const now = clock.now();
  const at = new Date(now);
  const [hour, minute] = until.split(':').map(Number);
  at.setHours(hour!, minute!, 0, 0);
  const leftMs = at.getTime() - now.getTime();
  if (leftMs <= 0) refuse('contact.shift-hour-over', {});
  // Both: an hour that is set back does not make it longer, nor does a machine that slept.
  return { until, atMs: at.getTime(), atElapsedMs: clock.elapsedMs() + leftMs, lastDay };
}

function tellShift({ onNews }: Host, { seats, locked }: Session): void {
  for (const seat of [...seats.keys(), ...locked.keys()]) onNews?.(seat, 'shift');
}

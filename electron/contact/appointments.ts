/** The appointments of some days, as whoever plans the call room sees them: days and hours, and people only for a manager. */
import { addDays, type Day, findDutchHoliday } from '../../shared/calendar.ts';
import { callingOf, windowsOn } from '../../shared/schedule/call-days.ts';
import { findAppointment } from '../../shared/study/appointment.ts';
import { knownAs } from '../../shared/study/contact-data.ts';
import type { AppointmentsView } from '../../shared/views.ts';
import { type AttemptNote, keysOfCase, openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';
import { openerOf } from './call-room.ts';
import { isCall } from './candidates.ts';
import { nowAt } from './hour.ts';
import { protocolsOf } from './next-case.ts';

interface Standing {
  readonly one: StoredCase;
  readonly made: StoredAttempt;
}

/** Refuses `contact.no-shift` to an interviewer when nobody who can open the hours is there. */
export async function appointmentsFrom(from: Day, days: number, desk: Desk): Promise<AppointmentsView> {
  const standing = standingIn(from, addDays(from, days - 1), desk);
  const notes = await notesOf(standing, desk);
  const isManager = desk.person.roles.includes('manager');
  const contacts = isManager
    ? await openContacts(
        desk.vault,
        standing.map(({ one }) => one),
      )
    : [];
  const now = nowAt(desk);
  const appointments = standing.map(({ one, made }, nr) => {
    const on = made.appointmentOn!;
    const { at = '' } = notes[nr]!;
    const contact = contacts[nr];
    const isToday = on === now.today;
    return {
      on,
      at,
      group: one.group,
      ...(contact === undefined ? {} : { name: knownAs(contact) }),
      isMissed: on < now.today || (isToday && now.isHourKept && at !== '' && at < now.at),
    };
  });
  return {
    from,
    days,
    appointments: appointments.toSorted((a, b) => (`${a.on} ${a.at}` < `${b.on} ${b.at}` ? -1 : 1)),
    windows: await windowsFrom(from, days, desk),
  };
}

/** Those that nobody has kept, and nothing else was agreed instead of. */
function standingIn(from: Day, to: Day, { store }: Desk): readonly Standing[] {
  return store.attempts.appointmentsIn(from, to).flatMap((made) => {
    const one = store.cases.find(made.caseId);
    if (one?.state.kind !== 'open') return [];
    const calls = store.attempts.ofCase(one.id).filter((each) => isCall(each) && each.outcome !== 'intended');
    return findAppointment(calls)?.id === made.id ? [{ one, made }] : [];
  });
}

async function notesOf(standing: readonly Standing[], desk: Desk): Promise<readonly AttemptNote[]> {
  const sealed = standing.flatMap(({ one, made: { id, note } }) =>
    note === undefined
      ? []
      : [{ ...keysOfCase(one), table: 'attempts', row: id as string, field: 'note', sealed: note }],
  );
  const texts = sealed.length === 0 ? [] : await openerOf(desk).ask('openCase', sealed);
  const byAttempt = new Map(sealed.map(({ row }, nr) => [row, JSON.parse(texts[nr]!) as AttemptNote]));
  return standing.map(({ made }) => byAttempt.get(made.id) ?? {});
}

async function windowsFrom(from: Day, days: number, desk: Desk): Promise<AppointmentsView['windows']> {
  const callings = [...(await protocolsOf(desk)).values()].map(callingOf);
  return Array.from({ length: days }, (_, nr) => {
    const on = addDays(from, nr);
    const windows = callings.flatMap((calling) => windowsOn(calling, on));
    const [first] = windows.map((window) => window.from).toSorted();
    const last = windows
      .map((window) => window.to)
      .toSorted()
      .at(-1);
    const hours = first === undefined || last === undefined ? {} : { from: first, to: last };
    return { on, ...hours, isHoliday: findDutchHoliday(on) !== undefined };
  });
}

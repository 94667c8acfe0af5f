/** The shift of the call room: opened until an hour, closed, and how it stands. */
import type { RequestOf } from '../../shared/contract.ts';
import { onlyInterviews } from '../../shared/study/person.ts';
import type { ShiftView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { beginCallerBook, expectCallers } from '../contact/inbound.ts';
import type { Desk } from '../desk.ts';
import { closeShift, openShift } from '../shift.ts';

type Shifts = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.shift' | 'contact.openShift' | 'contact.closeShift'
  >]: Handler<N>;
};

export const contactShiftRequests: Shifts = {
  async 'contact.shift'(_, desk) {
    // Asked by whoever opens the room in which is rung: from then on somebody may call. Whoever looks for them learns what went wrong.
    expectCallers(desk).catch(() => undefined);
    return shiftView(desk);
  },

  async 'contact.openShift'({ until }, desk) {
    await openShift(desk, until);
    const { shift } = desk.session;
    if (shift !== undefined) beginCallerBook(shift.vault, desk);
    return shiftView(desk);
  },

  async 'contact.closeShift'(_, desk) {
    closeShift(desk.host, desk.session, 'closed', desk.person);
    return shiftView(desk);
  },
};

function shiftView({ session: { shift }, person }: Desk): ShiftView {
  return {
    ...(shift === undefined ? {} : { until: shift.ends.until, openedBy: shift.openedBy.name }),
    hasPin: shift?.pins.has(person.id) ?? false,
    mayChoosePin: shift !== undefined && onlyInterviews(person.roles),
  };
}

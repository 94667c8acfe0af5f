/** What the office keeps in memory goes with whoever it was opened for. */
import { expect, test } from 'vitest';
import type { CallRoom } from '../../electron/contact/call-room.ts';
import { Session } from '../../electron/session.ts';

test('languages and hours of appointments are kept no longer than the shift', () => {
  const session = new Session();
  session.callRoom = { languages: new Map(), hours: new Map() } as unknown as CallRoom;
  expect(session.callRoom).toBeDefined();
  session.endShift();
  expect(session.callRoom).toBeUndefined();
});

import { expect, it } from 'vitest';
import { type Deed, type Sent, stillTold } from '../../renderer/screens/contact/deeds.ts';
import { day } from '../../shared/calendar.ts';
import type { GroupCode } from '../../shared/study/group.ts';

const on = day('2026-03-02');
const none = { sent: 0, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 };
const sent = (group: string, sending: Partial<Sent['sending']>): Sent => {
  return { kind: 'sent', on, group: group as GroupCode, sending: { ...none, ...sending } as Sent['sending'] };
};
const made = (group: string, name: string): Deed => {
  return { kind: 'made', on, group: group as GroupCode, letters: 3, waiting: 0, name };
};

it('whoever went on after a pause is not told to go on any more', () => {
  const first = sent('a', { sent: 37, paused: 129, failed: 1 });
  expect(stillTold(first, [])?.rest).toEqual(['failed', 'paused']);
  expect(stillTold(first, [sent('b', { sent: 5 }), made('a', 'letters.pdf')])?.rest).toEqual(['failed', 'paused']);
  expect(stillTold(first, [sent('a', { sent: 129 })])?.rest).toEqual(['failed']);
  expect(stillTold(first, [made('a', 'emails.zip')])?.rest).toEqual(['failed']);
});

it('a sending that stopped before anyone got something is gone once it was done again', () => {
  const stopped = sent('a', { postponed: 54, stopped: { code: 'refuses-all' } as never });
  expect(stillTold(stopped, [])).toMatchObject({ rest: ['postponed'], stopped: { code: 'refuses-all' } });
  expect(stillTold(stopped, [sent('a', { sent: 54 })])).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctedContact } from '../../../shared/contact/correct-contact.ts';
import {
  type Channel,
  type ContactData,
  channels,
  usableChannels,
  withNewChances,
  withUnreachable,
} from '../../../shared/study/contact-data.ts';

const known: ContactData = {
  surname: 'Aalbersma',
  street: 'Verzonnenlaan',
  houseNumber: '1',
  postcode: '9999 ZZ',
  town: 'Waterhoven',
  phones: ['+31689001111'],
  email: 'aalbersma@wijk.example',
  channels: [...channels],
};
const anySome = fc.uniqueArray(fc.constantFrom<Channel>(...channels));

test('a channel that turned out not to work is not used, and the others stay', () => {
  fc.assert(
    fc.property(anySome, anySome, (first, second) => {
      const marked = withUnreachable(withUnreachable(known, first), second);
      const off = new Set([...first, ...second]);
      expect(usableChannels(marked)).toEqual(channels.filter((channel) => !off.has(channel)));
    }),
  );
});

test('another address or number gives its channel back, and only that one', () => {
  const marked = withUnreachable(known, channels);
  const change = (newer: Partial<ContactData>) => usableChannels(withNewChances(marked, { ...marked, ...newer }));
  expect(change({})).toEqual([]);
  expect(change({ surname: 'Anders' })).toEqual([]);
  expect(change({ email: 'elders@wijk.example' })).toEqual(['email']);
  expect(change({ phones: ['+31689002222'] })).toEqual(['phone']);
  expect(change({ houseNumber: '2' })).toEqual(['letter', 'visit']);
});

test('someone whose address is corrected can be reached by it again', () => {
  const marked = withUnreachable(known, ['email', 'phone']);
  const read = (text: string) => text;
  const readers = { text: read, postcode: read, email: read, phone: read, day: () => undefined, sex: () => undefined };
  const corrected = correctedContact(marked, { email: 'elders@wijk.example' }, { allowed: ['email'], readers });
  expect(corrected).toMatchObject({ kind: 'corrected', contact: { unreachable: ['phone'] } });
  const same = correctedContact(marked, { surname: 'Anders' }, { allowed: ['surname'], readers });
  expect(same).toMatchObject({ kind: 'corrected', contact: { unreachable: ['email', 'phone'] } });
});

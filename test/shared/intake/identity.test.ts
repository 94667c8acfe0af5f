import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../shared/calendar.ts';
import {
  addressKey,
  identityKeys,
  keysAcrossGroups,
  stopListKeys,
  stopListLookUps,
} from '../../../shared/intake/identity.ts';
import { People } from '../../../shared/intake/same-person.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';
import { workedMs } from '../../worked.ts';

type Someone = Partial<ContactData>;
const contact = (someone: Someone): ContactData => ({ phones: [], channels: [], ...someone });
const home = { street: 'Verzonnenlaan', houseNumber: '1', postcode: '9999 ZZ', town: 'Waterhoven' };
const born = { birthDate: '1957-03-12' as Day };
const phones = ['+31689001101'];

describe('numbers', () => {
  test.each(['', '0', '000', 'n.v.t.', 'Onbekend', '-', 'x'])(
    '%j is no number: it makes nobody the same',
    (clientNumber) => {
      expect(identityKeys(contact({ clientNumber }), 'opt-in')).toEqual([]);
    },
  );

  it('count across groups with the surname only', () => {
    const keys = (someone: Someone) => keysAcrossGroups(contact(someone), identityKeys(contact(someone), 'opt-in'));
    expect(keys({ clientNumber: '0101' })).toEqual([]);
    expect(keys({ clientNumber: '0101', surname: 'Proef' })).toEqual(keys({ clientNumber: '101', surname: 'PROEF' }));
    expect(keys({ clientNumber: '101', surname: 'Proef' })).not.toEqual(
      keys({ clientNumber: '101', surname: 'Toets' }),
    );
    const full = { clientNumber: '101', surname: 'Proef', ...born, ...home };
    expect(keys(full)).toHaveLength(2);
  });
});

describe('an address', () => {
  test.each<[string, Someone, Someone, boolean]>([
    ['its additions written otherwise', home, { ...home, houseNumber: '1', postcode: '9999zz' }, true],
    ['an addition', { ...home, houseNumber: '1 a' }, { ...home, houseNumber: '1-A' }, true],
    ['no addition', home, { ...home, houseNumber: '1 a' }, false],
    ['the street spelled otherwise', home, { ...home, street: 'Verzonnen ln' }, true],
    [
      'no postcode, but street and town',
      { ...home, postcode: undefined } as never,
      { ...home, postcode: undefined, street: 'VERZONNENLAAN' } as never,
      true,
    ],
    [
      'no postcode and another town',
      { street: 'Laan', houseNumber: '1', town: 'A' },
      { street: 'Laan', houseNumber: '1', town: 'B' },
      false,
    ],
  ])('with %s', (_, one, other, isSame) => {
    const [first, second] = [one, other].map((each) => addressKey(contact(each)));
    expect(first).toBeDefined();
    expect(first === second).toBe(isSame);
  });

  test.each<[string, Someone]>([
    ['nothing', {}],
    ['a postcode only', { postcode: '9999 ZZ' }],
    ['a street only', { street: 'Laan', houseNumber: '1' }],
  ])('of %s is not known', (_, someone) => {
    expect(addressKey(contact(someone))).toBe(undefined);
  });
});

describe('someone on a list of people not to approach', () => {
  const isStopped = (listed: Someone, someone: Someone) => {
    const keys = new Set(stopListKeys(contact(listed)));
    return stopListLookUps(contact(someone)).some((key) => keys.has(key));
  };
  const person = {
    clientNumber: '41',
    initials: 'A.',
    surname: 'Proef',
    ...born,
    ...home,
    phones,
    email: 'a@example.org',
  };

  test.each<[string, Someone]>([
    ['their number', { clientNumber: '041' }],
    ['their name, birth date and postcode', { initials: 'A', surname: 'proef', ...born, postcode: '9999 ZZ' }],
    ['their name and address', { initials: 'A.', surname: 'Proef', ...home }],
    ['their surname and address', { surname: 'Proef', ...home }],
    ['a telephone number only', { phones }],
    ['a telephone number and their surname', { surname: 'Proef', phones }],
    ['an e-mail address only', { email: 'a@example.org' }],
  ])('by %s is stopped', (_, listed) => {
    expect(isStopped(listed, person)).toBe(true);
  });

  test.each<[string, Someone]>([
    ['another number', { clientNumber: '42' }],
    ['the same name elsewhere', { initials: 'A.', surname: 'Proef', ...home, houseNumber: '2' }],
    ['someone else at home, with other initials', { initials: 'B.', surname: 'Proef', ...home }],
    ['someone else at home, with the same telephone', { surname: 'Toets', phones }],
    ['nothing', {}],
  ])('by %s is not', (_, listed) => {
    expect(isStopped(listed, person)).toBe(false);
  });

  it('is stopped when the row tells exactly what the list does, as soon as that is anything to go by', () => {
    const anyone = fc
      .record({
        clientNumber: fc.constantFrom('41', undefined),
        initials: fc.constantFrom('A.', undefined),
        surname: fc.constantFrom('Proef', undefined),
        phones: fc.constantFrom([], phones),
        email: fc.constantFrom('a@example.org', undefined),
        birthDate: fc.constantFrom('1957-03-12' as Day, undefined),
        postcode: fc.constantFrom('9999 ZZ', undefined),
        houseNumber: fc.constantFrom('1', undefined),
      })
      .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as Someone);
    fc.assert(
      fc.property(anyone, (someone) => {
        expect(isStopped(someone, someone)).toBe(stopListKeys(contact(someone)).length > 0);
      }),
    );
  });
});

describe('rows about one person', () => {
  const anyRows = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghij'.split('')), { maxLength: 3 }), {
    maxLength: 15,
  });

  it('are those that share a key, over any rows between: as following all keys again and again finds them', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const people = new People();
        for (const keys of rows) people.join(keys);
        for (const [at, keys] of rows.entries()) {
          const reached = new Set(keys);
          for (let before = -1; before < reached.size; ) {
            before = reached.size;
            for (const others of rows)
              if (others.some((key) => reached.has(key))) for (const key of others) reached.add(key);
          }
          for (const others of rows.slice(at + 1)) {
            const isSame = others.some((key) => reached.has(key));
            const numbers = [people.personOf(keys), people.personOf(others)];
            expect(numbers[0] !== undefined && numbers[0] === numbers[1]).toBe(isSame);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('cost no more when 100,000 of them form one chain, in either order', () => {
    for (const turned of [false, true]) {
      const rows = Array.from({ length: 100_000 }, (_, at) => [`k${at}`, `k${at + 1}`]);
      const people = new People();
      const took = workedMs(() => {
        for (const keys of turned ? rows.toReversed() : rows) people.join(keys);
        expect(people.personOf(['k0'])).toBe(people.personOf(['k100000']));
      });
      expect(took).toBeLessThan(3000);
    }
  });
});

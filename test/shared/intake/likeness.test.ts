import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../shared/calendar.ts';
import { likelyPairs } from '../../../shared/intake/likely-pairs.ts';
import { perhapsSame, portraitOf } from '../../../shared/intake/likeness.ts';
import {
  distance,
  initialLetters,
  initialsAgree,
  nearSurname,
  surnameParts,
} from '../../../shared/intake/near-name.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';
import { workedMs } from '../../worked.ts';

describe('the distance of two words', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['jansen', 'jansen', 0],
    ['jansen', 'janssen', 1],
    ['jansen', 'jasnen', 1],
    ['jansen', 'hansen', 1],
    ['kitten', 'sitting', 3],
    // The restricted form: a pair that was swapped is not changed again.
    ['ca', 'abc', 3],
  ])('%j and %j differ by %i', (one, other, expected) => {
    expect(distance(one, other)).toBe(expected);
    expect(distance(other, one)).toBe(expected);
  });

  it('is a distance: nothing to itself, symmetric, and above the bound just above it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(3), (one, other, most) => {
        const whole = distance(one, other);
        expect(distance(other, one)).toBe(whole);
        expect(whole === 0).toBe(one === other);
        expect(whole).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance(one, other, most) <= most).toBe(whole <= most);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('surnames', () => {
  test.each([
    ['Jansen', 'Janssen'],
    ['Jansen', 'Jasnen'],
    ['Wal', 'Wall'],
    ['Wal', 'van der Wal'],
    ['Wal-Jansen', 'Wal'],
    ['van der Wal-Jansen', 'Jansen - v.d. Wal'],
    ['Dijkstra', 'Dykstra'],
    ['Beckers', 'Bekkers'],
    ['Bakkers', 'Backers'],
    ['Groot Hof', 'Groothof'],
    ['Çelik', 'Celik'],
    ['Oosterhuizen', 'Oosterhuysen'],
    ["van 't Hof", 'van het Hof'],
  ])('%s may be %s', (one, other) => {
    expect(nearSurname(surnameParts(one), surnameParts(other))).toBe(true);
    expect(nearSurname(surnameParts(other), surnameParts(one))).toBe(true);
  });

  test.each([
    ['Jansen', 'Pietersen'],
    ['Bos', 'Vos'],
    ['Wal-Jansen', 'Wal-Pietersen'],
    ['de Wit', 'de Groot'],
    ['Smit', ''],
    ['', ''],
    ['Proef', 'Toets'],
  ])('%s is not %s', (one, other) => {
    expect(nearSurname(surnameParts(one), surnameParts(other))).toBe(false);
    expect(nearSurname(surnameParts(other), surnameParts(one))).toBe(false);
  });

  test.each([
    ['A.B.', 'ab'],
    ['AB', 'ab'],
    ['a. b.', 'ab'],
    ['Anna', 'a'],
    ['Jan-Piet', 'jp'],
    ['Th.J.', 'tj'],
    ['É.', 'e'],
    [undefined, ''],
  ])('initials %s are %s', (text, expected) => {
    expect(initialLetters(text)).toBe(expected);
  });

  test.each([
    ['a', 'ab', true],
    ['ab', 'ba', true],
    ['a', 'b', false],
    ['ab', 'ac', false],
    ['a', '', undefined],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(initialsAgree(one, other)).toBe(expected);
    expect(initialsAgree(other, one)).toBe(expected);
  });
});

type Someone = Partial<ContactData>;
const portrait = (someone: Someone, identity: readonly string[] = []) =>
  portraitOf({ phones: [], channels: [], ...someone }, identity);
const home = { street: 'Verzonnenlaan', houseNumber: '1', postcode: '9999 ZZ', town: 'Waterhoven' };
const born = { birthDate: '1957-03-12' as Day };
const ofUnknownAge = { initials: 'A.', surname: 'Wal', ...home };
const someone = { ...ofUnknownAge, ...born };
const phones = ['+31689001101'];

describe('two people', () => {
  test.each<[string, Someone, Someone]>([
    ['a letter wrong in the name and another postcode', someone, { ...someone, surname: 'Wall', postcode: '9998 ZZ' }],
    [
      'two letters wrong, at one address',
      { ...someone, surname: 'Oosterhuizen' },
      { ...someone, surname: 'Oosterhuysen' },
    ],
    ['the name of a partner added', someone, { ...someone, surname: 'Wal-Jansen', postcode: '9998 ZZ' }],
    ['one initial fewer', { ...someone, initials: 'A.B.' }, { ...someone, postcode: '9998 ZZ' }],
    ['no initials in one, at one address', { ...someone, initials: '' }, someone],
    [
      'the same telephone and no birth date',
      { initials: 'A.', surname: 'Wal', phones },
      { surname: 'van der Wal', phones },
    ],
    [
      'the same e-mail address',
      { surname: 'Dijk', email: 'a@example.org' },
      { surname: 'Dyk', email: 'a@example.org' },
    ],
    ['the same address and initials', ofUnknownAge, someone],
    ['the year of birth only', { ...ofUnknownAge, birthYear: 1957 }, someone],
    ['day and month swapped, at one address', someone, { ...someone, birthDate: '1957-12-03' as Day }],
    [
      'two e-mail addresses at one organisation',
      { initials: 'A.', surname: 'Wal', organisation: 'Verzonnen Zorg', email: 'a@example.org' },
      { initials: 'A.', surname: 'Wall', organisation: 'Verzonnen zorg', email: 'wal@example.org' },
    ],
    ['nothing but surname and address', { surname: 'Wal', ...home }, { surname: 'Wal', ...home }],
  ])('with %s may be one', (_, one, other) => {
    expect(perhapsSame(portrait(one), portrait(other))).toBe(true);
    expect(perhapsSame(portrait(other), portrait(one))).toBe(true);
  });

  test.each<[string, Someone, Someone]>([
    ['other initials: twins', someone, { ...someone, initials: 'B.' }],
    ['another birth date: father and son', someone, { ...someone, birthDate: '1987-06-01' as Day }],
    [
      'another birth date and one telephone',
      { ...someone, phones },
      { ...someone, phones, birthDate: '1987-06-01' as Day },
    ],
    ['another year of birth', { ...ofUnknownAge, birthYear: 1987 }, someone],
    ['another surname, born on one day', someone, { ...someone, surname: 'Pietersen' }],
    [
      'two letters wrong, and only a day of birth and initials in common',
      { initials: 'A.', surname: 'Oosterhuizen', ...born },
      { initials: 'A.', surname: 'Oosterhuysen', ...born },
    ],
    ['no initials, no more than a day of birth in common', { surname: 'Wal', ...born }, { surname: 'Wal', ...born }],
    ['nothing in common but the name', { initials: 'A.', surname: 'Wal' }, { initials: 'A.', surname: 'Wal' }],
    [
      'another sex and no initials: a couple',
      { surname: 'Wal', sex: 'male', phones },
      { surname: 'Wal', sex: 'female', phones },
    ],
    [
      'other salutations and no initials: a couple',
      { surname: 'Wal', salutation: 'Dhr.', ...home },
      { surname: 'Wal', salutation: 'Mevr.', ...home },
    ],
    [
      'an organisation and a surname, no initials',
      { surname: 'Wal', organisation: 'Zorg' },
      { surname: 'Wal', organisation: 'Zorg' },
    ],
    ['no names at all', { phones, ...home }, { phones, ...home }],
    ['neighbours of one name', ofUnknownAge, { surname: 'Wal', ...home, houseNumber: '1 a' }],
  ])('with %s are two', (_, one, other) => {
    expect(perhapsSame(portrait(one), portrait(other))).toBe(false);
    expect(perhapsSame(portrait(other), portrait(one))).toBe(false);
  });

  it('with an identity key in common are the same, so nothing is proposed', () => {
    const other = { ...someone, surname: 'Wall' };
    expect(perhapsSame(portrait(someone), portrait(other))).toBe(true);
    expect(perhapsSame(portrait(someone, ['number 1']), portrait(other, ['number 1']))).toBe(false);
  });
});

describe('the pairs of a list', () => {
  const anyone = fc
    .record({
      initials: fc.constantFrom('A.', 'B.', 'A.B.', undefined),
      surname: fc.constantFrom('Wal', 'Wall', 'van der Wal-Jansen', 'Jansen', 'Bos', undefined),
      sex: fc.constantFrom('male' as const, 'female' as const, undefined),
      birthDate: fc.constantFrom('1957-03-12' as Day, '1957-12-03' as Day, '1987-06-01' as Day, undefined),
      phones: fc.constantFrom([], phones, ['+31689001102', ...phones]),
      email: fc.constantFrom('a@example.org', undefined),
      organisation: fc.constantFrom('Zorg', undefined, undefined),
      postcode: fc.constantFrom('9999 ZZ', '9998 ZZ', undefined),
      houseNumber: fc.constantFrom('1', '2', undefined),
      identity: fc.constantFrom([], ['number 1']),
    })
    .map(({ identity, ...each }) => {
      const filled = Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined));
      return portrait(filled as Someone, identity);
    });
  const pairsOf = (people: readonly ReturnType<typeof portrait>[], known = 0) => {
    const steps = likelyPairs(people, known);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  it('are all pairs that may be one, found from both sides, and no other', () => {
    let proposed = 0;
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), fc.nat(3), (people, known) => {
        const pairs = pairsOf(people, known);
        for (const [one, portraitOfOne] of people.entries()) {
          const expected = [...people.keys()].filter(
            (other) => other !== one && (other >= known || one >= known) && perhapsSame(portraitOfOne, people[other]!),
          );
          proposed += expected.length;
          expect(pairs.get(one) ?? []).toEqual(expected);
        }
      }),
      { numRuns: 2000 },
    );
    expect(proposed).toBeGreaterThan(1000);
  });

  it('are looked for among those who come next by surname where thousands share a day', () => {
    const crowd = Array.from({ length: 3000 }, (_, at) =>
      portrait({ initials: 'A.', surname: `Q${String(at).padStart(4, 'x')}zzzzzzz`, birthDate: '1900-01-01' as Day }),
    );
    const twice = portrait({ initials: 'A.', surname: 'Qx17zzzzzzz', birthDate: '1900-01-01' as Day });
    let pairs: ReturnType<typeof pairsOf> | undefined;
    const took = workedMs(() => {
      pairs = pairsOf([...crowd, portrait({ ...someone, surname: 'Verzinsel' }), twice]);
    });
    expect(took).toBeLessThan(5000);
    expect(pairs?.get(3001)).toContain(17);
  });
});

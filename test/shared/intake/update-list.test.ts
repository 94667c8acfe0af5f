import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowValues } from '../../../shared/intake/extract.ts';
import { reportOf } from '../../../shared/intake/fate.ts';
import { applyingStops } from '../../../shared/intake/stop-list.ts';
import { applyingUpdates } from '../../../shared/intake/update-list.ts';
import { asked, atOnce, candidate, residents, there, updateRow } from './there.ts';

const home = { street: 'Verzonnenlaan', houseNumber: '4', postcode: '9999 ZZ', town: 'Waterhoven' };
const proef: RowValues = { clientNumber: '7', initials: 'Q.', surname: 'Proef', birthDate: '1960-05-17', ...home };
const toets: RowValues = { clientNumber: '8', initials: 'R.', surname: 'Toets', phone: '0689001100' };

const apply = (
  rows: readonly RowValues[],
  known = [there('proef', proef), there('toets', toets)],
  decisions: { file: number; row: number; take: boolean }[] = [],
) =>
  atOnce(
    applyingUpdates(
      rows.map((values, index) => updateRow(values, index + 2)),
      { group: residents.code, known, decisions },
    ),
  ).result;
const fates = (rows: readonly RowValues[], known?: Parameters<typeof apply>[1]) =>
  apply(rows, known).judged.map(({ fate }) =>
    fate.kind === 'applied' ? fate.as : fate.kind === 'refused' ? fate.reason : fate.kind,
  );

describe('a row of an update list', () => {
  test.each<[string, RowValues, string]>([
    ['died, in the column of news', { clientNumber: '7', news: 'overleden' }, 'died'],
    ['died, in a column of its own', { clientNumber: '7', deceased: '2026-02-01' }, 'died'],
    ['objects, in the column of news', { clientNumber: '7', news: 'maakt bezwaar' }, 'objects'],
    ['objects, in the column of consent', { clientNumber: '7', consent: 'nee' }, 'objects'],
    ['moved with an address', { clientNumber: '7', news: 'verhuisd', ...home, houseNumber: '9' }, 'moved'],
    ['another address without news', { clientNumber: '7', ...home, street: 'Bedachtestraat' }, 'moved'],
    ['moved without an address', { clientNumber: '7', news: 'verhuisd' }, 'moved'],
    ['the same address as news again', { clientNumber: '7', news: 'verhuisd', ...home }, 'unchanged'],
    ['a telephone', { clientNumber: '7', phone: '0689001122' }, 'changed'],
    ['fewer channels', { clientNumber: '8', channels: 'geen' }, 'changed'],
    ['phoned the client', { clientNumber: '7', news: 'gebeld' }, 'undecided'],
    ['something that is not clear', { clientNumber: '7', news: 'zie dossier' }, 'undecided'],
    ['a consent that cannot be read', { clientNumber: '7', consent: 'misschien' }, 'undecided'],
    ['nothing', { clientNumber: '7' }, 'no-news'],
    ['nothing, in words', { clientNumber: '7', news: 'ongewijzigd' }, 'no-news'],
    ['the same telephone', { clientNumber: '8', phone: '0689001100' }, 'no-news'],
    ['nobody', { clientNumber: '99', news: 'overleden' }, 'unknown-person'],
    ['nobody, without anything to find them by', { news: 'overleden' }, 'unknown-person'],
  ])('%s', (_, values, expected) => {
    expect(fates([values])).toEqual([expected]);
  });

  test('finds a person by name and day of birth at another postcode, by a telephone of that name, and by name and home', () => {
    const moved = { initials: 'Q.', surname: 'Proef', birthDate: '1960-05-17', news: 'overleden' };
    expect(fates([{ ...moved, ...home, postcode: '1111 AA' }])).toEqual(['died']);
    expect(fates([{ surname: 'Toets', phone: '0689001100', news: 'overleden' }])).toEqual(['died']);
    expect(fates([{ surname: 'Proef', initials: 'Q.', ...home, news: 'overleden' }])).toEqual(['died']);
    // Someone else of that home, or of that telephone.
    expect(fates([{ surname: 'Anders', ...home, news: 'overleden' }])).toEqual(['unknown-person']);
    expect(fates([{ surname: 'Anders', phone: '0689001100', news: 'overleden' }])).toEqual(['unknown-person']);
  });

  test('that could be about two people changes neither; an objection stops both', () => {
    const twins = [
      there('one', { ...toets, initials: 'A.' }),
      there('two', { ...toets, clientNumber: '9', initials: 'B.' }),
    ];
    const row = { surname: 'Toets', phone: '0689001100' };
    expect(fates([{ ...row, news: 'overleden' }], twins)).toEqual(['unknown-person']);
    const { effects } = apply([{ ...row, news: 'bezwaar' }], twins);
    expect([...effects.ends]).toEqual([
      ['one', 'objection'],
      ['two', 'objection'],
    ]);
  });

  test('about a number of another group is about nobody here, unless the name says the same', () => {
    const elsewhere = [there('elsewhere', toets, { group: asked })];
    expect(fates([{ clientNumber: '8', news: 'overleden' }], elsewhere)).toEqual(['unknown-person']);
    expect(fates([{ clientNumber: '8', surname: 'Toets', news: 'overleden' }], elsewhere)).toEqual(['died']);
  });

  test('takes back what someone said who was asked for a yes, also when they answered', () => {
    const answered = [there('asked', toets, { group: asked, isOpen: false, hasAnswered: true })];
    const row = { clientNumber: '8', surname: 'Toets', news: 'trekt zich terug' };
    expect([...apply([row], answered).effects.ends]).toEqual([['asked', 'withdrawal']]);
    const never = [there('never', toets, { isOpen: false, hasAnswered: true })];
    expect(apply([row], never).effects.ends.size).toBe(0);
    expect(fates([row], never)).toEqual(['unchanged']);
  });

  test('that asks is answered by a decision: stopped, or going on with what the row tells besides', () => {
    const row = { clientNumber: '8', news: 'heeft gebeld', phone: '0689001133' };
    const known = [there('toets', toets)];
    const stopped = apply([row], known, [{ file: 1, row: 2, take: false }]);
    expect([...stopped.effects.ends]).toEqual([['toets', 'objection']]);
    const going = apply([row], known, [{ file: 1, row: 2, take: true }]);
    expect(going.undecided).toBe(0);
    expect(going.effects.changes.get('toets')?.phones).toEqual(['+31689001133']);
    expect(going.effects.ends.size).toBe(0);
    const waiting = apply([row], known);
    expect(waiting).toMatchObject({ undecided: 1, questions: [{ row: 2, why: 'called', news: 'heeft gebeld' }] });
    expect(waiting.effects.changes.size).toBe(0);
  });

  test('of half an address leaves nothing of the old one: nobody lives at the two together', () => {
    const { effects } = apply([{ clientNumber: '7', news: 'verhuisd', postcode: '1111 AA' }]);
    const { street, houseNumber, town, postcode } = effects.changes.get('proef')!;
    expect({ street, houseNumber, town, postcode }).toEqual({ postcode: '1111 AA' });
  });
});

const news = fc.constantFrom('overleden', 'bezwaar', 'verhuisd', 'gebeld', 'zie dossier', '', 'ongewijzigd');
const values: fc.Arbitrary<RowValues> = fc
  .record(
    {
      clientNumber: fc.constantFrom('1', '2', '3', '4', '77'),
      surname: fc.constantFrom('Proef', 'Toets', 'Test'),
      phone: fc.constantFrom('0689001100', '0689001101', 'geen nummer'),
      postcode: fc.constantFrom('9999 ZZ', '1111 AA'),
      channels: fc.constantFrom('telefoon', 'geen', 'brief'),
      deceased: fc.constantFrom('ja', 'nee'),
      consent: fc.constantFrom('bezwaar', 'ja', 'weet niet'),
      news,
    },
    { requiredKeys: [] },
  )
  .map((cells) => cells as RowValues);
const people = ['1', '2', '3', '4'].map((clientNumber, index) =>
  there(`case-${clientNumber}`, { ...toets, clientNumber }, { isOpen: index !== 3 }),
);

describe('a surname that another row of the list takes back', () => {
  // Between the two rows they were called so, and in the other order they are now.
  const rows = [
    { surname: 'Proef', phone: '0689001100', deceased: 'ja' },
    { clientNumber: '1', surname: 'Proef' },
    { clientNumber: '1', surname: 'Test' },
  ];

  test.each([
    ['as it stands', rows],
    ['the other way round', [...rows].reverse()],
  ])('finds whoever died by it, %s', (_, list) => {
    expect([...apply(list, people).effects.ends]).toEqual([['case-1', 'deceased']]);
  });
});

describe('whatever an update list holds', () => {
  test('every row has one fate, and these add up', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 20 }), (rows) => {
        const { judged, undecided } = apply(rows, people);
        const report = reportOf(1, judged);
        const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(report.read).toBe(rows.length);
        expect(sum(report.applied) + sum(report.refused) + report.undecided).toBe(rows.length);
        expect(report.undecided).toBe(undecided);
        expect(report.accepted).toBe(0);
      }),
    );
  });

  test('nobody is changed who ends; nobody ends or changes whom no row is about, or who had ended; the dead are dead in any order', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 20 }), (rows) => {
        const { effects } = apply(rows, people);
        for (const key of effects.changes.keys()) expect(effects.ends.has(key)).toBe(false);
        const touched = [...effects.ends.keys(), ...effects.changes.keys()];
        expect(touched).not.toContain('case-4');
        const back = apply([...rows].reverse(), people).effects;
        const dead = (ends: ReadonlyMap<string, string>) =>
          [...ends]
            .filter(([, why]) => why === 'deceased')
            .map(([key]) => key)
            .toSorted();
        expect(dead(back.ends)).toEqual(dead(effects.ends));
        expect([...back.ends.keys()].toSorted()).toEqual([...effects.ends.keys()].toSorted());
      }),
    );
  });

  test('taken in once more it ends nobody who had not ended by it', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 8 }), (rows) => {
        const { effects } = apply(rows, people);
        const after = people.map((person) => ({
          ...person,
          contact: effects.changes.get(person.key) ?? person.contact,
          isOpen: person.isOpen && !effects.ends.has(person.key),
        }));
        const again = apply(rows, after).effects;
        expect(again.ends.size).toBe(0);
      }),
    );
  });
});

describe('a stop list', () => {
  test('stops whoever may be meant, once, and remembers everyone on it', () => {
    const known = [
      there('proef', proef),
      there('toets', toets, { group: asked }),
      there('ended', { ...toets, clientNumber: '9' }, { isOpen: false }),
    ];
    const rows = [
      { clientNumber: '7' },
      { clientNumber: '7' },
      { phone: '0689001100' },
      { surname: 'Niemand', phone: '0689001177' },
    ];
    const { judged, effects } = atOnce(
      applyingStops(
        rows.map((each, index) => candidate(each, index + 2)),
        known,
      ),
    ).result;
    expect(judged.map(({ fate }) => (fate.kind === 'applied' ? fate.as : fate.kind))).toEqual([
      'stopped',
      'unchanged',
      'stopped',
      'refused',
    ]);
    expect([...effects.ends.keys()].toSorted()).toEqual(['proef', 'toets']);
    expect(effects.suppress.length).toBe(4);
  });
});

test('a long list stops at every row and everyone known, so that others have their turn', () => {
  const known = Array.from({ length: 50 }, (_, nr) =>
    there(`case-${nr}`, { ...toets, clientNumber: String(100 + nr) }),
  );
  const rows = Array.from({ length: 30 }, (_, nr) => ({ clientNumber: String(100 + nr), news: 'overleden' }));
  const updates = rows.map((values, index) => updateRow(values, index + 2));
  expect(atOnce(applyingUpdates(updates, { group: residents.code, known, decisions: [] })).steps).toBe(50 + 2 * 30);
  const stops = rows.map((values, index) => candidate(values, index + 2));
  expect(atOnce(applyingStops(stops, known)).steps).toBe(50 + 30);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../shared/intake/difference.ts';
import type { RowValues } from '../../../shared/intake/extract.ts';
import { reportOf } from '../../../shared/intake/fate.ts';
import { acceptRows } from '../../../shared/intake/gate.ts';
import { fieldsOfColumns, isSameContact, newerContact } from '../../../shared/intake/newer-contact.ts';
import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { Group } from '../../../shared/study/group.ts';
import { agreement, asked, candidate, readPhone, residents, there, today } from './there.ts';

const columns: readonly ContactField[] = [
  'clientNumber',
  'surname',
  'phone',
  'email',
  'channels',
  'consent',
  'consentOn',
  'deceased',
];

function difference(
  rows: readonly RowValues[],
  known: readonly ReturnType<typeof there>[],
  { group = residents, gone = 'keep' as 'keep' | 'stop', fields = columns, isSuppressed = (): boolean => false } = {},
) {
  const files = [{ file: 1, rows: rows.map((values, index) => ({ row: index + 2, values })) }];
  const result = acceptRows({ files, group, agreement, today, known, readPhone, isSuppressed });
  const made = differenceOf(result, { group: group.code, known, fields: new Map([[1, new Set(fields)]]), gone });
  const fates = made.judged.map(({ fate }) =>
    fate.kind === 'applied' ? fate.as : fate.kind === 'refused' ? fate.reason : fate.kind,
  );
  return { ...made, fates };
}

const toets: RowValues = { clientNumber: '8', surname: 'Toets', phone: '0689001100' };
const toetsThere = there('toets', toets);
const yes: RowValues = { ...toets, consent: 'ja', consentOn: '2026-02-01', channels: 'telefoon' };
const thereAsked = there('asked', yes, { group: asked });
const inAsked: { readonly group: Group } = { group: asked };

describe('a row about someone who is there', () => {
  test.each<[string, RowValues, string]>([
    ['as they were', toets, 'unchanged'],
    ['with another telephone', { ...toets, phone: '0689001111' }, 'changed'],
    ['with an e-mail', { ...toets, email: 'toets@voorbeeld.example' }, 'changed'],
    ['with a cell that cannot be read', { ...toets, phone: 'geen idee' }, 'unchanged'],
    ['without their telephone', { clientNumber: '8', surname: 'Toets' }, 'changed'],
    ['who died', { ...toets, deceased: 'ja' }, 'died'],
    ['who objects', { ...toets, consent: 'bezwaar' }, 'objects'],
    ['with fewer channels', { ...toets, channels: 'brief' }, 'changed'],
    ['who is new after all', { clientNumber: '9', surname: 'Bedacht', phone: '0689001177' }, 'accepted'],
    ['who may be someone else by another number', { ...toets, clientNumber: '9' }, 'undecided'],
  ])('%s', (_, row, expected) => {
    expect(difference([row], [toetsThere]).fates).toEqual([expected]);
  });

  test('with channels that cannot be read as a whole keeps those that it names, and gets no other', () => {
    const channelsAfter = (channels: string) =>
      [...difference([{ ...toets, channels }], [toetsThere]).effects.changes.values()].map((each) => each.channels);
    expect(channelsAfter('brief, niet bellen')).toEqual([['letter']]);
    expect(channelsAfter('niet bellen')).toEqual([[]]);
    expect(channelsAfter('huisbezoek, liever niet bellen')).toEqual([[]]);
  });

  test('who has no guardian any more is not reached under the telephone and e-mail of the guardian', () => {
    const reach = { representativePhone: '0689001155', representativeEmail: 'voogd@voorbeeld.example' };
    const known = newerContact(
      toetsThere.contact,
      candidate({ ...toets, representation: 'curator', ...reach }),
      new Set(['representation', 'representativePhone', 'representativeEmail'] as const),
      'list',
    );
    expect(known).toMatchObject({ phones: ['+31689001155'], email: 'voogd@voorbeeld.example' });
    const managed = candidate({ ...toets, representation: 'bewindvoerder' });
    expect(newerContact(known, managed, new Set(['representation'] as const), 'list').phones).toEqual([]);
    const free = candidate({ ...toets, representation: 'nee' });
    expect(newerContact(known, free, new Set(['representation'] as const), 'list')).not.toHaveProperty('email');
    expect(newerContact(known, free, new Set(['representation'] as const), 'list').phones).toEqual([]);
    expect(newerContact(known, free, new Set(['representation', 'phone'] as const), 'list').phones).toEqual([
      '+31689001100',
    ]);
  });

  test('with a whole address abroad is reached there, and with a whole name has its salutation', () => {
    const columns = (['wholeName', 'wholeAddress'] as const).map((becomes) => ({
      column: 'A',
      hidden: false,
      becomes,
    }));
    const known = there('toets', {
      ...toets,
      salutation: 'Mevr.',
      street: 'Verzonnenlaan',
      town: 'Waterhoven',
    }).contact;
    const abroad = {
      street: 'Bedachtestraat',
      houseNumber: '1',
      postcode: '2000',
      town: 'Antwerpen',
      country: 'België',
    };
    const row = candidate({ ...toets, salutation: 'Dhr.', ...abroad });
    expect(newerContact(known, row, fieldsOfColumns(columns), 'list')).toMatchObject({ salutation: 'Dhr.', ...abroad });
  });

  test('without a cell that can be read keeps what was known; with an empty one it is gone', () => {
    expect(difference([{ ...toets, phone: 'geen idee' }], [toetsThere]).effects.changes.size).toBe(0);
    const { effects } = difference([{ clientNumber: '8', surname: 'Toets' }], [toetsThere]);
    expect(effects.changes.get('toets')).toMatchObject({ phones: [], surname: 'Toets' });
  });

  test('says nothing about fields that the list has no column for', () => {
    const fields: readonly ContactField[] = ['clientNumber', 'surname'];
    expect(difference([{ clientNumber: '8', surname: 'Toets' }], [toetsThere], { fields }).fates).toEqual([
      'unchanged',
    ]);
  });

  test('whose yes cannot be shown any more is reached by no channel, and is not ended for it', () => {
    const { fates, effects } = difference([{ ...yes, consent: '' }], [thereAsked], inAsked);
    expect(fates).toEqual(['changed']);
    expect(effects.changes.get('asked')).toMatchObject({ channels: [] });
    expect(effects.ends.size).toBe(0);
    // A newer list mends it.
    const closed = { ...thereAsked, contact: effects.changes.get('asked')! };
    expect(difference([yes], [closed], inAsked).effects.changes.get('asked')).toMatchObject({ channels: ['phone'] });
  });

  test('who says no after a yes withdraws, also when they answered', () => {
    const no = { ...yes, consent: 'nee' };
    expect([...difference([no], [thereAsked], inAsked).effects.ends]).toEqual([['asked', 'withdrawal']]);
    const answered = { ...thereAsked, isOpen: false, hasAnswered: true };
    expect([...difference([no], [answered], inAsked).effects.ends]).toEqual([['asked', 'withdrawal']]);
    const ended = { ...thereAsked, isOpen: false };
    expect(difference([no], [ended], inAsked).effects.ends.size).toBe(0);
  });

  test('who is on a list of people not to approach is stopped', () => {
    const { fates, effects } = difference([toets], [toetsThere], { isSuppressed: () => true });
    expect(fates).toEqual(['stopped']);
    expect([...effects.ends]).toEqual([['toets', 'objection']]);
  });
});

const names =
  'Aker Bosch Cuyl Dorst Evers Fokke Gils Hulst Immink Jorna Kloet Lamers Mulck Noppe Otterdijk Prins'.split(' ');
const row = (nr: number, phone: string): RowValues => ({ clientNumber: String(nr), surname: names[nr]!, phone });
const person = (nr: number) => there(`case-${nr}`, row(nr, '0689001100'), { isOpen: nr % 5 !== 0 });
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 12 });

describe('whatever a newer list holds', () => {
  test('who was there is met or gone; whoever had ended is neither changed nor stopped; all rows add up', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('keep' as const, 'stop' as const), (before, after, gone) => {
        const known = before.map(person);
        const rows = after.map((nr) => row(nr, nr % 2 === 0 ? '0689001100' : '0689001199'));
        const { judged, effects } = difference(rows, known, { gone });
        const open = known.filter(({ isOpen }) => isOpen);
        const met = open.filter(({ key }) => after.includes(Number(key.slice(5))));
        expect(effects.gone).toBe(open.length - met.length);
        expect(effects.ends.size).toBe(gone === 'stop' ? effects.gone : 0);
        const ended = new Set(known.filter(({ isOpen }) => !isOpen).map(({ key }) => key));
        for (const key of [...effects.ends.keys(), ...effects.changes.keys()]) expect(ended.has(key)).toBe(false);
        const report = reportOf(1, judged);
        const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect(report.accepted + sum(report.applied) + sum(report.refused) + report.undecided).toBe(rows.length);
      }),
    );
  });

  test('nobody without anything to be found by is taken for gone', () => {
    const unnamed = there('unnamed', { surname: 'Toets', phone: '0689001100' });
    expect(difference([], [unnamed], { gone: 'stop' }).effects).toMatchObject({ gone: 0 });
    expect(difference([], [toetsThere], { gone: 'stop' }).effects).toMatchObject({ gone: 1 });
  });

  test('what a row changes it changes once', () => {
    const cells = fc.record({
      phone: fc.constantFrom('0689001100', '0689001111', '', 'x'),
      email: fc.constantFrom('', 'a@voorbeeld.example', 'niet te lezen'),
      street: fc.constantFrom('', 'Verzonnenlaan', 'Bedachtestraat'),
      postcode: fc.constantFrom('', '9999 ZZ', '1111 AA'),
      channels: fc.constantFrom('', 'telefoon', 'geen'),
      representation: fc.constantFrom('', 'curator', 'bewindvoerder'),
      representativePhone: fc.constantFrom('', '0689001155'),
    });
    const fields = fc.subarray([
      ...columns,
      'street',
      'postcode',
      'representation',
      'representativePhone',
    ] as ContactField[]);
    fc.assert(
      fc.property(cells, cells, fields, (before, after, spoken) => {
        const known = there('toets', { ...toets, ...before }).contact;
        const read = candidate({ ...toets, ...after });
        const once = newerContact(known, read, new Set(spoken), 'list');
        expect(isSameContact(newerContact(once, read, new Set(spoken), 'list'), once)).toBe(true);
      }),
    );
  });
});

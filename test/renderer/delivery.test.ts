/** A delivery before it is taken in: what the intake screen reckons itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldGroups, meaningsAllowed } from '../../renderer/field-groups.ts';
import {
  aListEach,
  type ChosenList,
  type Decision,
  type DeliveryDraft,
  decided,
  deliveryOf,
  listName,
  moved,
  onSheet,
  strataInNames,
  withColumn,
} from '../../renderer/screens/intake/delivery.ts';
import { partsOf, sumOf } from '../../renderer/screens/intake/written-sum.ts';
import { type RefusedWhole, readyText } from '../../renderer/wording/screens/intake-refusal.ts';
import { contract } from '../../shared/contract.ts';
import { columnMeanings } from '../../shared/intake/column-map.ts';
import { appliedKinds, deliveryKinds, refusalReasons } from '../../shared/intake/report.ts';
import { contactFields } from '../../shared/study/contact-data.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { specialCategories } from '../../shared/study/special-category.ts';

const list = (name: string, more: Partial<ChosenList> = {}): ChosenList => ({
  key: name,
  file: name as ChosenList['file'],
  name,
  stratum: '',
  columns: {},
  ...more,
});
const draft = (more: Partial<DeliveryDraft> = {}): DeliveryDraft => ({
  group: 'partners' as GroupCode,
  kind: 'people',
  lists: [list('partners-oost.csv'), list('partners-west.csv')],
  consent: { text: '', source: '' },
  onePerAddress: false,
  draw: undefined,
  gone: 'keep',
  decisions: [],
  ...more,
});
const sheets = [
  { sheet: 1, name: 'Oost', hidden: false, rows: 12 },
  { sheet: 2, name: 'Toelichting', hidden: true, rows: 3 },
  { sheet: 4, hidden: false, rows: 8 },
];

describe('a delivery as it is asked', () => {
  test('is what the office takes, whatever its kind', () => {
    const { input } = contract['intake.preview'];
    for (const kind of deliveryKinds) {
      const asked = deliveryOf(
        draft({
          kind,
          consent: { text: 'brief versie 2', source: 'registratie' },
          onePerAddress: true,
          draw: { seed: '4711', by: 'stratum', people: 3, perStratum: { Oost: 5 } },
          gone: 'stop',
          decisions: [{ list: 'partners-west.csv', row: 7, take: true }],
        }),
      );
      expect(input.safeParse(asked).success, kind).toBe(true);
    }
  });

  test('has nothing to ask without a list', () => {
    expect(deliveryOf(draft({ lists: [] }))).toBeUndefined();
  });

  test('leaves out what does not belong to its kind', () => {
    const whole = { consent: { text: 'a', source: 'b' }, onePerAddress: true, gone: 'stop' as const };
    expect(deliveryOf(draft({ ...whole, kind: 'people' }))).not.toHaveProperty('gone');
    expect(deliveryOf(draft({ ...whole, kind: 'difference' }))).toMatchObject(whole);
    for (const kind of ['updates', 'stops'] as const)
      for (const name of ['consent', 'onePerAddress', 'draw', 'gone'])
        expect(deliveryOf(draft({ ...whole, kind }))).not.toHaveProperty(name);
  });

  test('leaves out what is blank, and half a record of consent', () => {
    const asked = deliveryOf(draft({ lists: [list('a.csv', { stratum: ' ' })], consent: { text: 'a', source: ' ' } }));
    expect(asked?.files).toEqual([{ file: 'a.csv' }]);
    expect(asked).not.toHaveProperty('consent');
  });

  test('keeps a decision with its list when that is moved, and forgets it with the list', () => {
    const decisions: readonly Decision[] = [{ list: 'partners-west.csv', row: 7, take: false }];
    const { lists } = draft();
    const filesOf = (all: readonly ChosenList[]) => deliveryOf(draft({ lists: all, decisions }))?.decisions;
    expect(filesOf(lists)).toEqual([{ file: 2, row: 7, take: false }]);
    expect(filesOf(moved(lists, 1, -1))).toEqual([{ file: 1, row: 7, take: false }]);
    expect(filesOf(lists.slice(0, 1))).toBeUndefined();
  });
});

describe('the lists', () => {
  const { lists } = draft();
  test('keep the order that was chosen', () => {
    expect(moved(lists, 1, -1).map(({ name }) => name)).toEqual(['partners-west.csv', 'partners-oost.csv']);
    expect(moved(lists, 0, -1)).toBe(lists);
  });

  test('take strata from what sets their names apart: of files, and of sheets of one file', () => {
    expect(strataInNames(lists).map(({ stratum }) => stratum)).toEqual(['Oost', 'West']);
    const split = aListEach([list('partners.xlsx')], 0, 1, [sheets[0]!, { ...sheets[2]!, name: 'West' }]);
    expect(strataInNames(split).map(({ stratum }) => stratum)).toEqual(['Oost', 'West']);
  });

  test('become one each of the sheets that are shown, with a key of its own and what was said of the one in sight', () => {
    const one = list('partners.xlsx', { columns: { B: 'surname' }, password: 'geheim' });
    const split = aListEach([list('eerst.csv'), one], 1, 1, sheets);
    expect(split.map(({ sheet, sheetName }) => [sheet, sheetName])).toEqual([
      [undefined, undefined],
      [1, 'Oost'],
      [4, undefined],
    ]);
    expect(new Set(split.map(({ key }) => key)).size).toBe(3);
    expect(split.map(({ columns }) => columns)).toEqual([{}, { B: 'surname' }, {}]);
    expect(split[2]!.password).toBe('geheim');
    // A hidden one that was chosen on purpose stays.
    expect(aListEach([one], 0, 2, sheets).map(({ sheet }) => sheet)).toEqual([1, 2, 4]);
  });

  test('forget of another sheet what was said of the columns of the former', () => {
    const before = list('partners.xlsx', { columns: { B: 'surname' }, sheet: 1, sheetName: 'Oost' });
    expect(onSheet(before, sheets[2]!)).toEqual(list('partners.xlsx', { sheet: 4 }));
    expect(listName(onSheet(before, sheets[0]!), (name, sheet) => `${name}/${sheet}`)).toBe('partners.xlsx/Oost');
    expect(listName(onSheet(before, sheets[2]!), (name, sheet) => `${name}/${sheet}`)).toBe('partners.xlsx/4');
  });

  test('have a column with another meaning, and as suggested again', () => {
    const changed = withColumn(list('a.csv'), 'C', 'wholeName');
    expect(changed.columns).toEqual({ C: 'wholeName' });
    expect(withColumn(withColumn(changed, 'D', 'not-read'), 'C', undefined).columns).toEqual({ D: 'not-read' });
  });
});

describe('what was decided', () => {
  const on = (row: number, take: boolean): Decision => ({ list: 'a', row, take });
  test('can be decided anew, and stays where it stood', () => {
    expect(decided([on(1, true), on(2, true)], [on(1, false), on(3, false)])).toEqual([
      on(1, false),
      on(2, true),
      on(3, false),
    ]);
  });
});

describe('the written sum', () => {
  const counts = fc.nat({ max: 40 });
  const some = (names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), counts);
  const report = fc
    .record({ accepted: counts, applied: some(appliedKinds), refused: some(refusalReasons), undecided: counts })
    .map((one) => {
      const all = [one.accepted, one.undecided, ...Object.values(one.applied), ...Object.values(one.refused)];
      return { ...one, read: all.reduce((sum, count) => sum + count, 0) };
    });
  const total = (all: readonly { readonly count: number }[]) => all.reduce((sum, { count }) => sum + count, 0);

  test('has every part of it, for one list and for several together', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 8 }), (reports) => {
        for (const one of reports) expect(total(partsOf(one))).toBe(one.read);
        const together = sumOf(reports);
        expect(total(partsOf(together))).toBe(together.read);
        expect(together.read).toBe(reports.reduce((sum, { read }) => sum + read, 0));
      }),
    );
  });

  test('would not add up with a part left out', () => {
    const one = { read: 9, accepted: 4, applied: { moved: 2 }, refused: { minor: 3 }, undecided: 0 };
    expect(total(partsOf(one))).toBe(9);
    expect(total(partsOf({ ...one, refused: {} }))).toBe(6);
  });

  test('stands in the order in which rows are judged', () => {
    const one = { read: 6, accepted: 1, applied: { stopped: 1, changed: 1 }, refused: { minor: 1, deceased: 2 } };
    const names = partsOf({ ...one, undecided: 0 }).map((part) => ('name' in part ? part.name : part.kind));
    expect(names).toEqual(['accepted', 'changed', 'stopped', 'deceased', 'minor']);
  });
});

describe('the meanings that are offered for a column', () => {
  const offered = (allowed: Parameters<typeof meaningsAllowed>[0]) =>
    meaningsAllowed(allowed).flatMap(({ meanings }) => meanings);

  test('are all that there are when all is allowed, each once, and none when nothing is', () => {
    expect(offered(contactFields).toSorted()).toEqual([...columnMeanings].toSorted());
    expect(Object.values(fieldGroups).flat().toSorted()).toEqual([...contactFields].toSorted());
    expect(offered([])).toEqual([]);
  });

  test('have a whole name or address as soon as a part of it is allowed, and a birth date for an age band', () => {
    expect(offered(['surname'])).toEqual(['surname', 'wholeName']);
    expect(offered(['town'])).toEqual(['town', 'wholeAddress', 'postcodeAndTown']);
    expect(offered(['ageBand'])).toEqual(['birthDate', 'birthYear', 'ageBand']);
  });
});

describe('the ready text to the client', () => {
  const number = (more: object = {}): RefusedWhole => ({
    problem: 'intake.citizen-service-number',
    file: 2,
    column: 'AB',
    recognisedBy: 'content',
    ...more,
  });

  test('says which file, sheet and column, and asks for a new one, in plain Dutch', () => {
    const text = readyText(number({ sheet: 3 }), 'Wijkteams');
    for (const part of ['bestand 2', 'blad 3', 'kolom AB', 'burgerservicenummer', 'nieuw bestand zonder het BSN', 'FG'])
      expect(text).toContain(part);
    expect(readyText(number(), 'Wijkteams')).not.toContain(', blad');
    expect(readyText(number({ recognisedBy: 'header' }), 'Wijkteams')).toContain('volgens de kop');
  });

  test.each(specialCategories)('names the special category %s', (category) => {
    const text = readyText({ problem: 'intake.special-category', file: 1, column: 'C', category }, 'Wijkteams');
    expect(text).toContain('bijzondere persoonsgegevens');
    expect(text).not.toMatch(/undefined|burgerservicenummer/);
  });
});

/** The response table: the printed figures of the reference study, and the laws that every table keeps. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { responseTable, type Tally, wholePercent } from '../../../shared/reporting/response-table.ts';
import { modes } from '../../../shared/study/contact-data.ts';
import { type FinalCode, finalCodes } from '../../../shared/study/disposition.ts';
import type { GroupCode } from '../../../shared/study/group.ts';

const groups = ['residents', 'partners', 'team-members'] as GroupCode[];
const [residents, partners, team] = groups as [GroupCode, GroupCode, GroupCode];

const printed: readonly Tally[] = [
  { group: residents, final: '1.1', mode: 'phone', count: 100 },
  { group: residents, final: '1.1', mode: 'web', count: 23 },
  { group: residents, final: '2.11', count: 60 },
  { group: residents, final: '3.30', mode: 'web', count: 30 },
  { group: residents, count: 50 },
  { group: partners, final: '1.1', mode: 'web', count: 92 },
  { group: partners, final: '1.2', mode: 'web', count: 4 },
  { group: partners, count: 70 },
  { group: team, final: '1.1', mode: 'web', count: 39 },
  { group: team, final: '4.10', count: 1 },
  { group: team, count: 14 },
];

test.each([
  ['residents', 263, 123, 47],
  ['partners', 166, 92, 55],
  ['team-members', 54, 39, 72],
])('%s: %i invited, %i responses, %i per cent', (group, invited, responses, percent) => {
  const line = responseTable(printed, groups).groups.find((each) => each.group === group);
  expect(line).toMatchObject({ invited, responses, percent });
});

test('the total is that of the printed table', () => {
  const { total } = responseTable(printed, groups);
  expect(total).toMatchObject({ invited: 483, responses: 254, percent: 53, open: 134 });
  expect(total.byMode).toEqual({ web: 154, phone: 100, visit: 0, paper: 0, email: 0 });
  expect(total.final).toEqual({ I: 254, P: 4, R: 60, NC: 0, O: 0, UH: 0, UR: 0, UO: 30, NE: 1 });
});

test.each([
  [0, 0, null],
  [0, 7, 0],
  [7, 7, 100],
  [1, 200, 1],
  [99, 20_000, 0],
  [1, 8, 13],
  [29, 200, 15],
  [57, 200, 29],
])('%i of %i is %s per cent', (part, whole, percent) => {
  expect(wholePercent(part, whole)).toBe(percent);
});

test('whoever was still open when the fieldwork closed is counted as they stood, and told apart', () => {
  const { total, groups: lines } = responseTable(
    [
      { group: residents, final: '3.19', isFolded: true, count: 3 },
      { group: residents, final: '2.112', isFolded: true, count: 1 },
      { group: residents, final: '3.30', count: 2 },
      { group: partners, count: 4 },
    ],
    groups,
  );
  expect(lines[0]).toMatchObject({ invited: 6, open: 0, final: { UO: 5, R: 1 }, folded: { UO: 3, R: 1 } });
  expect(lines[1]).toMatchObject({ invited: 4, open: 4, folded: { UO: 0 } });
  expect(total.folded).toEqual({ I: 0, P: 0, R: 1, NC: 0, O: 0, UH: 0, UR: 0, UO: 3, NE: 0 });
});

test('a group without cases has no percentage, and stands in the table', () => {
  expect(responseTable([], groups).groups.map((line) => line.percent)).toEqual([null, null, null]);
  expect(responseTable([], []).total).toMatchObject({ invited: 0, percent: null });
});

test('a completed interview without a mode is a fault of the store', () => {
  expect(() => responseTable([{ group: team, final: '1.1', count: 1 }], groups)).toThrow(RangeError);
});

const count = fc.integer({ min: 0, max: 400 });
const group = fc.constantFrom(...groups);
const tally: fc.Arbitrary<Tally> = fc.oneof(
  fc.record({ group, count }),
  fc.record({ group, count, final: fc.constant<FinalCode>('1.1'), mode: fc.constantFrom(...modes) }),
  fc.record(
    {
      group,
      count,
      final: fc.constantFrom(...(Object.keys(finalCodes) as FinalCode[]).slice(1)),
      mode: fc.constantFrom(...modes),
    },
    { requiredKeys: ['group', 'count', 'final'] },
  ),
);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

test('law: the order of the tallies does not matter', () => {
  const shuffled = fc
    .array(tally, { maxLength: 30 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(responseTable(other, groups)).toEqual(responseTable(all, groups));
    }),
  );
});

test('law: every line adds up, and the lines add up to the total', () => {
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 30 }), (all) => {
      const table = responseTable(all, groups);
      for (const line of [...table.groups, table.total]) {
        expect(sum(Object.values(line.byMode))).toBe(line.responses);
        expect(line.final.I).toBe(line.responses);
        expect(sum(Object.values(line.final)) + line.open).toBe(line.invited);
      }
      expect(table.total.invited).toBe(sum(all.map((each) => each.count)));
      for (const figure of ['invited', 'responses', 'open'] as const)
        expect(table.total[figure]).toBe(sum(table.groups.map((line) => line[figure])));
    }),
  );
});

test('law: leaving a group out takes exactly its cases from the total', () => {
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 30 }), (all) => {
      const table = responseTable(all, groups);
      expect(responseTable(all, [residents, partners]).total.invited).toBe(
        table.total.invited - table.groups[2]!.invited,
      );
    }),
  );
});

/** The practice study through reader and gate: its files must come out as the study that they were made after. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readPhone } from '../../../electron/files/phone-number.ts';
import { readExtract } from '../../../electron/files/read-file.ts';
import { teams } from '../../../electron/practice/teams.ts';
import { practiceFiles } from '../../../scripts/practice-study/practice-files.ts';
import { day } from '../../../shared/calendar.ts';
import { fieldsMissing } from '../../../shared/intake/column-map.ts';
import { acceptRows, type IntakeFile, type IntakeResult, type KnownPerson } from '../../../shared/intake/gate.ts';
import { contactFields, usableChannels } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';

const files = practiceFiles();
const today = day('2026-11-02');
const agreement = { allowedFields: contactFields, startsOn: day('2026-01-01'), endsOn: day('2027-12-31') };

const residents: Group = {
  code: 'residents' as GroupCode,
  title: 'Residents',
  consentBasis: 'opt-in',
  asked: { text: 'Consent form 2', source: 'Files of the teams' },
  excludesMinors: true,
  consentBasisByStratum: Object.fromEntries(teams.map((team) => [team.name, team.residentsAsked])),
};
const atWork: Group = { ...residents, consentBasis: 'business-contact', consentBasisByStratum: {} };

async function intakeOf(
  group: Group,
  sources: readonly { readonly name: string; readonly stratum?: string }[],
  known: readonly KnownPerson[] = [],
): Promise<IntakeResult> {
  const read: IntakeFile[] = [];
  for (const [index, { name, stratum }] of sources.entries()) {
    const { columns, rows } = await readExtract(files.get(name)!, { allowed: contactFields, today }, index + 1);
    expect(fieldsMissing(columns, group)).toEqual([]);
    read.push({ file: index + 1, rows, ...(stratum === undefined ? {} : { stratum }) });
  }
  return acceptRows({ files: read, group, agreement, today, known, readPhone });
}

describe('the residents', () => {
  let result: IntakeResult;
  beforeAll(async () => {
    result = await intakeOf(residents, [{ name: 'residents.xlsx' }]);
  });

  it('are 263 of 341 rows, and every other row has its one reason', () => {
    expect(result.reports).toMatchObject([
      {
        read: 341,
        accepted: 263,
        refused: { deceased: 9, objection: 14, 'no-consent': 26, unreachable: 12, duplicate: 17 },
      },
    ]);
  });

  it('can be reached: 63 by e-mail, 200 without it by letter, 184 by telephone', () => {
    const usable = result.accepted.map(({ contact }) => usableChannels(contact));
    const withEmail = usable.filter((channels) => channels.includes('email'));
    const others = usable.filter((channels) => !channels.includes('email'));
    expect(withEmail).toHaveLength(63);
    expect(others).toHaveLength(200);
    expect(others.every((channels) => channels.includes('letter'))).toBe(true);
    expect(usable.filter((channels) => channels.includes('phone'))).toHaveLength(184);
  });

  it('have a team each, and were asked as their team was', () => {
    expect(new Set(result.accepted.map((each) => each.stratum))).toEqual(new Set(teams.map((team) => team.name)));
    for (const { stratum, basis } of result.accepted) expect(basis).toBe(residents.consentBasisByStratum[stratum!]);
  });

  it('have real days, and no column that is not in the agreement', async () => {
    const { columns, rows } = await readExtract(files.get('residents.xlsx')!, { allowed: contactFields, today });
    const notRead = columns.filter((column) => column.becomes === 'not-recognised').map((column) => column.header);
    expect(notRead).toEqual(['Hulpvraag', 'Opmerking consulent']);
    expect(rows.every(({ values }) => /^(19|20)\d\d-\d\d-\d\d$/.test(values.birthDate ?? '1900-01-01'))).toBe(true);
    expect(rows.filter(({ values }) => values.birthDate !== undefined).length).toBeGreaterThan(300);
  });
});

it('the first delivery is refused for its citizen service numbers, also when they are not read', async () => {
  const bytes = files.get('residents-first-delivery.xlsx')!;
  await expect(readExtract(bytes, { allowed: ['surname'], today })).rejects.toMatchObject({
    problem: { problem: 'intake.citizen-service-number', file: 1, column: 'B', recognisedBy: 'header' },
  });
});

it('the partners are 166 over eight lists, at least fifteen of each team', async () => {
  const sources = teams.map((team) => ({ name: `partners-${team.code}.csv`, stratum: team.name }));
  const { accepted, reports } = await intakeOf(atWork, sources);
  expect(accepted).toHaveLength(166);
  const sum = (reason: 'duplicate' | 'unreachable') =>
    reports.reduce((total, report) => total + report.refused[reason], 0);
  expect([sum('duplicate'), sum('unreachable')]).toEqual([70, 9]);
  expect(reports.reduce((total, report) => total + report.read, 0)).toBe(166 + 70 + 9);
  for (const { name } of teams)
    expect(accepted.filter((each) => each.stratum === name).length).toBeGreaterThanOrEqual(15);
});

it('the team members are 54', async () => {
  const { accepted, reports } = await intakeOf(atWork, [{ name: 'team-members.xlsx' }]);
  expect(accepted).toHaveLength(54);
  expect(reports[0]!.refusedRows).toEqual([]);
});

it('nobody is asked about: neither within a group nor for standing in another', async () => {
  const known: KnownPerson[] = [];
  const lists: readonly (readonly [Group, string, readonly { readonly name: string }[]])[] = [
    [residents, 'residents', [{ name: 'residents.xlsx' }]],
    [atWork, 'partners', teams.map((team) => ({ name: `partners-${team.code}.csv` }))],
    [atWork, 'team-members', [{ name: 'team-members.xlsx' }]],
  ];
  const questions = [];
  for (const [group, code, sources] of lists) {
    const result = await intakeOf({ ...group, code: code as GroupCode }, sources, known);
    questions.push(...result.questions);
    for (const { file, row, contact, identity } of result.accepted)
      known.push({ key: `${code} ${file} ${row}`, group: code as GroupCode, contact, identity });
  }
  expect(known).toHaveLength(263 + 166 + 54);
  expect(questions).toEqual([]);
  // Whoever does stand in two of them is asked about.
  const again = await intakeOf({ ...atWork, code: 'others' as GroupCode }, [{ name: 'team-members.xlsx' }], known);
  expect(again.questions.map(({ why }) => why)).toEqual(Array(54).fill('other-group'));
});

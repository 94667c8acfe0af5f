/** The same list in every kind of file gives the same cases. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readPhone } from '../../../electron/files/phone-number.ts';
import { readExtract } from '../../../electron/files/read-file.ts';
import { teams } from '../../../electron/practice/teams.ts';
import { day } from '../../../shared/calendar.ts';
import { acceptRows, type IntakeResult } from '../../../shared/intake/gate.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';
import { type SameFile, sameFiles, samePeople } from '../../fixtures/ugly-files/same-people.ts';

const today = day('2026-06-01');
const agreement = { allowedFields: contactFields, startsOn: day('2026-01-01'), endsOn: day('2027-12-31') };
const group: Group = {
  code: 'residents' as GroupCode,
  title: 'Residents',
  consentBasis: 'opt-in',
  asked: { text: 'Consent form 2', source: 'Files of the teams' },
  consentBasisByStratum: Object.fromEntries(teams.map((team) => [team.name, team.residentsAsked])),
};
const people = samePeople();
const files = await sameFiles(people);

async function casesOf({ bytes, password }: SameFile): Promise<IntakeResult> {
  const { rows } = await readExtract(bytes, { allowed: contactFields, today }, 1, { password });
  return acceptRows({ files: [{ file: 1, rows }], group, agreement, today, known: [], readPhone });
}

describe('three hundred people', () => {
  let first: IntakeResult;
  beforeAll(async () => {
    first = await casesOf(files[0]!);
  });

  it('become three hundred cases, as they were invented', () => {
    expect(first.reports).toMatchObject([{ read: 300, accepted: 300, undecided: 0 }]);
    first.accepted.forEach(({ contact, row, stratum }, index) => {
      const one = people[index]!;
      expect(row).toBe(index + 2);
      expect(stratum).toBe(one.team.name);
      expect(contact.surname).toBe(one.surname);
      expect(contact.birthDate).toBe(one.birthDate);
      expect(contact.houseNumber ?? '').toBe(one.houseNumber);
      expect(contact.email ?? '').toBe(one.email.trim().toLowerCase());
      expect(contact.clientNumber).toBe(one.clientNumber);
    });
  });

  test.each(files.slice(1))('become the same cases from a file of the kind $kind', async (file) => {
    const { accepted, reports } = await casesOf(file);
    expect(reports).toEqual(first.reports);
    expect(accepted).toEqual(first.accepted);
  });

  it('are at least twelve kinds of file, of which no two are the same bytes', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(files.length);
  });
});

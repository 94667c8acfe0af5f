/** Random deliveries for the laws of the gate: few values for each field, so that people meet themselves and one another often. */
import fc from 'fast-check';
import { day } from '../../../shared/calendar.ts';
import type { RowValues } from '../../../shared/intake/extract.ts';
import { identityKeys, stopListKeys, stopListLookUps } from '../../../shared/intake/identity.ts';
import type { Intake, IntakeFile, KnownPerson } from '../../../shared/intake/intake.ts';
import { readContact } from '../../../shared/intake/read-contact.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';
import type { ConsentBasis, Group, GroupCode } from '../../../shared/study/group.ts';

export const agreement = { allowedFields: contactFields, startsOn: day('2026-01-01'), endsOn: day('2026-12-31') };
export const today = day('2026-03-01');
export const readPhone = (text: string) => (/^0\d{9}$/.test(text) ? `+31${text.slice(1)}` : undefined);
export const residents: Group = {
  code: 'residents' as GroupCode,
  title: 'Residents',
  consentBasis: 'opt-in',
  consentBasisByStratum: { 'Team Zuid': 'no-objection' },
  excludesMinors: true,
};
const others = 'partners' as GroupCode;

/** Rows of one file; the first is row 2. */
export function fileOf(rows: readonly RowValues[], file = 1): IntakeFile {
  return { file, rows: rows.map((values, index) => ({ row: index + 2, values })) };
}

const maybe = (...texts: string[]) => fc.constantFrom(undefined, '', ...texts);

export const anyRow: fc.Arbitrary<RowValues> = fc
  .record({
    clientNumber: maybe(...'123456789'.split('').map((digit) => `4${digit}`)),
    initials: maybe('A.', 'B.', 'A.B.'),
    surname: fc.constantFrom('Proef', 'Proeff', 'Toets', 'van der Proef-Toets', undefined),
    birthDate: maybe('1957-03-12', '12-4-1960', '2008-03-01', '2008-03-02', '?'),
    street: fc.constantFrom('Teststraat', undefined),
    houseNumber: fc.constantFrom('1', '2', '3 a'),
    postcode: fc.constantFrom('1234 AB', '1234ac', '?'),
    town: fc.constant('Waterhoven'),
    phone: maybe('0612345678', '0612345679', '?'),
    email: maybe('a@example.org', 'b@example.org', 'c@example.org', 'd@example.org', 'kapot'),
    stratum: maybe('Noord', 'team zuid', 'a@example.org'),
    consent: fc.constantFrom('ja', 'ja', 'ja', 'ja', 'nee', 'bezwaar', 'misschien', undefined),
    consentOn: fc.constantFrom('2026-01-10', '2026-01-10', '2026-04-01', undefined),
    channels: maybe('brief', 'telefoon, e-mail', 'brief, telefoon', 'geen', 'fax'),
    deceased: fc.constantFrom(...Array(12).fill(undefined), 'nee', 'ja', '?'),
    representation: fc.constantFrom(...Array(6).fill(undefined), 'curator', 'mentor', 'bewindvoerder'),
    representativePhone: maybe('0612345670'),
    consentText: maybe('Version 3'),
  })
  .map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text)));

export const anyFiles: fc.Arbitrary<readonly IntakeFile[]> = fc
  .array(fc.array(anyRow, { maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((files) => files.map((rows, index) => fileOf(rows, index + 1)));

const anyKnown: fc.Arbitrary<readonly KnownPerson[]> = fc
  .array(
    fc.tuple(
      anyRow,
      fc.constantFrom(residents.code, others, others),
      fc.constantFrom(undefined, undefined, 'objection'),
    ),
    { maxLength: 4 },
  )
  .map((rows) =>
    rows.map(([values, group, ended], index): KnownPerson => {
      const { contact } = readContact(values, readPhone);
      const identity = identityKeys(contact, group === others ? 'business-contact' : 'opt-in');
      return { key: `case-${index}`, group, contact, identity, ...(ended === 'objection' ? { ended } : {}) };
    }),
  );

const anyDraw = fc.option(
  fc.record({
    seed: fc.nat(999_999).map(String),
    people: fc.option(fc.nat(6), { nil: undefined }),
    perStratum: fc.constantFrom<Record<string, number>>({}, {}, { Noord: 2 }, { 'Team Zuid': 1, Noord: 3 }),
  }),
  { nil: undefined },
);

export const anyIntake: fc.Arbitrary<Intake> = fc
  .record({
    files: anyFiles,
    known: anyKnown,
    basis: fc.constantFrom<ConsentBasis>('opt-in', 'opt-in', 'no-objection', 'business-contact'),
    onePerAddress: fc.boolean(),
    draw: anyDraw,
    decisions: fc.array(
      fc.record({ file: fc.integer({ min: 1, max: 3 }), row: fc.integer({ min: 2, max: 14 }), take: fc.boolean() }),
    ),
    asked: fc.option(fc.constant({ text: 'Version 2', source: 'Files of the teams' }), { nil: undefined }),
    stops: fc.array(anyRow, { maxLength: 1 }),
  })
  .map(({ basis, asked, stops, ...intake }) => {
    const listed = new Set(stops.flatMap((row) => stopListKeys(readContact(row, readPhone).contact)));
    return {
      ...intake,
      ...{ agreement, today, readPhone },
      group: { ...residents, consentBasis: basis, asked },
      isSuppressed: (contact) => stopListLookUps(contact).some((key) => listed.has(key)),
    };
  });

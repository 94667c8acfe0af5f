import { describe, expect, it, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { RowValues } from '../../../shared/intake/extract.ts';
import { acceptRows, type IntakeFile, type KnownPerson } from '../../../shared/intake/gate.ts';
import type { RefusalReason } from '../../../shared/intake/report.ts';
import { Refusal } from '../../../shared/problem.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';

const agreement = { allowedFields: contactFields, startsOn: day('2026-01-01'), endsOn: day('2026-12-31') };
const readPhone = (text: string) => (/^0\d{9}$/.test(text) ? `+31${text.slice(1)}` : undefined);
const residents: Group = {
  code: 'residents' as GroupCode,
  title: 'Residents',
  consentBasis: 'opt-in',
  consentBasisByStratum: { 'Team Zuid': 'no-objection' },
};
const partners: Group = { ...residents, consentBasis: 'business-contact', consentBasisByStratum: {} };

function intake(group: Group, files: readonly IntakeFile[], known: readonly string[] = []) {
  return acceptRows({
    files,
    group,
    agreement,
    today: day('2026-03-01'),
    known: known.length === 0 ? [] : [knownAs(known)],
    readPhone,
  });
}

function knownAs(identity: readonly string[]): KnownPerson {
  return { key: 'case-1', group: residents.code, contact: { phones: [], channels: [] }, identity };
}

/** Rows of one file; the first is row 2. */
function fileOf(rows: readonly RowValues[], file = 1): IntakeFile {
  return { file, rows: rows.map((values, index) => ({ row: index + 2, values })) };
}

function reasons(group: Group, rows: readonly RowValues[], known: readonly string[] = []) {
  return intake(group, [fileOf(rows)], known).judged.map(({ fate }) =>
    fate.kind === 'refused' ? fate.reason : fate.kind,
  );
}

const address = { surname: 'Proef', street: 'Teststraat', houseNumber: '1', postcode: '1234 AB', town: 'Waterhoven' };
const agreed: RowValues = { ...address, consent: 'ja', consentOn: '2026-01-10', channels: 'brief, telefoon' };
const dead = { deceased: 'ja' };

describe('one row', () => {
  test.each<[string, RowValues, RefusalReason | 'accepted']>([
    ['a yes with its date and a channel', agreed, 'accepted'],
    ['a yes without a date', { ...agreed, consentOn: '' }, 'no-consent'],
    ['a yes with a date that cannot be read', { ...agreed, consentOn: 'jan' }, 'no-consent'],
    ['a yes of tomorrow', { ...agreed, consentOn: '2026-03-02' }, 'no-consent'],
    ['a yes of today', { ...agreed, consentOn: '2026-03-01' }, 'accepted'],
    ['a no', { ...agreed, consent: 'nee' }, 'no-consent'],
    ['nothing', { ...agreed, consent: '' }, 'no-consent'],
    ['no objection', { ...agreed, consent: 'geen bezwaar' }, 'no-consent'],
    ['something else', { ...agreed, consent: 'misschien' }, 'no-consent'],
    ['an objection', { ...agreed, consent: 'bezwaar' }, 'objection'],
    ['no channel', { ...agreed, channels: '' }, 'unreachable'],
    ['a channel without an address for it', { ...agreed, channels: 'e-mail' }, 'unreachable'],
    ['an address that is broken', { ...agreed, postcode: '12' }, 'unreachable'],
    ['having died', { ...agreed, ...dead }, 'deceased'],
    ['having died and objected', { ...agreed, ...dead, consent: 'bezwaar' }, 'deceased'],
    ['having objected, without any channel', { consent: 'bezwaar' }, 'objection'],
    ['neither consent nor channel', {}, 'no-consent'],
  ])('under opt-in, with %s', (_, row, expected) => {
    expect(reasons(residents, [row])).toEqual([expected]);
  });

  test.each<[string, RowValues, RefusalReason | 'accepted']>([
    ['nothing', {}, 'accepted'],
    ['a yes', { consent: 'ja' }, 'accepted'],
    ['no objection', { consent: 'geen bezwaar' }, 'accepted'],
    ['an objection', { consent: 'bezwaar' }, 'objection'],
    ['a no', { consent: 'nee' }, 'objection'],
    ['something else', { consent: 'misschien' }, 'no-consent'],
    ['channels that do not reach', { channels: 'e-mail' }, 'unreachable'],
  ])('where the stratum could object, with %s', (_, row, expected) => {
    expect(reasons(residents, [{ ...address, stratum: 'Team Zuid', ...row }])).toEqual([expected]);
  });

  test.each<[string, RowValues, RefusalReason | 'accepted']>([
    ['an e-mail address', { email: 'a@example.org' }, 'accepted'],
    ['a broken e-mail address', { email: 'a@example' }, 'unreachable'],
    ['only a telephone and an address', { ...address, phone: '0612345678' }, 'unreachable'],
    ['an objection', { email: 'a@example.org', consent: 'bezwaar' }, 'objection'],
    ['a no', { email: 'a@example.org', consent: 'nee' }, 'objection'],
  ])('of a business contact, with %s', (_, row, expected) => {
    expect(reasons(partners, [row])).toEqual([expected]);
  });
});

describe('strata and channels', () => {
  it('spells the stratum as the group does, and asks consent as its stratum was asked', () => {
    const rows = [
      { ...address, initials: 'A.', stratum: 'TEAM ZUID' },
      { ...agreed, initials: 'B.', stratum: 'Noord' },
    ];
    const { accepted } = intake(residents, [fileOf(rows)]);
    expect(accepted.map(({ stratum, basis }) => [stratum, basis])).toEqual([
      ['Team Zuid', 'no-objection'],
      ['Noord', 'opt-in'],
    ]);
    expect(accepted[0]!.contact.channels).toEqual(['email', 'letter', 'phone']);
    expect(accepted[1]!.contact.channels).toEqual(['letter', 'phone']);
  });

  it('gives the rows of a file its stratum, unless they name their own', () => {
    const file = {
      ...fileOf([{ email: 'a@example.org' }, { email: 'b@example.org', stratum: 'Oost' }]),
      stratum: 'West',
    };
    expect(intake(partners, [file]).accepted.map((row) => row.stratum)).toEqual(['West', 'Oost']);
  });

  it('takes over no field that the agreement does not allow', () => {
    const file = fileOf([{ email: 'a@example.org', phone: '0612345678', surname: 'Proef' }]);
    const narrow = { ...agreement, allowedFields: ['email'] as const };
    const { accepted } = acceptRows({
      files: [file],
      group: partners,
      agreement: narrow,
      today: day('2026-03-01'),
      known: [],
      readPhone,
    });
    expect(accepted[0]!.contact).toEqual({ email: 'a@example.org', phones: [], channels: ['email'] });
  });

  test.each(['2025-12-31', '2027-01-01'])('refuses the whole on %s, outside the agreement', (today) => {
    const call = () => acceptRows({ files: [], group: partners, agreement, today: day(today), known: [], readPhone });
    expect(call).toThrow(Refusal);
    expect(call).toThrow('study.outside-agreement-dates');
  });
});

describe('the same person twice', () => {
  const born = { ...agreed, initials: 'A.', birthDate: '1957-03-12' };
  const byMail = { email: 'a@example.org', channels: 'e-mail' };

  test.each<[string, RowValues, RowValues]>([
    ['client number', { ...agreed, clientNumber: '0101' }, { ...agreed, surname: 'Ander', clientNumber: '101' }],
    ['name, birth date and postcode', born, { ...born, surname: 'PROEF', postcode: '1234ab', birthDate: '12-3-1957' }],
  ])('is known by %s', (_, first, second) => {
    expect(reasons(residents, [first, second])).toEqual(['accepted', 'duplicate']);
  });

  test.each<[string, RowValues, RowValues]>([
    ['another birth date', born, { ...born, birthDate: '1957-03-13' }],
    ['other initials', born, { ...born, initials: 'B.' }],
    [
      'an e-mail address shared at home',
      { ...born, email: 'a@example.org' },
      { ...agreed, ...byMail, surname: 'Ander' },
    ],
  ])('is not seen in rows with %s', (_, first, second) => {
    expect(reasons(residents, [first, second])).toEqual(['accepted', 'accepted']);
  });

  test.each<[string, RowValues, RowValues]>([
    ['another postcode', born, { ...born, postcode: '1234 AC' }],
    ['no birth date', agreed, agreed],
    ['an e-mail address and a surname in common', { ...agreed, ...byMail }, { ...agreed, ...byMail, postcode: '' }],
  ])('is for a person to decide in rows with %s', (_, first, second) => {
    expect(reasons(residents, [first, second])).toEqual(['accepted', 'undecided']);
  });

  it('is known by the e-mail address of a business contact, over files', () => {
    const { reports } = intake(partners, [
      fileOf([{ email: 'A@example.org' }], 1),
      fileOf([{ email: 'b@example.org' }, { email: 'a@example.org' }], 2),
    ]);
    expect(reports.map((report) => [report.read, report.accepted, report.refused.duplicate])).toEqual([
      [1, 1, 0],
      [2, 1, 1],
    ]);
  });

  it('is known from an earlier intake', () => {
    const first = intake(partners, [fileOf([{ email: 'a@example.org' }])]);
    expect(reasons(partners, [{ email: 'a@example.org' }], first.accepted[0]!.identity)).toEqual(['duplicate']);
  });

  it('stays once: the first that can be accepted', () => {
    const row = { ...agreed, clientNumber: '1' };
    expect(reasons(residents, [{ ...row, channels: '' }, row, row])).toEqual(['unreachable', 'accepted', 'duplicate']);
  });

  it('is followed over a row that joins two keys', () => {
    const joined = { ...born, clientNumber: '1' };
    expect(reasons(residents, [{ ...agreed, clientNumber: '1' }, joined, born])).toEqual([
      'accepted',
      'duplicate',
      'duplicate',
    ]);
  });

  it('is left alone when any row says so, before or after', () => {
    const row = { ...agreed, clientNumber: '1' };
    expect(reasons(residents, [row, { ...row, consent: 'bezwaar' }])).toEqual(['objection', 'objection']);
    expect(reasons(residents, [row, { ...row, consent: 'bezwaar' }, { ...row, ...dead }])).toEqual(
      Array(3).fill('deceased'),
    );
    const joined = { ...born, clientNumber: '1' };
    expect(reasons(residents, [born, joined, { clientNumber: '1', consent: 'bezwaar' }])).toEqual(
      Array(3).fill('objection'),
    );
  });

  it('is not approached by one row when another says something about it that cannot be read', () => {
    const row = { ...address, clientNumber: '1', stratum: 'Team Zuid', phone: '0612345678' };
    expect(reasons(residents, [row, row])).toEqual(['accepted', 'duplicate']);
    expect(reasons(residents, [row, { ...row, consent: 'liever niet' }])).toEqual(['no-consent', 'no-consent']);
  });

  it('is for a person to decide when any of the rows tells of a mentor', () => {
    const row = { ...agreed, clientNumber: '1' };
    expect(reasons(residents, [row, { ...row, representation: 'mentor' }])).toEqual(['undecided', 'duplicate']);
  });

  it('is left alone over any number of rows between', () => {
    const rows = [
      { ...agreed, clientNumber: '2' },
      { ...born, clientNumber: '2' },
      { ...born, clientNumber: '1' },
      { clientNumber: '1', consent: 'bezwaar' },
    ];
    expect(reasons(residents, rows)).toEqual(Array(4).fill('objection'));
  });

  it('is told when someone who was accepted before has died or objects now', () => {
    const row = { ...agreed, clientNumber: '1' };
    const [before] = intake(residents, [fileOf([row])]).accepted;
    const { ended } = intake(
      residents,
      [
        fileOf([
          { ...row, ...dead },
          { ...agreed, clientNumber: '2', consent: 'bezwaar' },
        ]),
      ],
      before!.identity,
    );
    expect(ended).toEqual([{ key: 'case-1', reason: 'deceased' }]);
  });

  describe('in two other groups', () => {
    const one = { ...born, clientNumber: '1' };
    const { identity, contact } = intake(residents, [fileOf([one])]).accepted[0]!;
    const inGroup = (code: string, ended?: 'objection'): KnownPerson => ({
      ...{ key: code, group: code as GroupCode, contact, identity },
      ...(ended === undefined ? {} : { ended }),
    });
    const judged = (row: RowValues, known: readonly KnownPerson[]) =>
      acceptRows({ files: [fileOf([row])], group: residents, agreement, today: day('2026-03-01'), known, readPhone });

    it('is left alone when they objected in either', () => {
      const [objected, open] = [inGroup('first', 'objection'), inGroup('second')];
      for (const known of [
        [objected, open],
        [open, objected],
      ])
        expect(judged(one, known).reports[0]!.refused.objection).toBe(1);
      expect(judged(one, [open]).undecided).toBe(1);
    });

    it('has a death told in both', () => {
      const { ended } = judged({ ...one, ...dead }, [inGroup('first'), inGroup('second')]);
      expect(ended.map(({ key }) => key).toSorted()).toEqual(['first', 'second']);
    });
  });
});

/** The practice study: the committed files are what the script makes, and come out as the reference study does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { read, utils } from 'xlsx';
import { teams } from '../../electron/practice/teams.ts';
import {
  duplicateKinds,
  partnersCounts,
  questionnaireItems,
  residentsCounts,
  residentsRefused,
  teamMembersCounts,
} from '../../scripts/practice-study/counts.ts';
import { passesElevenTest } from '../../scripts/practice-study/invented-person.ts';
import { practiceFiles } from '../../scripts/practice-study/practice-files.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { bytesOf, folder, type Line, linesOf, listLines, sheetsOf, workbookLines } from './practice-study-lines.ts';

const project = join(import.meta.dirname, '../..');
const lists = teams.map((team) => ({ team, lines: listLines(`partners-${team.code}.csv`) }));
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@,]+\.[^\s@,]+$/.test(text.trim());
const canRing = (text: string): boolean => parsePhoneNumberFromString(text, 'NL')?.isValid() ?? false;

interface Judged {
  readonly line: Line;
  readonly reason?: keyof typeof residentsRefused;
  readonly byEmail: boolean;
  readonly byLetter: boolean;
  readonly byPhone: boolean;
}

/** Judges the residents by the rules of the study, written down once more. */
function judgeResidents(lines: readonly Line[]): readonly Judged[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const agreed = (line.Kanalen ?? '').split(', ');
    const byEmail = agreed.includes('e-mail') && isEmail(line['E-mail']!);
    const byLetter =
      agreed.includes('brief') && ['Straat', 'Huisnummer', 'Postcode', 'Woonplaats'].every((part) => line[part] !== '');
    const byPhone = agreed.includes('telefoon') && (canRing(line.Telefoon!) || canRing(line.Mobiel!));
    const asked = teams.find((team) => team.name === line.Wijkteam)!.residentsAsked;
    const person = [
      line.Voorletters,
      line.Tussenvoegsel,
      line.Achternaam,
      line.Geboortedatum,
      line.Postcode!.replace(' ', ''),
    ];
    const keys = [line.Cliëntnummer!, person.join('|').toLowerCase()];
    const reason = ((): keyof typeof residentsRefused | undefined => {
      if (line.Overleden === 'ja') return 'deceased';
      if (line.Toestemming === 'bezwaar') return 'objection';
      if (asked === 'opt-in' && (line.Toestemming !== 'ja' || line['Datum toestemming'] === '')) return 'noConsent';
      if (!byEmail && !byLetter && !byPhone) return 'unreachable';
      return keys.some((key) => seen.has(key)) ? 'duplicate' : undefined;
    })();
    if (reason === undefined) for (const key of keys) seen.add(key);
    return { line, byEmail, byLetter, byPhone, ...(reason === undefined ? {} : { reason }) };
  });
}

const residents = workbookLines('residents.xlsx');
const accepted = judgeResidents(residents).filter(({ reason }) => reason === undefined);

/** Each part of a zip file, unpacked: two zlibs may pack the same content differently. */
function unpacked(zip: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(zip);
  const parts = new Map<string, string>();
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50; ) {
    const size = file.readUInt32LE(at + 18);
    const nameEnd = at + 30 + file.readUInt16LE(at + 26);
    parts.set(
      file.toString('utf8', at + 30, nameEnd),
      inflateRawSync(file.subarray(nameEnd, nameEnd + size)).toString('utf8'),
    );
    at = nameEnd + size;
  }
  return parts;
}

describe('the files', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('are the committed ones, written by the command', () => {
    const target = mkdtempSync(join(tmpdir(), 'practice-study-'));
    try {
      const run = spawnSync(process.execPath, ['scripts/practice-study/make.ts', target], {
        cwd: project,
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(readdirSync(target).sort()).toEqual(readdirSync(folder).sort());
      for (const name of readdirSync(target)) {
        const made = new Uint8Array(readFileSync(join(target, name)));
        if (name.endsWith('.csv')) expect(made, name).toEqual(bytesOf(name));
        else {
          expect(unpacked(made).size, name).toBeGreaterThan(8);
          expect(unpacked(made), name).toEqual(unpacked(bytesOf(name)));
        }
      }
    } finally {
      rmSync(target, { recursive: true });
    }
  });

  it('are the same bytes on another day and in another time zone', () => {
    const before = practiceFiles();
    vi.useFakeTimers({ now: new Date('2031-07-09T23:30:00Z') });
    vi.stubEnv('TZ', 'Pacific/Auckland');
    expect(new Date().getDate()).toBe(10);
    expect(practiceFiles()).toEqual(before);
  });

  it('stay small', () => {
    const total = readdirSync(folder).reduce((sum, name) => sum + bytesOf(name).length, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(180_000);
  });
});

describe('the residents', () => {
  it('come out as 263 accepted and 78 refused, each for the reason meant', () => {
    const counts = new Map<string, number>();
    for (const { reason } of judgeResidents(residents))
      counts.set(reason ?? 'accepted', (counts.get(reason ?? 'accepted') ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ ...residentsRefused, accepted: residentsCounts.accepted });
    expect(residents).toHaveLength(residentsCounts.rows);
    expect(residentsCounts.accepted).toBe(263);
  });

  it('divide over e-mail, letter and telephone as in the reference study', () => {
    const withoutEmail = accepted.filter(({ byEmail }) => !byEmail);
    expect(accepted.length - withoutEmail.length).toBe(63);
    expect(withoutEmail).toHaveLength(200);
    expect(withoutEmail.every(({ byLetter }) => byLetter)).toBe(true);
    expect(accepted.filter(({ byPhone }) => byPhone)).toHaveLength(residentsCounts.byPhone);
    expect(withoutEmail.filter(({ byPhone }) => byPhone)).toHaveLength(residentsCounts.withoutEmailByPhone);
    expect(residentsCounts.byPhone).toBeGreaterThanOrEqual(175);
    expect(residentsCounts.withoutEmailByPhone).toBeGreaterThanOrEqual(110);
  });

  it('are refused for one reason only: without it they would be accepted', () => {
    const mended = residents.map((line) => ({
      ...line,
      Overleden: '',
      Toestemming: 'ja',
      'Datum toestemming': '01-02-2026',
    }));
    const reasons = judgeResidents(mended).flatMap(({ reason }) => reason ?? []);
    expect(reasons.toSorted()).toEqual([
      ...Array.from({ length: residentsRefused.duplicate }, () => 'duplicate'),
      ...Array.from({ length: residentsRefused.unreachable }, () => 'unreachable'),
    ]);
  });

  it('stand in the file twice by client number, or by name, birth date and postcode', () => {
    const duplicates = judgeResidents(residents).filter(({ reason }) => reason === 'duplicate');
    const numbers = new Set(accepted.map(({ line }) => line.Cliëntnummer));
    expect(duplicates.filter(({ line }) => numbers.has(line.Cliëntnummer))).toHaveLength(
      duplicateKinds.sameClientNumber,
    );
    expect(duplicates).toHaveLength(duplicateKinds.sameClientNumber + duplicateKinds.samePerson);
    const homes = accepted.map(({ line }) => [line.Achternaam, line.Straat, line.Huisnummer, line.Postcode].join('|'));
    expect(homes.length - new Set(homes).size).toBe(4); // couples at one address are no duplicates
  });

  it('have malformed numbers and addresses among the accepted too, and telephones in many notations', () => {
    const broken = accepted.filter(({ line }) => line['E-mail'] !== '' && !isEmail(line['E-mail']!));
    expect(broken.length).toBeGreaterThanOrEqual(10);
    const ringable = accepted.flatMap(({ line }) => [line.Telefoon!, line.Mobiel!]).filter((number) => number !== '');
    expect(ringable.filter((number) => !canRing(number)).length).toBeGreaterThanOrEqual(10);
    const notations = new Set(ringable.filter(canRing).map((number) => number.replaceAll(/\d/g, '9')));
    expect(notations.size).toBeGreaterThanOrEqual(8);
  });

  it('can each be recognised by values that nobody else has', () => {
    const emails = accepted.flatMap(({ line, byEmail }) => (byEmail ? [line['E-mail']!.toLowerCase()] : []));
    expect(new Set(emails).size).toBe(63);
    const numbers = accepted.map(({ line }) => line.Cliëntnummer!);
    expect(new Set(numbers).size).toBe(263);
    expect(numbers.every((number) => number.length >= 8)).toBe(true);
  });

  it('carry citizen service numbers in the first delivery only, and are the same people', () => {
    const first = workbookLines('residents-first-delivery.xlsx');
    expect(first).toHaveLength(residentsCounts.rows);
    expect(first.every(({ BSN }) => passesElevenTest(BSN!) && BSN!.startsWith('9999'))).toBe(true);
    expect(['111222333', '123456782', '999990019'].map(passesElevenTest)).toEqual([true, true, true]);
    expect(['123456789', '000000000'].map(passesElevenTest)).toEqual([false, false]);
    expect(first.map(({ BSN: _, ...line }) => line)).toEqual(residents);

    const nineDigits = (lines: readonly Line[]): number =>
      lines.flatMap(Object.values).filter((cell) => /^\d{9}$/.test(cell)).length;
    expect(nineDigits(first)).toBe(residentsCounts.rows);
    expect(nineDigits(residents)).toBe(0);
  });

  it('have their days as dates in one file and as text in the other', () => {
    const cellsOf = (name: string, column: string): readonly unknown[] => {
      const rows: Readonly<Record<string, unknown>>[] = utils.sheet_to_json(read(bytesOf(name)).Sheets.Extract!);
      return rows.flatMap((row) => row[column] ?? []);
    };
    for (const column of ['Geboortedatum', 'Datum toestemming']) {
      expect(new Set(cellsOf('residents.xlsx', column).map((cell) => typeof cell))).toEqual(new Set(['number']));
      expect(
        cellsOf('residents-first-delivery.xlsx', column).every((cell) => /^\d\d-\d\d-\d{4}$/.test(String(cell))),
      ).toBe(true);
    }
    const birthYears = cellsOf('residents-first-delivery.xlsx', 'Geboortedatum').map((cell) =>
      Number(String(cell).slice(-4)),
    );
    expect(Math.min(...birthYears)).toBeGreaterThan(1925);
    expect(Math.max(...birthYears)).toBeLessThan(2008);
  });
});

describe('the partners and the team members', () => {
  it('are 166 partners once the lists are merged, with 15 or more in every team', () => {
    const emails = lists.flatMap(({ lines }) => lines.map((line) => line['E-mail']!));
    const valid = emails.filter(isEmail).map((email) => email.trim().toLowerCase());
    expect(new Set(valid).size).toBe(partnersCounts.accepted);
    expect(valid.length - partnersCounts.accepted).toBe(partnersCounts.duplicate);
    expect(emails.length - valid.length).toBe(partnersCounts.unreachable);
    expect(new Set(emails).size).toBeGreaterThan(new Set(valid).size + 20); // the same address is written in several ways
    const emailsOf = (lines: readonly Line[]): ReadonlySet<string> =>
      new Set(lines.filter((line) => isEmail(line['E-mail']!)).map((line) => line['E-mail']!.trim().toLowerCase()));
    for (const { team, lines } of lists) {
      const elsewhere = emailsOf(lists.filter((list) => list.team !== team).flatMap((list) => list.lines));
      const own = [...emailsOf(lines)].filter((email) => !elsewhere.has(email));
      expect(own.length).toBeGreaterThanOrEqual(partnersCounts.perTeamAtLeast);
      expect(emailsOf(lines).size).toBeGreaterThan(own.length);
    }
  });

  it('are in Windows-1252, where another encoding would show', () => {
    const all = Buffer.concat(teams.map((team) => Buffer.from(bytesOf(`partners-${team.code}.csv`))));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(all)).toThrow();
    const text = new TextDecoder('windows-1252').decode(all);
    for (const character of ['é', 'ë', 'ö', '’']) expect(text).toContain(character);
    expect(text).toContain('""');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('are 54 team members, all with an address of their own', () => {
    const members = workbookLines('team-members.xlsx');
    const emails = new Set(members.map((line) => line['E-mail']!).filter(isEmail));
    expect(members).toHaveLength(teamMembersCounts.accepted);
    expect(emails.size).toBe(54);
    expect(new Set(members.map((line) => line.Wijkteam))).toEqual(new Set(teams.map((team) => team.name)));
  });
});

describe('everyone', () => {
  const cells = [residents, workbookLines('team-members.xlsx'), ...lists.map(({ lines }) => lines)].flat();
  const isReserved = (email: string): boolean => /(@example\.(org|nl)|\.example)$/.test(email.trim().toLowerCase());
  const isNobodys = (number: string): boolean =>
    /^\+31(100|689)/.test(parsePhoneNumberFromString(number, 'NL')?.number ?? '');

  it('has e-mail addresses and telephone numbers that belong to nobody', () => {
    expect([isReserved('a@voorbeeld.nl'), isNobodys('06-12345678')]).toEqual([false, false]);
    const emails = cells.map((line) => line['E-mail']!).filter(isEmail);
    const numbers = cells.flatMap((line) => [line.Telefoon ?? '', line.Mobiel ?? '']).filter(canRing);
    expect(emails.length).toBeGreaterThan(300);
    expect(numbers.length).toBeGreaterThan(300);
    expect(emails.filter((email) => !isReserved(email))).toEqual([]);
    expect(numbers.filter((number) => !isNobodys(number))).toEqual([]);
  });
});

describe('the questionnaires', () => {
  const workbooks = { residents: 'residents', partners: 'partners', teamMembers: 'team-members' } as const;

  it.each(Object.entries(workbooks))(
    'of the %s are read without a fault and have as many items as in the reference study',
    (group, file) => {
      const sheets = sheetsOf(`questionnaire-${file}.xlsx`);
      const { kind, ...found } = readXlsform(sheets);
      expect({ kind, ...('faults' in found ? found : {}) }).toEqual({ kind: 'read' });
      const items = linesOf(sheets.get('survey')!).filter(({ type }) => /^(text|integer|select_)/.test(type!));
      expect(items).toHaveLength(questionnaireItems[group as keyof typeof workbooks]);
      expect(items.length).toBe({ residents: 21, partners: 15, 'team-members': 36 }[file]);
    },
  );
});

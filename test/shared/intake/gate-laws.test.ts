/** What holds for every delivery, whatever stands in its rows and whatever was decided. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptRows } from '../../../shared/intake/gate.ts';
import { addressKey } from '../../../shared/intake/identity.ts';
import type { Intake, IntakeResult } from '../../../shared/intake/intake.ts';
import { type RefusalReason, refusalReasons } from '../../../shared/intake/report.ts';
import { isMinor } from '../../../shared/intake/row-rule.ts';
import { usableChannels } from '../../../shared/study/contact-data.ts';
import { agreement, anyIntake, anyRow, fileOf, readPhone, residents, today } from './any-intake.ts';

const runs = { numRuns: 1500 };
/** Reasons that a decision may bring about; the others stand whatever is decided. */
const decidable: readonly string[] = ['other-group', 'left-out', 'same-address', 'duplicate', 'not-drawn'];
const ofUpdates: readonly RefusalReason[] = ['unknown-person', 'no-news'];

const fates = ({ judged }: IntakeResult) =>
  judged.map(({ fate }) => (fate.kind === 'refused' ? fate.reason : fate.kind));
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe('the deliveries that these laws are tried on', () => {
  it('have rows of every fate, and questions of every kind', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const result = acceptRows(intake);
        for (const each of [...fates(result), ...result.questions.map(({ why }) => why)])
          seen.set(each, (seen.get(each) ?? 0) + 1);
      }),
      { seed: 1, numRuns: 600 },
    );
    const expected = refusalReasons.filter((reason) => !ofUpdates.includes(reason));
    const kinds = ['perhaps-stopped', 'mentor', 'perhaps-same'];
    expect([...seen.keys()].sort()).toEqual([...new Set(['accepted', 'undecided', ...expected, ...kinds])].sort());
  });
});

describe('laws over any delivery', () => {
  it('adds up: read is accepted plus applied plus refused plus undecided, in every file, and every row has one fate', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const { reports, accepted, judged, undecided } = acceptRows(intake);
        expect(reports.map((report) => report.file)).toEqual(intake.files.map((file) => file.file));
        for (const [index, report] of reports.entries()) {
          const rows = intake.files[index]!.rows.map((each) => each.row);
          const { file, read, refused, applied, refusedRows } = report;
          expect(read).toBe(rows.length);
          expect(report.accepted + sum(applied) + sum(refused) + report.undecided).toBe(read);
          expect(refusedRows).toHaveLength(sum(refused));
          const waiting = judged.filter(({ candidate, fate }) => candidate.file === file && fate.kind === 'undecided');
          const ofRows = [
            ...accepted.filter((each) => each.file === file).map((each) => each.row),
            ...refusedRows.map((each) => each.row),
            ...waiting.map(({ candidate }) => candidate.row),
          ];
          expect(ofRows.sort((a, b) => a - b)).toEqual(rows);
        }
        expect(undecided).toBe(reports.reduce((total, report) => total + report.undecided, 0));
      }),
      runs,
    );
  });

  it('gives the same result again', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        expect(acceptRows(intake)).toEqual(acceptRows(intake));
      }),
      { numRuns: 300 },
    );
  });

  it('never accepts anyone without a usable channel, one person twice, a minor, or an opt-in without its date', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const { accepted } = acceptRows(intake);
        const keys = accepted.flatMap((each) => each.identity);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { contact, basis } of accepted) {
          expect(usableChannels(contact)).not.toEqual([]);
          expect(isMinor(contact, today)).toBe(false);
          if (basis === 'opt-in') expect(contact.consentOn! <= today).toBe(true);
          if (basis === 'opt-in' && intake.group.asked !== undefined)
            expect([contact.consentText, contact.consentSource]).not.toContain(undefined);
        }
      }),
      runs,
    );
  });

  it('never accepts anyone of whom any row tells death, an objection or a no, or who is on a list', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const result = acceptRows(intake);
        const left = new Set(
          result.judged
            .filter(
              ({ candidate: { read } }) => read.deceased || ['objection', 'not-given'].includes(read.consent ?? ''),
            )
            .flatMap(({ candidate }) => candidate.identity),
        );
        for (const { identity, contact } of result.accepted) {
          expect(identity.filter((key) => left.has(key))).toEqual([]);
          expect(intake.isSuppressed!(contact)).toBe(false);
        }
      }),
      runs,
    );
  });

  it('tells once how someone taken in before ended, and accepts nobody who was', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const { ended, accepted } = acceptRows(intake);
        expect(new Set(ended.map(({ key }) => key)).size).toBe(ended.length);
        const here = intake.known
          .filter(({ group }) => group === intake.group.code)
          .flatMap(({ identity }) => identity);
        for (const { identity } of accepted) expect(identity.filter((key) => here.includes(key))).toEqual([]);
      }),
      runs,
    );
  });

  it('lets no decision override a refusal', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const taken = intake.files.flatMap(({ file, rows }) => rows.map(({ row }) => ({ file, row, take: true })));
        const [without, withAll] = [[], taken].map((decisions) => fates(acceptRows({ ...intake, decisions })));
        for (const [index, fate] of without!.entries())
          if (fate !== 'accepted' && fate !== 'undecided' && !decidable.includes(fate))
            expect(withAll![index]).toBe(fate);
        expect(withAll).not.toContain('undecided');
      }),
      runs,
    );
  });

  it('leaves out whom the manager left out, and asks no more once all is decided', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const none = intake.files.flatMap(({ file, rows }) => rows.map(({ row }) => ({ file, row, take: false })));
        const { accepted, undecided } = acceptRows({ ...intake, decisions: none });
        expect([accepted, undecided]).toEqual([[], 0]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves whoever must not be approached the same in whatever order the rows come', () => {
    const byPerson = ['deceased', 'objection', 'suppressed', 'no-consent', 'minor', 'represented', 'unreachable'];
    const told = (intake: Intake) =>
      acceptRows(intake)
        .judged.map(({ candidate, fate }) => `${candidate.row} ${fate.kind === 'refused' ? fate.reason : fate.kind}`)
        .filter((text) => byPerson.some((reason) => text.endsWith(reason)))
        .sort();
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const [file] = intake.files;
        const turned = { ...file!, rows: file!.rows.toReversed() };
        expect(told({ ...intake, files: [turned] })).toEqual(told({ ...intake, files: [file!] }));
      }),
      runs,
    );
  });

  it('takes one person of an address when that is asked, and draws no more than was asked of those who could be accepted', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const { accepted, drawn } = acceptRows(intake);
        const addresses = accepted.map(({ contact }) => addressKey(contact)).filter((key) => key !== undefined);
        if (intake.onePerAddress) expect(new Set(addresses).size).toBe(addresses.length);
        if (drawn === undefined) return;
        const { draw: _, ...undrawn } = intake;
        const before = acceptRows(undrawn).accepted.map(({ file, row }) => `${file} ${row}`);
        for (const { file, row } of accepted) expect(before).toContain(`${file} ${row}`);
        expect(sum(Object.fromEntries(drawn.strata.map((each) => [each.stratum, each.there])))).toBe(before.length);
        expect(sum(Object.fromEntries(drawn.strata.map((each) => [each.stratum, each.drawn])))).toBe(accepted.length);
        for (const each of drawn.strata) {
          const most = intake.draw!.perStratum[each.stratum] ?? intake.draw!.people;
          if (most !== undefined) expect(each.drawn).toBeLessThanOrEqual(most);
        }
      }),
      runs,
    );
  });

  it('tells no value of any cell in a report', () => {
    const canary = 'Kanarie';
    const told = (values: Parameters<typeof fileOf>[0]) =>
      acceptRows({ files: [fileOf(values)], group: residents, agreement, today, known: [], readPhone });
    const agreed = {
      surname: canary,
      consent: 'ja',
      consentOn: '2026-01-10',
      phone: '0612345678',
      channels: 'telefoon',
    };
    // The control: the canary is in what is accepted.
    expect(JSON.stringify(told([agreed]).accepted)).toContain(canary);
    const rows = fc.array(
      anyRow.map((row) => ({ ...row, surname: canary, email: `${canary} kapot`, stratum: `${canary}@x` })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (values) => {
        expect(JSON.stringify(told(values).reports)).not.toContain(canary);
      }),
    );
  });
});

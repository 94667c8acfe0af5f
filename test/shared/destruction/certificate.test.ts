/** A certificate exists only with a search that ran, could find, and found nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import {
  type DestructionCheck,
  type DestructionFacts,
  findCertificate,
} from '../../../shared/destruction/certificate.ts';

const facts: DestructionFacts = {
  number: '2026-001',
  processor: { name: 'Bureau Voorbeeld' },
  client: 'Gemeente Verzonnenstad',
  studyTitle: 'Nulmeting wijkteams',
  agreement: {
    documentReference: 'VO-2026-1',
    signedOn: day('2026-01-05'),
    endsOn: day('2026-06-30'),
    answersEndOn: day('2026-07-28'),
    purpose: 'onderzoek naar de wijkteams',
    legalGround: 'art. 6 lid 1 onder e AVG',
  },
  instruction: {
    nr: 3,
    on: day('2026-07-01'),
    by: 'opdrachtgever',
    text: 'Vernietig alle gegevens van het onderzoek.',
  },
  destroyedOn: day('2026-07-08'),
  counts: { cases: 263, links: 123, attempts: 600, responses: 123, drafts: 4, handouts: 9 },
  period: { from: day('2026-01-12'), to: day('2026-06-20') },
  sources: [{ sha256: 'a'.repeat(64), rows: 270 }],
  method: {
    cipher: 'XChaCha20-Poly1305',
    keyBits: 256,
    appVersion: '0.1.0',
    platform: 'linux',
    secretStore: 'keychain',
  },
  kept: [],
  outOfReach: [{ what: 'systeemback-ups', answer: 'nee' }],
  fewHolders: { keys: 0 },
  roles: [{ name: 'veldwerkleider', roles: ['manager', 'researcher'] }],
  performedBy: 'veldwerkleider',
};
const clean: DestructionCheck = {
  canaries: 900,
  foundBefore: 900,
  foundAfter: 0,
  filesScanned: 12,
  bytesScanned: 5_000_000,
};

test('everything found before and nothing after: the certificate, with every fact', () => {
  expect(findCertificate({ ...facts, check: clean })).toEqual({
    kind: 'certificate',
    certificate: { ...facts, check: clean },
  });
});

test('of the agreement a certificate tells five things, also when more was given', () => {
  const whole = { ...facts.agreement, confidentiality: 'iedereen tekende', security: 'versleuteld' };
  expect(findCertificate({ ...facts, agreement: whole, check: clean })).toEqual({
    kind: 'certificate',
    certificate: { ...facts, check: clean },
  });
});

test.each<[string, DestructionCheck | undefined, object]>([
  ['the search did not run', undefined, { kind: 'check-not-run' }],
  ['one trace is left', { ...clean, foundAfter: 1 }, { kind: 'traces-found', found: 1 }],
  [
    'one canary was missed before',
    { ...clean, foundBefore: 899 },
    { kind: 'control-failed', canaries: 900, foundBefore: 899 },
  ],
  [
    'more found than there are',
    { ...clean, foundBefore: 901 },
    { kind: 'control-failed', canaries: 900, foundBefore: 901 },
  ],
  ['nothing to look for', { ...clean, canaries: 0, foundBefore: 0 }, { kind: 'check-empty' }],
  ['nowhere to look', { ...clean, filesScanned: 0 }, { kind: 'check-empty' }],
  ['no byte read', { ...clean, bytesScanned: 0 }, { kind: 'check-empty' }],
  ['no number', { ...clean, foundAfter: Number.NaN }, { kind: 'traces-found' }],
])('no certificate when %s', (_, check, reason) => {
  expect(findCertificate({ ...facts, check })).toMatchObject(reason);
});

test('law: a certificate comes with a full control and no trace, and only then', () => {
  const count = fc.integer({ min: 0, max: 3 });
  const check = fc.record({
    canaries: count,
    foundBefore: count,
    foundAfter: count,
    filesScanned: count,
    bytesScanned: count,
  });
  let given = 0;
  fc.assert(
    fc.property(fc.option(check, { nil: undefined }), (each) => {
      const answer = findCertificate({ ...facts, check: each });
      const right =
        each !== undefined &&
        each.canaries > 0 &&
        each.foundBefore === each.canaries &&
        each.foundAfter === 0 &&
        each.filesScanned > 0 &&
        each.bytesScanned > 0;
      expect(answer.kind === 'certificate').toBe(right);
      if (right) given += 1;
    }),
    { numRuns: 2000 },
  );
  expect(given).toBeGreaterThan(0);
});

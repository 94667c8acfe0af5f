import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { openOffice } from '../../electron/office.ts';
import { people } from '../../electron/practice/study-set-up.ts';
import { readKeyring, readKeyringHeader } from '../../electron/vault/keyring.ts';
import { checkedJournal } from '../../scripts/check-journal.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { Refusal } from '../../shared/problem.ts';
import { findLoginCode, printedCode } from '../../shared/study/login-code.ts';
import { passphraseOf, quickHost, temporaryFolder } from '../electron/office.ts';
import { pageTexts, renderPages } from '../read-pdf.ts';
import { readQr } from '../read-qr.ts';
import { type RawStudy, wrongs } from './raw-study.ts';
import { openedWithKeys, type Run, runStudy } from './run-study.ts';

const here = temporaryFolder();
afterAll(() => here.remove());

let reference: Run;
let other: Run;
beforeAll(async () => {
  reference = await runStudy(here.folder, 'reference', 1);
  other = await runStudy(here.folder, 'other', 7);
});

describe('the reference study', () => {
  test('comes out as printed', () => {
    const { groups, total } = reference.summary;
    expect(groups.map(({ group, invited, responses, percent }) => [group, invited, responses, percent])).toEqual([
      ['residents', 263, 123, 47],
      ['partners', 166, 92, 55],
      ['team-members', 54, 39, 72],
    ]);
    expect(total).toEqual({ invited: 483, responses: 254, percent: 53 });
    expect(groups[0]!.byMode).toEqual({ web: 23, phone: 100 });
  });

  test('another seed gives other figures of the same 483 people', () => {
    expect(other.summary.total.invited).toBe(483);
    expect(other.summary.groups.map(({ responses }) => responses)).not.toEqual([123, 92, 39]);
  });

  test('takes in 263, 166 and 54 people, and every file adds up', () => {
    for (const { summary } of [reference, other]) {
      expect(summary.intake.length).toBe(10);
      for (const { read, accepted, refused } of summary.intake) {
        expect(read).toBe(accepted + Object.values(refused).reduce((sum, count) => sum + count, 0));
      }
      expect(summary.intake.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(483);
    }
  });
});

describe('both studies', () => {
  test('the witness finds each wrong in a study where it was done', () => {
    const { raw } = reference;
    expect([...new Set(wrongs(raw))]).toEqual([]);
    const final = raw.cases.find(({ final_on }) => final_on !== null)!;
    const [sent] = raw.attempts.filter(({ channel }) => channel === 'email');
    const call = { case_id: final.id, step: 'phone', channel: 'phone', on_day: '2026-06-01', outcome: 'no-answer' };
    const broken = (change: Partial<RawStudy>) => wrongs({ ...raw, ...change }).length;
    expect(broken({ attempts: [...raw.attempts, call] })).toBeGreaterThan(0);
    expect(broken({ attempts: [...raw.attempts, sent!] })).toBeGreaterThan(0);
    expect(broken({ attempts: [...raw.attempts, { ...sent!, outcome: 'intended', step: 'x' }] })).toBeGreaterThan(0);
    expect(broken({ responses: raw.responses + 1 })).toBeGreaterThan(0);
    expect(broken({ cases: raw.cases.map((one) => (one === final ? { ...one, channels: '' } : one)) })).toBeGreaterThan(
      0,
    );
  });

  test('nobody answers twice, and nobody who answered, refused, withdrew or died is contacted afterwards', () => {
    expect(wrongs(reference.raw)).toEqual([]);
    expect(wrongs(other.raw)).toEqual([]);
  });

  test('each table equals a count of the raw file', () => {
    for (const { summary, raw } of [reference, other]) {
      for (const { group, invited, responses, percent, byMode } of summary.groups) {
        const cases = raw.cases.filter(({ group_code }) => group_code === group);
        const completed = cases.filter(({ final_code }) => final_code === '1.1');
        expect([invited, responses, percent]).toEqual([
          cases.length,
          completed.length,
          Math.round((100 * completed.length) / cases.length),
        ]);
        for (const [mode, count] of Object.entries(byMode))
          expect(completed.filter((one) => one.mode === mode).length).toBe(count);
      }
      const calls = raw.attempts.filter(({ channel }) => channel === 'phone').length;
      const letters = raw.attempts.filter(({ channel }) => channel === 'letter').length;
      const sent = raw.attempts.filter(({ channel, outcome }) => channel === 'email' && outcome === 'sent').length;
      expect(summary.contacts).toEqual({ emailsSent: sent, emailsReceived: sent, letters, calls });
    }
  });

  test('every e-mail that was recorded as sent was received, at most two by one address', () => {
    for (const { received, summary } of [reference, other]) {
      expect(received.length).toBe(summary.contacts.emailsSent);
      const perAddress = new Map<string, number>();
      for (const address of received) perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
      expect(perAddress.size).toBe(63 + 166 + 54);
      expect(Math.max(...perAddress.values())).toBe(2);
    }
  });

  test('a reminder went only to who had not answered', () => {
    for (const { raw } of [reference, other]) {
      const reminded = new Set(raw.attempts.filter(({ step }) => step === 'reminder').map(({ case_id }) => case_id));
      expect(reminded.size).toBeGreaterThan(50);
      const before = raw.cases.filter(({ final_on }) => final_on !== null && final_on <= '2026-03-08');
      expect(before.length).toBeGreaterThan(10);
      for (const { id } of before) expect(reminded.has(id)).toBe(false);
    }
  });
});

describe('sealed', () => {
  test('there is a canary of every case and of every response that has an open answer', () => {
    const { opened } = reference;
    expect(opened.canaries.length).toBeGreaterThan(3000);
    for (const text of opened.texts.slice(0, 483))
      expect(opened.canaries.some((canary) => text.includes(canary))).toBe(true);
    for (const canary of opened.canaries) expect(Buffer.byteLength(canary)).toBeGreaterThanOrEqual(8);
  });

  test('with the study open none of them is in any byte of the study folder', () => {
    expect(reference.scanned).toBeGreaterThanOrEqual(4);
    expect(reference.tracesInStudy).toBe(0);
    expect(other.tracesInStudy).toBe(0);
  });

  test('none of them is in the journal as the officer saves it, which anyone can check; the same search finds them beside it', async () => {
    for (const { journal, opened, codes } of [reference, other]) {
      const canaries = [...new Set([...opened.canaries, ...codes])];
      const { faults, entries, state } = checkedJournal(journal);
      expect([faults, state]).toEqual([[], 'agrees']);
      expect(entries).toBeGreaterThan(2000);
      const scan = (text: string) => findTracesInBytes(new TextEncoder().encode(text), canaries);
      expect((await scan(journal)).size).toBe(0);
      expect((await scan([journal, ...opened.texts, ...codes].join('\n'))).size).toBe(canaries.length);
    }
  });

  test('the same scan finds every one of them in a copy that is not sealed', async () => {
    const study = join(here.folder, 'reference-copy', 'study');
    const unsealed = join(here.folder, 'unsealed');
    cpSync(study, unsealed, { recursive: true });
    const raw = new Database(join(unsealed, 'study.db'));
    // One opened text per row, as if it had been stored without sealing; in large pages, so that none is split over two.
    raw.exec('PRAGMA journal_mode = DELETE; PRAGMA page_size = 65536; VACUUM; CREATE TABLE unsealed (text TEXT)');
    const insert = raw.prepare('INSERT INTO unsealed VALUES (?)');
    raw.transaction(() => {
      for (const text of reference.opened.texts) insert.run(text);
    })();
    raw.close();
    const { found } = await findTraces(await filesBelow(unsealed), reference.opened.canaries);
    expect(found.size).toBe(reference.opened.canaries.length);
  });
});

describe('destroyed', () => {
  test('all canaries found before, none after, over every file of the run', () => {
    for (const { summary } of [reference, other]) {
      const { canaries, foundBefore, foundAfter, filesScanned, bytesScanned } = summary.destruction;
      expect(canaries).toBeGreaterThan(3000);
      expect(foundBefore).toBe(canaries);
      expect(foundAfter).toBe(0);
      expect(filesScanned).toBeGreaterThanOrEqual(6);
      expect(bytesScanned).toBeGreaterThan(10_000);
    }
  });

  test('nothing is left but results, certificate, a line on the list of recent studies and the key of the installation: no letters, no delivered files, no keyring, no database, no device secret', async () => {
    const left = (await filesBelow(reference.folder)).map((path) => path.slice(reference.folder.length + 1));
    expect(left.toSorted()).toEqual([
      'app/device-secrets/installation.1',
      'recent-studies.json',
      'study/results/certificate-of-destruction.json',
      'study/results/certificate-of-destruction.pdf',
      ...['partners', 'residents', 'team-members'].map((group) => `study/results/codebook-${group}.csv`),
      ...['partners', 'residents', 'team-members'].map((group) => `study/results/dataset-${group}.csv`),
    ]);
    const { found } = await findTraces(await filesBelow(reference.folder), reference.opened.canaries);
    expect(found.size).toBe(0);
  });

  test('a copy made before opens nothing without the device secret, with every passphrase; with it put back it opens again', async () => {
    const copy = join(here.folder, 'reference-copy');
    const study = join(copy, 'study');
    const file = new Uint8Array(readFileSync(join(study, 'keyring')));
    const { study: id, epoch } = readKeyringHeader(file);
    const withSecret = quickHost(copy);
    const secret = withSecret.deviceSecrets.find(id, epoch)!;

    // The office that destroyed: its secret is gone, so the right passphrase opens nothing.
    const office = openOffice(reference.host, reference.host.onBug);
    office.useFolder(study);
    const signIn = { name: people.manager, passphrase: passphraseOf(people.manager) };
    expect((await refusalOf(askingAs(office)('s', 'study.signIn', signIn))).problem).toBe(
      'study.device-secret-missing',
    );

    // Everything but the secret: the folder, all passphrases, and every 32 bytes that stand anywhere in the folder as a guess.
    const bytes = Buffer.concat(
      readdirSync(study)
        .filter((name) => name !== 'results')
        .map((name) => readFileSync(join(study, name))),
    );
    const opens = (guess: Uint8Array) => {
      try {
        return readKeyring(file, guess).people.length > 0;
      } catch (error) {
        if (error instanceof Refusal) return false;
        throw error;
      }
    };
    expect(opens(secret)).toBe(true);
    let opened = 0;
    for (let at = 0; at + 32 <= Math.min(bytes.length, 400_000); at += 4)
      if (opens(new Uint8Array(bytes.subarray(at, at + 32)))) opened += 1;
    for (const name of Object.values(people).flat()) {
      const derived = withSecret.secretOf(passphraseOf(name));
      if (derived.kind === 'derived-key' && opens(derived.key)) opened += 1;
    }
    expect(opened).toBe(0);

    reference.host.deviceSecrets.keep(id, epoch, secret);
    await askingAs(office)('s', 'study.signIn', signIn);
    expect((await askingAs(office)('s', 'study.status', {})).groups.map(({ cases }) => cases)).toEqual([263, 166, 54]);
    office.close();
    reference.host.deviceSecrets.forget(id, epoch);
    expect((await openedWithKeys(study, withSecret)).opened.canaries.length).toBe(reference.opened.canaries.length);
  });

  test('the certificate tells the same figures and names nobody but staff', async () => {
    const certificate = JSON.parse(
      readFileSync(join(reference.folder, 'study/results/certificate-of-destruction.json'), 'utf8'),
    );
    expect(certificate.check).toEqual(reference.summary.destruction);
    expect(certificate.counts).toMatchObject({ cases: 483, handouts: 1 });
    expect(certificate.method.secretStore).toBe('file');
    const pages = await pageTexts(
      new Uint8Array(readFileSync(join(reference.folder, 'study/results/certificate-of-destruction.pdf'))),
    );
    const text = pages.join('\n');
    expect(text).toContain('Verklaring van vernietiging');
    expect(text).toContain('Gemeente Waterhoven');
    expect(text.replaceAll('.', '')).toContain(`${reference.summary.destruction.canaries} controlewaarden`);
    expect(reference.opened.canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });
});

describe('the letters', () => {
  let pdf: Uint8Array;
  beforeAll(() => {
    const folder = join(here.folder, 'reference-copy', 'handouts');
    const [name] = readdirSync(folder);
    pdf = new Uint8Array(readFileSync(join(folder, name!)));
  });

  test('are 200 pages with 200 different codes, each of them a stored one', async () => {
    const pages = await pageTexts(pdf);
    expect(pages.length).toBe(200);
    const codes = pages.map((text) => {
      const printed = reference.codes
        .map((code) => printedCode(code as never))
        .filter((code) => text.replaceAll(' ', '').includes(code));
      expect(printed.length).toBe(1);
      return printed[0]!;
    });
    expect(new Set(codes).size).toBe(200);
  });

  test('have a QR code that decodes to the personal link printed beside it', async () => {
    const pages = await pageTexts(pdf);
    // Only the lower right of the page, where the QR code stands.
    const corner = { left: 400, top: 650, width: 195, height: 160 };
    const numbers = pages.map((_, index) => index + 1);
    for (const [index, picture] of (await renderPages(pdf, numbers, 2, corner)).entries()) {
      const link = readQr(picture) ?? '';
      const [, code] = /^https:\/\/vragenlijst\.veldzicht\.example\/w\?code=(.*)$/.exec(link) ?? [];
      expect(findLoginCode(code ?? '')).toBe(code);
      expect(reference.codes).toContain(code);
      expect(pages[index]!.replaceAll(' ', '')).toContain(link);
    }
  });
});

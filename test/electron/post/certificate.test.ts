import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCertificate } from '../../../electron/post/certificate.ts';
import { day } from '../../../shared/calendar.ts';
import type { Certificate } from '../../../shared/destruction/certificate.ts';
import { Refusal } from '../../../shared/problem.ts';
import { pageTexts, pdfMetadata, placedTexts, renderPage } from '../../read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'veldwerk-certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

const certificate: Certificate = {
  number: 'f0c4a1d2b3',
  processor: { name: 'Bureau Voorbeeld B.V.' },
  client: 'de gemeente Waterstad',
  studyTitle: 'Sociale wijkteams: nulmeting',
  agreement: {
    documentReference: 'WS-2026-0417',
    signedOn: day('2026-03-12'),
    endsOn: day('2026-09-01'),
    answersEndOn: day('2026-09-29'),
    purpose: 'Eenmalig onderzoek naar ervaringen met het wijkteam',
    legalGround: 'Taak van algemeen belang',
  },
  instruction: { nr: 3, on: day('2026-09-02'), by: 'M. de Opdrachtgever', text: 'Vernietig alle persoonsgegevens.' },
  destroyedOn: day('2026-09-15'),
  counts: { cases: 483, links: 253, attempts: 1212, responses: 254, drafts: 7, handouts: 3 },
  period: { from: day('2026-04-02'), to: day('2026-06-18') },
  sources: [
    { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', rows: 263 },
    { sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752', rows: 1 },
  ],
  method: {
    cipher: 'XChaCha20-Poly1305',
    keyBits: 256,
    appVersion: '0.1.0',
    platform: 'linux',
    secretStore: 'keychain',
  },
  check: { canaries: 5017, foundBefore: 5017, foundAfter: 0, filesScanned: 41, bytesScanned: 1834022 },
  kept: [
    {
      name: 'dataset.csv',
      sha256: 'fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13',
      what: 'geanonimiseerd',
    },
  ],
  outOfReach: [{ what: 'Bronbestand bij de gemeente', answer: 'blijft bij de opdrachtgever' }],
  fewHolders: { keys: 0 },
  roles: [
    { name: 'A. Voorbeeld', roles: ['manager'] },
    { name: 'B. Onderzoeker', roles: ['researcher'] },
    { name: 'C. Enquêteur', roles: ['interviewer'] },
    { name: 'D. Enquêteur', roles: ['interviewer'] },
  ],
  performedBy: 'A. Voorbeeld',
  checkedBy: 'B. Onderzoeker',
};

async function print(change: Partial<Certificate> = {}): Promise<{ bytes: Buffer; pages: string[]; text: string }> {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  const length = await writeCertificate(path, { ...certificate, ...change });
  const bytes = readFileSync(path);
  expect(length).toBe(bytes.length);
  const pages = await pageTexts(bytes);
  return { bytes, pages, text: pages.join('\n').replaceAll(/\s+/g, ' ') };
}

describe('the certificate', () => {
  it('tells what was destroyed, on what ground, in which way and how that was checked', async () => {
    const { text } = await print();
    for (const part of [
      'Verklaring van vernietiging',
      'Bureau Voorbeeld B.V. verklaart dat op 15 september 2026, in opdracht van de gemeente Waterstad',
      'onderzoek ‘Sociale wijkteams: nulmeting’',
      'artikel 28, derde lid, onder g',
      'Verwerkersovereenkomst WS-2026-0417, ondertekend op 12 maart 2026, geldig tot en met 1 september 2026; antwoorden bewaard tot uiterlijk 29 september 2026.',
      'Eenmalig onderzoek naar ervaringen met het wijkteam.',
      'Rechtsgrond (artikel 6 AVG): Taak van algemeen belang.',
      'Nr. 3 van 2 september 2026, gegeven door M. de Opdrachtgever: ‘Vernietig alle persoonsgegevens.’',
      '483 steekproefpersonen',
      '253 koppelingen',
      '1.212 contactpogingen',
      '254 responsen',
      '7 onvoltooide',
      '3 uitgegeven bestanden',
      '2 april 2026 tot en met 18 juni 2026',
      'XChaCha20-Poly1305, sleutels van 256 bits',
      'Veldwerk 0.1.0 onder Linux',
      'Vooraf zijn 5.017 controlewaarden',
      'daarvan 5.017 met de sleutels terug te vinden; erna 0, gezocht in 41 bestanden van samen 1.834.022 bytes',
      'Bronbestand bij de gemeente: blijft bij de opdrachtgever.',
      'dataset.csv, geanonimiseerd',
      'Bestand 1, 263 rijen',
      'Bestand 2, 1 rij ',
      'Veldwerkleider: A. Voorbeeld.',
      'Enquêteur: C. Enquêteur, D. Enquêteur.',
      'Verklaring nr. f0c4a1d2b3',
      ...[...certificate.sources, ...certificate.kept].map(({ sha256 }) => `SHA-256 ${sha256}`),
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/undefined|NaN|\[object|Invalid/);
  });

  it('speaks of one as of one', async () => {
    const one = { cases: 1, links: 1, attempts: 1, responses: 1, drafts: 1, handouts: 1 };
    const { text } = await print({ counts: one, check: { ...certificate.check, filesScanned: 1 } });
    for (const part of [
      '1 steekproefpersoon,',
      '1 koppeling ',
      '1 contactpoging ',
      '1 respons (',
      '1 onvoltooide vragenlijst ',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('gezocht in één bestand van 1.834.022 bytes');
  });

  it('says plainly where the device secret was', async () => {
    const inFile = 'De apparaatsleutel stond in een bestand, niet in een sleutelhanger van het besturingssysteem.';
    const inKeychain = 'De apparaatsleutel stond in een sleutelhanger van het besturingssysteem';
    const kept = await print();
    expect([kept.text.includes(inKeychain), kept.text.includes(inFile)]).toEqual([true, false]);
    const filed = await print({ method: { ...certificate.method, secretStore: 'file' } });
    expect([filed.text.includes(inKeychain), filed.text.includes(inFile)]).toEqual([false, true]);
  });

  it('says when one person could see both contact data and answers', async () => {
    const sentence = 'A. Voorbeeld kon als veldwerkleider én onderzoeker zowel contactgegevens als antwoorden inzien.';
    expect((await print()).text).not.toContain('kon als veldwerkleider én');
    const { text } = await print({ roles: [{ name: 'A. Voorbeeld', roles: ['manager', 'researcher'] }] });
    expect(text).toContain('Veldwerkleider en onderzoeker: A. Voorbeeld.');
    expect(text).toContain(sentence);
  });

  it('says whether keys had two holders, and who signed when they had not', async () => {
    expect((await print()).text).toContain('Elke sleutel van het onderzoek had ten minste twee houders.');
    const unsigned = (await print({ fewHolders: { keys: 1 } })).text;
    expect(unsigned).toContain('Eén sleutel van het onderzoek had minder dan twee houders.');
    expect(unsigned).toContain('Voor dat risico is niet getekend.');
    const accepted = { by: 'D. Directeur', on: day('2026-03-02') };
    const signed = (await print({ fewHolders: { keys: 2, accepted } })).text.replaceAll('\u00A0', ' ');
    expect(signed).toContain('2 sleutels van het onderzoek hadden minder dan twee houders.');
    expect(signed).toContain('Voor dat risico tekende op 2 maart 2026: D. Directeur.');
  });

  it('says when people and responses were unlinked before', async () => {
    expect((await print()).text).not.toContain('losgekoppeld');
    const { text } = await print({ unlinkedOn: day('2026-06-01') });
    expect(text.replaceAll('\u00A0', ' ')).toContain('Mensen en responsen waren al losgekoppeld, op 1 juni 2026.');
  });

  it('says so when nothing was kept, nothing was out of reach, and nobody checked', async () => {
    const { checkedBy: _, ...unchecked } = certificate;
    files += 1;
    const path = join(folder, `${files}.pdf`);
    await writeCertificate(path, { ...unchecked, kept: [], outOfReach: [], sources: [] });
    const text = (await pageTexts(readFileSync(path))).join(' ').replaceAll(/\s+/g, ' ');
    for (const part of ['niets bewaard', 'niets opgegeven', 'geen bestand ingelezen']) expect(text).toContain(part);
    expect(text.match(/B\. Onderzoeker/g)).toHaveLength(1);
  });

  it('loses nothing when there is much of it, and signs on the last page', async () => {
    const kept = Array.from({ length: 45 }, (_, nr) => ({
      name: `resultaat-${nr}.csv`,
      sha256: `${nr}`.padStart(64, 'a'),
      what: 'tabel',
    }));
    const roles = Array.from({ length: 70 }, (_, nr) => ({ name: `Enquêteur-${nr}`, roles: ['interviewer' as const] }));
    const instruction = { ...certificate.instruction, text: 'Vernietig alles. '.repeat(30) };
    const { bytes, pages, text } = await print({ kept, roles, instruction, studyTitle: 'Een lange titel '.repeat(20) });
    expect(pages.length).toBeGreaterThan(2);
    for (const { name, sha256 } of kept) expect(text).toContain(`${name}, tabel SHA-256 ${sha256}`);
    for (const { name } of roles) expect(text).toContain(name);
    expect(text.match(/Vernietig alles\./g)).toHaveLength(30);
    pages.forEach((page, nr) => {
      expect(page).toContain(`Blad ${nr + 1} van ${pages.length}`);
      expect(page.includes('Uitgevoerd door')).toBe(nr === pages.length - 1);
    });
    for (const placed of await placedTexts(bytes)) {
      const lines = placed.filter(({ baseline }) => baseline < 283);
      for (const { left, right, baseline } of lines) {
        expect(left).toBeGreaterThan(24);
        expect(right).toBeLessThan(185.5);
        expect(baseline).toBeLessThan(276);
      }
      expect(lines.length).toBeGreaterThan(4);
    }
  });

  it('keeps every pair of lines apart, however many there are of them', async () => {
    for (let count = 0; count < 14; count += 1) {
      const outOfReach = Array.from({ length: count }, (_, nr) => ({ what: `Onderdeel ${nr}`, answer: 'onbekend' }));
      const { bytes } = await print({ outOfReach });
      for (const placed of await placedTexts(bytes)) {
        const column = placed.filter(({ left }) => left > 63 && left < 65).map(({ baseline }) => baseline);
        const gaps = column.slice(1).map((baseline, nr) => Math.abs(baseline - column[nr]!));
        expect(Math.min(...gaps, 4)).toBeGreaterThan(3.5);
      }
    }
  });

  it('leaves no line of a section or paragraph alone on a page', async () => {
    for (let length = 0; length < 12; length += 1) {
      const instruction = {
        ...certificate.instruction,
        text: 'Vernietig alles wat u van dit onderzoek nog heeft. '.repeat(length),
      };
      const { bytes } = await print({ instruction });
      const pages = (await placedTexts(bytes)).map((placed) => placed.filter(({ left }) => left > 63 && left < 65));
      expect(pages).toHaveLength(2);
      const labels = (await placedTexts(bytes)).map((placed) =>
        placed.filter(({ left, baseline }) => left < 26 && baseline < 200),
      );
      // A page that does not begin with a label goes on with a paragraph: then its second line follows at a line's distance.
      const [first, second] = pages[1]!;
      const beginsSection = labels[1]!.some(({ baseline }) => Math.abs(baseline - first!.baseline) < 0.5);
      const goesOn = second!.baseline - first!.baseline < 5.5;
      const wholeParagraph = !/^[a-z]/.test(first!.text);
      expect(beginsSection || goesOn || wholeParagraph).toBe(true);
    }
  });

  it('prints come what may: a character that the typeface lacks is written out', async () => {
    const { text } = await print({ studyTitle: 'Titel 中 \u202E omgekeerd' });
    expect(text).toContain('Titel [U+4E2D] [U+202E] omgekeerd');
  });

  it('is made for keeping: PDF/A-2b, its type embedded, nobody named in what the file says about itself', async () => {
    const { bytes } = await print();
    const { info, xmp } = await pdfMetadata(bytes);
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(info).toMatchObject({
      Title: 'Verklaring van vernietiging f0c4a1d2b3',
      Producer: 'Veldwerk',
      Language: 'nl',
    });
    expect(JSON.stringify(info) + xmp).not.toMatch(/Voorbeeld|Onderzoeker|Opdrachtgever/);
    expect(bytes.toString('latin1')).not.toContain('Helvetica');
  });

  it('puts ink on paper', async () => {
    const { bytes } = await print();
    const { pixels } = await renderPage(bytes, 1, 1);
    const dark = pixels.filter((value, at) => at % 4 === 0 && value < 128).length;
    expect(dark).toBeGreaterThan(5_000);
    expect(dark).toBeLessThan(60_000);
  });

  it('never overwrites a file', async () => {
    const path = join(folder, 'taken.pdf');
    writeFileSync(path, 'of someone else');
    await expect(writeCertificate(path, certificate)).rejects.toThrow(Refusal);
    expect(readFileSync(path, 'utf8')).toBe('of someone else');
    expect(existsSync(path)).toBe(true);
  });
});

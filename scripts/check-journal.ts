/**
 * Checks a journal that was saved as a file, without any key of the study: `npm run check-journal -- FILE [EARLIER FILE]`. Uses nothing of
 * the application, so that it can be read and run by whoever checks. What is checked: every line carries the SHA-256 of the line before
 * it, the numbers follow one another, and the last line is an Ed25519 signature over the one before it. A file that was saved earlier
 * must be how the later one begins.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface CheckedJournal {
  /** What is wrong; empty when nothing is. */
  readonly faults: readonly string[];
  readonly study?: string;
  readonly entries: number;
  /** Hash of the last entry: names the whole journal up to it. */
  readonly last: string;
  /** The first 128 bits of the SHA-256 of the public key, as the application shows it. */
  readonly signedBy?: string;
  /** What the application found of its own chain, and of the end that it keeps note of outside the study. */
  readonly brokenAt?: number;
  readonly state?: string;
  readonly savedOn?: string;
}

const hashOf = (line: string) => createHash('sha256').update(line).digest('hex');

function parsed(line: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

export function checkedJournal(text: string, earlier?: string): CheckedJournal {
  const faults: string[] = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') faults.push('the file does not end with a whole line');
  const signatureLine = lines.pop();
  const sealLine = lines.pop();
  const seal = parsed(sealLine);
  if (seal.veldwerk !== 'journal' || seal.format !== 1)
    return { faults: ['this is no journal of this kind'], entries: 0, last: '' };

  let before = '';
  for (const [index, line] of lines.entries()) {
    const entry = parsed(line);
    if (entry.seq !== index + 1) faults.push(`line ${index + 1} is not number ${index + 1}`);
    if (entry.before !== before) faults.push(`line ${index + 1} does not follow from the line before it`);
    before = hashOf(line);
  }
  if (seal.before !== before) faults.push('the last entry is not the one that was signed');
  if (seal.entries !== lines.length)
    faults.push(`${String(seal.entries)} entries were signed, ${lines.length} are here`);

  const publicKey = Buffer.from(String(seal.publicKey), 'base64');
  const signature = Buffer.from(String(parsed(signatureLine).signature), 'base64');
  // Written in one way only, so that not a letter of the file can be another.
  const isWritten = signatureLine === JSON.stringify({ signature: signature.toString('base64') });
  if (!isWritten || !isSigned(sealLine ?? '', signature, publicKey))
    faults.push('the signature is not one of this installation over these lines');

  if (earlier !== undefined) faults.push(...faultsSince(earlier, lines, seal));
  const found = seal as {
    readonly brokenAt?: number;
    readonly study: string;
    readonly state: string;
    readonly on: string;
  };
  return {
    faults,
    study: found.study,
    entries: lines.length,
    last: before,
    signedBy: fingerprintOf(publicKey),
    ...(found.brokenAt === undefined ? {} : { brokenAt: found.brokenAt }),
    state: found.state,
    savedOn: found.on,
  };
}

function fingerprintOf(publicKey: Buffer): string {
  const hash = createHash('sha256').update(publicKey).digest('hex');
  return hash.slice(0, 32).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

function isSigned(line: string, signature: Buffer, publicKey: Buffer): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
      format: 'jwk',
    });
    return verify(null, Buffer.from(line), key, signature);
  } catch {
    return false;
  }
}

function faultsSince(earlier: string, lines: readonly string[], seal: Readonly<Record<string, unknown>>): string[] {
  const old = checkedJournal(earlier);
  const faults = old.faults.map((fault) => `the earlier file: ${fault}`);
  if (old.study !== seal.study) faults.push('the earlier file is of another study');
  else if (old.entries > lines.length)
    faults.push(`the earlier file has ${old.entries} entries, this one ${lines.length}`);
  else if (old.last !== hashOf(lines[old.entries - 1] ?? ''))
    faults.push('the earlier file is not how this one begins');
  return faults;
}

const endings: Readonly<Record<string, string>> = {
  agrees: 'the end was as the application keeps note of it outside the study',
  ahead: 'the journal went on from the end that the application keeps note of outside the study',
  cut: 'ENTRIES WERE MISSING at the end, by the note that the application keeps outside the study',
  rewritten: 'THE END WAS ANOTHER ONE than the application keeps note of outside the study',
  unknown: 'the application kept no note of the end outside the study',
};

function main(): number {
  const [file, earlier] = process.argv.slice(2);
  if (file === undefined) {
    process.stderr.write('Usage: npm run -s check-journal -- FILE [EARLIER FILE]\n');
    return 2;
  }
  // npm runs scripts in the project's folder; paths are meant from where the command was typed.
  const read = (path: string) => readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), path), 'utf8');
  const found = checkedJournal(read(file), earlier === undefined ? undefined : read(earlier));
  const said = [
    ...found.faults.map((fault) => `WRONG: ${fault}`),
    ...(found.study === undefined
      ? []
      : [
          `study ${found.study}: ${found.entries} entries, saved on ${found.savedOn}`,
          `signed by ${found.signedBy}: compare this with the mark that the application shows`,
          found.brokenAt === undefined
            ? 'its own chain was whole'
            : `ITS OWN CHAIN WAS BROKEN at number ${found.brokenAt}`,
          endings[found.state ?? ''] ?? `its end: ${found.state}`,
        ]),
    found.faults.length === 0
      ? 'Every line follows from the one before, and the signature is right.'
      : 'This file was changed.',
  ];
  process.stdout.write(`${said.join('\n')}\n`);
  const isGood = found.faults.length === 0 && found.brokenAt === undefined;
  return isGood && (found.state === 'agrees' || found.state === 'ahead') ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main();

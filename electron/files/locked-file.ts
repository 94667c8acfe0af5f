/**
 * Opens what is locked with a password: workbooks of Excel (AES of 2007 and later, and the older kinds of .xls) and age files. Only in the
 * reader process, in memory; the password is kept nowhere.
 */
import { createDecipheriv, scryptSync } from 'node:crypto';

export type Unlocked =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  | { readonly kind: 'password-needed' | 'password-wrong' | 'unreadable' | 'kind-unsupported' | 'memory' };

/** Excel locks a workbook with this word when only its structure is protected, and opens it with it without asking. */
const wordOfExcel = 'VelvetSweatshop';

/** `bytes` is a locked workbook. */
export async function openWorkbook(bytes: Uint8Array, password: string | undefined): Promise<Unlocked> {
  const first = await decryptWorkbook(bytes, password ?? wordOfExcel);
  if (first.kind !== 'password-wrong') return first;
  if (password === undefined) return { kind: 'password-needed' };
  // Somebody typed one for a file that asks for none.
  return decryptWorkbook(bytes, wordOfExcel);
}

async function decryptWorkbook(bytes: Uint8Array, password: string): Promise<Unlocked> {
  // Loaded only for such a file: it takes as long as reading a small one.
  const { default: officeCrypto } = await import('officecrypto-tool');
  try {
    const opened = await officeCrypto.decrypt(Buffer.from(bytes), { password });
    return { kind: 'opened', bytes: opened };
  } catch (error) {
    const isWrong = error instanceof Error && error.message === 'The password is incorrect';
    return { kind: isWrong ? 'password-wrong' : 'unreadable' };
  }
}

const ageMagic = 'age-encryption.org/v1\n';
const armorBegin = '-----BEGIN AGE ENCRYPTED FILE-----';

export function isAge(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return start.startsWith(ageMagic) || start.trimStart().startsWith(armorBegin);
}

/** `password` is a passphrase, or holds the line of a key: 'AGE-SECRET-KEY-1…'. */
export async function openAge(bytes: Uint8Array, password: string | undefined): Promise<Unlocked> {
  if (password === undefined) return { kind: 'password-needed' };
  const { Decrypter, armor } = await import('age-encryption');
  const decrypter = new Decrypter();
  const [key] = /AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+/i.exec(password) ?? [];
  const passphrase = passphraseOf(password);
  try {
    if (key === undefined) decrypter.addIdentity(passphrase);
    else decrypter.addIdentity(key.toUpperCase());
  } catch {
    return { kind: 'password-wrong' };
  }
  try {
    const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const binary = start.startsWith(ageMagic) ? bytes : armor.decode(Buffer.from(bytes).toString('latin1').trim());
    return { kind: 'opened', bytes: await decrypter.decrypt(binary) };
  } catch (error) {
    if (passphrase.wantsTooMuch()) return { kind: 'memory' };
    const isWrong = error instanceof Error && error.message === "no identity matched any of the file's recipients";
    return { kind: isWrong ? 'password-wrong' : 'unreadable' };
  }
}

interface Stanza {
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

/** 512 MB, which is as much as a reader may have; age itself writes 18. */
const workFactorAtMost = 19;

/**
 * The passphrase stanza of age (C2SP age.md, 'scrypt'), with Node's own scrypt: the library's takes three times as long, and has no limit
 * but one gigabyte.
 */
function passphraseOf(password: string) {
  let wantsTooMuch = false;
  return {
    wantsTooMuch: () => wantsTooMuch,
    unwrapFileKey(stanzas: readonly Stanza[]): Uint8Array | null {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt');
      if (stanza === undefined) return null;
      const [, salt64 = '', factor = ''] = stanza.args;
      const salt = Buffer.from(salt64, 'base64');
      if (stanzas.length !== 1 || stanza.args.length !== 3 || salt.length !== 16 || stanza.body.length !== 32)
        throw new Error('a stanza that is none');
      if (!/^[1-9]\d?$/.test(factor)) throw new Error('a stanza that is none');
      wantsTooMuch = Number(factor) > workFactorAtMost;
      if (wantsTooMuch) throw new Error('a passphrase that takes too much memory');
      const N = 2 ** Number(factor);
      const salted = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]);
      const key = scryptSync(password, salted, 32, { N, r: 8, p: 1, maxmem: 128 * 8 * N + 1_000_000 });
      const decipher = createDecipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
      decipher.setAuthTag(stanza.body.subarray(16));
      try {
        return new Uint8Array(Buffer.concat([decipher.update(stanza.body.subarray(0, 16)), decipher.final()]));
      } catch {
        return null;
      }
    },
  };
}

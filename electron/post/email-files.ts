/** Messages as files: one .eml each, in one .zip. */
import { Zip, ZipDeflate } from 'fflate';
import { composed, type Email, findUnsafe } from './email-message.ts';

/** What could not be made, and why: a sender that is none, or a receiver. Nothing was made then. */
export type EmailFiles =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly of: 'sender' | 'message' };

/** @param on the time that all files in it have; between two messages `onProgress` may let others go first */
export async function emailFiles(
  emails: readonly { readonly name: string; readonly email: Email }[],
  on: Date,
  onProgress: (done: number) => Promise<void> | void = () => undefined,
): Promise<EmailFiles> {
  const parts: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, part) => {
    fault ??= error;
    if (part) parts.push(part);
  });
  for (const [index, { name, email }] of emails.entries()) {
    const from = email.from ?? { address: '' };
    const unsafe = findUnsafe(email, from);
    if (unsafe !== undefined) return { kind: 'refused', of: unsafe };
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = on;
    zip.add(file);
    file.push(await composed(email, from), true);
    await onProgress(index + 1);
  }
  zip.end();
  if (fault !== null) throw fault;
  return { kind: 'made', bytes: Buffer.concat(parts) };
}

/** Messages as files: one .eml each, in one .zip. */
import { Zip, ZipDeflate } from 'fflate';
import { composed, type Email, findUnsafe } from './email-message.ts';

/** What could not be made, and why: a sender that is none, or a receiver. Nothing was made then. */
export type EmailFiles =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly of: 'sender' | 'message' };

/**
 * Messages are taken one by one, so that whoever gives them need not make them all at once.
 * @param on the time that all files in it have; between two messages `onProgress` may let others go first
 */
export async function emailFiles(
  emails: Iterable<{ readonly name: string; readonly email: Email }>,
  on: Date,
  onProgress: (done: number) => Promise<void> | void = () => undefined,
): Promise<EmailFiles> {
  const parts: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, part) => {
    fault ??= error;
    if (part) parts.push(part);
  });
  let done = 0;
  for (const { name, email } of emails) {
    const from = email.from ?? { address: '' };
    const unsafe = findUnsafe(email, from);
    if (unsafe !== undefined) return { kind: 'refused', of: unsafe };
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = on;
    zip.add(file);
    file.push(await composed(email, from), true);
    done += 1;
    await onProgress(done);
  }
  zip.end();
  if (fault !== null) throw fault;
  return { kind: 'made', bytes: Buffer.concat(parts) };
}

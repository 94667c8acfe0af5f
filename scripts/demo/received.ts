/** What invented people read from what they really received: the login code in their message. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { Received } from '../loopback-mail.ts';

/** The code in the personal link of each message, in the order in which they came in. */
export function codesInMessages(messages: readonly Received[]): readonly string[] {
  return messages.map(({ raw }) => {
    const text = raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
    const code = findLoginCode(/[?&]code=([A-Z0-9]+)/.exec(text)?.[1] ?? '');
    if (code === undefined) throw new Error('a message without a valid code was received');
    return code;
  });
}

/** The code on each page, as printed for reading aloud. */
export async function codesInLetters(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: pdf, useSystemFonts: false, verbosity: 0 }).promise;
  const codes: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('\n');
    const code = findLoginCode(/\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]\b/.exec(text)?.[0] ?? '');
    if (code === undefined) throw new Error('a letter without a valid code was printed');
    codes.push(code);
  }
  await document.destroy();
  return codes;
}

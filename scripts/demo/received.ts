/** What invented people read from what they really received: the login code in their message. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { Received } from '../loopback-mail.ts';

/** The code in the personal link. */
function codeIn(text: string): string {
  return findLoginCode(/[?&]code=([A-Z0-9]+)/.exec(text)?.[1] ?? '') ?? fail();
}

function fail(): never {
  throw new Error('a message without a valid code was received');
}

/** The code of each e-mail, in the order in which they came in. */
export function codesInMessages(messages: readonly Received[]): readonly string[] {
  return messages.map(({ raw }) => codeIn(raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')));
}

/** The code of each letter. */
export async function codesInLetters(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: pdf, useSystemFonts: false, verbosity: 0 }).promise;
  const codes: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    codes.push(codeIn(items.map((item) => ('str' in item ? item.str : '')).join('\n')));
  }
  await document.destroy();
  return codes;
}

/**
 * The text of a file that does not say in which encoding it is: a byte order mark, else UTF-16 where that is plain from the bytes, else
 * UTF-8, else what Dutch Windows writes.
 */

/** Undefined when the bytes are no text: they hold characters that no text file has. */
export function findText(bytes: Uint8Array): string | undefined {
  const text = withoutEnd(decoded(bytes));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a text from another file
  return text === undefined || /[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]/.test(text) ? undefined : text;
}

/** Programs of the days of DOS end a text with a character of its own. */
function withoutEnd(text: string | undefined): string | undefined {
  return text?.endsWith('\u001a') ? text.slice(0, -1) : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  // A byte order mark is left out of the text by the decoder.
  if (first === 0xff && second === 0xfe) return decodedStrictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodedStrictly('utf-16be', bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return decodedStrictly(unmarked, bytes);
  return decodedStrictly('utf-8', bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

/**
 * Of UTF-16 without a mark one byte of each two is nought for nearly all letters of a European language, and the other never: no other
 * text has noughts at all.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length, 4000) & ~1;
  if (looked < 8 || bytes.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const nearlyAll = looked * 0.35;
  if (even === 0 && odd > nearlyAll) return 'utf-16le';
  return odd === 0 && even > nearlyAll ? 'utf-16be' : undefined;
}

function decodedStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

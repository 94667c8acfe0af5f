/** The text of a file that does not say in which encoding it is: a byte order mark, else UTF-8, else what Dutch Windows writes. */

/** Undefined when the bytes are no text: they hold characters that no text file has. */
export function findText(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a text from another file
  return text === undefined || /[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]/.test(text) ? undefined : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  // A byte order mark is left out of the text by the decoder.
  if (first === 0xff && second === 0xfe) return decodedStrictly('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodedStrictly('utf-16be', bytes);
  return decodedStrictly('utf-8', bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function decodedStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

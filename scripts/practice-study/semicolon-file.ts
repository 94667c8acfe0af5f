/** A list as a Dutch spreadsheet program saves it: semicolons, Windows-1252, lines ended by CR LF. */

/** The characters that stand between 0x80 and 0x9f in Windows-1252, as far as the practice study uses them. */
const beyondLatin1: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

/** Throws RangeError for a character that Windows-1252 does not have. */
export function semicolonFile(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => `${row.map(quoted).join(';')}\r\n`).join('');
  return Uint8Array.from([...text], (character) => {
    const code = beyondLatin1[character] ?? character.codePointAt(0)!;
    if (code > 0xff) throw new RangeError('a character outside Windows-1252');
    return code;
  });
}

function quoted(value: string): string {
  return /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

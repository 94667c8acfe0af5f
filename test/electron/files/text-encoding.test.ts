import { describe, expect, it, test } from 'vitest';
import { findText } from '../../../electron/files/text-encoding.ts';

const text = 'Zoë;Çelik;’s-Hertogenbosch\r\n';

describe('the text of a file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, low byte first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', Uint8Array.from([...text], (c) => (c === '’' ? 0x92 : c.codePointAt(0)!))],
  ])('is the same in %s', (_, bytes) => {
    expect(findText(bytes)).toBe(text);
  });

  it('knows the euro sign of Windows-1252, which stands where other encodings have control characters', () => {
    expect(findText(Uint8Array.from([0x80, 0xe9]))).toBe('€é');
  });

  test.each<[string, number[]]>([
    ['a NUL', [0x61, 0, 0x62]],
    ['an escape', [0x61, 0x1b, 0x62]],
    ['half a UTF-16 character', [0xff, 0xfe, 0x61]],
  ])('is none with %s', (_, bytes) => {
    expect(findText(Uint8Array.from(bytes))).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillText } from '../../../shared/contact/fill-text.ts';

const fields = new Map([
  ['name', 'Mevr. A. van der Wal'],
  ['code', '7F3K-Q2MX-H'],
  ['prefix', ''],
]);
const filled = (text: string) => ({ kind: 'filled', text });

/** Text without braces and without anything that is marked. */
const plain = fc.string({ unit: fc.constantFrom(...'abc ÉğŁ.,\'"<>&$1'), maxLength: 12 });

describe('fillText', () => {
  it.each([
    ['Geachte {{name}},', 'Geachte Mevr. A. van der Wal,'],
    ['{{ name }} en {{code}}', 'Mevr. A. van der Wal en 7F3K-Q2MX-H'],
    ['{{name}}{{name}}', 'Mevr. A. van der WalMevr. A. van der Wal'],
    ['[{{prefix}}]', '[]'],
    ['geen velden, wel { en }', 'geen velden, wel { en }'],
    ['', ''],
    ['regel\n\nregel\t{{code}}', 'regel\n\nregel\t7F3K-Q2MX-H'],
  ])('fills %j', (text, expected) => {
    expect(fillText(text, fields)).toEqual(filled(expected));
  });

  it.each([
    ['{{naam}}', ['naam']],
    ['{{naam}} {{code}} {{plaats}} {{naam}}', ['naam', 'plaats']],
    ['{{naam}', ['{{']],
    ['{naam}}', ['}}']],
    ['{{}}', ['']],
    ['{{__proto__}} {{constructor}} {{toString}}', ['__proto__', 'constructor', 'toString']],
    ['{{Name}}', ['Name']],
    ['{{ {{name}} }}', ['{{', '}}']],
  ])('reports what it cannot fill in %j', (text, unknown) => {
    expect(fillText(text, fields)).toEqual({ kind: 'unknown-fields', fields: unknown });
  });

  it('never evaluates a value: braces in it stay braces', () => {
    const sly = new Map([
      ['name', '{{code}}'],
      ['code', '{{name}} $& $1 {{'],
    ]);
    expect(fillText('{{name}}/{{code}}', sly)).toEqual(filled('{{code}}/{{name}} $& $1 {{'));
  });

  it.each([
    ['a\u202Eb', 'a[U+202E]b'],
    ['\u200Bzero\u200D', '[U+200B]zero[U+200D]'],
    ['\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['\uFEFFbom', '[U+FEFF]bom'],
    ['soft\u00ADhyphen', 'soft[U+00AD]hyphen'],
    ['two\r\nlines', 'two[U+000D][U+000A]lines'],
    ['sep\u2028\u2029', 'sep[U+2028][U+2029]'],
    ['filler\u3164', 'filler[U+3164]'],
    ['tag\u{E0041}', 'tag[U+E0041]'],
    ['half\uD800', 'half[U+D800]'],
    ['Łódź ğ ë \u00A0 -', 'Łódź ğ ë \u00A0 -'],
  ])('shows characters of a value that would not be seen: %j', (value, expected) => {
    expect(fillText('{{name}}', new Map([['name', value]]))).toEqual(filled(expected));
  });

  it('law: a text made of plain pieces and fields is the pieces with the values between them', () => {
    const value = fc.oneof(
      plain,
      plain.map((text) => `{{${text}}}`),
    );
    const pieces = fc.array(fc.tuple(plain, fc.constantFrom('a', 'b', 'c')), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, plain, value, value, value, (between, end, a, b, c) => {
        const values = new Map([
          ['a', a],
          ['b', b],
          ['c', c],
        ]);
        const text = between.map(([piece, field]) => `${piece}{{${field}}}`).join('') + end;
        const expected = between.map(([piece, field]) => piece + values.get(field)!).join('') + end;
        expect(fillText(text, values)).toEqual(filled(expected));
      }),
    );
  });

  it('law: nothing unseen comes out of a value, whatever was in it', () => {
    const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
    expect(unseen.test('a\u202Eb')).toBe(true);
    const anything = fc.string({
      unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    });
    const hidden = fc.constantFrom('\u202E', '\u200B', '\uFEFF', '\u0000', '\u2028');
    fc.assert(
      fc.property(anything, hidden, anything, (before, mark, after) => {
        const result = fillText('{{name}}', new Map([['name', before + mark + after]]));
        expect(result.kind === 'filled' && unseen.test(result.text)).toBe(false);
        expect(result.kind).toBe('filled');
      }),
    );
  });

  it('law: every field that is not known is reported, and nothing else is', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 6 }), fc.uniqueArray(name, { maxLength: 6 }), (used, known) => {
        const result = fillText(
          used.map((field) => `{{${field}}}`).join(' '),
          new Map(known.map((field) => [field, '·'])),
        );
        const unknown = used.filter((field) => !known.includes(field));
        expect(result.kind === 'filled' ? [] : result.fields).toEqual(unknown);
      }),
    );
  });
});

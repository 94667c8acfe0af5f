import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type NameParts, splitName } from '../../../shared/intake/split-name.ts';

const order = ['salutation', 'initials', 'prefix', 'surname'] as const;
const inWords = (parts: NameParts) => order.map((part) => parts[part] ?? '').join(' | ');

test.each([
  ['Mevr. A.B. van der Wal', 'Mevr. | A.B. | van der | Wal'],
  ['Wal, A.B. van der', ' | A.B. | van der | Wal'],
  ['Wal-Jansen, van der, A.', ' | A. | van der | Wal-Jansen'],
  ['dhr. J. de Vries', 'dhr. | J. | de | Vries'],
  ['De heer J. Smit', 'De heer | J. |  | Smit'],
  ['dhr. en mevr. Jansen', 'dhr. en mevr. |  |  | Jansen'],
  ['mw. drs. P. Bakker', 'mw. drs. | P. |  | Bakker'],
  ['Wal, mevr. A. van der', 'mevr. | A. | van der | Wal'],
  ['El Amrani, F.', ' | F. |  | El Amrani'],
  ['Fatima El Amrani', ' | Fatima | El | Amrani'],
  ['Jansen - de Vries, A.', ' | A. |  | Jansen - de Vries'],
  ['A. Jansen-de Vries', ' | A. |  | Jansen-de Vries'],
  ['A. Jansen geb. de Vries', ' | A. |  | Jansen geb. de Vries'],
  ['AB de Vries', ' | AB | de | Vries'],
  ['A B de Vries', ' | A B | de | Vries'],
  ['Th. van Dijk', ' | Th. | van | Dijk'],
  ['A.-M. Visser', ' | A.-M. |  | Visser'],
  ['Anna', ' |  |  | Anna'],
  ['A.', ' |  |  | A.'],
  ['de', ' |  |  | de'],
  ['Anna Maria Jansen', ' | Anna Maria |  | Jansen'],
  ['Jan Willem van den Berg', ' | Jan Willem | van den | Berg'],
  ['WAL, A.B. VAN DER', ' | A.B. | VAN DER | WAL'],
  ['MEVR A VAN DER WAL', 'MEVR | A | VAN DER | WAL'],
  ["'t Hart, M.", " | M. | 't | Hart"],
  ['van der Wal', ' |  | van der | Wal'],
  ['Jansen (Piet)', ' |  |  | Jansen (Piet)'],
  ['  Jansen ,\n A. ', ' | A. |  | Jansen'],
])('%j is %j', (text, parts) => {
  expect(inWords(splitName(text))).toBe(parts);
});

const lettersOf = (text: string) => [...text.replaceAll(/[\s,]/g, '')].sort().join('');
const word = fc.constantFrom(
  ...'Mevr. dhr. de van der den Wal Jansen-Bakker A. A.B. AB El Amrani , - (Piet) geb. e/v Anna Th. en'.split(' '),
  "'t",
  ' ',
  'ö',
);

it('law: every letter and sign of the text stands in the parts, and there is a surname', () => {
  const text = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (name) => {
      const parts = splitName(name);
      expect(lettersOf(Object.values(parts).join(''))).toBe(lettersOf(name));
      if (/[^\s,]/u.test(name)) expect(parts.surname.trim()).not.toBe('');
    }),
    { numRuns: 2_000 },
  );
});

it('law: a name in order and one with its surname first are told apart alike', () => {
  const names = fc.record({
    initials: fc.constantFrom('A.', 'A.B.', 'J.P.M.', 'Th.'),
    prefix: fc.constantFrom('', 'van', 'van der', "in 't", 'de'),
    surname: fc.constantFrom('Wal', 'Jansen', 'Wal-Jansen', 'Bakker'),
  });
  fc.assert(
    fc.property(names, ({ initials, prefix, surname }) => {
      const expected = { initials, surname, ...(prefix === '' ? {} : { prefix }) };
      expect(splitName([initials, prefix, surname].filter(Boolean).join(' '))).toEqual(expected);
      expect(splitName(`${surname}, ${[initials, prefix].filter(Boolean).join(' ')}`)).toEqual(expected);
      expect(splitName([surname, prefix, initials].filter(Boolean).join(', '))).toEqual(expected);
    }),
  );
});

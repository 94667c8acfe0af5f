import { describe, expect, it } from 'vitest';
import { fontFile, hasGlyphs, pointsIn, printable, withGlyphs } from '../../../electron/post/fonts.ts';

describe('the typeface', () => {
  it.each([
    ['Dutch', 'aàáâäbcçdeéèêëfghiïíjkĳlmnñoóòôöpqrstuüúùûvwxyz AÁÄÇEÉÈËIÏĲOÓÖUÜ'],
    ['Turkish', 'abcçdefgğhıijklmnoöprsştuüvyz ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ âîû'],
    ['Polish', 'aąbcćdeęfghijklłmnńoóprsśtuwyzźż AĄBCĆDEĘLŁNŃOÓSŚZŹŻ'],
    ['other neighbours', 'šđčćž ăâîșț åæø ßþð ěřůňťď őű'],
    ['Russian and Ukrainian', 'абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя АБВГҐЄІЇЩЫ'],
    ['Arabic and Persian', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوية ءأإآؤئى پچژگک ٠١٢٣ ۴۵۶ ،؛؟ َُِّْ'],
    ['punctuation', '‘’“”„… – — • · € § ° ½ × − \u00A0 @ & # % / ( ) [ ] + - _'],
  ])('has every character of %s', (_, text) => {
    expect(hasGlyphs(text)).toBe(true);
  });

  it.each(['中', 'ש', '\u202E', '\u0007', '😀'])('tells that it lacks %j', (character) => {
    expect(hasGlyphs(`a${character}b`)).toBe(false);
  });

  it('has the same characters in regular and bold, and says which without guessing', () => {
    const regular = pointsIn(fontFile('regular'));
    expect(pointsIn(fontFile('bold'))).toEqual(regular);
    expect(regular.size).toBeGreaterThan(300);
    expect(regular.has(0x4e2d)).toBe(false);
  });

  it('sets accents composed with their letters, and no-break signs as what it has', () => {
    expect(printable('e\u0301 Z\u0307')).toBe('é Ż');
    expect(printable('3512\u202FPH\u2009x\u2011y')).toBe('3512\u00A0PH\u00A0x-y');
    expect(hasGlyphs('Zo\u0308e\u0301 3512\u202FPH')).toBe(true);
  });

  it('writes out what it lacks where something must be printed', () => {
    expect(withGlyphs('Łódź 中😀')).toBe('Łódź [U+4E2D][U+1F600]');
  });
});

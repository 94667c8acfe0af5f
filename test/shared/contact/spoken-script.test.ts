import { describe, expect, test } from 'vitest';
import { spokenScript, unknownScriptFields } from '../../../shared/contact/spoken-script.ts';
import { defaultScripts } from '../../../shared/study/default-scripts.ts';
import { type Script, scriptKinds } from '../../../shared/study/script.ts';

const fields = {
  bureau: 'Bureau Verzonnen',
  client: 'Gemeente Waterhoven',
  purpose: 'een onderzoek',
  objectTo: 'bezwaar@example.org',
};
const script = (text: Script['text']): Script => ({ kind: 'own', title: { nl: 'Iets' }, text });

describe('a script as it is read aloud', () => {
  test('is filled in, paragraph by paragraph', () => {
    const spoken = spokenScript(script({ nl: 'Wij zijn {{bureau}}.\n\nVoor {{ client }}.' }), 'nl', fields);
    expect(spoken?.paragraphs).toEqual(['Wij zijn Bureau Verzonnen.', 'Voor Gemeente Waterhoven.']);
    expect(spoken?.otherLanguage).toBe(undefined);
  });

  test.each([
    ['tr', { nl: 'Nederlands', en: 'English' }, 'nl', 'Nederlands'],
    ['tr', { en: 'English', ar: 'عربي' }, 'en', 'English'],
    ['tr', { ar: 'عربي' }, 'ar', 'عربي'],
    ['en', { nl: 'Nederlands', en: '  ' }, 'nl', 'Nederlands'],
  ])('that is not written in %s is read in another language, which is said', (language, text, other, said) => {
    expect(spokenScript(script(text as Script['text']), language, fields)).toMatchObject({
      otherLanguage: other,
      paragraphs: [said],
    });
  });

  test('that is written nowhere is none', () => {
    expect(spokenScript(script({ nl: ' ' }), 'nl', fields)).toBe(undefined);
  });

  test('names the fields that no script has', () => {
    expect(unknownScriptFields({ text: { nl: '{{bureau}}', en: '{{name}} {{code}} {{name}}' } })).toEqual([
      'name',
      'code',
    ]);
  });
});

describe('the scripts that every study begins with', () => {
  test('are there for every kind, in Dutch and English, and only use fields that there are', () => {
    expect(defaultScripts.map(({ kind }) => kind)).toEqual(scriptKinds.filter((kind) => kind !== 'own'));
    for (const each of defaultScripts) {
      expect(Object.keys(each.text)).toEqual(['nl', 'en']);
      expect(unknownScriptFields(each)).toEqual([]);
    }
  });

  const said = (kind: Script['kind'], language: string) =>
    spokenScript(defaultScripts.find((each) => each.kind === kind)!, language, fields)!.paragraphs.join(' ');

  test.each(['voicemail', 'someone-else'] as const)('%s never says what it is about, or for whom', (kind) => {
    // The check finds it where it is said.
    expect(said('purpose', 'nl')).toMatch(/onderzoek|Waterhoven/);
    for (const language of ['nl', 'en'])
      expect(said(kind, language)).not.toMatch(/onderzoek|study|survey|Waterhoven|vragenlijst|hulp|help|gemeente/i);
  });

  test.each<readonly [Script['kind'], RegExp]>([
    ['consent', /vrijwillig.*elk moment stoppen.*antwoorden/],
    ['how-number', /Gemeente Waterhoven.*alleen voor dit onderzoek.*wissen.*bezwaar/],
    ['complaint', /bezwaar@example\.org.*Autoriteit Persoonsgegevens/],
    ['trouble', /112.*113.*terugbelt.*alleen als u ja zegt/],
  ])('%s says what has to be said', (kind, expected) => {
    expect(said(kind, 'nl')).toMatch(expected);
  });

  test('address people with "u"', () => {
    for (const { text } of defaultScripts) expect(text.nl).not.toMatch(/\b(je|jij|jouw|jullie)\b/i);
  });
});

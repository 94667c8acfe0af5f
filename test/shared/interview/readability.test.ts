/** Hints on how well a text is understood: the published formulas, syllables word by word, and what is no hint. */
import { describe, expect, test } from 'vitest';
import { readability, readingEase, readingHints, sentencesIn } from '../../../shared/interview/readability.ts';
import { dutchSyllables, englishSyllables } from '../../../shared/interview/syllables.ts';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';

/** Words, and after each how many syllables it has. */
const tableOf = (text: string) =>
  text.split(/\s+/).map((entry) => [entry.slice(0, -1), Number(entry.slice(-1))] as const);

describe('syllables', () => {
  test.each(
    tableOf(
      'huis1 buurt1 wijk1 team1 nieuw1 kaas1 mooi1 leeuw1 zij1 oud1 mail1 vader2 wijkteam2 mooie2 haaien2 zeeën2 ' +
        'knieën2 website2 online2 idee2 quiz1 bureau2 loyaal2 hobby2 e-mailadres4 cliënt2 tevreden3 gemeente3 museum3 ' +
        'video3 radio3 politie3 theater3 contactpersoon4 ondersteuning4 financieel4 medewerker4 patiënten4 situatie4 ' +
        'geïnteresseerd5 coördinator5 organisatie5 zelfredzaamheid4 reacties3 privé2',
    ),
  )('%s has %i in Dutch', (word, count) => {
    expect(dutchSyllables(word)).toBe(count);
  });

  test.each(
    tableOf(
      'house1 made1 table2 times1 houses2 asked1 wanted2 area3 idea3 being2 people2 language2 questions2 satisfied3 ' +
        'client2 nation2 social2 usual3 municipality6 completely3 services3 information4 often2',
    ),
  )('%s has %i in English', (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });
});

test.each([
  // 9 words of one syllable in 2 sentences: 206.84 - 77 - 0.93 x 4.5
  ['De buurt is schoon. De hulp kwam op tijd.', 'nl', 125.655],
  // 3 words and 8 syllables in 1 sentence: 206.84 - 0.77 x 266.67 - 0.93 x 3
  ['Tevreden gemeente vader', 'nl', -1.283],
  ['The cat sat on the mat.', 'en', 116.145],
  ['The cat sat on the mat.', 'en-GB', 116.145],
])('reading ease of "%s"', (text, language, score) => {
  expect(readingEase(text, language)).toBeCloseTo(score, 3);
});

test('there is no score where there is no formula, and none without words', () => {
  expect(readingEase('Mahalle temiz mi?', 'tr')).toBeUndefined();
  expect(readingEase('… ?', 'nl')).toBeUndefined();
});

test('an abbreviation and an earlier answer end no sentence', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
  expect(sentencesIn('Kent u ${team.naam}, bijv. van de markt? Of niet.')).toHaveLength(2);
});

const many = (words: number) => `${'de '.repeat(words - 1)}buurt.`;

describe('a hint', () => {
  test.each([
    ['a sentence of 21 words', many(21), ['long-sentence']],
    ['a sentence of 20 words', many(20), []],
    ['a word of the town hall', 'Bent u woonachtig in de wijk?', ['hard-word']],
    ['a few of its words', 'Wat vindt u met betrekking tot de hulp?', ['hard-word']],
    ['the same letters inside another word', 'Hebt u dit al gereedschap genoemd?', []],
    ['a very long word', 'Kent u de schuldhulpverleningsorganisatie?', ['long-word']],
    ['two times no', 'Is het niet zo dat u geen hulp kreeg?', ['double-negation']],
    ['no and, in another sentence, no', 'Dat weet ik niet. Ik had geen hulp.', []],
    ['two things at once', 'Was de hulp snel en/of goed?', ['two-questions']],
    ['two question marks', 'Kreeg u hulp? Was die goed?', ['two-questions']],
    ['a plain question', 'Bent u tevreden over de hulp?', []],
  ])('%s', (_, text, kinds) => {
    expect(readingHints(text, 'nl').map(({ kind }) => kind)).toEqual(kinds);
  });

  test('of a language without a formula says only what its sentences say', () => {
    expect(readingHints(many(30), 'tr').map(({ kind }) => kind)).toEqual(['long-sentence']);
    expect(readingHints('شكرا؟ نعم؟', 'ar').map(({ kind }) => kind)).toEqual(['two-questions']);
  });

  test('a text that is hard as a whole is told with its score', () => {
    const hard = Array.from({ length: 20 }, () => 'gemeentelijke').join(' ');
    expect(readingHints(`${hard}.`, 'nl')).toContainEqual({ kind: 'hard-text', score: expect.any(Number) });
  });
});

test('a questionnaire is told per language, and its texts in their order', () => {
  const questionnaire: Questionnaire = {
    formId: 'f',
    title: 'F',
    version: '1',
    languages: ['nl', 'tr'],
    defaultLanguage: 'nl',
    sections: [],
    items: ['een', 'twee'].map((name) => ({
      name: name as ItemName,
      kind: 'text',
      label: { nl: name === 'een' ? 'Hoe gaat het?' : many(25), tr: many(25) },
      sections: [],
      required: false,
    })),
  };
  const { texts, languages } = readability(questionnaire);
  expect(texts.map(({ item, language }) => `${item} ${language}`)).toEqual(['een tr', 'twee nl', 'twee tr']);
  expect(languages.map(({ language, textsWithHints }) => [language, textsWithHints])).toEqual([
    ['nl', 1],
    ['tr', 2],
  ]);
  expect(languages[0]!.score).toBeGreaterThan(60);
  expect(languages[1]).not.toHaveProperty('score');
});

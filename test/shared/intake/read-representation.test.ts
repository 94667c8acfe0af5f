import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type News, readNews } from '../../../shared/intake/read-news.ts';
import { readRepresentation } from '../../../shared/intake/read-representation.ts';
import { representations } from '../../../shared/study/contact-data.ts';

test.each([
  ['curator', 'guardian', true],
  ['onder curatele', 'guardian', true],
  ['voogd', 'guardian', true],
  ['ouder', 'guardian', true],
  ['moeder', 'guardian', true],
  ['bewindvoerder', 'administrator', true],
  ['beschermingsbewind', 'administrator', true],
  ['WSNP', 'administrator', true],
  ['mentor', 'mentor', true],
  ['mentorschap', 'mentor', true],
  ['bewind en mentorschap', 'mentor', true],
  ['curatele en bewind', 'guardian', true],
  ['nee', undefined, true],
  ['geen', undefined, true],
  ['', undefined, true],
  ['-', undefined, true],
  ['n.v.t.', undefined, true],
  ['ja', 'guardian', false],
  ['zie dossier', 'guardian', false],
  ['geen curator, wel mentor', 'guardian', false],
  ['bewind opgeheven', 'guardian', false],
  ['?', 'guardian', false],
])('representation %j is %s, readable %s', (text, kind, readable) => {
  expect(readRepresentation(text)).toEqual({ ...(kind === undefined ? {} : { kind }), readable });
});

it('law: what cannot be read is a guardian, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { kind, readable } = readRepresentation(text);
      if (!readable) expect(kind).toBe('guardian');
      if (kind !== undefined) expect(representations).toContain(kind);
    }),
  );
});

test.each<[string, News]>([
  ['overleden', 'died'],
  ['Is op 3-2-2026 overleden', 'died'],
  ['verhuisd naar Waterhoven', 'moved'],
  ['nieuw adres', 'moved'],
  ['maakt bezwaar', 'objects'],
  ['wil niet meedoen', 'objects'],
  ['wil toch niet meedoen', 'objects'],
  ['wil liever niet', 'objects'],
  ['wil graag meedoen', 'unreadable'],
  ['niet meer benaderen', 'objects'],
  ['trekt toestemming in', 'objects'],
  ['heeft gebeld', 'called'],
  ['verhuisd en maakt bezwaar', 'objects'],
  ['', 'nothing'],
  ['-', 'nothing'],
  ['ongewijzigd', 'nothing'],
  ['mevrouw is overleden', 'died'],
  ['echtgenoot overleden', 'unreadable'],
  ['verhuisd na het overlijden van haar moeder', 'unreadable'],
  ['niet overleden', 'unreadable'],
  ['geen bezwaar', 'unreadable'],
  ['?', 'unreadable'],
  ['gestopt', 'unreadable'],
])('the news %j is %s', (text, news) => {
  expect(readNews(text)).toBe(news);
});

/** The words of what a group says of its people beside how they were asked: the consent, minors, and who posts the letters. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  askedText: 'Met welke tekst is toestemming gevraagd?',
  askedTextHint:
    'Met de versie, bijvoorbeeld: toestemmingsbrief versie 2. Mag leeg als het bestand het per persoon zegt.',
  askedSource: 'Waar is de toestemming vastgelegd?',
  askedSourceHint: 'Bijvoorbeeld: registratiesysteem van de gemeente.',
  askedFault: 'Vul beide in, of laat beide leeg.',
  excludesMinors: 'Wie jonger is dan 18 doet niet mee',
  excludesMinorsHint: 'Alleen als het bestand een leeftijd heeft.',
  postedByClient: 'De opdrachtgever post de brieven zelf (dubbele sleutel)',
  postedByClientHint: 'Het bestand heeft dan eigen nummers van de opdrachtgever, en geen namen of adressen.',
  asked: (text: string, source: string) => `${text}; vastgelegd in: ${source}`,
  minorsToo: 'ook jonger dan 18',
  posted: 'opdrachtgever post zelf',
};

const en: typeof nl = {
  askedText: 'By which text was consent asked?',
  askedTextHint:
    'With its version, for instance: consent letter version 2. May be empty when the file says it per person.',
  askedSource: 'Where is the consent recorded?',
  askedSourceHint: 'For instance: the municipality’s registration system.',
  askedFault: 'Fill in both, or leave both empty.',
  excludesMinors: 'Whoever is younger than 18 does not take part',
  excludesMinorsHint: 'Only when the file has an age.',
  postedByClient: 'The client posts the letters itself (double key)',
  postedByClientHint: 'The file then has numbers of the client’s own, and no names or addresses.',
  asked: (text, source) => `${text}; recorded in: ${source}`,
  minorsToo: 'younger than 18 too',
  posted: 'client posts itself',
};

export const newGroupWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

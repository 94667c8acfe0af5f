/** The words of ringing: the number, how it is rung, why it is not, and what is known just before; in Dutch and English. */
import type { BeforeRinging } from '../../../shared/contact-views.ts';
import type { WordingLanguage } from '../grammar.ts';

type Why = Extract<BeforeRinging, { kind: 'stop' }>['why'];

const nl = {
  ring: 'Bel dit nummer',
  copy: 'Kopieer dit nummer',
  keys: { ring: 'bellen', copy: 'kopiëren', number: 'ander nummer' },
  choose: (count: number) => `Er zijn ${count} nummers. Kies met een cijfer, of met pijl links en rechts.`,
  which: (place: string) => `Nummer ${place}`,
  rings: 'Uw telefoon belt dit nummer.',
  copied: 'Het nummer staat op het klembord. Na een minuut haalt Veldwerk het daar weer weg.',
  byHand: 'Dit nummer kan Veldwerk niet bellen. Toets het zelf in.',
  noNumber: 'Er is geen nummer om te bellen. Sluit het gesprek af met G.',
  way: 'Wat doet toets B?',
  ways: { link: 'belt met het telefoonprogramma van deze computer', copy: 'kopieert het nummer, voor een minuut' },
  wayHint: 'In een browser kan alleen bellen: een browser kan een gekopieerd nummer niet meer weghalen.',
  lastTry: 'Dit is de laatste keer',
  lastTryText:
    'Deze persoon zei eerder: nu liever niet. Vraag het nog één keer, en dring niet aan. Hierna bellen we niet meer.',
  stop: {
    answered: 'Bel niet: deze persoon heeft intussen geantwoord',
    stopped: 'Bel niet: met deze persoon mag nu geen contact zijn',
    'outside-window': 'Bel nu niet: het is buiten de beltijden',
    'returns-old': 'Bel nog niet: de antwoorden van de website zijn te oud',
  } satisfies Record<Why, string>,
  stopText: {
    answered: 'Het antwoord kwam binnen nadat u deze casus kreeg. U hoeft niets meer te doen.',
    stopped:
      'Deze persoon wil geen contact meer, of alle contact is stilgelegd. Dat werd bekend nadat u deze casus kreeg.',
    'outside-window': 'De casus komt terug als de beltijd weer begint. U hoort daarna hoe laat dat is.',
    'returns-old':
      'Misschien heeft deze persoon al geantwoord. Vraag de veldwerkleider om de antwoorden van de website in te lezen.',
  } satisfies Record<Why, string>,
  onward: 'Ga terug',
  onTheLine: 'Aan de lijn',
  inTheNameOf: 'Op naam van',
  onTheLineText: 'Deze persoon belt u. Vraag wie u spreekt voordat u iets vertelt.',
  goTo: 'Ga langs bij',
  noAddress: 'Er is geen adres bekend.',
};

const en: typeof nl = {
  ring: 'Ring this number',
  copy: 'Copy this number',
  keys: { ring: 'ring', copy: 'copy', number: 'other number' },
  choose: (count) => `There are ${count} numbers. Choose by a digit, or with arrow left and right.`,
  which: (place) => `Number ${place}`,
  rings: 'Your telephone rings this number.',
  copied: 'The number is on the clipboard. After a minute Veldwerk takes it away again.',
  byHand: 'Veldwerk cannot ring this number. Dial it yourself.',
  noNumber: 'There is no number to ring. End the call with G.',
  way: 'What does key B do?',
  ways: { link: 'rings with the telephone program of this computer', copy: 'copies the number, for a minute' },
  wayHint: 'In a browser only ringing is possible: a browser cannot take a copied number away again.',
  lastTry: 'This is the last time',
  lastTryText: 'This person said before: rather not now. Ask once more, and do not insist. After this we ring no more.',
  stop: {
    answered: 'Do not ring: this person has answered meanwhile',
    stopped: 'Do not ring: there may be no contact with this person now',
    'outside-window': 'Do not ring now: it is outside the hours of calling',
    'returns-old': 'Do not ring yet: the answers of the website are too old',
  },
  stopText: {
    answered: 'The answer came in after you got this case. There is nothing left to do.',
    stopped:
      'This person wants no contact any more, or all contact was stopped. That became known after you got this case.',
    'outside-window': 'The case comes back when the hours of calling begin again. You are told when that is.',
    'returns-old':
      'This person may have answered already. Ask the fieldwork manager to read the answers of the website.',
  },
  onward: 'Go back',
  onTheLine: 'On the line',
  inTheNameOf: 'In the name of',
  onTheLineText: 'This person is ringing you. Ask who you are speaking to before you tell anything.',
  goTo: 'Visit',
  noAddress: 'No address is known.',
};

export const ringingWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

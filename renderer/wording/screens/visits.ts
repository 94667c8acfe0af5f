/** The words of visits: the next one, and one that is told afterwards; in Dutch and English. */
import type { visitOutcomes } from '../../../shared/study/disposition.ts';
import type { WordingLanguage } from '../grammar.ts';

type Outcome = (typeof visitOutcomes)[number];

const nl = {
  next: 'Volgend bezoek',
  enter: 'Voer een bezoek in',
  title: 'Een bezoek dat al gemaakt is',
  text: 'Bent u bij iemand geweest zonder deze computer? Voer hier in hoe het ging, met de code van het bezoekkaartje.',
  code: 'Inlogcode',
  codeHint: 'Zoals hij op het kaartje of de brief staat, bijvoorbeeld K7M4-3PXA.',
  outcome: 'Hoe eindigde het bezoek?',
  outcomes: {
    'no-answer': 'niet thuis',
    'refused-soft': 'nu liever niet',
    refused: 'weigert: wil zeker niet meedoen',
    withdrew: 'trekt de toestemming in: alle contact stopt',
    deceased: 'overleden',
    unable: 'kan niet (ziek, beperking)',
    language: 'andere taal: niemand kan helpen',
    moved: 'verhuisd: woont hier niet meer',
  } satisfies Record<Outcome, string>,
  on: 'Op welke dag?',
  note: 'Notitie (mag leeg blijven)',
  noteHint: 'Alleen wat een volgende bezoeker moet weten. De notitie wordt verzegeld bewaard.',
  record: 'Leg het bezoek vast',
  recorded: (group: string) => `Het bezoek is vastgelegd, bij ${group}.`,
  following: (channel: string, day: string) => `Wat nog volgt: ${channel}, vanaf ${day}.`,
  nothingFollows: 'Er volgt niets meer.',
  isFinal: 'Deze persoon wordt niet meer benaderd.',
  codeMissing: 'Typ de code.',
  outcomeMissing: 'Kies hoe het bezoek eindigde.',
  back: 'Terug',
};

const en: typeof nl = {
  next: 'Next visit',
  enter: 'Enter a visit',
  title: 'A visit that was made already',
  text: 'Have you been with someone without this computer? Enter here how it went, with the code of the card.',
  code: 'Login code',
  codeHint: 'As it stands on the card or the letter, for example K7M4-3PXA.',
  outcome: 'How did the visit end?',
  outcomes: {
    'no-answer': 'not at home',
    'refused-soft': 'rather not now',
    refused: 'refuses: certainly does not want to take part',
    withdrew: 'withdraws consent: all contact stops',
    deceased: 'deceased',
    unable: 'cannot (ill, disabled)',
    language: 'other language: nobody can help',
    moved: 'moved: lives here no more',
  },
  on: 'On which day?',
  note: 'Note (may stay empty)',
  noteHint: 'Only what a next visitor needs to know. The note is kept sealed.',
  record: 'Record the visit',
  recorded: (group) => `The visit is recorded, in ${group}.`,
  following: (channel, day) => `Still to come: ${channel}, from ${day}.`,
  nothingFollows: 'Nothing more follows.',
  isFinal: 'This person is contacted no more.',
  codeMissing: 'Type the code.',
  outcomeMissing: 'Choose how the visit ended.',
  back: 'Back',
};

export const visitWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

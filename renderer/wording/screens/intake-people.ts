/** The words of who takes part: consent, one per address, a random selection, and what the manager decides one person at a time. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  whoTakesPart: 'Wie doen er mee?',
  consentText: 'Met welke tekst is toestemming gevraagd?',
  consentTextHint: 'Met de versie, bijvoorbeeld: toestemmingsbrief versie 2.',
  consentSource: 'Waar is de toestemming vastgelegd?',
  consentSourceHint: 'Bijvoorbeeld: registratiesysteem van de gemeente.',
  consentNeeded: 'Dit is nodig: toestemming moet aantoonbaar zijn (AVG art. 7 lid 1).',
  onePerAddress: 'Niet meer dan 1 persoon per adres',
  onePerAddressHint: 'Wie het eerst in de lijst staat, doet mee.',
  draw: 'Trek een willekeurige steekproef',
  drawHint: 'Daarna kunt u zien en herhalen wie is getrokken: bewaar het startgetal.',
  drawBy: 'Hoeveel mensen wilt u?',
  drawTotal: 'Een aantal in totaal',
  drawPerStratum: 'Een aantal per stratum',
  drawPerStratumHint: 'Zolang u niets invult, doet iedereen mee. Daarna alleen zoveel als u invult.',
  drawPeople: 'Aantal mensen',
  seed: 'Startgetal van de trekking',
  seedHint: 'Hetzelfde getal en hetzelfde bestand geven dezelfde mensen.',
  seedFault: 'Vul hoogstens 12 cijfers in.',
  newSeed: 'Neem een ander startgetal',
  drawn: 'De trekking',
  stratum: 'Stratum',
  noStratum: 'zonder stratum',
  there: 'Beschikbaar',
  take: 'Trekken',
  takeOf: (stratum: string) => `Aantal te trekken: ${stratum}`,
  drawnCount: 'Getrokken',
  total: 'Samen',

  sharedAddresses: (count: number, number: string) =>
    count === 1 ? 'Op 1 adres doet meer dan één persoon mee.' : `Op ${number} adressen doet meer dan één persoon mee.`,
  inOtherGroup: (count: number, number: string) =>
    count === 1 ? '1 persoon zit ook in een andere doelgroep.' : `${number} mensen zitten ook in een andere doelgroep.`,

  questions: 'Hierover beslist u',
  questionsLead: (count: number, number: string) =>
    count === 1
      ? 'Nog 1 persoon waar een regel niet kan beslissen.'
      : `Nog ${number} mensen waar een regel niet kan beslissen.`,
  allDecided: 'U hebt over iedereen beslist.',
  decidedCount: (take: string, leave: string) => `Meegenomen: ${take}. Weggelaten: ${leave}.`,
  left: (nr: string) => `nog ${nr}`,
  this: 'Deze persoon',
  inRow: (file: number, row: string) => `bestand ${file}, rij ${row}`,
  beside: 'Lijkt op',
  alreadyIn: (group: string) => `al ingelezen in ${group}`,
  field: 'Gegeven',
  differs: 'verschilt',
  same: 'gelijk',
  nothing: 'niets',
  takeDeed: 'Neem mee',
  leaveDeed: 'Laat weg',
  leaveRest: (count: string) => `Laat alle overige weg (${count})`,
  back: 'Ga terug naar de vorige',
  takenBefore: 'door u meegenomen',
  leftBefore: 'door u weggelaten',
  takeKey: 'M',
  leaveKey: 'L',
  backKey: 'T',
  whys: {
    'other-group': 'Deze persoon zit al in een andere doelgroep.',
    mentor: 'Deze persoon heeft een mentor. Mag de mentor hierover beslissen?',
    'perhaps-stopped': 'Misschien mag deze persoon niet worden benaderd.',
    'perhaps-same': 'Misschien is dit iemand die er al in staat.',
    called:
      'Deze persoon heeft de opdrachtgever gebeld. Neem mee: de persoon blijft meedoen. Laat weg: de persoon wordt niet meer benaderd.',
    unreadable:
      'Het is niet duidelijk wat er met deze persoon is. Neem mee: de persoon blijft meedoen. Laat weg: de persoon wordt niet meer benaderd.',
  } as Readonly<Record<string, string>>,
  otherWhy: 'Een regel kan over deze persoon niet beslissen.',
};

const en: typeof nl = {
  whoTakesPart: 'Who takes part?',
  consentText: 'By which text was consent asked?',
  consentTextHint: 'With its version, for instance: consent letter version 2.',
  consentSource: 'Where is the consent recorded?',
  consentSourceHint: 'For instance: the municipality’s registration system.',
  consentNeeded: 'This is needed: consent has to be demonstrable (GDPR art. 7(1)).',
  onePerAddress: 'No more than 1 person of each address',
  onePerAddressHint: 'Whoever stands first in the list takes part.',
  draw: 'Draw a random sample',
  drawHint: 'Afterwards you can see and repeat who was drawn: keep the starting number.',
  drawBy: 'How many people do you want?',
  drawTotal: 'A number in all',
  drawPerStratum: 'A number of each stratum',
  drawPerStratumHint: 'As long as you fill in nothing, everyone takes part. After that only as many as you fill in.',
  drawPeople: 'Number of people',
  seed: 'Starting number of the draw',
  seedHint: 'The same number and the same file give the same people.',
  seedFault: 'Fill in at most 12 digits.',
  newSeed: 'Take another starting number',
  drawn: 'The draw',
  stratum: 'Stratum',
  noStratum: 'without a stratum',
  there: 'Available',
  take: 'To draw',
  takeOf: (stratum) => `Number to draw: ${stratum}`,
  drawnCount: 'Drawn',
  total: 'Together',

  sharedAddresses: (count, number) =>
    count === 1
      ? 'At 1 address more than one person takes part.'
      : `At ${number} addresses more than one person takes part.`,
  inOtherGroup: (count, number) =>
    count === 1 ? '1 person is in another group too.' : `${number} people are in another group too.`,

  questions: 'You decide on these',
  questionsLead: (count, number) =>
    count === 1 ? '1 person left on whom a rule cannot decide.' : `${number} people left on whom a rule cannot decide.`,
  allDecided: 'You have decided on everyone.',
  decidedCount: (take, leave) => `Taken: ${take}. Left out: ${leave}.`,
  left: (nr) => `${nr} left`,
  this: 'This person',
  inRow: (file, row) => `file ${file}, row ${row}`,
  beside: 'Looks like',
  alreadyIn: (group) => `taken in already in ${group}`,
  field: 'Field',
  differs: 'differs',
  same: 'the same',
  nothing: 'nothing',
  takeDeed: 'Take along',
  leaveDeed: 'Leave out',
  leaveRest: (count) => `Leave all others out (${count})`,
  back: 'Go back to the one before',
  takenBefore: 'taken along by you',
  leftBefore: 'left out by you',
  takeKey: 'M',
  leaveKey: 'L',
  backKey: 'T',
  whys: {
    'other-group': 'This person is in another group already.',
    mentor: 'This person has a mentor. May the mentor decide on this?',
    'perhaps-stopped': 'Perhaps this person must not be contacted.',
    'perhaps-same': 'Perhaps this is someone who is there already.',
    called:
      'This person phoned the client. Take along: they go on taking part. Leave out: they are not contacted any more.',
    unreadable:
      'It is not clear what happened to this person. Take along: they go on taking part. Leave out: they are not contacted any more.',
  },
  otherWhy: 'A rule cannot decide on this person.',
};

export const intakePeopleWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

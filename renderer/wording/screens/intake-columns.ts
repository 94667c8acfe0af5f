/** The words of the columns of a list: what is in the file, what we make of it, what happens to it, and a few rows masked. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  columnsRead: (read: number, all: number) => `Kolommen: ${read} van ${all} gelezen`,
  columnsCaption: (name: string) => `Kolommen van ${name}`,
  inFile: 'In het bestand',
  becomes: 'Dit maken wij ervan',
  happens: 'Dit gebeurt ermee',
  column: (letter: string) => `kolom ${letter}`,
  becomesOf: (header: string | undefined, letter: string) =>
    `Wat wij maken van ${header === undefined ? '' : `${header}, `}kolom ${letter}`,
  noHeader: 'zonder kop',
  hidden: 'verborgen',
  notRead: 'niet lezen',
  asSuggested: 'zoals voorgesteld',
  kept: 'wordt verzegeld bewaard',
  keptOfKnown: 'om mensen te herkennen of bij te werken',
  keptAsNumber: 'wordt bewaard als nummer, de naam verzegeld',
  usedOnly: 'bepaalt wie mee mag doen, wordt niet bewaard',
  notAllowed: 'niet gelezen: de overeenkomst staat dit niet toe',
  notRecognised: 'niet gelezen: niet herkend',
  leftOut: 'niet gelezen: zo gekozen',
  chosen: 'door u gekozen',
  remembered: 'zoals eerder bij deze opdrachtgever',
  looksLike: (meaning: string) => `lijkt op ${meaning}`,
  readAs: (meaning: string) => `Lees als ${meaning}`,
  missing: (fields: string) => `Zonder deze gegevens kan niemand worden aangenomen: ${fields}.`,
  missingToApply: (fields: string) => `Zonder deze gegevens kan deze lijst niet worden verwerkt: ${fields}.`,
  missingTodo:
    'Staan ze wel in het bestand? Kies dan bij de goede kolom wat het is. Vraag anders de opdrachtgever om een nieuw bestand.',
  otherSheet: 'Dit bestand heeft meer bladen. Staan de mensen op een ander blad? Kies dan eerst dat blad.',
  mayTellNo: 'niet gelezen: beslis eerst',
  mayTellNoTitle: (columns: string) => `Misschien staat hier wie is overleden of niet mee wil doen: ${columns}.`,
  mayTellNoText: 'Dat wordt nu niet gelezen. Kies hieronder per kolom wat het is, of kies ‘niet lezen’.',
  toChoose: 'nog te kiezen',
  consentOrObjection: 'toestemming of bezwaar',
  representedTitle: (columns: string) => `Niet gelezen, terwijl het zegt wie een vertegenwoordiger heeft: ${columns}.`,
  representedText:
    'De overeenkomst staat dit niet toe. Wie een curator, mentor of bewindvoerder heeft, wordt dan zelf benaderd. Pas eerst de overeenkomst aan, of vraag een lijst zonder deze mensen.',
  missingNotAllowed: (fields: string) => `De overeenkomst staat niet toe: ${fields}. Pas eerst de overeenkomst aan.`,
  sheetRead: (sheet: string) => `Dit is blad ${sheet}.`,
  headerRow: (row: string) => `De koppen staan in rij ${row}.`,
  noHeaderRow: 'Deze lijst heeft geen rij met koppen. Kies per kolom wat het is.',
  hiddenRows: (count: number, number: string) =>
    count === 1
      ? '1 rij is verborgen in het bestand. Die wordt ook gelezen.'
      : `${number} rijen zijn verborgen in het bestand. Die worden ook gelezen.`,
  hiddenColumns: (columns: string) => `Verborgen in het bestand: kolom ${columns}.`,
  hiddenSheet: 'Dit blad is verborgen in het bestand.',
  remarks: (count: number, number: string) =>
    count === 1 ? '1 cel was niet te lezen en blijft leeg' : `${number} cellen waren niet te lezen en blijven leeg`,
  maskedCells: (count: number, number: string) =>
    count === 1
      ? '1 cel met een nummer dat op een burgerservicenummer lijkt: dat nummer is weggelaten'
      : `${number} cellen met een nummer dat op een burgerservicenummer lijkt: die nummers zijn weggelaten`,
  sample: 'Voorbeeld van de rijen, afgeschermd',
  first: 'De eerste rijen',
  worst: 'Rijen waar iets mee is',
  row: 'Rij',
  outcome: 'Uitkomst',
  unreadable: 'niet te lezen',
  empty: 'leeg',
  outcomes: { accepted: 'aangenomen', undecided: 'nog te beslissen' },
};

const en: typeof nl = {
  columnsRead: (read, all) => `Columns: ${read} of ${all} read`,
  columnsCaption: (name) => `Columns of ${name}`,
  inFile: 'In the file',
  becomes: 'What we make of it',
  happens: 'What happens to it',
  column: (letter) => `column ${letter}`,
  becomesOf: (header, letter) => `What we make of ${header === undefined ? '' : `${header}, `}column ${letter}`,
  noHeader: 'no heading',
  hidden: 'hidden',
  notRead: 'do not read',
  asSuggested: 'as suggested',
  kept: 'is kept sealed',
  keptOfKnown: 'to recognise people or bring them up to date',
  keptAsNumber: 'is kept as a number, its name sealed',
  usedOnly: 'decides who may take part, is not kept',
  notAllowed: 'not read: the agreement does not allow it',
  notRecognised: 'not read: not recognised',
  leftOut: 'not read: chosen so',
  chosen: 'chosen by you',
  remembered: 'as before with this client',
  looksLike: (meaning) => `looks like ${meaning}`,
  readAs: (meaning) => `Read as ${meaning}`,
  missing: (fields) => `Without these nobody can be accepted: ${fields}.`,
  missingToApply: (fields) => `Without these this list cannot be processed: ${fields}.`,
  missingTodo:
    'Are they in the file after all? Then choose at the right column what it is. Otherwise ask the client for a new file.',
  otherSheet: 'This file has more sheets. Are the people on another sheet? Then choose that sheet first.',
  mayTellNo: 'not read: decide first',
  mayTellNoTitle: (columns) => `This may say who died or does not want to take part: ${columns}.`,
  mayTellNoText: 'That is not read now. Choose below for each column what it is, or choose ‘do not read’.',
  toChoose: 'to be chosen',
  consentOrObjection: 'consent or objection',
  representedTitle: (columns) => `Not read, while it says who has a representative: ${columns}.`,
  representedText:
    'The agreement does not allow this. Whoever has a guardian, mentor or administrator is then contacted themselves. First change the agreement, or ask for a list without these people.',
  missingNotAllowed: (fields) => `The agreement does not allow: ${fields}. First change the agreement.`,
  sheetRead: (sheet) => `This is sheet ${sheet}.`,
  headerRow: (row) => `The headings are in row ${row}.`,
  noHeaderRow: 'This list has no row of headings. Choose for each column what it is.',
  hiddenRows: (count, number) =>
    count === 1
      ? '1 row is hidden in the file. It is read as well.'
      : `${number} rows are hidden in the file. They are read as well.`,
  hiddenColumns: (columns) => `Hidden in the file: column ${columns}.`,
  hiddenSheet: 'This sheet is hidden in the file.',
  remarks: (count, number) =>
    count === 1 ? '1 cell could not be read and stays empty' : `${number} cells could not be read and stay empty`,
  maskedCells: (count, number) =>
    count === 1
      ? '1 cell with a number that looks like a citizen service number: that number was left out'
      : `${number} cells with a number that looks like a citizen service number: those numbers were left out`,
  sample: 'Some of the rows, masked',
  first: 'The first rows',
  worst: 'Rows with which something is the matter',
  row: 'Row',
  outcome: 'Outcome',
  unreadable: 'not readable',
  empty: 'empty',
  outcomes: { accepted: 'accepted', undecided: 'to be decided' },
};

export const intakeColumnsWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

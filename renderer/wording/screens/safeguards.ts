/** The words of what keeps a study from being lost: sheet, recovery file, backups; and of putting one back. Dutch and English. */
import type { SafeguardKind, SafeguardState } from '../../../shared/study/safeguard.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  lead: 'Gaat deze computer stuk of weg, dan opent zonder herstelblad en herstelbestand niemand dit onderzoek meer.',
  all: 'Herstelblad, herstelbestand en reservekopie zijn er.',
  needed: 'Dit onderzoek is nog niet veiliggesteld.',
  steps: {
    'recovery-sheet': 'Herstelblad',
    'recovery-file': 'Herstelbestand',
    backup: 'Reservekopie',
  } as Readonly<Record<SafeguardKind, string>>,
  texts: {
    'recovery-sheet':
      'Een blad met zeventien woorden, op papier. Leg het in een kluis of een afgesloten kast, apart van de andere twee. De woorden komen niet op dit scherm en worden nergens bewaard.',
    'recovery-file':
      'Een klein bestand dat alleen met de woorden van het blad opengaat. Zet het op een stick of een schijf buiten deze computer. Na een wissing maakt Veldwerk het opnieuw.',
    backup:
      'Het hele onderzoek van dit moment, versleuteld. Zet het buiten deze computer, niet bij het herstelbestand. Wat u na de reservekopie doet, staat er niet in: maak er vaker een.',
  } as Readonly<Record<SafeguardKind, string>>,
  make: {
    'recovery-sheet': 'Maak een herstelblad',
    'recovery-file': 'Maak een herstelbestand',
    backup: 'Maak een reservekopie',
  } as Readonly<Record<SafeguardKind, string>>,
  names: {
    'recovery-sheet': 'herstelblad.pdf',
    'recovery-file': 'onderzoek.vwherstel',
    backup: 'onderzoek.vwkopie',
  } as Readonly<Record<SafeguardKind, string>>,
  made: (name: string) => `Gemaakt: ${name}.`,
  sheetInForce: (number: string) => `Blad ${number} geldt.`,
  noSheet: 'Er is nog geen herstelblad. Maak eerst dat.',
  sheetReplaces: 'Een nieuw blad vervangt het vorige. Vernietig dat dan.',
  together: 'Een herstelbestand en een reservekopie staan in dezelfde map. Zet ze apart.',
  confirmTitle: (number: string) => `Typ woorden van blad ${number} over`,
  confirmText: (name: string) =>
    `Print ${name} nu. Typ daarna deze woorden over van het papier. Kloppen ze, dan geldt het blad en haalt Veldwerk het bestand weg.`,
  word: (nr: string) => `Woord ${nr}`,
  confirm: 'Neem dit blad in gebruik',
  giveUp: 'Niet nu',
  givenUp: 'Het nieuwe blad geldt niet. Gooi het weg, ook het bestand.',
  confirmed: (number: string) => `Blad ${number} geldt. Het bestand met de woorden is weggehaald.`,
  fileLeft: (number: string) =>
    `Blad ${number} geldt. Het bestand met de woorden stond niet meer op zijn plaats: haal het zelf weg, ook uit de prullenbak.`,
  list: 'Wat er is gemaakt',
  nothing: 'Er is nog niets gemaakt.',
  columns: { what: 'Wat', madeOn: 'Gemaakt op', state: 'Stand', todo: 'Te doen' },
  what: (kind: string, name: string | undefined) => (name === undefined ? kind : `${kind}: ${name}`),
  sheet: (number: string) => `blad ${number}`,
  states: { valid: 'geldt', replaced: 'vervallen, vervangen', left: 'vervallen' } as Readonly<
    Record<SafeguardState, string>
  >,
  voidOn: (day: string) => `sinds ${day}`,
  notThere: 'niet op zijn plaats',
  destroyThis: 'Vernietig wat er nog van is.',
  settle: 'Het is vernietigd',
  void: 'Vervallen na een wissing of een nieuw blad: wat eruit gewist is, gaat er met het blad nog mee open. Vernietig het, en maak een nieuw.',

  restoreTitle: 'Een onderzoek terugzetten',
  restoreText: 'Van een reservekopie, met het herstelbestand en de woorden van het herstelblad.',
  restoreLead: 'Neem de reservekopie, het herstelbestand en het herstelblad.',
  restoreHelp: [
    'De drie samen geven deze computer het geheim van het onderzoek terug. Een wachtzin vervangen ze niet: iedereen meldt zich daarna aan met de eigen wachtzin.',
    'Wat na de reservekopie gebeurde, staat er niet in. Daarom benadert Veldwerk niemand voordat de veldwerkleider dat heeft bijgewerkt.',
  ],
  backupFile: 'Kies de reservekopie',
  recoveryFile: 'Kies het herstelbestand',
  chosen: (name: string) => `Gekozen: ${name}`,
  words: 'De zeventien woorden van het blad',
  wordsHint:
    'In de volgorde van de nummers. De eerste vier letters zijn genoeg. U kunt ook de QR-code scannen en plakken.',
  wordsTyped: (typed: string, all: string) => `${typed} van ${all} woorden`,
  restore: 'Zet het onderzoek terug',
  restoring: 'Het onderzoek wordt teruggezet.',
  restored: (day: string) => `Het onderzoek van ${day} staat weer op deze computer.`,
  wasHere: 'Het geheim van dit onderzoek was al op deze computer.',
  inFile:
    'Op deze computer is geen sleutelhanger van het systeem. Het geheim staat in een bestand dat alleen uw account kan lezen.',
  goOn: 'Ga verder en meld u aan',
  back: 'Terug',
};

const en: typeof nl = {
  lead: 'If this computer breaks or is lost, nobody opens this study any more without the recovery sheet and the recovery file.',
  all: 'Recovery sheet, recovery file and backup are there.',
  needed: 'This study is not safeguarded yet.',
  steps: { 'recovery-sheet': 'Recovery sheet', 'recovery-file': 'Recovery file', backup: 'Backup' },
  texts: {
    'recovery-sheet':
      'A sheet with seventeen words, on paper. Put it in a safe or a locked cupboard, apart from the other two. The words do not come on this screen and are kept nowhere.',
    'recovery-file':
      'A small file that opens only with the words of the sheet. Put it on a stick or a drive outside this computer. After an erasure Veldwerk makes it anew.',
    backup:
      'The whole study of this moment, encrypted. Put it outside this computer, not with the recovery file. What you do after the backup is not in it: make one more often.',
  },
  make: {
    'recovery-sheet': 'Make a recovery sheet',
    'recovery-file': 'Make a recovery file',
    backup: 'Make a backup',
  },
  names: { 'recovery-sheet': 'recovery-sheet.pdf', 'recovery-file': 'study.vwherstel', backup: 'study.vwkopie' },
  made: (name) => `Made: ${name}.`,
  sheetInForce: (number) => `Sheet ${number} counts.`,
  noSheet: 'There is no recovery sheet yet. Make that first.',
  sheetReplaces: 'A new sheet takes the place of the one before. Then destroy that.',
  together: 'A recovery file and a backup stand in the same folder. Put them apart.',
  confirmTitle: (number) => `Copy words of sheet ${number}`,
  confirmText: (name) =>
    `Print ${name} now. Then type these words over from the paper. If they are right, the sheet counts and Veldwerk removes the file.`,
  word: (nr) => `Word ${nr}`,
  confirm: 'Put this sheet into use',
  giveUp: 'Not now',
  givenUp: 'The new sheet does not count. Throw it away, the file too.',
  confirmed: (number) => `Sheet ${number} counts. The file with the words was removed.`,
  fileLeft: (number) =>
    `Sheet ${number} counts. The file with the words was not in its place any more: remove it yourself, from the bin too.`,
  list: 'What was made',
  nothing: 'Nothing was made yet.',
  columns: { what: 'What', madeOn: 'Made on', state: 'State', todo: 'To do' },
  what: (kind, name) => (name === undefined ? kind : `${kind}: ${name}`),
  sheet: (number) => `sheet ${number}`,
  states: { valid: 'counts', replaced: 'void, replaced', left: 'void' },
  voidOn: (day) => `since ${day}`,
  notThere: 'not in its place',
  destroyThis: 'Destroy what is left of it.',
  settle: 'It is destroyed',
  void: 'Void after an erasure or a new sheet: what was erased still opens with it and the sheet. Destroy it, and make a new one.',

  restoreTitle: 'Put a study back',
  restoreText: 'From a backup, with the recovery file and the words of the recovery sheet.',
  restoreLead: 'Take the backup, the recovery file and the recovery sheet.',
  restoreHelp: [
    'Together the three give this computer the secret of the study back. They replace no passphrase: afterwards everyone signs in with their own.',
    'What happened after the backup is not in it. So Veldwerk contacts nobody before the fieldwork manager has brought that up to date.',
  ],
  backupFile: 'Choose the backup',
  recoveryFile: 'Choose the recovery file',
  chosen: (name) => `Chosen: ${name}`,
  words: 'The seventeen words of the sheet',
  wordsHint: 'In the order of the numbers. The first four letters are enough. You can also scan the QR code and paste.',
  wordsTyped: (typed, all) => `${typed} of ${all} words`,
  restore: 'Put the study back',
  restoring: 'The study is being put back.',
  restored: (day) => `The study of ${day} is on this computer again.`,
  wasHere: 'The secret of this study was on this computer already.',
  inFile:
    'There is no keychain of the system on this computer. The secret stands in a file that only your account can read.',
  goOn: 'Go on and sign in',
  back: 'Back',
};

export const safeguardWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

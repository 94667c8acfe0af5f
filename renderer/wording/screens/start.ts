/** The words of the start screen and the sign-in, in Dutch and English. */
import type { SyncedBy } from '../../../shared/problem.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  title: 'Veldwerk',
  lead: 'Open een onderzoek, begin een nieuw, of oefen.',
  help: [
    'Elk onderzoek heeft een eigen map en eigen sleutels. Veldwerk haalt niets van internet en stuurt niets weg, behalve de e-mails die u zelf verstuurt.',
    'Wilt u Veldwerk leren kennen? Neem het oefenonderzoek: alle mensen daarin zijn verzonnen.',
  ],
  recent: 'Recente onderzoeken',
  none: 'Er is nog geen onderzoek op deze computer.',
  noneTodo: 'Maak een nieuw onderzoek, of oefen eerst.',
  state: { alive: 'open', destroyed: 'vernietigd', missing: 'map niet gevonden' },
  practice: 'oefening',
  openedOn: (day: string) => `laatst geopend op ${day}`,
  daysLeft: (days: number) => (days === 1 ? 'nog 1 dag' : `nog ${days} dagen`),
  ended: 'overeenkomst afgelopen',
  open: (title: string) => `Open ${title}`,
  dropFromList: 'Haal van de lijst',
  dropTitle: 'Van de lijst halen?',
  dropText: (title: string) =>
    `“${title}” verdwijnt uit deze lijst. De map van het onderzoek blijft staan zoals die is.`,
  newStudy: 'Nieuw onderzoek',
  newStudyText: 'Voor een opdracht, met de echte extractie van een gemeente.',
  openFolder: 'Open een map',
  noStudyThere: 'In deze map staat geen onderzoek van Veldwerk. Kies de map waarin het bestand “keyring” staat.',
  practiceStudy: 'Oefenonderzoek',
  practiceText: '263 verzonnen bewoners; u kunt niets stukmaken.',
  makePractice: 'Maak een oefenonderzoek',
  makingPractice: 'Het oefenonderzoek wordt gemaakt. Dit duurt ongeveer tien seconden.',
  makeTitle: 'Nieuw onderzoek',
  makeLead: 'Geef het een titel, en zeg wie eraan werken.',
  stillNeeded:
    'Nog nodig: een titel, van elke persoon de naam, een rol en de datum, en twee keer dezelfde wachtzin van uzelf.',
  studyTitle: 'Titel van het onderzoek',
  studyTitleHint: 'Zoals die op de verklaring van vernietiging komt te staan.',
  where: 'Waar komt het onderzoek te staan?',
  whereStandard: 'op de gewone plaats van Veldwerk',
  whereChosen: 'in een map die ik kies',
  notSynced: 'Kies geen map die met OneDrive, Dropbox of een netwerk wordt gedeeld.',
  forPractice: 'Om te oefenen: met een klok die u kunt verzetten, alleen voor verzonnen mensen',
  people: 'Wie werken eraan?',
  peopleHint:
    'Er is in elk geval een veldwerkleider en een onderzoeker nodig. Eén persoon mag beide zijn; dat staat dan in het journaal en op de verklaring.',
  name: 'Naam',
  roles: 'Rollen',
  confidentialityOn: 'Datum van de geheimhoudingsverklaring',
  passphrase: 'Wachtzin',
  passphraseHint: (length: number, atLeast: number) =>
    length === 0
      ? `Ten minste ${atLeast} tekens. Een zin die u onthoudt is het best.`
      : length < atLeast
        ? `${length} van ten minste ${atLeast} tekens`
        : `${length} tekens: lang genoeg`,
  passphraseAgain: 'Wachtzin nog een keer',
  passphraseDiffers: 'De twee wachtzinnen zijn niet gelijk.',
  passphraseMayBeEmpty: 'Laat leeg voor een eenmalige wachtzin, zoals in een echt onderzoek.',
  founder: 'U zelf',
  founderHint: 'Wie een onderzoek maakt, is veldwerkleider.',
  onlyYourOwn:
    'U kiest alleen uw eigen wachtzin. De anderen krijgen een eenmalige en kiezen daarna zelf: zo kunt u zich niet als hen aanmelden.',
  person: (nr: number) => `Persoon ${nr}`,
  addPerson: 'Voeg een persoon toe',
  removePerson: 'Haal deze persoon weg',
  make: 'Maak het onderzoek',
  making: 'De sleutels worden gemaakt. Dit duurt per persoon ongeveer een seconde.',
  secretInFile:
    'Op deze computer is geen sleutelhanger van het systeem gevonden. Het geheim van dit onderzoek staat daarom in een bestand dat alleen uw account kan lezen, buiten de map van het onderzoek. Dat staat straks ook op de verklaring.',
  secretSynced: (by: SyncedBy) =>
    `De map van dat bestand wordt gesynchroniseerd${by === 'network' ? ' met het netwerk' : by === 'another-service' ? '' : ` door ${by}`}. Daar blijft een kopie van het geheim staan, ook als u het onderzoek vernietigt. Vraag uw systeembeheerder om een map op deze computer zelf, of om een sleutelhanger.`,
  fromEarlier: 'Met de opzet van een eerder onderzoek beginnen?',
  fromEarlierText:
    'Bewaar in dat eerdere onderzoek de opzet als bestand (scherm Onderzoek, Opzet). Maak dan dit onderzoek, meld u aan als veldwerkleider en lees het bestand op dezelfde plaats in. Afspraken, protocol, vragenlijsten en teksten gaan mee, mensen nooit.',
  missingRole: 'Geef iemand de rol onderzoeker.',
  signInTitle: 'Aanmelden',
  signInHelp: [
    'Uw wachtzin opent alleen uw eigen sleutels. Niemand anders kan haar voor u opzoeken.',
    'Na uw afmelding staat er niets meer open op dit scherm.',
  ],
  signInName: 'Uw naam',
  signInPassphrase: 'Uw wachtzin',
  signIn: 'Meld u aan',
  signingIn: 'Uw sleutels worden geopend…',
  practicePeople: 'Aanmelden als',
  practicePeopleText: 'In een oefenonderzoek kunt u iedereen zijn. Kies wie u wilt zijn.',
  asPerson: (name: string, roles: string) => `${name}, ${roles}`,
  back: 'Naar het begin',
  awaited: (keys: string) => `U wacht nog op sleutels voor ${keys}. Een collega die ze heeft, kan ze doorgeven.`,
};

const en: typeof nl = {
  title: 'Veldwerk',
  lead: 'Open a study, begin a new one, or practise.',
  help: [
    'Every study has a folder and keys of its own. Veldwerk fetches nothing from the internet and sends nothing but the e-mails that you send.',
    'Do you want to get to know Veldwerk? Take the practice study: everybody in it is invented.',
  ],
  recent: 'Recent studies',
  none: 'There is no study on this computer yet.',
  noneTodo: 'Make a new study, or practise first.',
  state: { alive: 'open', destroyed: 'destroyed', missing: 'folder not found' },
  practice: 'practice',
  openedOn: (day) => `last opened on ${day}`,
  daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  ended: 'agreement has ended',
  open: (title) => `Open ${title}`,
  dropFromList: 'Take off the list',
  dropTitle: 'Take it off the list?',
  dropText: (title) => `“${title}” goes from this list. The folder of the study stays as it is.`,
  newStudy: 'New study',
  newStudyText: 'For an assignment, with the real extract of a municipality.',
  openFolder: 'Open a folder',
  noStudyThere: 'There is no study of Veldwerk in this folder. Choose the folder that has the file “keyring” in it.',
  practiceStudy: 'Practice study',
  practiceText: '263 invented residents; nothing can be broken.',
  makePractice: 'Make a practice study',
  makingPractice: 'The practice study is being made. This takes about ten seconds.',
  makeTitle: 'New study',
  makeLead: 'Give it a title, and say who works on it.',
  stillNeeded:
    'Still needed: a title, of each person the name, a role and the date, and twice the same passphrase of yours.',
  studyTitle: 'Title of the study',
  studyTitleHint: 'As it will stand on the certificate of destruction.',
  where: 'Where will the study be?',
  whereStandard: 'in the usual place of Veldwerk',
  whereChosen: 'in a folder that I choose',
  notSynced: 'Do not choose a folder that is shared by OneDrive, Dropbox or a network.',
  forPractice: 'For practice: with a clock that you can move, for invented people only',
  people: 'Who works on it?',
  peopleHint:
    'At least a fieldwork manager and a researcher are needed. One person may be both; the journal and the certificate then say so.',
  name: 'Name',
  roles: 'Roles',
  confidentialityOn: 'Date of the confidentiality statement',
  passphrase: 'Passphrase',
  passphraseHint: (length, atLeast) =>
    length === 0
      ? `At least ${atLeast} characters. A sentence that you remember is best.`
      : length < atLeast
        ? `${length} of at least ${atLeast} characters`
        : `${length} characters: long enough`,
  passphraseAgain: 'Passphrase once more',
  passphraseDiffers: 'The two passphrases are not the same.',
  passphraseMayBeEmpty: 'Leave empty for a one-time passphrase, as in a real study.',
  founder: 'Yourself',
  founderHint: 'Whoever makes a study is a fieldwork manager.',
  onlyYourOwn:
    'You choose your own passphrase only. The others get a one-time one and then choose themselves: so you cannot sign in as them.',
  person: (nr) => `Person ${nr}`,
  addPerson: 'Add a person',
  removePerson: 'Take this person away',
  make: 'Make the study',
  making: 'The keys are being made. This takes about a second per person.',
  secretInFile:
    'No keychain of the system was found on this computer. The secret of this study is therefore in a file that only your account can read, outside the folder of the study. The certificate will say so too.',
  secretSynced: (by) =>
    `The folder of that file is synchronised${by === 'network' ? ' with the network' : by === 'another-service' ? '' : ` by ${by}`}. A copy of the secret stays there, also when you destroy the study. Ask your system administrator for a folder on this computer itself, or for a keychain.`,
  fromEarlier: 'Begin with the set-up of an earlier study?',
  fromEarlierText:
    'In that earlier study, save the set-up as a file (screen Study, Set-up). Then make this study, sign in as fieldwork manager and load the file in the same place. Terms, protocol, questionnaires and texts come along, people never.',
  missingRole: 'Give someone the role of researcher.',
  signInTitle: 'Sign in',
  signInHelp: [
    'Your passphrase opens your own keys only. Nobody else can look it up for you.',
    'When you have signed out nothing is open on this screen any more.',
  ],
  signInName: 'Your name',
  signInPassphrase: 'Your passphrase',
  signIn: 'Sign in',
  signingIn: 'Your keys are being opened…',
  practicePeople: 'Sign in as',
  practicePeopleText: 'In a practice study you can be anyone. Choose who you want to be.',
  asPerson: (name, roles) => `${name}, ${roles}`,
  back: 'Back to the start',
  awaited: (keys) => `You still await keys for ${keys}. A colleague who has them can pass them on.`,
};

export const startWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

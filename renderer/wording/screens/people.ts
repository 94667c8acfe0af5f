/** The words about the people of a study, their passphrases and their keys, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  // passphrases that are shown once
  oneTimeTitle: (count: number): string => (count === 1 ? 'Eenmalige wachtzin' : 'Eenmalige wachtzinnen'),
  oneTimeOnce: (count: number): string =>
    count === 1
      ? 'U ziet deze wachtzin één keer. Schrijf haar over op een kaartje en geef dat aan uw collega zelf.'
      : 'U ziet deze wachtzinnen één keer. Schrijf elke wachtzin over op een eigen kaartje en geef dat aan de collega zelf.',
  oneTimeUse:
    'Uw collega meldt zich er één keer mee aan en kiest dan een eigen wachtzin. Daarna werkt de eenmalige niet meer.',
  oneTimeByHand:
    'Overschrijven gaat met de hand: wat op het klembord of bij een printer komt, kunnen anderen lezen. De streepjes horen erbij.',
  oneTimeOf: (name: string) => `Eenmalige wachtzin van ${name}`,
  goOn: 'Ga verder',
  writtenDownTitle: 'Hebt u alles overgeschreven?',
  writtenDownText:
    'Hierna kan niemand een eenmalige wachtzin nog opzoeken. Is er een kwijt? Dan nodigt u die collega opnieuw uit.',
  writtenDown: 'Ja, alles is overgeschreven',

  // choosing one's own
  chooseTitle: 'Kies uw eigen wachtzin',
  chooseLead: (name: string) => `Welkom, ${name}. Dit doet u één keer.`,
  chooseText:
    'De eenmalige wachtzin kent u niet alleen: wie u toevoegde, heeft haar gezien. Met een eigen wachtzin krijgt u nieuwe sleutels, en kan niemand anders u zijn.',
  chooseGood:
    'Goed is een zin van vijf of meer woorden die niets met elkaar te maken hebben. Niet goed: een spreekwoord, een liedregel, of een wachtzin die u ook ergens anders gebruikt.',
  chooseHelp: [
    'Onthoud uw wachtzin, of bewaar haar in een wachtwoordkluis. Schrijf haar niet op een briefje bij de computer.',
    'Niemand kan haar voor u opzoeken. Veldwerk bewaart haar niet.',
  ],
  choose: 'Kies deze wachtzin en meld u aan',
  choosing: 'Uw sleutels worden gemaakt…',
  forgotten: 'Wachtzin vergeten?',
  forgottenText:
    'Een collega met dezelfde rol nodigt u opnieuw uit: bij Onderzoek, Collega’s. U krijgt dan een eenmalige wachtzin en kiest een nieuwe. Is er geen collega met dezelfde sleutels, dan kan niemand u helpen, ook de makers van Veldwerk niet.',
  chosenDiffers: 'Kies een andere wachtzin dan de eenmalige.',
  wait: (seconds: number) =>
    seconds === 1
      ? 'U kunt het over 1 seconde opnieuw proberen.'
      : `U kunt het over ${seconds} seconden opnieuw proberen.`,

  // the colleagues
  caption: 'Collega’s in dit onderzoek',
  name: 'Naam',
  roles: 'Rollen',
  confidentialityOn: 'Geheimhouding vanaf',
  state: 'Stand',
  deeds: 'Wat u kunt doen',
  you: 'dit bent u',
  isInvited: 'uitgenodigd, nog niet aangemeld',
  awaits: (keys: string) => `wacht op sleutels voor ${keys}`,
  hasAll: 'heeft alle sleutels',
  severalRoles: (count: number) => (count === 2 ? 'twee rollen' : `${count} rollen`),
  passKeysOn: 'Geef sleutels door',
  keysPassed: (name: string) => `${name} heeft nu de sleutels die u ook hebt.`,
  passKeysOnHelp:
    'Wie een rol krijgt waarvan u de sleutels niet hebt, wacht tot een collega met die rol ze doorgeeft. Dat kan pas als die persoon een eigen wachtzin heeft gekozen.',
  add: 'Voeg een collega toe',
  added: (name: string) => `${name} is toegevoegd.`,
  addedText:
    'Wie u toevoegt, krijgt een eenmalige wachtzin en kiest daarna zelf. Zo kunt u zich niet als die collega aanmelden.',
  addNeeds: 'Nog nodig: de naam, een rol en de datum van de geheimhoudingsverklaring.',
  renewTitle: (name: string) => `Is ${name} de wachtzin vergeten?`,
  renewText:
    'De wachtzin van nu werkt dan niet meer. Uw collega krijgt een eenmalige wachtzin en de sleutels die u ook hebt. Is uw collega ergens aangemeld, dan wordt die afgemeld.',
  renewDeed: 'Nodig opnieuw uit',
  remove: 'Verwijder',
  removeTitle: (name: string) => `${name} verwijderen?`,
  removeText:
    'Dit kan niet ongedaan worden gemaakt. Het onderzoek krijgt nieuwe sleutels. Wat deze collega kon openen, opent met de oude sleutels niet meer.',
  removeCosts:
    'Ook kopieën en reservekopieën van het onderzoek van vóór dit moment gaan niet meer open. Maak daarna een nieuwe reservekopie. Een dienst van de belkamer eindigt.',
  removeDeed: (name: string) => `Verwijder ${name}`,
  removed: (name: string) => `${name} is verwijderd. Het onderzoek heeft nieuwe sleutels.`,

  // one's own passphrase
  own: 'Uw eigen wachtzin',
  ownText: 'Verander uw wachtzin als iemand haar kan hebben gezien.',
  ownNow: 'Uw wachtzin van nu',
  change: 'Verander uw wachtzin',
  changed: 'Uw wachtzin is veranderd.',

  // who holds which key
  holders: 'Wie heeft welke sleutel',
  holdersText: 'Van elke sleutel zijn twee houders nodig. Vergeet de een zijn wachtzin, dan helpt de ander.',
  key: 'Sleutel voor',
  heldBy: 'Houders',
  nobody: 'nog niemand',
  enough: 'genoeg',
  tooFew: 'te weinig',
  fewTitle: 'Er zijn sleutels met minder dan twee houders.',
  fewText: (keys: string) =>
    `Het gaat om ${keys}. Vergeet de enige houder zijn wachtzin, dan leest niemand dat nog: ook u niet.`,
  fewBeforeIntake: 'Voeg een tweede houder toe of laat iemand tekenen. Eerder wordt er niemand ingelezen.',
  mend: (roles: string) =>
    `Voeg een collega toe met dezelfde rol (${roles}). Meldt die zich aan, geef dan zo nodig de sleutels door.`,
  orSign: 'Of teken voor het risico. Dat staat in het journaal en op de verklaring van vernietiging.',
  signedBy: 'Wie tekent? (naam en functie)',
  sign: 'Teken voor het risico',
  signTitle: 'Tekenen voor het risico?',
  signText:
    'U legt vast dat deze persoon weet: als een enige houder zijn wachtzin vergeet, zijn die gegevens voorgoed onleesbaar.',
  accepted: (by: string, on: string) => `${by} heeft op ${on} voor dit risico getekend.`,
  practiceFew: 'In een oefenonderzoek mag u gewoon doorgaan.',
};

const en: typeof nl = {
  oneTimeTitle: (count) => (count === 1 ? 'One-time passphrase' : 'One-time passphrases'),
  oneTimeOnce: (count) =>
    count === 1
      ? 'You see this passphrase once. Copy it by hand on a card and give that to your colleague in person.'
      : 'You see these passphrases once. Copy each by hand on a card of its own and give that to the colleague in person.',
  oneTimeUse:
    'Your colleague signs in with it once and then chooses a passphrase of their own. After that the one-time one opens nothing.',
  oneTimeByHand:
    'Copying is done by hand: what a program copies or a printer gets can be read by others. The hyphens are part of it.',
  oneTimeOf: (name) => `One-time passphrase of ${name}`,
  goOn: 'Go on',
  writtenDownTitle: 'Have you written everything down?',
  writtenDownText:
    'After this nobody can look up a one-time passphrase any more. Is one lost? Then invite that colleague anew.',
  writtenDown: 'Yes, everything is written down',

  chooseTitle: 'Choose your own passphrase',
  chooseLead: (name) => `Welcome, ${name}. You do this once.`,
  chooseText:
    'You are not the only one who knows the one-time passphrase: whoever added you has seen it. With a passphrase of your own you get new keys, and nobody else can be you.',
  chooseGood:
    'Good is a sentence of five or more words that have nothing to do with one another. Not good: a proverb, a line of a song, or a passphrase that you use elsewhere too.',
  chooseHelp: [
    'Remember your passphrase, or keep it in a password safe. Do not write it on a note beside the computer.',
    'Nobody can look it up for you. Veldwerk does not keep it.',
  ],
  choose: 'Choose this passphrase and sign in',
  choosing: 'Your keys are being made…',
  forgotten: 'Passphrase forgotten?',
  forgottenText:
    'A colleague with the same role invites you anew: under Study, Colleagues. You then get a one-time passphrase and choose a new one. When no colleague holds the same keys, nobody can help you, the makers of Veldwerk included.',
  chosenDiffers: 'Choose another passphrase than the one-time one.',
  wait: (seconds) => (seconds === 1 ? 'You can try again in 1 second.' : `You can try again in ${seconds} seconds.`),

  caption: 'Colleagues in this study',
  name: 'Name',
  roles: 'Roles',
  confidentialityOn: 'Confidentiality from',
  state: 'State',
  deeds: 'What you can do',
  you: 'this is you',
  isInvited: 'invited, not signed in yet',
  awaits: (keys) => `awaits keys for ${keys}`,
  hasAll: 'has all keys',
  severalRoles: (count) => (count === 2 ? 'two roles' : `${count} roles`),
  passKeysOn: 'Pass keys on',
  keysPassed: (name) => `${name} now has the keys that you have too.`,
  passKeysOnHelp:
    'Whoever gets a role of which you do not hold the keys waits until a colleague with that role passes them on. That is possible only after this person chose a passphrase of their own.',
  add: 'Add a colleague',
  added: (name) => `${name} was added.`,
  addedText:
    'Whoever you add gets a one-time passphrase and then chooses their own. So you cannot sign in as that colleague.',
  addNeeds: 'Still needed: the name, a role and the date of the confidentiality statement.',
  renewTitle: (name) => `Did ${name} forget the passphrase?`,
  renewText:
    'The present passphrase then opens nothing any more. Your colleague gets a one-time passphrase and the keys that you have too. Where your colleague is signed in, they are signed out.',
  renewDeed: 'Invite anew',
  remove: 'Remove',
  removeTitle: (name) => `Remove ${name}?`,
  removeText:
    'This cannot be undone. The study gets new keys. What this colleague could open, the old keys open no more.',
  removeCosts:
    'Copies and backups of the study from before this moment open no more either. Make a new backup afterwards. A shift of the call room ends.',
  removeDeed: (name) => `Remove ${name}`,
  removed: (name) => `${name} was removed. The study has new keys.`,

  own: 'Your own passphrase',
  ownText: 'Change your passphrase when someone may have seen it.',
  ownNow: 'Your present passphrase',
  change: 'Change your passphrase',
  changed: 'Your passphrase was changed.',

  holders: 'Who holds which key',
  holdersText: 'Every key needs two holders. When one forgets their passphrase, the other helps.',
  key: 'Key for',
  heldBy: 'Holders',
  nobody: 'nobody yet',
  enough: 'enough',
  tooFew: 'too few',
  fewTitle: 'There are keys with fewer than two holders.',
  fewText: (keys) =>
    `It concerns ${keys}. When the only holder forgets their passphrase nobody can read that any more: nor can you.`,
  fewBeforeIntake: 'Add a second holder or have someone sign. Nobody is taken in before.',
  mend: (roles) =>
    `Add a colleague with the same role (${roles}). When they have signed in, pass the keys on where needed.`,
  orSign: 'Or sign for the risk. That stands in the journal and on the certificate of destruction.',
  signedBy: 'Who signs? (name and position)',
  sign: 'Sign for the risk',
  signTitle: 'Sign for the risk?',
  signText:
    'You record that this person knows: when an only holder forgets their passphrase, those data are unreadable for good.',
  accepted: (by, on) => `${by} signed for this risk on ${on}.`,
  practiceFew: 'In a practice study you can simply go on.',
};

export const peopleWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

/** The words of messages that came back or in, and of the mailbox in which they come. */
import type { MailboxCheck, RepliesView } from '../../../shared/contact-views.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { MailLogin } from '../../../shared/study/mail-host.ts';
import type { WordingLanguage } from '../grammar.ts';

type Counted = Exclude<keyof RepliesView, 'read' | 'next' | 'stopped'>;
type Step = MailboxCheck['steps'][number]['step'];

interface RepliesWords {
  readonly title: string;
  readonly text: string;
  readonly files: string;
  readonly chooseFiles: string;
  readonly readMailbox: string;
  readonly noMailbox: string;
  readonly readOn: (day: string) => string;
  readonly notRead: string;
  readonly reading: string;
  readonly stop: string;
  readonly fromFiles: string;
  readonly fromMailbox: string;
  readonly nothingNew: string;
  readonly sum: (read: string) => string;
  /** In the order of the sum. */
  readonly counted: Readonly<Record<Counted, (count: number, number: string) => string>>;
  /** What each leads to; only of those that lead to something. */
  readonly follows: Readonly<Partial<Record<Counted, string>>>;
  readonly nextBy: (channel: Channel, count: number, number: string) => string;
  readonly nextNone: (count: number, number: string) => string;
  readonly stopped: Readonly<Record<NonNullable<RepliesView['stopped']>, string>>;
  readonly mailbox: {
    readonly title: string;
    readonly help: string;
    readonly host: string;
    readonly port: string;
    readonly portHint: string;
    readonly folder: string;
    readonly save: string;
    readonly saved: string;
    readonly check: string;
    readonly remove: string;
    readonly removed: string;
    readonly works: (waiting: number, number: string) => string;
    readonly fails: string;
    readonly steps: Readonly<Record<Step, string>>;
    readonly stepFails: Readonly<Record<Step, string>>;
    readonly codes: Readonly<Record<string, string>>;
  };
  readonly login: {
    readonly kind: string;
    readonly kinds: Readonly<Record<MailLogin['kind'], string>>;
    readonly user: string;
    readonly password: string;
    readonly tenant: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly serviceAccount: string;
    readonly privateKey: string;
    readonly kept: string;
  };
}

const plural = (one: string, other: string) => (count: number, number: string) =>
  `${number} ${count === 1 ? one : other}`;

const nl: RepliesWords = {
  title: 'Wat terugkwam',
  text: 'Lees hier de e-mails in die terugkwamen: onbestelbare berichten en afmeldingen. Veldwerk herkent ze aan het kenmerk van het bericht, nooit aan een naam of een adres. Van wat mensen schreven, wordt niets bewaard.',
  files:
    'Bewaarde berichten zijn .eml-bestanden, een mbox-bestand of een .zip daarmee, hoogstens 500 bestanden tegelijk.',
  chooseFiles: 'Kies bewaarde berichten',
  readMailbox: 'Lees het postvak',
  noMailbox: 'Er is geen postvak ingesteld. Dat kan bij Onderzoek.',
  readOn: (day) => `Postvak laatst gelezen op ${day}.`,
  notRead: 'Het postvak is nog niet gelezen.',
  reading: 'Berichten lezen',
  stop: 'Stop met lezen',
  fromFiles: 'Bewaarde berichten gelezen',
  fromMailbox: 'Postvak gelezen',
  nothingNew: 'Er zijn geen nieuwe berichten.',
  sum: (read) => `${read} gelezen`,
  counted: {
    bounced: plural('onbestelbaar', 'onbestelbaar'),
    gaveUp: plural('niet bezorgd', 'niet bezorgd'),
    delayed: plural('vertraagd', 'vertraagd'),
    autoReplies: plural('automatisch antwoord', 'automatische antwoorden'),
    optedOut: plural('afmelding', 'afmeldingen'),
    toRead: plural('bericht voor u', 'berichten voor u'),
    known: plural('al verwerkt', 'al verwerkt'),
    unknown: plural('zonder kenmerk', 'zonder kenmerk'),
    unreadable: plural('geen bericht', 'geen bericht'),
  },
  follows: {
    bounced: 'Naar een onbestelbaar adres gaat geen e-mail meer.',
    gaveUp: 'Niet bezorgd: het adres kan goed zijn. Een volgende e-mail wordt gewoon geprobeerd.',
    optedOut: 'Wie zich afmeldde, wordt vanaf nu niet meer benaderd: niet per e-mail, brief, telefoon of bezoek.',
    toRead: 'Berichten voor u schreef iemand zelf. Lees en beantwoord ze in uw eigen postvak.',
    unknown: 'Zonder kenmerk van dit onderzoek doet Veldwerk niets met een bericht. Lees zulke berichten zelf.',
  },
  nextBy: (channel, count, number) => {
    const by = { email: 'per e-mail', letter: 'per brief', phone: 'per telefoon', visit: 'met een bezoek' }[channel];
    return count === 1 ? `1 persoon wordt verder benaderd ${by}.` : `${number} mensen worden verder benaderd ${by}.`;
  },
  nextNone: (count, number) =>
    count === 1
      ? 'Voor 1 persoon heeft het protocol niets meer. Zie “Wie niets meer krijgt”.'
      : `Voor ${number} mensen heeft het protocol niets meer. Zie “Wie niets meer krijgt”.`,
  stopped: {
    asked: 'U stopte het lezen. Wat gelezen is, is verwerkt. De rest kunt u later lezen.',
    'connection-lost':
      'De verbinding viel weg. Wat gelezen is, is verwerkt. Lees het postvak nog een keer voor de rest.',
  },
  mailbox: {
    title: 'Postvak voor wat terugkomt',
    help: 'Veldwerk leest alleen nieuwe berichten, en alleen als u daarom vraagt. In het postvak verandert niets.',
    host: 'Server van het postvak (IMAP)',
    port: 'Poort van het postvak',
    portHint: 'Meestal 993.',
    folder: 'Map',
    save: 'Leg postvak vast',
    saved: 'Het postvak is vastgelegd.',
    check: 'Probeer het postvak',
    remove: 'Haal het postvak weg',
    removed: 'Er is geen postvak meer ingesteld.',
    works: (waiting, number) =>
      waiting === 0
        ? 'Het postvak werkt. Er zijn geen nieuwe berichten.'
        : waiting === 1
          ? 'Het postvak werkt. Er is 1 nieuw bericht.'
          : `Het postvak werkt. Er zijn ${number} nieuwe berichten.`,
    fails: 'Het postvak werkt nog niet',
    steps: { reached: 'server bereikt', tls: 'verbinding beveiligd', login: 'aangemeld', folder: 'map gevonden' },
    stepFails: {
      reached: 'server niet bereikt',
      tls: 'verbinding niet te beveiligen',
      login: 'niet aangemeld',
      folder: 'map niet gevonden',
    },
    codes: {
      dns: 'Deze naam van een server bestaat niet. Controleer hoe u de naam schreef.',
      refused: 'Op deze poort luistert niets. Meestal is het poort 993.',
      timeout: 'De server antwoordt niet. Misschien houdt een firewall de verbinding tegen.',
      'no-greeting': 'Dit is geen server voor IMAP. Controleer de poort.',
      'connection-lost': 'De server verbrak de verbinding. Controleer de poort.',
      'tls-missing': 'De server biedt hier geen beveiliging. Meestal is het poort 993.',
      'tls-failed': 'De beveiliging kwam niet tot stand. Vraag de beheerder van de server.',
      'certificate-expired': 'Het certificaat van de server is verlopen. Vraag de beheerder om een nieuw.',
      'certificate-not-yet': 'Het certificaat van de server is nog niet geldig. Klopt de klok van deze computer?',
      'certificate-name': 'Het certificaat is van een server met een andere naam. Controleer de naam.',
      'certificate-unknown': 'Niemand die deze computer vertrouwt, staat in voor het certificaat. Vraag de beheerder.',
      login: 'De gebruiker of het wachtwoord klopt niet.',
      folder: 'Een map met deze naam is er niet. De map waar berichten binnenkomen, heet INBOX.',
      'token-unreachable': 'De aanmelddienst van Microsoft of Google is niet te bereiken.',
      'token-invalid-client': 'De toepassing of haar geheim klopt niet, of is verlopen.',
      'token-unauthorized-client': 'De toepassing mag dit postvak niet lezen. Vraag de beheerder.',
      'token-key': 'De sleutel van het serviceaccount is niet te lezen.',
      'token-clock': 'De klok van deze computer loopt te veel voor of achter.',
    },
  },
  login: {
    kind: 'Aanmelden',
    kinds: { password: 'met een wachtwoord', microsoft: 'bij Microsoft 365', google: 'bij Google Workspace' },
    user: 'Gebruiker van het postvak',
    password: 'Wachtwoord van het postvak',
    tenant: 'Tenant',
    clientId: 'Toepassing (client-id)',
    clientSecret: 'Geheim van de toepassing',
    serviceAccount: 'Serviceaccount',
    privateKey: 'Sleutel van het serviceaccount',
    kept: 'Laat leeg om te houden wat er staat.',
  },
};

const en: RepliesWords = {
  title: 'What came back',
  text: 'Read the e-mails that came back here: undeliverable messages and people who opt out. Veldwerk knows them by the key of the message, never by a name or an address. Nothing of what people wrote is kept.',
  files: 'Saved messages are .eml files, an mbox file or a .zip of them, at most 500 files at a time.',
  chooseFiles: 'Choose saved messages',
  readMailbox: 'Read the mailbox',
  noMailbox: 'There is no mailbox yet. It is set under Study.',
  readOn: (day) => `Mailbox last read on ${day}.`,
  notRead: 'The mailbox was not read yet.',
  reading: 'Reading messages',
  stop: 'Stop reading',
  fromFiles: 'Saved messages read',
  fromMailbox: 'Mailbox read',
  nothingNew: 'There are no new messages.',
  sum: (read) => `${read} read`,
  counted: {
    bounced: plural('undeliverable', 'undeliverable'),
    gaveUp: plural('not delivered', 'not delivered'),
    delayed: plural('delayed', 'delayed'),
    autoReplies: plural('automatic answer', 'automatic answers'),
    optedOut: plural('opting out', 'opting out'),
    toRead: plural('message for you', 'messages for you'),
    known: plural('known already', 'known already'),
    unknown: plural('without a key', 'without a key'),
    unreadable: plural('no message', 'no message'),
  },
  follows: {
    bounced: 'No e-mail goes to an undeliverable address any more.',
    gaveUp: 'Not delivered: the address may be right. A next e-mail is simply tried.',
    optedOut: 'Whoever opted out is not approached any more from now on: not by e-mail, letter, telephone or visit.',
    toRead: 'Messages for you were written by someone. Read and answer them in your own mailbox.',
    unknown: 'With a message that has no key of this study Veldwerk does nothing. Read such messages yourself.',
  },
  nextBy: (channel, count, number) => {
    const by = { email: 'by e-mail', letter: 'by letter', phone: 'by telephone', visit: 'by a visit' }[channel];
    return count === 1 ? `1 person is approached further ${by}.` : `${number} people are approached further ${by}.`;
  },
  nextNone: (count, number) =>
    count === 1
      ? 'For 1 person the protocol has nothing more. See “Who gets nothing more”.'
      : `For ${number} people the protocol has nothing more. See “Who gets nothing more”.`,
  stopped: {
    asked: 'You stopped the reading. What was read is dealt with. You can read the rest later.',
    'connection-lost': 'The connection was lost. What was read is dealt with. Read the mailbox again for the rest.',
  },
  mailbox: {
    title: 'Mailbox for what comes back',
    help: 'Veldwerk reads only new messages, and only when you ask for it. Nothing in the mailbox changes.',
    host: 'Server of the mailbox (IMAP)',
    port: 'Port of the mailbox',
    portHint: 'Mostly 993.',
    folder: 'Folder',
    save: 'Record mailbox',
    saved: 'The mailbox is recorded.',
    check: 'Try the mailbox',
    remove: 'Remove the mailbox',
    removed: 'There is no mailbox any more.',
    works: (waiting, number) =>
      waiting === 0
        ? 'The mailbox works. There are no new messages.'
        : waiting === 1
          ? 'The mailbox works. There is 1 new message.'
          : `The mailbox works. There are ${number} new messages.`,
    fails: 'The mailbox does not work yet',
    steps: { reached: 'server reached', tls: 'connection secured', login: 'signed in', folder: 'folder found' },
    stepFails: {
      reached: 'server not reached',
      tls: 'connection cannot be secured',
      login: 'not signed in',
      folder: 'folder not found',
    },
    codes: {
      dns: 'There is no server of this name. Check how you wrote it.',
      refused: 'Nothing listens on this port. Mostly it is port 993.',
      timeout: 'The server does not answer. A firewall may be in between.',
      'no-greeting': 'This is no server for IMAP. Check the port.',
      'connection-lost': 'The server ended the connection. Check the port.',
      'tls-missing': 'The server offers no security here. Mostly it is port 993.',
      'tls-failed': 'The connection could not be secured. Ask whoever keeps the server.',
      'certificate-expired': 'The certificate of the server has expired. Ask for a new one.',
      'certificate-not-yet': 'The certificate of the server is not valid yet. Is the clock of this machine right?',
      'certificate-name': 'The certificate is of a server with another name. Check the name.',
      'certificate-unknown':
        'Nobody whom this machine trusts vouches for the certificate. Ask whoever keeps the server.',
      login: 'The user or the password is not right.',
      folder: 'There is no folder of this name. The folder in which messages come in is called INBOX.',
      'token-unreachable': 'The sign-in service of Microsoft or Google cannot be reached.',
      'token-invalid-client': 'The application or its secret is not right, or has expired.',
      'token-unauthorized-client': 'The application may not read this mailbox. Ask whoever keeps it.',
      'token-key': 'The key of the service account cannot be read.',
      'token-clock': 'The clock of this machine is too far off.',
    },
  },
  login: {
    kind: 'Sign in',
    kinds: { password: 'with a password', microsoft: 'with Microsoft 365', google: 'with Google Workspace' },
    user: 'User of the mailbox',
    password: 'Password of the mailbox',
    tenant: 'Tenant',
    clientId: 'Application (client id)',
    clientSecret: 'Secret of the application',
    serviceAccount: 'Service account',
    privateKey: 'Key of the service account',
    kept: 'Leave empty to keep what is there.',
  },
};

export const repliesWords: Readonly<Record<WordingLanguage, RepliesWords>> = { nl, en };

/** In the order in which the sum is written. */
export const countedKinds = Object.keys(nl.counted) as readonly Counted[];

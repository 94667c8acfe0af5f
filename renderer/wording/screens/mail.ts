/** The words of the mail server: how it is set and tried, what can be wrong with it, and what is to be done before e-mails go; in Dutch and English. */
import type { MailStep, MailTrouble } from '../../../shared/study/mail-trouble.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  relay: 'De server vraagt geen aanmelding (een relay van het bureau)',
  tokenHelp: {
    microsoft:
      'Uw beheerder registreert in Microsoft Entra een app met het recht SMTP.SendAsApp, en geeft die app toegang tot dit ene postvak.',
    google:
      'Uw beheerder maakt bij Google een serviceaccount met domeinbrede machtiging voor https://mail.google.com/. De sleutel staat in het JSON-bestand.',
  },
  port: 'Poort',
  portHint: 'Meestal 587. Met TLS vanaf het begin: 465. Poort 25 is voor een relay op het eigen netwerk.',
  returnTo: 'Adres voor wat terugkomt',
  returnToHint:
    'Bijvoorbeeld terug@bureau.nl. Veldwerk zet er per bericht een kenmerk bij: terug+kenmerk@bureau.nl. Uw server moet zulke adressen kennen. Leeg: de afzender.',
  pace: 'E-mails per minuut',
  paceHint: 'Leeg: zo snel als de server ze aanneemt. Microsoft 365 neemt er 30 per minuut aan.',
  check: 'Probeer de mailserver',
  checkHelp: 'Veldwerk maakt verbinding, meldt zich aan en noemt de afzender. Er gaat geen bericht uit.',
  checkSaved: 'Dit probeert wat is ingesteld. Stel eerst in wat u hebt veranderd.',
  allWell: 'De mailserver doet wat nodig is.',
  steps: {
    reached: 'Verbinding maken',
    tls: 'Versleutelen met TLS',
    login: 'Aanmelden',
    sender: 'De afzender noemen',
    sent: 'Het bericht overdragen',
  } satisfies Record<MailStep, string>,
  done: 'gelukt',
  notDone: 'mislukt',
  troubles: {
    dns: 'Er is geen server met deze naam. Kijk of de naam goed is getypt, en of deze computer internet heeft.',
    refused: 'Op deze poort luistert niets. Kijk of de poort klopt: meestal 587, soms 465 of 25.',
    'no-route': 'De server is vanaf deze computer niet te bereiken. Vraag uw netwerkbeheerder of de poort open staat.',
    timeout:
      'De server geeft geen antwoord. Vaak houdt een firewall deze poort tegen. Probeer 587, of vraag uw beheerder.',
    'no-greeting':
      'De server zegt niets. Zo doet poort 465 als TLS niet vanaf het begin aan staat. Zet dat aan, of kies 587.',
    closed: 'De server verbrak de verbinding. Misschien mag deze computer er niet bij. Vraag uw beheerder.',
    'plain-on-tls-port':
      'Op deze poort begint TLS niet vanaf het eerste teken. Zet dat uit bij poort 587 of 25, of kies poort 465.',
    'tls-missing': 'De server kan geen TLS op deze poort. Zonder TLS gaat er niets uit. Probeer 587 of 465.',
    'tls-failed':
      'Het versleutelen mislukte. De server kent misschien alleen oude versies van TLS. Vraag uw beheerder.',
    'certificate-expired': 'Het certificaat van de server is verlopen. De beheerder van de server moet het vernieuwen.',
    'certificate-not-yet': 'Het certificaat van de server geldt nog niet. Staat de klok van deze computer goed?',
    'certificate-name':
      'Het certificaat hoort bij een andere naam. Vul de naam in die op het certificaat staat. Vraag die aan de beheerder.',
    'certificate-unknown':
      'Niemand staat in voor het certificaat van de server. Gebruikt uw bureau een eigen certificaat, dan moet deze computer dat kennen. Vraag uw beheerder.',
    login: 'De gebruikersnaam of het wachtwoord klopt niet. Typ ze opnieuw.',
    'login-missing': 'De server wil dat u zich aanmeldt. Kies hierboven hoe.',
    'login-not-offered':
      'De server kent deze manier van aanmelden niet. Kies een andere, of “zonder aanmelden” voor een relay.',
    'app-not-allowed':
      'De server laat een programma niet binnen met een wachtwoord. Kies Microsoft 365 of Google (OAuth2), of vraag uw beheerder om een app-wachtwoord.',
    'token-unreachable':
      'Microsoft of Google gaf geen antwoord. Veldwerk moet login.microsoftonline.com of oauth2.googleapis.com kunnen bereiken.',
    'token-key': 'De privésleutel is niet te lezen. Plak hem helemaal, met de regels BEGIN en END.',
    'token-tenant': 'De tenant is geen domeinnaam of id. Neem hem over uit Microsoft Entra.',
    'token-clock': 'De klok van deze computer loopt te ver uit de pas. Zet de klok goed en probeer opnieuw.',
    'token-refused': 'De aanmelding werd geweigerd. Laat uw beheerder kijken naar de instellingen van de app.',
    'token-invalid-client':
      'Het id of het geheim van de app klopt niet, of is verlopen. Vraag uw beheerder een nieuw geheim.',
    'token-unauthorized-client': 'De app mag dit niet. Laat uw beheerder het recht op e-mail geven.',
    'token-invalid-grant': 'De aanmelding voor dit postvak werd geweigerd. Bestaat het postvak, en mag de app erbij?',
    'token-invalid-request': 'De aanmelding werd niet begrepen. Kijk de tenant en het id na.',
    'token-invalid-scope': 'De app heeft het recht op e-mail niet. Laat uw beheerder dat geven.',
    'token-unsupported-grant-type': 'Deze manier van aanmelden staat uit. Vraag uw beheerder.',
    'token-not-accepted':
      'De mailserver neemt de aanmelding niet aan. Laat uw beheerder SMTP aanzetten voor dit postvak, en de app er toegang toe geven.',
    'sender-unsafe': 'De afzender of het adres voor bezwaar is geen goed e-mailadres. Verbeter het.',
    'sender-refused':
      'De server weigert deze afzender. Meestal moet die gelijk zijn aan het postvak waarmee u zich aanmeldt.',
    'relay-refused': 'De server stuurt voor u niets door naar buiten. Meld u aan, of laat uw beheerder dit toestaan.',
    'all-refused':
      'De server weigerde de eerste adressen allemaal. Dan ligt het waarschijnlijk aan de server. Niemand telt als niet bereikt.',
    'connection-lost': 'De verbinding brak telkens af. Probeer het later opnieuw.',
  } satisfies Record<MailTrouble, string>,
  digits: (code: string) => `De server antwoordde ${code}. Geef dit getal door aan uw beheerder.`,
  stopped: 'Het versturen is gestopt. Wie nog niets kreeg, blijft aan de beurt.',

  test: 'Stuur een proefbericht',
  testTo: 'Proefbericht naar (uw eigen e-mailadres)',
  testSent: 'Het proefbericht is verstuurd. Kijk of het aankomt, ook op uw telefoon en in de map met ongewenste mail.',
  testNotSent: 'Het proefbericht is niet verstuurd.',
  notTested:
    'Sinds de tekst of de mailserver is veranderd, is er geen proefbericht verstuurd. Stuur er eerst een aan uzelf, of druk nog een keer.',
  sendAnyway: (what: string) => `Verstuur ${what} zonder proef`,
  tells: (words: string) =>
    `In het onderwerp staat “${words}”. Wie meeleest, ziet zo waar het om gaat. Kies liever een neutraal onderwerp.`,
  addsObjection: 'In de tekst staat niet waar iemand bezwaar kan maken. Veldwerk zet er een regel onder.',
  takes: (minutes: string) => `Dit duurt ongeveer ${minutes} minuten.`,
  again:
    'Neemt een server een bericht nog niet aan, dan probeert Veldwerk het na 5 en na 15 minuten opnieuw. U kunt ook pauzeren en later verdergaan.',
  save: (what: string) => `Bewaar ${what} als bestanden`,
  saving: 'De e-mails worden gemaakt',
  saveHelp: 'Voor een eigen mailsysteem: één zip met een .eml per persoon. Ze tellen pas als verstuurd als u dat zegt.',
  otherWays: 'Andere manieren',
  filesName: (group: string, day: string) => `e-mails-${group}-${day}.zip`,
  filesMade: (name: string) =>
    `De e-mails staan in ${name}. Verstuur ze, en leg daarna hieronder vast dat ze zijn verstuurd.`,
  batch: (emails: string, day: string) => `${emails} als bestanden, gemaakt op ${day}`,
  sentOn: (day: string) => `verstuurd op ${day}`,
  notSent: 'nog niet verstuurd',
  wereSent: 'Ze zijn verstuurd',
  sentTitle: 'Zijn deze e-mails verstuurd?',
  takeOut: 'Haal eerst deze bestanden eruit; deze mensen hebben intussen geantwoord of willen niet meer:',
  takenOut: (name: string) => `bestand ${name} is eruit gehaald`,
  sentText: 'Vandaag telt als de dag van versturen. Dit kunt u niet terugnemen.',
  confirmSent: 'Leg vast dat ze zijn verstuurd',
  discardText: 'Het bestand met e-mails wordt verwijderd. De e-mails zijn daarna weer aan de beurt.',
  nothingSent: 'Er is niets verstuurd',

  follows: 'Wat volgt',
  next: { email: 'e-mail', letter: 'brief', phone: 'bellen', visit: 'bezoek' },
  nextOn: (what: string, day: string) => `${what} op ${day}`,
  nothingFollows: 'Niets: het protocol heeft geen stap meer. Zie “Wie niets meer krijgt”.',
  ended: 'Deze persoon is klaar.',
};

const en: typeof nl = {
  relay: 'The server asks for no sign-in (a relay of the bureau)',
  tokenHelp: {
    microsoft:
      'Your administrator registers an app in Microsoft Entra with the permission SMTP.SendAsApp, and gives it access to this one mailbox.',
    google:
      'Your administrator makes a service account at Google with domain-wide delegation for https://mail.google.com/. The key is in the JSON file.',
  },
  port: 'Port',
  portHint: 'Usually 587. With TLS from the start: 465. Port 25 is for a relay in your own network.',
  returnTo: 'Address for what comes back',
  returnToHint:
    'For instance back@bureau.nl. Veldwerk adds a mark for each message: back+mark@bureau.nl. Your server has to know such addresses. Empty: the sender.',
  pace: 'E-mails per minute',
  paceHint: 'Empty: as fast as the server takes them. Microsoft 365 takes 30 a minute.',
  check: 'Try the mail server',
  checkHelp: 'Veldwerk connects, signs in and names the sender. No message goes out.',
  checkSaved: 'This tries what was set. First set what you changed.',
  allWell: 'The mail server does what is needed.',
  steps: {
    reached: 'Connect',
    tls: 'Encrypt with TLS',
    login: 'Sign in',
    sender: 'Name the sender',
    sent: 'Hand the message over',
  },
  done: 'done',
  notDone: 'failed',
  troubles: {
    dns: 'There is no server of this name. See whether the name is typed well, and whether this computer is online.',
    refused: 'Nothing listens at this port. See whether the port is right: usually 587, sometimes 465 or 25.',
    'no-route':
      'The server cannot be reached from this computer. Ask your network administrator whether the port is open.',
    timeout: 'The server does not answer. Often a firewall holds this port. Try 587, or ask your administrator.',
    'no-greeting':
      'The server says nothing. Port 465 does so when TLS is not on from the start. Turn that on, or choose 587.',
    closed: 'The server broke the connection. Maybe this computer is not allowed. Ask your administrator.',
    'plain-on-tls-port':
      'TLS does not start with the first byte at this port. Turn that off for port 587 or 25, or choose port 465.',
    'tls-missing': 'The server has no TLS at this port. Without TLS nothing goes out. Try 587 or 465.',
    'tls-failed': 'Encrypting failed. The server may only know old versions of TLS. Ask your administrator.',
    'certificate-expired':
      'The certificate of the server has expired. The administrator of the server has to renew it.',
    'certificate-not-yet': 'The certificate of the server is not valid yet. Is the clock of this computer right?',
    'certificate-name':
      'The certificate belongs to another name. Fill in the name that is on the certificate. Ask the administrator for it.',
    'certificate-unknown':
      'Nobody vouches for the certificate of the server. If your bureau has a certificate of its own, this computer has to know it. Ask your administrator.',
    login: 'The user name or the password is wrong. Type them again.',
    'login-missing': 'The server wants you to sign in. Choose above how.',
    'login-not-offered':
      'The server does not know this way of signing in. Choose another, or “without signing in” for a relay.',
    'app-not-allowed':
      'The server lets no program in with a password. Choose Microsoft 365 or Google (OAuth2), or ask your administrator for an app password.',
    'token-unreachable':
      'Microsoft or Google did not answer. Veldwerk has to reach login.microsoftonline.com or oauth2.googleapis.com.',
    'token-key': 'The private key cannot be read. Paste all of it, with the lines BEGIN and END.',
    'token-tenant': 'The tenant is no domain name or id. Copy it from Microsoft Entra.',
    'token-clock': 'The clock of this computer is too far off. Set the clock and try again.',
    'token-refused': 'Signing in was refused. Let your administrator look at the settings of the app.',
    'token-invalid-client':
      'The id or the secret of the app is wrong, or has ended. Ask your administrator for a new secret.',
    'token-unauthorized-client': 'The app may not do this. Let your administrator give it the right to e-mail.',
    'token-invalid-grant': 'Signing in for this mailbox was refused. Does the mailbox exist, and may the app use it?',
    'token-invalid-request': 'Signing in was not understood. Check the tenant and the id.',
    'token-invalid-scope': 'The app has no right to e-mail. Let your administrator give it.',
    'token-unsupported-grant-type': 'This way of signing in is turned off. Ask your administrator.',
    'token-not-accepted':
      'The mail server does not take the sign-in. Let your administrator turn on SMTP for this mailbox, and give the app access to it.',
    'sender-unsafe': 'The sender or the address for objections is no proper e-mail address. Correct it.',
    'sender-refused': 'The server refuses this sender. Usually it has to be the mailbox that you sign in with.',
    'relay-refused': 'The server passes nothing on for you. Sign in, or let your administrator allow it.',
    'all-refused':
      'The server refused the first addresses one and all. That is probably the server. Nobody counts as not reached.',
    'connection-lost': 'The connection broke every time. Try again later.',
  },
  digits: (code) => `The server answered ${code}. Tell this number to your administrator.`,
  stopped: 'The sending has stopped. Who got nothing yet stays due.',

  test: 'Send a test message',
  testTo: 'Test message to (your own e-mail address)',
  testSent: 'The test message was sent. See whether it arrives, also on your phone and among unwanted mail.',
  testNotSent: 'The test message was not sent.',
  notTested:
    'No test message was sent since the text or the mail server changed. Send one to yourself first, or press once more.',
  sendAnyway: (what) => `Send ${what} without a test`,
  tells: (words) =>
    `The subject has “${words}”. Whoever reads along sees what it is about. Better choose a neutral subject.`,
  addsObjection: 'The text does not say where to object. Veldwerk puts a line under it.',
  takes: (minutes) => `This takes about ${minutes} minutes.`,
  again:
    'When a server does not take a message yet, Veldwerk tries again after 5 and after 15 minutes. You can also pause and go on later.',
  save: (what) => `Save ${what} as files`,
  saving: 'The e-mails are being made',
  saveHelp: 'For a mail system of your own: one zip with an .eml for each person. They count as sent when you say so.',
  otherWays: 'Other ways',
  filesName: (group, day) => `e-mails-${group}-${day}.zip`,
  filesMade: (name) => `The e-mails are in ${name}. Send them, and then record below that they were sent.`,
  batch: (emails, day) => `${emails} as files, made on ${day}`,
  sentOn: (day) => `sent on ${day}`,
  notSent: 'not sent yet',
  wereSent: 'They were sent',
  sentTitle: 'Were these e-mails sent?',
  takeOut: 'First take these files out; these people answered meanwhile, or do not want to any more:',
  takenOut: (name) => `file ${name} was taken out`,
  sentText: 'Today counts as the day of sending. You cannot take this back.',
  confirmSent: 'Record that they were sent',
  discardText: 'The file of e-mails is removed. The e-mails are then due again.',
  nothingSent: 'Nothing was sent',

  follows: 'What follows',
  next: { email: 'e-mail', letter: 'letter', phone: 'phone call', visit: 'visit' },
  nextOn: (what, day) => `${what} on ${day}`,
  nothingFollows: 'Nothing: the protocol has no step left. See “Who gets nothing more”.',
  ended: 'This person is done.',
};

export const mailWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

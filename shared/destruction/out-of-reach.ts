/** What the application cannot destroy. Each question is asked before a destruction, and stands with its answer on the certificate, in Dutch. */
export const outOfReach = {
  'delivered-files': 'De bestanden die de opdrachtgever aanleverde, waar zij buiten de toepassing nog staan',
  'system-backups': 'Reservekopieën van het systeem waarop het onderzoek stond',
  'printed-letters': 'Afgedrukte brieven, antwoordstroken en andere papieren',
  mailboxes: 'Verzonden en ontvangen e-mails, en de logboeken van de mailserver',
  'survey-platform': 'Antwoorden en inlogcodes op het platform van de webvragenlijst',
  'sub-processors': 'Gegevens bij subverwerkers',
} as const;
export type OutOfReach = keyof typeof outOfReach;
export const outOfReachQuestions = Object.keys(outOfReach) as readonly OutOfReach[];

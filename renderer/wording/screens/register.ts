/** The words of the processor's register of AVG art. 30(2): its four items. */
import type { PartOfWork, RegisterItem } from '../../../shared/study/register.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  whole: 'Alle vier onderdelen zijn er.',
  incomplete: (count: number) =>
    count === 1 ? 'Eén onderdeel is nog niet compleet.' : `${count} onderdelen zijn nog niet compleet.`,
  law: 'AVG art. 30 lid 2 vraagt van een verwerker vier onderdelen. Veldwerk maakt ze uit wat in dit onderzoek is vastgelegd.',
  unknown: 'nog niet vastgelegd',
  items: {
    parties: '(a) Verwerker, verwerkingsverantwoordelijke en FG',
    processing: '(b) Soorten verwerking',
    transfers: '(c) Doorgifte buiten de EER',
    security: '(d) Beveiligingsmaatregelen',
  } satisfies Record<RegisterItem, string>,
  processor: 'Verwerker',
  controller: 'Verwerkingsverantwoordelijke',
  officers: 'FG van het bureau',
  officersReach: 'te bereiken via het bureau',
  representative: 'Vertegenwoordiger (art. 27)',
  noRepresentative: 'alleen nodig als het bureau buiten de EU is gevestigd',
  study: 'Onderzoek',
  purpose: 'Doel',
  peopleConcerned: 'Om welke mensen het gaat',
  kinds: 'Welke contactgegevens',
  done: 'Wat er gebeurt',
  doneWith: (channels: string) =>
    `Inlezen van een extractie, benaderen${channels === '' ? '' : ` per ${channels}`}, interviews en webvragenlijst, een geanonimiseerd bestand, vernietiging.`,
  contactUntil: 'Contactgegevens',
  answersUntil: 'Antwoorden',
  fromUntil: (from: string, until: string) => `van ${from} tot en met ${until}`,
  until: (until: string) => `tot en met ${until}`,
  subProcessors: 'Subverwerkers',
  none: 'geen',
  work: { email: 'e-mail', letters: 'brieven', web: 'webvragenlijst' } satisfies Record<PartOfWork, string>,
  doesNothing: 'doet hier nog niets',
  transfer: 'Doorgifte',
  isTransferred: 'ja; leg de waarborgen van AVG hoofdstuk V vast bij de overeenkomst',
  isNotTransferred: 'nee',
  agreed: 'Volgens de overeenkomst',
  measured: 'Zoals Veldwerk het zelf meet',
  measures: (version: string) =>
    `Veldwerk ${version}. Elke persoon heeft een eigen sleutel (XChaCha20-Poly1305). Elke rol opent alleen het eigen deel, met een eigen wachtzin (Argon2id). Elke handeling staat in het journaal.`,
  deviceSecret: {
    keychain: 'Het geheim van deze computer staat in de sleutelhanger van het systeem.',
    file: 'Het geheim van deze computer staat in een bestand dat alleen dit account kan lezen, niet in de sleutelhanger van het systeem.',
  },
};

const en: typeof nl = {
  whole: 'All four items are there.',
  incomplete: (count) => (count === 1 ? 'One item is not complete yet.' : `${count} items are not complete yet.`),
  law: 'GDPR art. 30(2) asks four items of a processor. Veldwerk makes them from what is recorded in this study.',
  unknown: 'not recorded yet',
  items: {
    parties: '(a) Processor, controller and data protection officer',
    processing: '(b) Categories of processing',
    transfers: '(c) Transfers outside the EEA',
    security: '(d) Security measures',
  },
  processor: 'Processor',
  controller: 'Controller',
  officers: 'The bureau’s data protection officer',
  officersReach: 'reached through the bureau',
  representative: 'Representative (art. 27)',
  noRepresentative: 'needed only when the bureau is established outside the EU',
  study: 'Study',
  purpose: 'Purpose',
  peopleConcerned: 'Which people it is about',
  kinds: 'Which contact data',
  done: 'What is done',
  doneWith: (channels) =>
    `Intake of an extract, contact${channels === '' ? '' : ` by ${channels}`}, interviews and web questionnaire, an anonymised dataset, destruction.`,
  contactUntil: 'Contact data',
  answersUntil: 'Answers',
  fromUntil: (from, until) => `from ${from} up to and including ${until}`,
  until: (until) => `up to and including ${until}`,
  subProcessors: 'Sub-processors',
  none: 'none',
  work: { email: 'e-mail', letters: 'letters', web: 'web questionnaire' },
  doesNothing: 'does nothing here yet',
  transfer: 'Transfer',
  isTransferred: 'yes; record the safeguards of GDPR chapter V with the agreement',
  isNotTransferred: 'no',
  agreed: 'According to the agreement',
  measured: 'As Veldwerk measures it',
  measures: (version) =>
    `Veldwerk ${version}. Every person has a key of their own (XChaCha20-Poly1305). Every role opens its own part only, with a passphrase of one’s own (Argon2id). Everything that is done stands in the journal.`,
  deviceSecret: {
    keychain: 'The secret of this computer is in the keychain of the system.',
    file: 'The secret of this computer is in a file that only this account can read, not in the keychain of the system.',
  },
};

export const registerWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

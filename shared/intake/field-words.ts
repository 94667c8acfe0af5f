/**
 * The headers by which columns of an extract are recognised, Dutch and English, as plain words. The first word of a field is the surest:
 * when two columns claim one field ('Naam' and 'Achternaam'), the surer word wins.
 */
import type { ContactField } from '../study/contact-data.ts';
import { plainWord } from './plain-word.ts';

const fieldWords: Readonly<Partial<Record<ContactField, string>>> = {
  clientNumber:
    'clientnummer clientnr clientid clientcode klantnummer klantnr dossiernummer dossiernr zaaknummer registratienummer clientnumber casenumber',
  organisation:
    'organisatie organisatienaam naamorganisatie instelling naaminstelling bedrijf bedrijfsnaam organisation organization company',
  salutation: 'aanhef aanspreekvorm aanspreektitel titel salutation title',
  initials: 'voorletters voorletter initialen initials voornaam voornamen roepnaam firstname',
  prefix: 'tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels tv surnameprefix prefix infix',
  surname: 'achternaam geslachtsnaam familienaam surname lastname naam name volledigenaam fullname contactpersoon',
  street: 'straat straatnaam street streetname adres woonadres postadres address',
  houseNumber: 'huisnummer huisnr nummer housenumber huisnummerentoevoeging',
  postcode: 'postcode zipcode zip postalcode',
  town: 'woonplaats plaats plaatsnaam woonplaatsnaam stad town city',
  phone:
    'telefoon telefoonnummer telefoonnr tel telnr telefoonvast telefoonthuis vast vastnummer phone phonenumber telephone',
  mobile:
    'mobiel mobielnummer mobielnr mobieletelefoon telefoonmobiel gsm mobile mobilephone telefoon2 telefoonnummer2',
  email: 'email emailadres mail mailadres emailaddress',
  birthDate: 'geboortedatum gebdatum gebdat geboren birthdate dateofbirth dob',
  sex: 'geslacht sekse sex gender mv',
  stratum: 'wijkteam team sociaalwijkteam sociaalteam gebiedsteam buurtteam teamnaam stratum neighbourhoodteam wijk',
  supportEnded:
    'dossierafgesloten dossiergesloten afgesloten hulpafgerond hulpbeeindigd ondersteuningafgerond ondersteuningbeeindigd trajectafgesloten supportended caseclosed',
  consent:
    'toestemming toestemminggegeven toestemmingonderzoek toestemmingvooronderzoek akkoord consent consentgiven optin bezwaar bezwaargemaakt heeftbezwaar maaktbezwaar objection optout',
  consentOn:
    'datumtoestemming toestemmingsdatum toestemmingdatum toestemmingop toestemminggegevenop datumakkoord consentdate consenton dateofconsent',
  channels: 'kanalen kanaal benaderwijze benaderenvia contactwijze contactvoorkeur voorkeurskanaal channels channel',
  deceased: 'overleden overlijdensdatum datumoverlijden datumvanoverlijden deceased dateofdeath',
};

/** Columns that follow the house number and belong to it: without them a letter comes to the wrong door. */
const additionWords: ReadonlySet<string> = new Set([
  'huisletter',
  'toevoeging',
  'huisnummertoevoeging',
  'huisnrtoevoeging',
  'huisnummertoev',
  'huisnrtoev',
  'housenumberaddition',
]);

const objectionWords: ReadonlySet<string> = new Set([
  'bezwaar',
  'bezwaargemaakt',
  'heeftbezwaar',
  'maaktbezwaar',
  'objection',
  'optout',
]);

/** Words that say whose field it is, not which: 'Achternaam bewoner'. */
const whose = /\b(client|bewoner|inwoner|persoon|klant|partner|contact|van|de|het|uw|resident|the|of)\b/g;

export interface FieldOfHeader {
  readonly field: ContactField;
  /** 0 is the surest. */
  readonly rank: number;
  /** The column continues the field of another one. */
  readonly addition: boolean;
}

const fieldOfWord: ReadonlyMap<string, FieldOfHeader> = new Map<string, FieldOfHeader>([
  ...Object.entries(fieldWords).flatMap(([field, words]) =>
    words.split(' ').map((word, rank) => [word, { field: field as ContactField, rank, addition: false }] as const),
  ),
  ...[...additionWords].map(
    (word, rank) => [word, { field: 'houseNumber' as ContactField, rank, addition: true }] as const,
  ),
]);

/** The field that a header names, or undefined when its words are not known. */
export function findFieldOfHeader(header: string): FieldOfHeader | undefined {
  if (header.length > longestHeader) return undefined;
  const spaced = header
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_\W]+/g, ' ');
  return fieldOfWord.get(plainWord(header)) ?? fieldOfWord.get(plainWord(spaced.replaceAll(whose, '')));
}

/** Whether 'yes' under this header means an objection rather than consent. */
export function isObjectionHeader(header: string): boolean {
  return objectionWords.has(plainWord(header));
}

/** A longer text is no header. */
export const longestHeader = 60;

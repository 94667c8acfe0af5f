/**
 * The headers by which columns of an extract are recognised, Dutch and English, as plain words: those of the case systems of municipalities,
 * of the population register (BRP), and of lists that people type. The first word of a meaning is the surest: when two columns claim one
 * field, the surer word wins.
 *
 * A note is not recognised by 'Opmerking' or 'Bijzonderheden': those are remarks of a case file, and a person has to say that they are meant.
 */
import type { ColumnMeaning } from './column-meaning.ts';

const words: Readonly<Partial<Record<ColumnMeaning, string>>> = {
  clientNumber:
    'clientnummer clientnr clientid clientcode clientkey klantnummer klantnr klantid klantcode dossiernummer dossiernr dossierid zaaknummer zaaknr registratienummer persoonsnummer persoonnummer persoonsnr persnr persoonid relatienummer relatienr casusnummer casusnr clientnumber casenumber customernumber personid respondentnummer respondentnr',
  organisation:
    'organisatie organisatienaam naamorganisatie instelling instellingsnaam naaminstelling bedrijf bedrijfsnaam naambedrijf partnerorganisatie naampartnerorganisatie organisation organization organisationname organizationname company companyname',
  salutation: 'aanhef aanspreekvorm aanspreking aanspreektitel briefaanhef titel titulatuur salutation title',
  initials:
    'voorletters voorletter voorl vl initialen initials voornaam voornamen roepnaam doopnaam doopnamen firstname firstnames givenname givennames forename',
  prefix:
    'tussenvoegsel tussenvoegsels tussenv tussenvgs tussenvoegselachternaam voorvoegsel voorvoegsels voorv voorvgs vvgsl voorvoegselgeslachtsnaam voorvoegselachternaam voorvoegselsgeslachtsnaam tussenvoegselgeslachtsnaam tv vv surnameprefix nameprefix prefix infix',
  surname:
    'achternaam geslachtsnaam familienaam achternaamgeslachtsnaam geslnaam gesln achtern achternaamvolledig surname lastname familyname',
  wholeName:
    'volledigenaam naamvolledig fullname naamencoaanschrijving aanschrijfnaam tenaamstelling naamclient naam names name contactpersoon naamcontactpersoon contactpersonen contactperson',
  street:
    'straat straatnaam openbareruimte naamopenbareruimte openbareruimtenaam woonstraat adresstraat straatadres adresstraatnaam street streetname',
  houseNumber:
    'huisnummer huisnr hnr huisnummers huisno huisn hsnr adresnr adresnummer housenumber houseno housenr streetnumber huisnummerentoevoeging huisnummertoevoegingen huisnummermettoevoeging huisnummerinclusieftoevoeging huisnummercompleet',
  postcode:
    'postcode postkode pc pcode pc6 adrespostcode postcodewoonadres postcodenummer zipcode zip postalcode postcodeadres',
  town: 'woonplaats woonpl plaats plaatsnaam woonplaatsnaam adresplaats adreswoonplaats stad town city place residence',
  wholeAddress:
    'volledigadres adresvolledig adres adresgegevens woonadres verblijfadres verblijfsadres postadres correspondentieadres briefadres adresregel adresregel1 adres1 straathuisnummer straathuisnr straathnr straatenhuisnummer straatenhuisnr straatnaamhuisnummer straatnaamhuisnr straatnaamenhuisnummer straatnaamenhuisnr straatnr straatennr straatnummer straatennummer fulladdress address address1 addressline1 homeaddress streetaddress streetandnumber',
  postcodeAndTown:
    'postcodewoonplaats postcodeenwoonplaats postcodeplaats postcodeenplaats pcplaats pcwoonplaats pcenplaats pcenwoonplaats postcodeplaatsnaam postcodestad adresregel2 adres2 addressline2 address2 zipcity zipandcity postcodecity postcodeandtown',
  country:
    'land landnaam landadres adresland woonland landwoonadres landcode landvanverblijf landverblijf verblijfsland country countryname',
  phone:
    'telefoon telefoonnummer telefoonnr telefoon1 telefoonnummer1 telnr telnummer tel tel1 tf telefoonvast telefoonthuis telefoonprive thuisnummer vast vastetelefoon vastnummer vastenummer vastnr telvast telthuis telprive phone phonenumber phoneno telephone telephonenumber landline homephone',
  mobile:
    'mobiel mobielnummer mobielenummer mobielnr mobieltelefoonnummer mobieletelefoon mobieletelefoonnummer telefoonmobiel telmobiel mobieltel mob mobnr gsm gsmnummer 06nummer 06 06nr mobile mobilephone mobilenumber cellphone cell telefoon2 telefoonnummer2 tel2',
  email:
    'email emailadres mailadres mail emailadres1 email1 emailprive emailadresprive epost emailaddress emailaddress1 mailaddress elektronischadres',
  birthDate:
    'geboortedatum geboortedat geboortedag gebdatum gebdat gebdtm geborendatum datumgeboorte datgeboorte geboren geborenop gebd geb birthdate dateofbirth birthday dob',
  birthYear: 'geboortejaar gebjaar jaarvangeboorte birthyear yearofbirth',
  ageBand:
    'leeftijdsklasse leeftijdscategorie leeftijdsgroep leeftijdklasse leeftijdcategorie leeftijdgroep leeftijd leeftijdinjaren agegroup ageband agecategory age',
  sex: 'geslacht geslachtsaanduiding aanduidinggeslacht geslachtaanduiding gesl geslachtcode geslachtscode sekse sexe sex gender mv manvrouw mvx mvo',
  stratum:
    'wijkteam team sociaalwijkteam sociaalteam sociaalteamnaam gebiedsteam gebiedsteamnaam buurtteam jeugdteam wijkteamnaam naamwijkteam teamnaam naamteam stratum steekproeflaag neighbourhoodteam wijk wijknaam gebied stadsdeel',
  supportEnded:
    'dossierafgesloten dossiergesloten afgesloten hulpafgerond hulpbeeindigd ondersteuningafgerond ondersteuningbeeindigd trajectafgesloten trajectbeeindigd trajectafgerond casusafgesloten zaakafgesloten einddatumdossier einddatumtraject einddatumondersteuning supportended caseclosed',
  note: 'notitievoorenqueteur notitievoorinterviewer notitievooronderzoek notitieonderzoek opmerkingvoorenqueteur opmerkingvoorinterviewer opmerkingvooronderzoek opmerkingonderzoek opmerkingbenadering bijzonderhedenbenadering bijzonderhedencontact bijzonderhedenvooronderzoek aandachtspuntenbenadering contactnotitie belnotitie belinstructie notitie notities note notes noteforinterviewer',
  representation:
    'vertegenwoordiging soortvertegenwoordiging wettelijkevertegenwoordiging wettelijkvertegenwoordiger vertegenwoordigingsvorm typevertegenwoordiging aardvertegenwoordiging vertegenwoordigd curatele ondercuratele indicatiecuratele curatelestelling indicatiecuratelestelling representation legalrepresentation guardianship soortvertegenwoordiger typevertegenwoordiger vertegenwoordiger',
  representativeName:
    'naamvertegenwoordiger naamwettelijkvertegenwoordiger vertegenwoordigernaam naambewindvoerder naamcurator naammentor naamvoogd naamgemachtigde bewindvoerder curator mentor voogd representativename nameofrepresentative nameguardian guardianname representative guardian',
  representativePhone:
    'telefoonvertegenwoordiger telefoonnummervertegenwoordiger telefoonwettelijkvertegenwoordiger vertegenwoordigertelefoon vertegenwoordigertelefoonnummer telvertegenwoordiger telnrvertegenwoordiger mobielvertegenwoordiger telefoonbewindvoerder telefoonnummerbewindvoerder telefooncurator telefoonnummercurator telefoonmentor telefoonnummermentor telefoonvoogd telefoonnummervoogd telbewindvoerder telcurator telmentor telvoogd representativephone phonerepresentative guardianphone',
  representativeEmail:
    'emailvertegenwoordiger emailadresvertegenwoordiger emailwettelijkvertegenwoordiger vertegenwoordigeremail vertegenwoordigeremailadres mailvertegenwoordiger emailbewindvoerder emailadresbewindvoerder emailcurator emailadrescurator emailmentor emailadresmentor emailvoogd emailadresvoogd representativeemail emailrepresentative guardianemail',
  consent:
    'toestemming toestemminggegeven toestemmingonderzoek toestemmingvooronderzoek toestemmingvoordeelname toestemmingdeelname toestemmingbenadering toestemmingbenaderen geefttoestemming akkoord akkoordonderzoek akkoorddeelname deelnameonderzoek wildeelnemen consent consentgiven optin bezwaar bezwaargemaakt heeftbezwaar maaktbezwaar bezwaartegenonderzoek bezwaaronderzoek datumbezwaar bezwaardatum bezwaargemaaktop bezwaartegendeelname wilnietmeedoen wilnietdeelnemen doetnietmee nietbenaderen nietmeerbenaderen wilnietbenaderdworden magnietbenaderdworden toestemmingingetrokken toestemmingingetrokkenop datumintrekkingtoestemming datumtoestemmingingetrokken objection objectiondate optout optoutdate donotcontact',
  consentOn:
    'datumtoestemming toestemmingsdatum toestemmingdatum toestemmingop toestemminggegevenop datumakkoord akkoorddatum consentdate consenton dateofconsent datumtoestemmingonderzoek toestemmingvanaf',
  consentText:
    'toestemmingstekst toestemmingtekst teksttoestemming tekstversie versietoestemming toestemmingsversie versietoestemmingstekst toestemmingsverklaring versietoestemmingsverklaring toestemmingsformulier versietoestemmingsformulier consenttext consentversion consentform versionconsent',
  consentSource:
    'brontoestemming toestemmingsbron toestemmingbron bewijstoestemming vastleggingtoestemming toestemmingvastgelegdin toestemmingvia wijzetoestemming wijzevantoestemming toestemmingverkregendoor toestemminggevraagddoor consentsource sourceofconsent',
  channels:
    'kanalen kanaal benaderwijze benaderenvia benaderingswijze benaderwijzen contactwijze contactvoorkeur contactkanaal contactkanalen voorkeurkanaal voorkeurskanaal voorkeurcontact benaderkanaal toestemmingkanalen toestemmingvoorkanalen channels channel contactpreference preferredchannel',
  deceased:
    'overleden overlijdensdatum datumoverlijden datoverlijden datoverl datumoverl overlijdensdat overlijden isoverleden indicatieoverleden overlijdensindicatie deceased dateofdeath died',
  news: 'nieuws wijziging mutatie mutatiesoort soortmutatie soortwijziging update watisergebeurd watergebeurd terugmelding news change event',
};

/** Columns that follow the house number and belong to it: without them a letter comes to the wrong door. */
const additions =
  'huisletter huislt hlt hletter toevoeging huisnummertoevoeging huisnrtoevoeging huisnummertoev huisnrtoev hnrtoevoeging hnrtoev toev huistoevoeging huistoev toevoegingen toevoegingnr nummertoevoeging aanduidingbijhuisnummer housenumberaddition housenumbersuffix addition suffix';

export interface MeaningOfHeader {
  readonly meaning: ColumnMeaning;
  /** 0 is the surest. */
  readonly rank: number;
  /** The column continues the field of another one. */
  readonly addition: boolean;
}

const meaningOfWord: ReadonlyMap<string, MeaningOfHeader> = new Map<string, MeaningOfHeader>([
  ...Object.entries(words).flatMap(([meaning, list]) =>
    list.split(' ').map((word, rank) => [word, { meaning: meaning as ColumnMeaning, rank, addition: false }] as const),
  ),
  ...additions
    .split(' ')
    .map((word, rank) => [word, { meaning: 'houseNumber' as ColumnMeaning, rank, addition: true }] as const),
]);

/** What a column under exactly this plain word holds. */
export function findMeaningOfWord(word: string): MeaningOfHeader | undefined {
  return meaningOfWord.get(word);
}

/** Every word that is known, with its meaning; the first of a meaning first. */
export function knownHeaderWords(): Iterable<readonly [word: string, meaning: MeaningOfHeader]> {
  return meaningOfWord;
}

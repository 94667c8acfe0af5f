/**
 * What a header says about the column under it: which field it is, and whether it is about the person at all. A column about someone else
 * (the therapist's telephone, the partner's name) is never taken for the person's: a header has to be known as a whole.
 */
import { findMeaningOfWord, type MeaningOfHeader } from './field-words.ts';
import { plainWord, plainWords } from './plain-word.ts';

/** A longer text is no header. */
export const longestHeader = 60;

/** Words that say whose field it is, not which: 'Achternaam bewoner'. A partner is not among them: to a resident that is someone else. */
const ofThePerson = new Set(
  'client clienten clientgegevens bewoner bewoners inwoner persoon persoons klant respondent deelnemer aanvrager hoofdaanvrager betrokkene burger contact contactgegevens van de het der uw uit resident person participant the of your brp gba huidig huidige actueel actuele'.split(
    ' ',
  ),
);

/** Words that say that it is about someone else. */
const ofAnother = new Set(
  `behandelaar behandelaars hoofdbehandelaar consulent consulenten wmoconsulent medewerker medewerkers casemanager casusregisseur regisseur
  zorgregisseur procesregisseur partner echtgenoot echtgenote huwelijkspartner levenspartner expartner ex kind kinderen dochter zoon ouder
  ouders vader moeder gezin gezinslid gezinsleden huisgenoot huisgenoten verwijzer huisarts arts specialist apotheek zorgaanbieder aanbieder
  zorgverlener hulpverlener hulpverlenend begeleider begeleiding begeleidster contactfunctionaris mantelzorger mantelzorg gemachtigde melder
  indiener verzorger noodcontact buur buren buurman buurvrouw eigenaar beheerder accounthouder accountmanager adviseur teamleider coach
  jobcoach therapeut psycholoog school leerkracht werkgever verhuurder woningcorporatie verzekeraar opsteller auteur invoerder gebruiker
  wijziger aanmaker toegewezen behandelend familie familielid relatie broer zus verwant naaste advocaat klantmanager klantregisseur
  werkbegeleider jeugdconsulent gezinsvoogd gezinscoach praktijkondersteuner poh wijkverpleegkundige verpleegkundige therapist doctor
  physician caseworker spouse child children parent father mother caregiver employee author owner`.split(/\s+/),
);

/** Words for whoever decides for someone, by the header that stands over several columns or over one. */
const representativeWord =
  /^(wettelijk)?(vertegenwoordig(er|ing)|bewindvoerder|curator|mentor|voogd|guardian|representative)s?$/;

/** Whether the words are about someone who is not the person of the row. */
export function speaksOfAnother(header: string): boolean {
  return plainWords(header).some((word) => ofAnother.has(word) || representativeWord.test(word));
}

/** What a header names, or undefined when its words are not known, or are about someone else. */
export function findMeaningOfHeader(header: string): MeaningOfHeader | undefined {
  if (header === '' || header.length > longestHeader) return undefined;
  const words = withoutAnswers(plainWords(header));
  if (words.some((word) => ofAnother.has(word))) return undefined;
  const own = words.filter((word) => !ofThePerson.has(word));
  return (
    findMeaningOfWord(plainWord(header)) ??
    findMeaningOfWord(words.join('')) ??
    findMeaningOfWord(own.join('')) ??
    // 'Cliënt, naam' and 'Nummer (cliënt)'.
    (own.length > 1 ? findMeaningOfWord([...own.slice(1), own[0]].join('')) : undefined) ??
    (words.length > 1 ? findMeaningOfWord([...words.slice(1), words[0]].join('')) : undefined)
  );
}

/** 'Overleden J/N', 'Bezwaar (ja/nee)': how it is answered says nothing of what is asked. */
function withoutAnswers(words: readonly string[]): readonly string[] {
  const ends = ['j n', 'ja nee', 'y n', 'yes no'].find((pair) => words.slice(-2).join(' ') === pair);
  if (ends !== undefined && words.length > 2) return words.slice(0, -2);
  return words.length > 1 && /^(jn|janee|yn|yesno)$/.test(words.at(-1)!) ? words.slice(0, -1) : words;
}

/**
 * What a column means that has one header over several columns ('Behandelaar', 'Adres') and one of its own ('Naam', 'Nr'). What is about
 * someone else stays so, whatever stands under it.
 */
export function findMeaningUnder(group: string, header: string): MeaningOfHeader | undefined {
  if (group === '') return findMeaningOfHeader(header);
  if (header === '') return findMeaningOfHeader(group);
  const both = findMeaningOfHeader(`${group} ${header}`) ?? findMeaningOfHeader(`${header} ${group}`);
  return both ?? (speaksOfAnother(group) ? undefined : findMeaningOfHeader(header));
}

const objectionWord =
  /bezwaar|objection|optout|niet(meer)?(benader|mee|deelnem|bel|mail|schrijven|aanschrijven|storen)|geencontact|wilniet|weiger|afgemeld|afmelding|ingetrokken|intrekking|withdr|donotcontact/;
/** 'Geen bezwaar' turns it round. */
const noObjection = /(geen|no)(bezwaar|objection)/;

/** Whether 'yes' under this header means an objection rather than consent, whatever else it says: 'Cliënt bezwaar', 'Bezwaar 2026'. */
export function isObjectionHeader(header: string): boolean {
  const word = plainWord(header);
  return objectionWord.test(word) && !noObjection.test(word);
}

/** The word for a representative that a header names ('Naam bewindvoerder'), for rows that do not say it otherwise. */
export function findRepresentativeWord(header: string): string | undefined {
  const words = plainWords(header);
  return representativeWords.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0];
}

const representativeWords: readonly (readonly [string, RegExp])[] = [
  ['curator', /curator|curatele/],
  ['voogd', /voogd|guardian/],
  ['mentor', /mentor/],
  ['bewindvoerder', /bewindvoer/],
];

/**
 * Numbers that a law gives to people besides the citizen service number: the A-number of the population register, of aliens, of pupils. UAVG
 * art. 46 keeps them to what that law is for, so a column of them is never read, and no choice of a person changes that.
 */
const legalNumbers =
  /^(brp|gba)?(anummer|anr|administratienummer|administratienummerbrp|administratienummergba|vnummer|vreemdelingennummer|onderwijsnummer|pgn|persoonsgebondennummer|anumber)(brp|gba|client|persoon)?$/;

export function isOtherLegalNumber(header: string): boolean {
  return (
    header.length <= longestHeader &&
    legalNumbers.test(
      plainWords(header)
        .filter((word) => !ofThePerson.has(word) || /^(brp|gba)$/.test(word))
        .join(''),
    )
  );
}

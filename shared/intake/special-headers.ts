/**
 * Headers of columns that hold special categories of personal data, AVG art. 9, or convictions and offences, art. 10, so that a file with a
 * category that the agreement does not list can be refused. The header alone decides: what stands in the cells is for nobody to look at.
 *
 * The country of birth counts as ethnicity: UAVG art. 25 takes it, and that of the parents, as the ground by which a minority is told. A
 * nationality does not: it is a legal tie that tells no origin; a column of it is not read, but is no reason to refuse a file. Nor are the
 * names of who helps (a general practitioner, a provider): everyone in such a list gets help; nor words that cases of a municipality have as well
 * ('in behandeling', 'klachten').
 */
import type { SpecialCategory } from '../study/special-category.ts';
import { findMeaningOfHeader, longestHeader } from './header-meaning.ts';
import { plainWords } from './plain-word.ts';

/** Whole words, and beginnings of words that end in '*'. Two words with '+' must stand beside one another. */
const words: Readonly<Record<SpecialCategory, string>> = {
  health: `diagnose* diagnostiek diagnosis diagnoses ziekte ziekten ziektes ziektebeeld* ziektegeschiedenis aandoening* medicatie* medicijn* medisch*
    medical* medication* icd icd9 icd10 icd11 icpc dsm dsm4 dsm5 beperking* handicap* disability disabilities gezondheid* health* ggz psychisch*
    psychiatri* verslaving* addiction allergie* zwanger* bloedgroep dementie alzheimer autisme adhd lvb verstandelijke rolstoel* invalide*
    invaliditeit arbeidsongeschikt* wajong zorgzwaarte* zorgprofiel* zorgindicatie* indicatiebesluit ciz cizindicatie wmoindicatie wlzindicatie
    jeugdwetindicatie wmo+indicatie wlz+indicatie ciz+indicatie ggz+indicatie indicatie+wmo indicatie+wlz indicatie+ggz wmo+voorziening
    wmovoorziening* behandelplan therapie* therapy stoornis* hulpmiddel* opname+ggz crisisopname illness disease* condition
    vaccinatie* besmetting* hiv zelfredzaamheidmatrix zelfredzaamheidsmatrix zrm suicid*`,
  ethnicity: `etnisch* etniciteit* ethnic* ras race huidskleur afkomst migratieachtergrond migratie+achtergrond geboorteland* geboortelanden
    land+geboorte geboorte+land herkomstland* land+herkomst herkomst+land allochtoon autochtoon birthcountry country+birth birth+country
    countryofbirth culturele+achtergrond roma sinti`,
  religion: `geloof geloofs* religie* religieus* religieuze religion* religious kerkgenootschap* kerkelijk* kerklid* kerk godsdienst* levensbeschouw*
    levensovertuiging* gezindte moskee parochie church faith belief`,
  union: 'vakbond* vakvereniging* vakbonds* fnv cnv tradeunion trade+union unionmember* union+membership',
  politics: `politiek* politieke political* politics partijlid* partijvoorkeur stemgedrag stemvoorkeur kiesgedrag`,
  'sex-life': `seksuele seksueel geaardheid sexual* seksualiteit lhbti* lhbt* lgbt* homoseksu* heteroseksu* transgender*`,
  genetic: 'dna genetisch* genetic* erfelijk* genoom',
  biometric: 'biometri* vingerafdruk* irisscan gezichtsscan fingerprint*',
  convictions: `strafblad strafbla* strafrecht* strafbaar* delict* veroordeling* veroordeeld* misdrijf misdrijven detentie* gedetineerd* reclassering*
    justitie* justitieel tbs criminal* conviction* offence* offense* verdachte verdenking* recidive`,
};

const rules = Object.entries(words).flatMap(([category, list]) =>
  list.split(/\s+/).map((word) => ({ category: category as SpecialCategory, word })),
);
const ofWord = new Map(rules.filter(({ word }) => !/[*+]/.test(word)).map(({ word, category }) => [word, category]));
const beginnings = rules
  .filter(({ word }) => word.endsWith('*'))
  .map((rule) => ({ ...rule, word: rule.word.slice(0, -1) }));
const pairs = rules.filter(({ word }) => word.includes('+')).map((rule) => ({ ...rule, pair: rule.word.split('+') }));
/** Words between the two of a pair: 'land van herkomst'. */
const between = new Set(['van', 'de', 'het', 'of', 'the']);

/** The special category that a header announces, or undefined. A header that names a field of the contact data announces none. */
export function findSpecialCategory(header: string): SpecialCategory | undefined {
  if (header === '' || header.length > longestHeader || findMeaningOfHeader(header) !== undefined) return undefined;
  const said = plainWords(header).filter((word) => !between.has(word));
  // 'Toestemming medische gegevens' tells of a consent, 'Contactpersoon GGZ' of a colleague.
  if (said.some((word) => aboutSomethingElse.test(word))) return undefined;
  for (const word of [...said, said.join('')]) {
    const found = ofWord.get(word) ?? beginnings.find(({ word: beginning }) => word.startsWith(beginning))?.category;
    if (found !== undefined) return found;
  }
  return pairs.find(({ pair }) => said.some((word, at) => word === pair[0] && said[at + 1] === pair[1]))?.category;
}

const aboutSomethingElse =
  /^(toestemming|akkoord|consent|contactpersoon|consulent|behandelaar|medewerker|casemanager|organisatie|team|aanbieder|telefoon|email|telefoonnummer|nummer|nr)$/;

/** The Dutch sentences for what goes wrong with a file or an intake. */
import type { Problems } from '../../shared/problem.ts';
import { type FileLimit, readFileLimit } from './file-limit.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemText, ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { all, count, form, number, oneOf } = grammarOf('nl');
const nothingRead = 'Er is niets ingelezen.';
/** Of several that were given together, which. */
const thisFile = (file?: number) => (file === undefined ? 'dit bestand' : `bestand ${file}`);
const theFile = (file?: number) => (file === undefined ? 'Dit bestand' : `Bestand ${file}`);

export const intakeProblemsNl: ProblemTexts<ProblemsOf<'file' | 'intake'>> = {
  'file.not-found': ({ file }) => ({
    happened: `Veldwerk kan ${thisFile(file)} niet vinden of niet openen.`,
    todo: 'Controleer de naam en de map. Kies het bestand daarna opnieuw.',
  }),
  'file.kind-unsupported': ({ supported, file }) => ({
    happened: `${theFile(file)} is van een soort die Veldwerk niet leest.`,
    safe: nothingRead,
    todo: `Sla het bestand op als ${oneOf(supported)}, zonder macro’s. Kies het daarna opnieuw.`,
  }),
  'file.too-large': ({ limit, file }) => fileTooLarge(readFileLimit(limit), file),
  'file.reader-stopped': ({ reason, row, file }) => ({
    happened: row === undefined ? readerStops[reason](file) : `${theFile(file)} is niet te lezen vanaf rij ${row}.`,
    safe: nothingRead,
    todo:
      reason === 'unreadable'
        ? `${row === undefined ? 'Open het bestand' : 'Bekijk die rij'} in een rekenprogramma. Sla het bestand daar opnieuw op en kies het opnieuw.`
        : 'Haal lege rijen, lege kolommen en andere bladen weg. Kies het bestand daarna opnieuw.',
  }),
  'file.empty': ({ file }) => ({
    happened: `In ${thisFile(file)} staan geen rijen met gegevens onder een rij met kolomkoppen.`,
    safe: nothingRead,
    todo: 'Controleer of dit het goede bestand is. Zet boven elke kolom een kop.',
  }),
  'file.inside-study-folder': () => ({
    happened: 'De gekozen plek ligt in de map van het onderzoek.',
    safe: 'Er is niets gemaakt.',
    todo: 'Kies een map buiten het onderzoek. Daar staan brieven apart van wat verzegeld is.',
  }),
  'file.not-written': () => ({
    happened: 'Op die plek kan geen bestand worden gemaakt.',
    safe: 'Er is niets gemaakt.',
    todo: 'Kijk of de schijf of stick er is en niet vol is. Of kies een andere map.',
  }),
  'file.has-macros': ({ file }) => ({
    happened: `${theFile(file)} bevat macro’s. Zo’n bestand opent Veldwerk niet.`,
    safe: nothingRead,
    todo: 'Sla het in Excel op als gewone werkmap (.xlsx) en kies dat bestand.',
  }),
  'file.password-needed': ({ file }) => ({
    happened: `${theFile(file)} is beveiligd met een wachtwoord.`,
    safe: nothingRead,
    todo: 'Vul het wachtwoord in. Veldwerk bewaart het nergens.',
  }),
  'file.password-wrong': ({ file }) => ({
    happened: `Het wachtwoord van ${thisFile(file)} klopt niet.`,
    safe: nothingRead,
    todo: 'Controleer het wachtwoord en vul het opnieuw in. Let op hoofdletters.',
  }),
  'file.exists': () => ({
    happened: 'Er is al een bestand met deze naam.',
    safe: 'Dat bestand is niet overschreven.',
    todo: 'Kies een andere naam of een andere map.',
  }),

  'intake.citizen-service-number': ({ file, sheet, column, recognisedBy }) => ({
    happened: `In bestand ${file}${sheet === undefined ? '' : `, blad ${sheet}`}, kolom ${column} ${
      recognisedBy === 'header' ? 'noemt de kop het burgerservicenummer (BSN)' : 'staan burgerservicenummers (BSN)'
    }. Zo’n bestand mag u niet gebruiken.`,
    safe: `${nothingRead} Dit voorval staat in het journaal.`,
    todo: 'Meld dit aan de opdrachtgever en aan uw functionaris gegevensbescherming (FG). Verwijder het bestand. Vraag een nieuw bestand zonder BSN.',
  }),
  'intake.special-category': ({ file, sheet, column, category }) => ({
    happened: `In bestand ${file}${sheet === undefined ? '' : `, blad ${sheet}`}, kolom ${column} staan volgens de kop bijzondere gegevens: ${words.specialCategories[category]}. De overeenkomst staat die niet toe.`,
    safe: nothingRead,
    todo: 'Vraag de opdrachtgever om een nieuw bestand zonder deze kolom. Hoort het gegeven echt bij het onderzoek, dan moet de overeenkomst het noemen.',
  }),
  'intake.sheet-unknown': ({ file, sheet }) => ({
    happened: `Bestand ${file} heeft geen blad ${sheet} met inhoud.`,
    safe: nothingRead,
    todo: 'Kies een ander blad.',
  }),
  'intake.consent-text-missing': () => ({
    happened: 'Van deze mensen is niet bekend met welke tekst zij toestemming gaven.',
    safe: nothingRead,
    todo: 'Vul in welke tekst hun is voorgelegd, met de versie, en waar de toestemming is vastgelegd.',
  }),
  'intake.undecided': ({ questions }) => ({
    happened: `Over ${count(questions, { one: 'persoon', other: 'mensen' })} moet u nog beslissen.`,
    safe: 'Er is niets opgeslagen.',
    todo: 'Beslis over ieder van hen en probeer het daarna opnieuw.',
  }),
  'intake.cancelled': () => ({
    happened: 'Het inlezen is gestopt.',
    safe: 'Er is niets opgeslagen.',
    todo: 'Begin opnieuw als u verder wilt.',
  }),
  'intake.delivery-unknown': () => ({
    happened: 'Deze levering staat niet (meer) in het onderzoek.',
    safe: 'Er is niets veranderd.',
    todo: 'Bekijk de lijst met leveringen opnieuw.',
  }),
  'intake.contacted-already': ({ people }) => ({
    happened: `${count(people, { one: 'persoon', other: 'mensen' })} uit deze levering ${form(people, { one: 'is', other: 'zijn' })} al benaderd.`,
    safe: 'Er is niets veranderd.',
    todo: 'Ongedaan maken kan nu niet meer. Wie niet mee mag doen, kunt u één voor één stoppen.',
  }),
  'intake.columns-missing': ({ file, fields }) => ({
    happened: `In bestand ${file} ${form(fields.length, { one: 'ontbreekt', other: 'ontbreken' })} ${count(
      fields.length,
      { one: 'kolom', other: 'kolommen' },
    )}: ${all(fields.map((field) => words.contactFields[field]))}.`,
    safe: nothingRead,
    todo: 'Vraag de opdrachtgever om deze kolommen, elk met een duidelijke kop. De overeenkomst moet ze ook toestaan.',
  }),
  'intake.column-undecided': ({ file, columns }) => ({
    happened: `In bestand ${file} ${form(columns.length, { one: 'zegt kolom', other: 'zeggen kolom' })} ${all(columns)} misschien wie is overleden of niet mee wil doen.`,
    safe: nothingRead,
    todo: 'Kies bij deze kolom wat het is, of kies ‘niet lezen’.',
  }),
  'intake.file-changed': ({ file }) => ({
    happened: `Bestand ${file} is veranderd sinds u het bekeek.`,
    safe: nothingRead,
    todo: 'Bekijk het bestand opnieuw en beslis daarna.',
  }),
  'intake.file-taken-before': ({ file }) => ({
    happened: `Bestand ${file} is al eerder ingelezen.`,
    safe: `${nothingRead} Niemand staat dubbel in het onderzoek.`,
    todo: 'Laat dit bestand weg, of kies een nieuw bestand.',
  }),
};

const readerStops: Readonly<Record<Problems['file.reader-stopped']['reason'], (file?: number) => string>> = {
  time: (file) => `Het lezen van ${thisFile(file)} duurde te lang. Veldwerk is ermee gestopt.`,
  memory: (file) => `Het lezen van ${thisFile(file)} kostte te veel geheugen. Veldwerk is ermee gestopt.`,
  unreadable: (file) => `${theFile(file)} is niet te lezen.`,
};

function fileTooLarge(limit: FileLimit, file?: number): ProblemText {
  const bounds: { readonly [K in FileLimit['kind']]: (given: Extract<FileLimit, { kind: K }>) => string } = {
    size: ({ size }) => `Een bestand mag hoogstens ${size} zijn.`,
    cells: ({ rows, columns }) => `Een blad mag hoogstens ${number(rows)} rijen en ${number(columns)} kolommen hebben.`,
    parts: ({ parts }) => `Een werkmap mag hoogstens ${number(parts)} onderdelen hebben.`,
    'unpacked-size': ({ size }) => `Een werkmap mag uitgepakt hoogstens ${size} zijn.`,
    packing: ({ times }) => `Een werkmap mag uitgepakt hoogstens ${number(times)} keer zo groot zijn.`,
  };
  const bound = bounds[limit.kind] as (given: FileLimit) => string;
  return {
    happened: `${theFile(file)} is te groot. ${bound(limit)}`,
    safe: nothingRead,
    todo: 'Haal weg wat u niet nodig hebt, of verdeel de rijen over meer bestanden.',
  };
}

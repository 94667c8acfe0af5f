/** The Dutch sentence for each fault in a questionnaire workbook: where it is, what to mend and why. */
import type { QuestionnaireFault } from '../../shared/problem.ts';
import { grammarOf } from './grammar.ts';

const { quoted } = grammarOf('nl');

/** Where it is and what to mend, in one sentence: 'Blad “survey”, rij 5, kolom “name”: …'. */
export function questionnaireFaultNl(found: QuestionnaireFault): string {
  const { sheet, row, column } = found;
  const places = [
    ...(sheet === undefined ? [] : [`blad ${quoted(sheet)}`]),
    ...(row === undefined ? [] : [`rij ${row}`]),
    ...(column === undefined ? [] : [`kolom ${quoted(column)}`]),
  ];
  const place = places.length === 0 ? 'de werkmap' : places.join(', ');
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${adviceOfFaultNl(found)}.`;
}

/** What to mend and why, without the place and without a full stop: for a list that has the place in columns of its own. */
export function adviceOfFaultNl({ fault, what, at }: QuestionnaireFault): string {
  return faultAdvice[fault](what === undefined ? undefined : quoted(what), at);
}

const faultAdvice: Readonly<
  Record<QuestionnaireFault['fault'], (what: string | undefined, at: number | undefined) => string>
> = {
  'sheet-missing': () => 'voeg dit blad toe en vul het, want het ontbreekt of is leeg',
  'column-missing': () => 'voeg deze kolom toe en vul die, want de kolom ontbreekt of is leeg',
  'type-unsupported': (what) =>
    what === undefined
      ? 'vul in wat voor soort vraag dit is'
      : `kies een andere soort vraag, want Veldwerk kent ${what} niet`,
  'name-missing': () => 'geef deze rij een naam',
  'name-invalid': (what = 'deze naam') =>
    `verander ${what}, want een naam begint met een letter en heeft alleen letters, cijfers, punten en de tekens - en _`,
  'name-twice': (what = 'deze naam') => `kies een andere naam, want ${what} komt al voor`,
  'list-unknown': (what) =>
    what === undefined
      ? 'zet achter de soort vraag de naam van een lijst op het blad “choices”'
      : `zet ${what} op het blad “choices”, of verbeter de naam van de lijst`,
  'choice-invalid': (what) =>
    what === undefined
      ? 'vul deze cel, want een antwoord heeft een lijst en een naam nodig'
      : `verander ${what}, want in de naam van een antwoord mag geen spatie staan`,
  'choice-twice': (what = 'deze naam') => `kies een andere naam, want ${what} staat al in deze lijst`,
  'label-missing': (what) => (what === undefined ? 'vul de tekst in' : `vul de tekst in voor de taal ${what}`),
  'group-unbalanced': (what = 'deze groep') => `laat ${what} één keer beginnen en één keer eindigen, met dezelfde naam`,
  'expression-invalid': (what, at) => {
    const sign = at === undefined ? '' : `, vanaf teken ${at}`;
    if (what !== undefined) return `verbeter wat hier staat bij ${what}${sign}, want Veldwerk kan dit niet lezen`;
    return at === undefined ? 'vul hier een berekening in' : `maak deze berekening of voorwaarde af${sign}`;
  },
  'reference-unknown': (what = 'deze naam') =>
    `verwijs naar een andere vraag, want ${what} is geen vraag met een antwoord`,
  'reference-cycle': (what = 'deze naam') =>
    `haal de verwijzing naar ${what} weg, want zo hangt de vraag van zichzelf af`,
  'reference-forward': (what = 'de andere vraag') =>
    `zet ${what} eerder in de vragenlijst, of haal de verwijzing weg, want die vraag komt later`,
  'value-unsupported': (what = 'wat hier staat') =>
    `haal ${what} weg of verander het, want hier kan Veldwerk er niets mee`,
  'column-unsupported': () =>
    'haal deze kolom weg of verander de kop, want Veldwerk kent de kolom niet of er is er al een',
  'function-unknown': (what = 'deze functie') => `schrijf dit zonder ${what}, want Veldwerk kent die functie niet`,
  'arguments-count': (what = 'de functie') =>
    `kijk wat er tussen de haakjes van ${what} staat, want dat zijn er te veel of te weinig`,
  'pattern-unsupported': () =>
    'schrijf het patroon voluit tussen aanhalingstekens en maak het eenvoudiger, want Veldwerk kan dit niet lezen',
  'expression-too-large': () => 'maak dit korter of knip het in stukken, want het kan te lang duren',
  'name-reserved': (what = 'deze naam') =>
    `kies een andere naam dan ${what}, want namen met “contact.” ervoor zijn voor contactgegevens`,
  'other-untranslated': (what = 'een kolom') =>
    `zet de tekst voor “or_other” in ${what}, want Veldwerk heeft voor die taal geen woorden`,
  'other-with-filter': () =>
    'haal “or_other” of het filter weg, of maak zelf een antwoord “other” op het blad “choices”, want samen gaan die niet',
  'other-in-grid': () =>
    'haal “or_other” weg of zet de vraag buiten de tabel, want in een tabel is geen plaats voor een antwoord in eigen woorden',
  'grid-heading': () =>
    'haal deze rij weg en zet “table-list” in de kolom “appearance” van de groep, want dit is een kop van een tabel en geen vraag',
  'grid-mixed': (what = 'deze tabel') =>
    `geef deze vraag dezelfde soort en dezelfde antwoorden als de andere vragen in ${what}, of zet de vraag erbuiten`,
  'choice-unknown': (what = 'deze naam') => `verbeter ${what}, want geen van de antwoorden heeft die naam`,
  'filter-column-unknown': (what = 'deze kolom') =>
    `voeg ${what} toe als kolom op het blad “choices”, of verbeter de naam in het filter`,
  'default-invalid': (what = 'wat hier staat') => `verander ${what}, want dat kan geen antwoord op deze vraag zijn`,
  'kinds-mismatch': (what = 'wat hier staat') =>
    `verander ${what}, want dat kan hier nooit kloppen: het is geen getal of dag`,
  'contact-field-unknown': (what = 'dit gegeven') =>
    `haal ${what} weg of verbeter het, want dat is geen contactgegeven dat in een tekst mag staan`,
  'contact-field-not-allowed': (what = 'dit gegeven') =>
    `haal ${what} weg, of spreek het af met de opdrachtgever, want de verwerkersovereenkomst staat het niet toe`,
  'contact-in-condition': (what = 'dit gegeven') =>
    `haal ${what} weg, want contactgegevens mogen in teksten staan, maar niet in voorwaarden`,
  'text-too-long': () => 'maak deze tekst korter, of verwijs minder vaak naar andere vragen',
  'condition-never': () =>
    'verander de voorwaarde, want die komt bij geen enkel antwoord uit: de vraag wordt nooit gesteld',
  'constraint-never': () => 'verander de eis aan het antwoord, want geen enkel antwoord kan eraan voldoen',
};

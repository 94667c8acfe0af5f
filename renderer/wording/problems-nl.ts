/** The Dutch sentences for what goes wrong with a request, a sign-in, a study or a file. Short, active, and with "u". */
import type { Problems } from '../../shared/problem.ts';
import { type ExpectedInput, readExpectedInput } from './expected-input.ts';
import { type FileLimit, readFileLimit } from './file-limit.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemText, ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { all, count, day, form, number, oneOf, quoted } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';
const nothingRead = 'Er is niets ingelezen.';

export const problemsNl: ProblemTexts<ProblemsOf<'request' | 'session' | 'study' | 'file' | 'intake'>> = {
  'request.unknown': ({ request }) => ({
    happened: `Veldwerk kent het verzoek ${quoted(request)} niet.`,
    safe: nothingChanged,
    todo: 'Controleer de naam van het verzoek. Gaf een venster deze melding? Sluit Veldwerk dan en start het opnieuw.',
  }),
  'request.input-invalid': ({ field, expected }) => ({
    happened: field === '(input)' ? 'De invoer klopt niet.' : `Het veld ${quoted(field)} klopt niet.`,
    safe: nothingChanged,
    todo: inputAdvice(readExpectedInput(expected)),
  }),

  'session.nobody-signed-in': () => ({
    happened: 'Er is hier niemand aangemeld.',
    todo: 'Meld u aan met uw naam en uw wachtzin.',
  }),
  'session.already-signed-in': () => ({
    happened: 'Hier is al iemand aangemeld.',
    todo: 'Meld die persoon eerst af. Meld u daarna aan.',
  }),
  'session.wrong-name-or-passphrase': () => ({
    happened: 'Uw naam of uw wachtzin klopt niet.',
    todo: 'Controleer beide en probeer het opnieuw. Let op hoofdletters en spaties.',
  }),
  'session.not-active-yet': ({ from }) => ({
    happened: `U kunt zich pas aanmelden vanaf ${day(from)}. Die dag staat op uw geheimhoudingsverklaring.`,
    todo: 'Wacht tot die dag. Klopt de dag niet? Vraag het uw veldwerkleider.',
  }),
  'session.role-not-allowed': ({ request, roles }) => ({
    happened: `Met uw rol kunt u dit niet doen: ${deed(request)}.`,
    safe: nothingChanged,
    todo: `Vraag het een ${oneOf(roles.map((role) => words.roles[role]))}.`,
  }),
  'session.key-awaited': ({ key }) => ({
    happened: `U hebt nog geen sleutel voor ${words.keys[key]}.`,
    safe: 'Er is niets verloren.',
    todo: 'Laat een collega die deze sleutel heeft zich één keer aanmelden. Meld u daarna opnieuw aan.',
  }),

  'study.none-open': () => ({
    happened: 'U hebt nog geen onderzoek gekozen.',
    todo: 'Kies eerst de map van een onderzoek.',
  }),
  'study.folder-not-empty': () => ({
    happened: 'Deze map is niet leeg.',
    safe: 'De bestanden in de map zijn niet veranderd.',
    todo: 'Kies een lege map, of maak een nieuwe map voor dit onderzoek.',
  }),
  'study.not-found': () => ({
    happened: 'In deze map staat geen onderzoek dat u kunt openen.',
    todo: 'Kies de map van het onderzoek. Is het onderzoek vernietigd? Dan staan alleen de resultaten er nog.',
  }),
  'study.device-secret-missing': () => ({
    happened: 'Deze computer heeft het geheim van dit onderzoek niet. Zonder dat geheim opent niemand het onderzoek.',
    todo: 'Open het onderzoek op de computer waarop het is gemaakt. Is het vernietigd? Dan gaat een kopie nooit meer open.',
  }),
  'study.damaged': ({ where }) => ({
    happened: `Een deel van het onderzoek is beschadigd, of buiten Veldwerk veranderd: ${quoted(where)}.`,
    safe: 'Veldwerk gebruikt dit deel niet.',
    todo: 'Werk niet verder en laat de map zoals die is. Waarschuw de veldwerkleider en uw systeembeheerder.',
  }),
  'study.made-by-newer-version': () => ({
    happened: 'Dit onderzoek is het laatst bewaard met een nieuwere versie van Veldwerk.',
    safe: nothingChanged,
    todo: 'Installeer die nieuwere versie en open het onderzoek opnieuw.',
  }),
  'study.open-elsewhere': () => ({
    happened: 'Dit onderzoek is al geopend: in een ander venster van Veldwerk of op een andere computer.',
    safe: nothingChanged,
    todo: 'Sluit het onderzoek daar en probeer het opnieuw.',
  }),
  'study.destroyed': () => ({
    happened: 'Dit onderzoek is vernietigd.',
    safe: 'De resultaten en de verklaring van vernietiging zijn er nog.',
    todo: 'Bekijk de verklaring in de map met resultaten.',
  }),
  'study.clock-is-real': () => ({
    happened: 'Dit is een echt onderzoek. De klok kunt u niet verzetten.',
    safe: nothingChanged,
    todo: 'Maak een oefenonderzoek als u een andere dag wilt proberen.',
  }),
  'study.clock-backwards': ({ stands }) => ({
    happened: `De klok staat op ${day(stands)} en kan niet terug.`,
    safe: nothingChanged,
    todo: `Kies een dag na ${day(stands)}.`,
  }),
  'study.outside-agreement-dates': ({ startsOn, endsOn }) => ({
    happened: `De verwerkersovereenkomst geldt van ${day(startsOn)} tot en met ${day(endsOn)}. Vandaag valt daarbuiten.`,
    safe: nothingChanged,
    todo: 'Controleer deze dagen in de ondertekende overeenkomst. Is de laatste dag voorbij? Overleg dan met de opdrachtgever.',
  }),
  'study.agreement-incomplete': ({ missing }) => ({
    happened: `De verwerkersovereenkomst is niet compleet. ${form(missing.length, {
      one: 'Dit ontbreekt',
      other: `Deze ${number(missing.length)} gegevens ontbreken`,
    })}: ${all(missing.map((field) => words.agreement[field]))}.`,
    safe: nothingChanged,
    todo: 'Vul aan wat ontbreekt. Neem het over uit de ondertekende overeenkomst.',
  }),
  'study.agreement-dates-reversed': () => ({
    happened: 'De einddatum van de verwerkersovereenkomst ligt vóór de begindatum.',
    safe: 'De overeenkomst is niet veranderd.',
    todo: 'Verbeter een van de twee dagen.',
  }),
  'study.agreement-in-force': () => ({
    happened: 'U kunt de verwerkersovereenkomst niet meer veranderen. Er zijn al gegevens ingelezen.',
    safe: 'De overeenkomst is niet veranderd.',
    todo: 'Spreek een wijziging af met de opdrachtgever. Leg die vast als instructie.',
  }),
  'study.nothing-to-pass-on': () => ({
    happened: 'Niemand met deze naam wacht op een sleutel die u hebt.',
    safe: nothingChanged,
    todo: 'Controleer de naam. Misschien gaf een collega de sleutel al door.',
  }),
  'study.work-going-on': () => ({
    happened: 'Er wordt op dit moment nog verstuurd of gedrukt.',
    safe: 'Er is niets vernietigd.',
    todo: 'Wacht tot dat klaar is, of stop het. Begin daarna opnieuw.',
  }),
  'study.name-taken': () => ({
    happened: 'Deze naam is al van een andere collega in dit onderzoek.',
    safe: 'Er is niemand toegevoegd.',
    todo: 'Kies een andere naam om mee aan te melden.',
  }),
  'study.passphrase-too-short': ({ atLeast }) => ({
    happened: `De wachtzin is te kort. Nodig ${form(atLeast, { one: 'is', other: 'zijn' })} minstens ${count(atLeast, {
      one: 'teken',
      other: 'tekens',
    })}.`,
    safe: nothingChanged,
    todo: 'Kies een langere wachtzin, bijvoorbeeld vijf losse woorden.',
  }),
  'study.first-people-incomplete': ({ missing }) => ({
    happened: `Bij een nieuw onderzoek hoort ook een ${all(missing.map((role) => words.roles[role]))}.`,
    safe: 'Het onderzoek is nog niet gemaakt.',
    todo: 'Geef iemand deze rol. Eén persoon mag meer rollen hebben.',
  }),
  'study.group-unknown': ({ group }) => ({
    happened: `Dit onderzoek heeft geen doelgroep met de code ${quoted(group)}.`,
    safe: nothingChanged,
    todo: 'Controleer de code, of voeg de doelgroep eerst toe.',
  }),
  'study.group-exists': ({ group }) => ({
    happened: `Er is al een doelgroep met de code ${quoted(group)}.`,
    safe: 'Die doelgroep is niet veranderd.',
    todo: 'Kies een andere code.',
  }),
  'study.group-not-ready': ({ group, missing }) => ({
    happened: `Doelgroep ${quoted(group)} heeft nog geen ${groupParts[missing].name}.`,
    safe: nothingChanged,
    todo: groupParts[missing].todo,
  }),
  'study.changed-meanwhile': () => ({
    happened: 'Dit is intussen veranderd.',
    safe: 'Wat u wilde opslaan, is niet opgeslagen.',
    todo: 'Bekijk hoe het nu is. Probeer het daarna opnieuw.',
  }),

  'file.not-found': () => ({
    happened: 'Veldwerk kan dit bestand niet vinden of niet openen.',
    todo: 'Controleer de naam en de map. Kies het bestand daarna opnieuw.',
  }),
  'file.kind-unsupported': ({ supported }) => ({
    happened: 'Dit soort bestand leest Veldwerk niet.',
    safe: nothingRead,
    todo: `Sla het bestand op als ${oneOf(supported)}, zonder wachtwoord en zonder macro’s. Kies het daarna opnieuw.`,
  }),
  'file.too-large': ({ limit }) => fileTooLarge(readFileLimit(limit)),
  'file.reader-stopped': ({ reason, row }) => ({
    happened: row === undefined ? readerStops[reason] : `Dit bestand is niet te lezen vanaf rij ${row}.`,
    safe: nothingRead,
    todo:
      reason === 'unreadable'
        ? `${row === undefined ? 'Open het bestand' : 'Bekijk die rij'} in een rekenprogramma. Sla het bestand daar opnieuw op en kies het opnieuw.`
        : 'Haal lege rijen, lege kolommen en andere bladen weg. Kies het bestand daarna opnieuw.',
  }),
  'file.empty': () => ({
    happened: 'In dit bestand staan geen rijen met gegevens onder een rij met kolomkoppen.',
    safe: nothingRead,
    todo: 'Controleer of dit het goede bestand is. Zet boven elke kolom een kop.',
  }),
  'file.inside-study-folder': () => ({
    happened: 'De gekozen plek ligt in de map van het onderzoek.',
    safe: 'Er is niets gemaakt.',
    todo: 'Kies een map buiten het onderzoek. Daar staan brieven apart van wat verzegeld is.',
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
  'intake.columns-missing': ({ file, fields }) => ({
    happened: `In bestand ${file} ${form(fields.length, { one: 'ontbreekt', other: 'ontbreken' })} ${count(
      fields.length,
      { one: 'kolom', other: 'kolommen' },
    )}: ${all(fields.map((field) => words.contactFields[field]))}.`,
    safe: nothingRead,
    todo: 'Vraag de opdrachtgever om deze kolommen, elk met een duidelijke kop. De overeenkomst moet ze ook toestaan.',
  }),
  'intake.file-taken-before': ({ file }) => ({
    happened: `Bestand ${file} is al eerder ingelezen.`,
    safe: `${nothingRead} Niemand staat dubbel in het onderzoek.`,
    todo: 'Laat dit bestand weg, of kies een nieuw bestand.',
  }),
};

const groupParts: Readonly<
  Record<Problems['study.group-not-ready']['missing'], { readonly name: string; readonly todo: string }>
> = {
  questionnaire: { name: 'vragenlijst', todo: 'Lees eerst een vragenlijst in voor deze doelgroep.' },
  protocol: { name: 'benaderingsprotocol', todo: 'Leg eerst het benaderingsprotocol van deze doelgroep vast.' },
};

const readerStops: Readonly<Record<Problems['file.reader-stopped']['reason'], string>> = {
  time: 'Het lezen van dit bestand duurde te lang. Veldwerk is ermee gestopt.',
  memory: 'Het lezen van dit bestand kostte te veel geheugen. Veldwerk is ermee gestopt.',
  unreadable: 'Dit bestand is niet te lezen.',
};

function deed(request: string): string {
  return Object.hasOwn(words.requests, request)
    ? words.requests[request as keyof typeof words.requests]
    : quoted(request);
}

function fileTooLarge(limit: FileLimit): ProblemText {
  const bounds: { readonly [K in FileLimit['kind']]: (given: Extract<FileLimit, { kind: K }>) => string } = {
    size: ({ size }) => `Een bestand mag hoogstens ${size} zijn.`,
    cells: ({ rows, columns }) => `Een blad mag hoogstens ${number(rows)} rijen en ${number(columns)} kolommen hebben.`,
    parts: ({ parts }) => `Een werkmap mag hoogstens ${number(parts)} onderdelen hebben.`,
    'unpacked-size': ({ size }) => `Een werkmap mag uitgepakt hoogstens ${size} zijn.`,
    packing: ({ times }) => `Een werkmap mag uitgepakt hoogstens ${number(times)} keer zo groot zijn.`,
  };
  const bound = bounds[limit.kind] as (given: FileLimit) => string;
  return {
    happened: `Dit bestand is te groot. ${bound(limit)}`,
    safe: nothingRead,
    todo: 'Haal weg wat u niet nodig hebt, of verdeel de rijen over meer bestanden.',
  };
}

function inputAdvice(expected: ExpectedInput): string {
  const units = {
    characters: { one: 'teken', other: 'tekens' },
    items: { one: 'onderdeel', other: 'onderdelen' },
  } as const;
  const bounded = (bound: number, of: 'characters' | 'items' | 'value') =>
    of === 'value' ? number(bound) : count(bound, units[of]);
  const advice: { readonly [K in ExpectedInput['kind']]: (given: Extract<ExpectedInput, { kind: K }>) => string } = {
    something: () => 'Vul dit in, want het is verplicht.',
    text: () => 'Vul een tekst in.',
    number: () => 'Vul een getal in.',
    'whole-number': () => 'Vul een heel getal in.',
    'yes-or-no': () => 'Kies ja of nee (true of false).',
    list: () => 'Geef een lijst.',
    fields: () => 'Geef een onderdeel met velden.',
    'one-of': ({ options }) => `Kies ${oneOf(options.map(quoted))}.`,
    'at-least': ({ bound, of }) => `Geef minstens ${bounded(bound, of)}.`,
    'at-most': ({ bound, of }) => `Geef hoogstens ${bounded(bound, of)}.`,
    'email-address': () => 'Vul een e-mailadres in.',
    'web-address': () => 'Vul een webadres in dat begint met https://. Dat is een beveiligd adres.',
    day: () => 'Vul een dag in die bestaat, als jaar-maand-dag: 2026-05-14.',
    time: () => 'Vul een tijd in, als uren:minuten: 19:10.',
    'short-code': () => 'Begin met een kleine letter. Gebruik alleen kleine letters, cijfers en een streepje.',
    json: () => 'Schrijf de invoer als JSON.',
    'no-secret': () => 'Haal het geheim weg uit de opdracht. Veldwerk vraagt er zelf om.',
    secret: ({ variable }) => `Typ het geheim als Veldwerk erom vraagt, of zet het in de variabele ${variable}.`,
    other: () => 'Controleer wat u hebt ingevuld en verbeter het.',
  };
  return (advice[expected.kind] as (given: ExpectedInput) => string)(expected);
}

/** The Dutch sentences for what goes wrong with a request, or a sign-in. Short, active, and with "u". */
import { type ExpectedInput, readExpectedInput } from './expected-input.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { wordsNl as words } from './words-nl.ts';

const { count, day, number, oneOf, quoted } = grammarOf('nl');
const nothingChanged = 'Er is niets veranderd.';

export const problemsNl: ProblemTexts<ProblemsOf<'request' | 'session'>> = {
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
  'session.wait': ({ seconds }) => ({
    happened: 'Met deze naam is te vaak een verkeerde wachtzin ingetypt.',
    safe: 'Er is niets geopend. Dit staat in het journaal.',
    todo: `Wacht nog ${count(seconds, { one: 'seconde', other: 'seconden' })} en probeer het dan opnieuw. Wachtzin vergeten? Vraag een collega om een nieuwe.`,
  }),
  'session.not-active-yet': ({ from }) => ({
    happened: `U kunt zich pas aanmelden vanaf ${day(from)}. Die dag staat op uw geheimhoudingsverklaring.`,
    todo: 'Wacht tot die dag. Klopt de dag niet? Vraag het uw veldwerkleider.',
  }),
  'session.study-ended': ({ endsOn }) => ({
    happened: `Dit onderzoek liep tot en met ${day(endsOn)}. Als enquêteur kunt u zich niet meer aanmelden.`,
    safe: 'Alles wat u hebt opgeslagen, is bewaard.',
    todo: 'U hoeft niets meer te doen. Hebt u een vraag? Stel die aan uw veldwerkleider.',
  }),
  'session.locked': () => ({
    happened: 'Deze plek is vergrendeld.',
    safe: 'Alles wat u hebt opgeslagen, is bewaard.',
    todo: 'Ontgrendel eerst met uw wachtzin.',
  }),
  'session.wrong-pin': ({ left }) => ({
    happened: 'Deze pincode klopt niet.',
    todo:
      left === 1
        ? 'U kunt het nog één keer proberen. Daarna is uw wachtzin nodig.'
        : `U kunt het nog ${number(left)} keer proberen. Daarna is uw wachtzin nodig.`,
  }),
  'session.pin-gone': () => ({
    happened: 'Een pincode werkt hier niet meer.',
    safe: 'Alles wat u hebt opgeslagen, is bewaard.',
    todo: 'Ontgrendel met uw wachtzin.',
  }),
  'session.pin-without-shift': () => ({
    happened: 'Een pincode werkt alleen tijdens een dienst, en er is nu geen dienst open.',
    safe: nothingChanged,
    todo: 'Vraag uw veldwerkleider om een dienst te openen. Ontgrendel tot die tijd met uw wachtzin.',
  }),
  'session.pin-only-interviewer': () => ({
    happened: 'Een pincode is alleen voor wie alleen enquêteur is.',
    safe: nothingChanged,
    todo: 'Ontgrendel met uw wachtzin.',
  }),
  'session.pin-too-easy': () => ({
    happened: 'Deze pincode is te makkelijk te raden.',
    safe: nothingChanged,
    todo: 'Kies zes cijfers die geen rijtje zijn en zich niet herhalen.',
  }),
  'session.keys-gone': () => ({
    happened: 'De sleutels hiervoor zijn er niet meer: iemand is intussen vergrendeld of afgemeld.',
    safe: 'Wat al was opgeslagen, is bewaard.',
    todo: 'Ontgrendel de plek of laat die persoon zich opnieuw aanmelden. Probeer het daarna opnieuw.',
  }),
  'session.role-not-allowed': ({ request, roles }) => ({
    happened: `Met uw rol kunt u dit niet doen: ${deed(request)}.`,
    safe: nothingChanged,
    todo: `Vraag het een ${oneOf(roles.map((role) => words.roles[role]))}.`,
  }),
  'session.choose-passphrase': () => ({
    happened: 'U bent aangemeld met een eenmalige wachtzin.',
    todo: 'Kies nu een eigen wachtzin, die niemand anders kent.',
  }),
  'session.key-awaited': ({ key }) => ({
    happened: `U hebt nog geen sleutel voor ${words.keys[key]}.`,
    safe: 'Er is niets verloren.',
    todo: 'Laat een collega die deze sleutel heeft zich één keer aanmelden. Meld u daarna opnieuw aan.',
  }),
  'session.colleague-needed': ({ role }) => ({
    happened: `Hiervoor is ook een ${words.roles[role]} nodig, aan een eigen plek.`,
    safe: nothingChanged,
    todo: `Vraag een ${words.roles[role]} om zich aan te melden en dit verzoek te bevestigen. Probeer het daarna opnieuw.`,
  }),
};

function deed(request: string): string {
  return Object.hasOwn(words.requests, request)
    ? words.requests[request as keyof typeof words.requests]
    : quoted(request);
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
    pin: () => 'Kies zes cijfers.',
    'secret-or-pin': () => 'Geef uw wachtzin of uw pincode, één van de twee.',
    'no-secret': () => 'Haal het geheim weg uit de opdracht. Veldwerk vraagt er zelf om.',
    secret: ({ variable }) => `Typ het geheim als Veldwerk erom vraagt, of zet het in de variabele ${variable}.`,
    other: () => 'Controleer wat u hebt ingevuld en verbeter het.',
  };
  return (advice[expected.kind] as (given: ExpectedInput) => string)(expected);
}

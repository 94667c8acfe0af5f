/**
 * All that is held on one person as one page that any browser opens and prints, AVG art. 15: in plain Dutch, without script, image or
 * anything from elsewhere. Every text of a person is escaped.
 */
import type { Day } from '../../shared/calendar.ts';
import type { Answerer, Conduct, ConsentForm, Interpreter } from '../../shared/study/conduct.ts';
import type { Representation } from '../../shared/study/contact-data.ts';
import type { AnsweredItem, AttemptLine, CaseHeld } from '../../shared/views.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!);

const channels = { email: 'e-mail', letter: 'brief', phone: 'telefoon', visit: 'bezoek' } as const;
const modes = { web: 'website', phone: 'telefoon', visit: 'bezoek', paper: 'papier', email: 'e-mail' } as const;
const representations = {
  guardian: 'curator, ouder of voogd',
  administrator: 'bewindvoerder',
  mentor: 'mentor',
} as const satisfies Record<Representation, string>;
const sexes = { male: 'man', female: 'vrouw', other: 'anders' } as const;
const asked = {
  'opt-in': 'u is gevraagd of u mee wilde doen',
  'no-objection': 'u kon bezwaar maken en deed dat niet',
  'business-contact': 'u bent zakelijk benaderd',
} as const;
const outcomes: Readonly<Record<AttemptLine['outcome'], string>> = {
  intended: 'klaargezet',
  sent: 'verstuurd',
  failed: 'niet aangekomen',
  posted: 'gepost',
  returned: 'teruggekomen',
  'no-answer': 'geen gehoor',
  busy: 'in gesprek',
  voicemail: 'voicemail',
  appointment: 'afspraak',
  'wrong-number': 'verkeerd nummer',
  refused: 'wil niet meedoen',
  withdrew: 'toestemming ingetrokken',
  deceased: 'overleden',
  unable: 'kan niet meedoen',
  language: 'spreekt een andere taal',
  'broke-off': 'interview afgebroken',
  completed: 'interview afgerond',
  bounced: 'teruggekomen',
  moved: 'verhuisd',
  disconnected: 'nummer niet in gebruik',
  'refused-soft': 'nu liever niet',
  'other-language': 'andere taal, collega belt',
  'says-answered': 'zegt al te hebben geantwoord',
};
const consents = { spoken: 'hardop', 'sent-in': 'door in te sturen' } as const satisfies Record<ConsentForm, string>;
const answerers = {
  self: 'u zelf',
  proxy: 'iemand anders, namens u',
  representative: 'uw vertegenwoordiger',
} as const satisfies Record<Answerer, string>;
const interpreters = {
  booked: 'een tolk die wij hadden geregeld',
  'at-hand': 'iemand die erbij was',
} as const satisfies Record<Interpreter, string>;
const states = {
  open: 'wordt nog benaderd',
  restricted: 'de verwerking is beperkt',
  final: 'wordt niet meer benaderd',
};

const dutchDay = (day: Day) => day.split('-').toReversed().map(Number).join('-');
const yesNo = (is: boolean) => (is ? 'ja' : 'nee');

type Line = readonly [label: string, value: string | undefined];

function list(lines: readonly Line[]): string {
  const shown = lines.filter(([, value]) => value !== undefined && value !== '');
  return `<dl>${shown.map(([label, value]) => `<dt>${safe(label)}</dt><dd>${safe(value!)}</dd>`).join('')}</dl>`;
}

const part = (title: string, content: string) => `<section><h2>${safe(title)}</h2>${content}</section>`;

function answers(items: readonly AnsweredItem[] | undefined): string {
  const rows = (items ?? []).map(({ question, answer, note }) => {
    const written = note === undefined ? '' : `\nNotitie van de enquêteur: ${note}`;
    return `<dt>${safe(question)}</dt><dd>${safe(`${answer}${written}`.trim())}</dd>`;
  });
  return rows.length === 0 ? '<p>Er zijn geen antwoorden.</p>' : `<dl>${rows.join('')}</dl>`;
}

function contactPart({ contact, stratum, loginCode, groupTitle }: CaseHeld): string {
  const { birthDate, sex, supportEnded, phones, representative } = contact;
  return list([
    ['Doelgroep', groupTitle],
    ['Wijkteam of deelgroep', stratum],
    ['Nummer bij de opdrachtgever', contact.clientNumber],
    ['Organisatie', contact.organisation],
    ['Aanhef', contact.salutation],
    ['Voorletters', contact.initials],
    ['Tussenvoegsel', contact.prefix],
    ['Achternaam', contact.surname],
    ['Straat en huisnummer', [contact.street, contact.houseNumber].filter(Boolean).join(' ')],
    ['Postcode en plaats', [contact.postcode, contact.town].filter(Boolean).join(' ')],
    ['Land', contact.country],
    ['Telefoon', phones.join(', ')],
    ['E-mail', contact.email],
    ['Geboortedatum', birthDate && dutchDay(birthDate)],
    ['Geboortejaar', contact.birthYear?.toString()],
    ['Leeftijdsgroep', contact.ageBand],
    ['Geslacht', sex && sexes[sex]],
    ['Hulp is beëindigd', supportEnded === undefined ? undefined : yesNo(supportEnded)],
    ['Bijzonderheid', contact.note],
    ['Vertegenwoordiger', representative && representations[representative.kind]],
    ['Naam van de vertegenwoordiger', representative?.name],
    ['Telefoon van de vertegenwoordiger', representative?.phones.join(', ')],
    ['E-mail van de vertegenwoordiger', representative?.email],
    ['Toestemming gegeven op', contact.consentOn && dutchDay(contact.consentOn)],
    ['Met welke tekst', contact.consentText],
    ['Waar die is vastgelegd', contact.consentSource],
    ['Hoe u benaderd mag worden', contact.channels.map((channel) => channels[channel]).join(', ')],
    ['Taal', contact.language],
    ['Lukt niet meer', (contact.unreachable ?? []).map((channel) => channels[channel]).join(', ')],
    ['Inlogcode', loginCode],
  ]);
}

function attemptRows({ attempts }: CaseHeld): string {
  if (attempts.length === 0) return '<p>U bent nog niet benaderd.</p>';
  const rows = attempts.map(({ on, channel, outcome, note, consent, appointment }) => {
    const made = appointment === undefined ? '' : ` op ${dutchDay(appointment.on)} om ${appointment.at}`;
    const said = consent === undefined ? '' : `, u gaf toestemming (${consents[consent]})`;
    const cells = [dutchDay(on), channels[channel], outcomes[outcome] + made + said, note ?? ''];
    return `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`;
  });
  const head = ['Dag', 'Hoe', 'Wat ervan kwam', 'Notitie'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function conductLines({ answeredBy, interpreter, participants }: Conduct): readonly Line[] {
  return [
    ['Wie antwoord gaf', answerers[answeredBy]],
    ['Tolk', interpreter && interpreters[interpreter]],
    ['Aantal deelnemers', participants === 1 ? undefined : String(participants)],
  ];
}

/** Help that was asked for in a call, and interviewers who know this person. */
function besideParts({ callbacks, acquainted }: CaseHeld): string {
  const asked = callbacks.map(({ askedOn, passedOn, text, to }) => {
    const said = text === undefined ? '' : `: ${text}`;
    const passed =
      passedOn === undefined ? 'nog niet doorgegeven' : `doorgegeven op ${dutchDay(passedOn)} aan ${to ?? ''}`;
    return `<li>${safe(`Gevraagd op ${dutchDay(askedOn)}${said} (${passed})`)}</li>`;
  });
  const known = acquainted === 0 ? undefined : `${acquainted}: zij bellen u niet`;
  return [
    asked.length === 0 ? '' : part('Of iemand u terugbelt', `<ul>${asked.join('')}</ul>`),
    known === undefined ? '' : part('Enquêteurs die u kennen', `<p>${safe(known)}</p>`),
  ].join('');
}

function answerParts({ unfinished, finished, isExported, isUnlinked }: CaseHeld): string {
  const begun =
    unfinished &&
    part(
      `Interview dat nog niet af is, begonnen op ${dutchDay(unfinished.begunOn)}`,
      list(conductLines(unfinished.conduct)) + answers(unfinished.items),
    );
  const done = finished.map(({ mode, language, complete, background, conduct, paradata, items }) => {
    const { sex, age, ageBand, stratum, supportEnded } = background;
    const known = list([
      ['Hoe', modes[mode]],
      ['Taal', language],
      ...(conduct === undefined ? [] : conductLines(conduct)),
      ['Duur in hele minuten', paradata?.minutes?.toString()],
      ['Keren dat het is opgepakt', paradata?.sittings.toString()],
      ['Begonnen op', paradata?.begunIn && modes[paradata.begunIn]],
      ['Anders verdergegaan vanaf vraag', paradata?.switchedAt],
      ['Geslacht', sex && sexes[sex]],
      ['Leeftijd', age === undefined ? undefined : String(age)],
      ['Leeftijdsgroep', ageBand],
      ['Wijkteam of deelgroep', stratum],
      ['Hulp is beëindigd', supportEnded === undefined ? undefined : yesNo(supportEnded)],
    ]);
    return part(complete ? 'Interview' : 'Afgebroken interview', known + answers(items));
  });
  const dataset =
    'Er is al een geanonimiseerd bestand gemaakt. Daarin staan geen namen en geen nummers. Antwoorden in dat bestand kunnen niet worden teruggevonden: ook niet door ons.';
  const unlinked =
    'Mensen en antwoorden zijn losgekoppeld. Hebt u antwoorden gegeven, dan is niet meer bekend welke dat zijn: ook niet bij ons.';
  return [
    begun ?? '',
    ...done,
    isUnlinked ? part('Antwoorden', `<p>${unlinked}</p>`) : '',
    isExported ? part('Geanonimiseerd bestand', `<p>${dataset}</p>`) : '',
  ].join('');
}

const style =
  'body{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#111}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}' +
  'dl{display:grid;grid-template-columns:minmax(12rem,1fr) 2fr;gap:.35rem 1rem}dt{font-weight:600}dd{margin:0;white-space:pre-wrap}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;border-bottom:1px solid #999;padding:.35rem .5rem;vertical-align:top}';

/** The whole page. */
export function caseFile(held: CaseHeld, madeOn: Day): string {
  const { holder, state, contact, nextDue } = held;
  const letters = held.letters.map(
    ({ madeOn: made, postedOn }) =>
      `<li>Brief, gemaakt op ${dutchDay(made)}${postedOn === undefined ? ', nog niet gepost' : `, gepost op ${dutchDay(postedOn)}`}</li>`,
  );
  const sections = [
    part(
      'Wie deze gegevens heeft en waarvoor',
      list([
        ['Onderzoek', held.study],
        ['In opdracht van', holder.client],
        ['Uitgevoerd door', holder.bureau],
        ['Doel', holder.purpose],
        ['Grondslag', holder.legalGround],
        ['Ook betrokken', holder.subProcessors.join(', ')],
        ['Uiterlijk vernietigd op', holder.until && dutchDay(holder.until)],
        ['Vragen of bezwaar', holder.objectTo],
      ]),
    ),
    part('Uw gegevens', contactPart(held)),
    part(
      'Waar ze vandaan komen',
      list([
        ['Aangeleverd door', holder.client],
        ['Ingelezen op', held.takenInOn.map(dutchDay).join(', ')],
        ['Hoe u bent gevraagd', asked[held.consentBasis]],
        ['Toestemming gegeven op', contact.consentOn && dutchDay(contact.consentOn)],
        ['Mag via', contact.channels.map((channel) => channels[channel]).join(', ')],
      ]),
    ),
    part(
      'Hoe u bent benaderd',
      list([
        ['Stand', states[state.kind]],
        ['Afgesloten op', state.on && dutchDay(state.on)],
        ['Volgende keer', nextDue && dutchDay(nextDue)],
      ]) +
        attemptRows(held) +
        (letters.length === 0 ? '' : `<ul>${letters.join('')}</ul>`),
    ),
    besideParts(held),
    answerParts(held),
  ];
  const title = `Wat er over u is vastgelegd, ${dutchDay(madeOn)}`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${safe(title)}</title><style>${style}</style></head>
<body><h1>${safe(title)}</h1>${sections.join('\n')}</body></html>
`;
}

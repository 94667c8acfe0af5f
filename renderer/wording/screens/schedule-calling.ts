/** The words of what holds for a whole protocol: its days, when it stops, a part of the group first, and how people are rung. */
import type { CallAgainOutcome, Weekday } from '../../../shared/study/calling.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  whole: 'Begin en einde',
  startsOn: 'Eerste dag',
  closesOn: 'Laatste dag',
  closesOnHint: 'Daarna wordt niemand meer benaderd.',
  afterAgreement: (day: string) => `De overeenkomst loopt tot en met ${day}.`,
  datesTurned: 'Deze dag ligt vóór de eerste dag.',
  stops: 'Wanneer het voor iemand stopt',
  stopsText:
    'Wie heeft meegedaan, geweigerd of zich heeft teruggetrokken, krijgt niets meer. Dat geldt ook voor wie is overleden, of niet mee kan doen. Het geldt meteen, in alle kanalen, en is niet uit te zetten.',

  soft: 'Rustig beginnen',
  softTick: 'Benader eerst een deel van de groep',
  softHint:
    'Zo ziet u of alles werkt voordat iedereen bericht krijgt. Wie eerst gaat, bepaalt het toeval. De rest wacht tot u het vinkje weghaalt.',
  softPercent: 'Hoeveel procent eerst',
  softFault: 'Vul een heel getal in van 1 tot en met 99.',
  softNow: (percent: string) =>
    `Nu gaat ${percent} % van de groep eerst. Werkt alles? Haal het vinkje weg en leg het protocol vast: dan komt de rest aan de beurt.`,

  calling: 'Bellen',
  noPhone: 'Dit protocol heeft geen stap Telefoon. Deze regels gelden pas als u er een toevoegt.',
  callsMaximum: 'Hoogstens zo vaak bellen',
  callsMaximumHint: 'Per persoon, over alle dagen.',
  callAgain: 'Opnieuw bellen na (dagen)',
  callAgainHint: 'Als niemand opneemt. Nooit twee keer op een dag.',
  windows: 'Wanneer er gebeld mag worden',
  windowsHint: 'Buiten deze tijden geeft Veldwerk niemand uit. Op feestdagen wordt nooit gebeld.',
  weekdays: {
    1: 'maandag',
    2: 'dinsdag',
    3: 'woensdag',
    4: 'donderdag',
    5: 'vrijdag',
    6: 'zaterdag',
    7: 'zondag',
  } satisfies Record<Weekday, string>,
  noCalls: 'niet bellen',
  from: (day: string, nr: string) => `${day}, van (tijd ${nr})`,
  to: (day: string, nr: string) => `${day}, tot (tijd ${nr})`,
  until: 'tot',
  addWindow: 'Voeg tijd toe',
  addWindowOn: (day: string) => `op ${day}`,
  removeWindow: 'Haal weg',
  removeWindowOf: (day: string, from: string, to: string) => `${day} ${from} tot ${to}`,
  asMonday: 'Neem maandag over voor dinsdag tot en met vrijdag',
  windowFaults: {
    incomplete: 'Vul beide tijden in.',
    turned: 'De tijd eindigt voordat hij begint.',
    overlapping: 'Twee tijden overlappen elkaar.',
  },

  holidays: 'Feestdagen in dit protocol',
  noHolidays: 'Tussen de eerste en de laatste dag valt geen feestdag.',
  closed: 'Andere dagen waarop niet wordt gebeld',
  closedHint: 'Bijvoorbeeld een kermis in de stad, of een dag waarop het bureau dicht is.',
  closedDay: 'Dag',
  addClosed: 'Voeg dag toe',
  removeClosed: 'Haal weg',

  again: 'Wanneer opnieuw, na een gesprek dat nog niets opleverde',
  againHint: 'Dagen. Leeg: het aantal dat hierboven staat.',
  outcomes: {
    'no-answer': 'Geen gehoor',
    busy: 'In gesprek',
    voicemail: 'Voicemail',
    disconnected: 'Nummer niet in gebruik (ander nummer proberen)',
    'other-language': 'Spreekt een andere taal (een collega belt)',
    'says-answered': 'Zegt dat er al is geantwoord',
    'refused-soft': 'Liever niet, of geen tijd',
  } satisfies Record<CallAgainOutcome, string>,
  soon: 'Na “liever niet” of “geen tijd”',
  softRefusal: {
    final: { label: 'bellen we niet meer', hint: 'Het telt als weigering.' },
    'once-more': {
      label: 'belt een ervaren enquêteur nog één keer',
      hint: 'Wie duidelijk weigert, wordt nooit meer gebeld. Wie ervaren is, staat bij Contact.',
    },
  },

  targets: 'Streefaantallen',
  targetsHint:
    'Hoeveel mensen moeten er per stratum meedoen? Wie het verst van zijn streefaantal is, wordt eerst gebeld.',
  noStrata: 'Deze groep heeft geen strata.',
  outOfRange: 'Dit getal kan niet.',
};

const en: typeof nl = {
  whole: 'Start and end',
  startsOn: 'First day',
  closesOn: 'Last day',
  closesOnHint: 'After it nobody is contacted any more.',
  afterAgreement: (day) => `The agreement lasts until ${day}.`,
  datesTurned: 'This day is before the first day.',
  stops: 'When it stops for someone',
  stopsText:
    'Whoever took part, refused or withdrew gets nothing more. The same for whoever died, or cannot take part. It holds at once, in all channels, and cannot be turned off.',

  soft: 'A quiet start',
  softTick: 'Contact a part of the group first',
  softHint:
    'That shows whether everything works before everyone gets a message. Chance decides who goes first. The others wait until you take the tick off.',
  softPercent: 'How many per cent first',
  softFault: 'Fill in a whole number from 1 to 99.',
  softNow: (percent) =>
    `Now ${percent} % of the group goes first. Does everything work? Take the tick off and set the protocol: then the others get their turn.`,

  calling: 'Calling',
  noPhone: 'This protocol has no phone step. These rules count once you add one.',
  callsMaximum: 'Call at most this often',
  callsMaximumHint: 'Per person, over all days.',
  callAgain: 'Call again after (days)',
  callAgainHint: 'When nobody answers. Never twice a day.',
  windows: 'When people may be called',
  windowsHint: 'Outside these hours Veldwerk gives out nobody. On public holidays nobody is ever called.',
  weekdays: {
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
    7: 'Sunday',
  },
  noCalls: 'no calls',
  from: (day, nr) => `${day}, from (hours ${nr})`,
  to: (day, nr) => `${day}, until (hours ${nr})`,
  until: 'until',
  addWindow: 'Add hours',
  addWindowOn: (day) => `on ${day}`,
  removeWindow: 'Take out',
  removeWindowOf: (day, from, to) => `${day} ${from} until ${to}`,
  asMonday: 'Take Monday over for Tuesday to Friday',
  windowFaults: {
    incomplete: 'Fill in both times.',
    turned: 'These hours end before they begin.',
    overlapping: 'Two of these hours overlap.',
  },

  holidays: 'Public holidays in this protocol',
  noHolidays: 'There is no public holiday between the first and the last day.',
  closed: 'Other days without calls',
  closedHint: 'A fair in town, for instance, or a day on which the bureau is closed.',
  closedDay: 'Day',
  addClosed: 'Add a day',
  removeClosed: 'Take out',

  again: 'When again, after a call that led to nothing yet',
  againHint: 'Days. Empty: the number that stands above.',
  outcomes: {
    'no-answer': 'No answer',
    busy: 'Busy',
    voicemail: 'Voicemail',
    disconnected: 'Number not in use (another number is tried)',
    'other-language': 'Speaks another language (a colleague calls)',
    'says-answered': 'Says they answered already',
    'refused-soft': 'Rather not, or no time',
  },
  soon: 'After “rather not” or “no time”',
  softRefusal: {
    final: { label: 'we call no more', hint: 'It counts as a refusal.' },
    'once-more': {
      label: 'an experienced interviewer calls once more',
      hint: 'Whoever clearly refuses is never called again. Who is experienced stands at Contact.',
    },
  },

  targets: 'Targets',
  targetsHint: 'How many people have to take part per stratum? Whoever is furthest from their target is called first.',
  noStrata: 'This group has no strata.',
  outOfRange: 'This number cannot be.',
};

export const scheduleCallingWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

/** The words of the response screen, in Dutch and English. */
import type { FinalGroup } from '../../../shared/study/disposition.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  title: 'Respons',
  sentence: (responses: string, invited: string, group: string, percent: string) =>
    `${responses} van ${invited} ${group} (${percent} %)`,
  leadNone: 'Er is nog niemand benaderd.',
  noneTodo: 'Zodra de eerste berichten zijn verstuurd, ziet u hier de respons.',
  help: [
    'De tabel telt iedereen die is uitgenodigd. Wie nog open staat, telt niet als weigering.',
    'De lijn laat zien hoeveel antwoorden er per week bij komen. De streepjes eronder zijn de contactmomenten.',
  ],
  table: 'Responstabel',
  group: 'Doelgroep',
  invited: 'Uitgenodigd',
  responses: 'Respons',
  percent: '%',
  total: 'Totaal',
  modes: { web: 'web', phone: 'telefoon', visit: 'bezoek', paper: 'papier' },
  open: 'nog open',
  letters: {
    I: 'compleet',
    P: 'deels',
    R: 'weigering',
    NC: 'niet bereikt',
    O: 'anders',
    UO: 'onbekend',
    NE: 'hoort er niet bij',
  } satisfies Record<FinalGroup, string>,
  none: '–',
  curve: 'Antwoorden per week',
  curveText: (groups: string) =>
    `Opgetelde respons per week van ${groups}. Dezelfde cijfers staan in de tabel eronder.`,
  asPercent: 'in procenten',
  asCount: 'in aantallen',
  axis: 'Eenheid',
  figures: 'De cijfers van de grafiek',
  week: 'Week van',
  channels: { email: 'e-mail', letter: 'brief', phone: 'bellen', visit: 'bezoek' },
  rates: 'Responspercentages volgens AAPOR',
  ratesText: (e: string) =>
    `Alleen afgesloten mensen tellen mee. e = ${e}: het deel van de onbekende gevallen dat meetelt, naar verhouding van de bekende.`,
  rate: 'Maat',
  value: 'Waarde',
  attempts: 'Contactpogingen',
  channel: 'Kanaal',
  outcome: 'Uitkomst',
  count: 'Aantal',
};

const en: typeof nl = {
  title: 'Response',
  sentence: (responses, invited, group, percent) => `${responses} of ${invited} ${group} (${percent} %)`,
  leadNone: 'Nobody was contacted yet.',
  noneTodo: 'As soon as the first messages were sent you see the response here.',
  help: [
    'The table counts everyone who was invited. Whoever is still open does not count as a refusal.',
    'The line shows how many responses come in per week. The marks under it are the moments of contact.',
  ],
  table: 'Response table',
  group: 'Group',
  invited: 'Invited',
  responses: 'Responses',
  percent: '%',
  total: 'Total',
  modes: { web: 'web', phone: 'phone', visit: 'visit', paper: 'paper' },
  open: 'still open',
  letters: {
    I: 'complete',
    P: 'partial',
    R: 'refusal',
    NC: 'not reached',
    O: 'other',
    UO: 'unknown',
    NE: 'not eligible',
  },
  none: '–',
  curve: 'Responses per week',
  curveText: (groups) => `Cumulated response per week of ${groups}. The same figures are in the table under it.`,
  asPercent: 'in per cent',
  asCount: 'in numbers',
  axis: 'Unit',
  figures: 'The figures of the chart',
  week: 'Week of',
  channels: { email: 'e-mail', letter: 'letter', phone: 'phone', visit: 'visit' },
  rates: 'Response rates after AAPOR',
  ratesText: (e) =>
    `Only closed cases count. e = ${e}: the share of the unknown cases that counts, in proportion to the known ones.`,
  rate: 'Rate',
  value: 'Value',
  attempts: 'Contact attempts',
  channel: 'Channel',
  outcome: 'Outcome',
  count: 'Count',
};

export const reportingWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

/** Eight invented people to be rung or visited, and two who take part in nothing yet: few enough to know who comes next. */
import { defaultCalling } from '../../shared/study/calling.ts';
import type { Protocol, StepId } from '../../shared/study/protocol.ts';
import { rows, type Sheets } from '../fixtures/workbooks/sheets.ts';

/** Two have two numbers; two have none, and are visited. */
export const peopleToCall: Sheets = {
  Extract: rows([
    'Voorletters|Achternaam|Straat|Huisnummer|Postcode|Woonplaats|Telefoon|Mobiel|Wijkteam|Toestemming|Datum toestemming|Kanalen',
    'A.|Adelaar|Roerdompweg|1|9999 AA|Waterhoven|0888900001|0689000001|Rietlanden|ja|17-02-2026|telefoon',
    'B.|Boomvalk|Roerdompweg|2|9999 AA|Waterhoven||0689000002|Rietlanden|ja|17-02-2026|telefoon',
    'C.|Cormorant|Roerdompweg|3|9999 AA|Waterhoven||0689000003|Rietlanden|ja|17-02-2026|telefoon',
    'D.|Duiker|Roerdompweg|4|9999 AA|Waterhoven||0689000004|Rietlanden|ja|17-02-2026|telefoon',
    'E.|Eidereend|Roerdompweg|5|9999 AA|Waterhoven|0888900005|0689000005|Molenpolder|ja|17-02-2026|telefoon',
    'F.|Fuut|Roerdompweg|6|9999 AA|Waterhoven||0689000006|Molenpolder|ja|17-02-2026|telefoon',
    'G.|Grutto|Roerdompweg|7|9999 AA|Waterhoven|||Molenpolder|ja|17-02-2026|bezoek',
    'H.|Havik|Roerdompweg|8|9999 AA|Waterhoven|||Molenpolder|ja|17-02-2026|bezoek',
  ]),
};

const step = (id: string) => id as StepId;

/** Whoever has no telephone is visited; a soft refusal may be asked once more. */
export const callsAndVisits: Partial<Protocol> = {
  calling: {
    ...defaultCalling,
    softRefusal: 'once-more',
    againAfterDays: { ...defaultCalling.againAfterDays, 'refused-soft': 1 },
  },
  steps: [
    { id: step('phone'), channel: 'phone', afterDays: 0, for: { has: ['phone'] } },
    { id: step('visit'), channel: 'visit', afterDays: 0, for: { lacks: ['phone'] } },
  ],
};

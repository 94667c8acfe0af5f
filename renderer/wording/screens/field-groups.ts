/** What groups of fields are called, and columns that hold several fields at once, in Dutch and English. */
import type { ColumnMeaning } from '../../../shared/intake/column-map.ts';
import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { FieldGroup } from '../../field-groups.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  groups: {
    name: 'Naam',
    address: 'Adres',
    reach: 'Bereikbaar op',
    person: 'Leeftijd en geslacht',
    study: 'Voor het onderzoek',
    consent: 'Toestemming',
    representative: 'Vertegenwoordiger',
    changes: 'Wat er is gebeurd',
  } satisfies Record<FieldGroup, string>,
  together: {
    wholeName: 'hele naam',
    wholeAddress: 'heel adres',
    postcodeAndTown: 'postcode en woonplaats',
  } satisfies Record<Exclude<ColumnMeaning, ContactField>, string>,
};

const en: typeof nl = {
  groups: {
    name: 'Name',
    address: 'Address',
    reach: 'Reached at',
    person: 'Age and sex',
    study: 'For the study',
    consent: 'Consent',
    representative: 'Representative',
    changes: 'What happened',
  },
  together: {
    wholeName: 'whole name',
    wholeAddress: 'whole address',
    postcodeAndTown: 'postcode and town',
  },
};

export const fieldGroupWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };

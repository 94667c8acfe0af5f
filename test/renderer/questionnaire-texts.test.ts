/** Texts of a questionnaire where nobody has answered yet: what is filled in later is named, and nothing of anyone stands there. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { expect, it } from 'vitest';
import {
  contactPlaceholders,
  directionOf,
  languageToRead,
  textOfItem,
  writtenText,
} from '../../renderer/screens/questionnaire/texts.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { fourLanguages } from '../fixtures/workbooks/four-languages.ts';
import { workbookOfSheets } from '../fixtures/workbooks/sheets.ts';

const read = readXlsform(workbookOfSheets(fourLanguages));
if (read.kind === 'faulty') throw new Error('the fixture has faults');
const { questionnaire } = read;

it('names earlier answers by their question, and contact data by its field in the language of the window', () => {
  const text = { nl: 'Dag ${contact.salutation} ${contact.surname}, u gaf ${sterren}.' };
  expect(writtenText(text, 'nl', questionnaire, 'nl')).toBe('Dag [aanhef] [achternaam], u gaf (vraag 8).');
  expect(writtenText(text, 'nl', questionnaire, 'en')).toBe('Dag [salutation] [surname], u gaf (vraag 8).');
  expect(writtenText({ nl: '${contact.nothing} ${nobody}' }, 'nl', questionnaire, 'nl')).toBe('… …');
  expect(Object.values(contactPlaceholders('nl'))).toContain('[postcode]');
});

it('falls back to the default language, and reads in that of the window where it can', () => {
  expect(writtenText({ nl: 'Ja' }, 'tr', questionnaire, 'nl')).toBe('Ja');
  expect(languageToRead(questionnaire, 'en')).toBe('en');
  expect(languageToRead({ ...questionnaire, languages: ['nl', 'tr'] }, 'en')).toBe('nl');
});

it('knows an item by its text, cut short, and by nothing when it is not there', () => {
  expect(textOfItem('hulp' as ItemName, questionnaire, 'en')).toBe(
    'Do you get support from the neighbourhood team now?',
  );
  const long = { ...questionnaire, items: [{ ...questionnaire.items[0]!, label: { nl: 'a'.repeat(200) } }] };
  expect(textOfItem(long.items[0]!.name, long, 'nl')).toHaveLength(90);
  expect(textOfItem('gone' as ItemName, questionnaire, 'nl')).toBe('');
});

it.each([
  ['ar', 'rtl'],
  ['ar-MA', 'rtl'],
  ['fa', 'rtl'],
  ['nl', 'ltr'],
  ['arn', 'ltr'],
] as const)('%s is written %s', (language, direction) => expect(directionOf(language)).toBe(direction));

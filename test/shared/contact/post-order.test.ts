import { describe, expect, test } from 'vitest';
import { helpLanguages, helpLines } from '../../../shared/contact/help-line.ts';
import { addressLines, postOrder } from '../../../shared/contact/message.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';

const person = (more: Partial<ContactData>): ContactData => ({
  surname: 'Verzonnenaar',
  phones: [],
  channels: [],
  ...more,
});
const home = { street: 'Verzonnenlaan', houseNumber: '12 bis', postcode: '9999 ZZ', town: 'Waterhoven' };

describe('an address', () => {
  test('at home ends with postcode and town in capitals, whatever its own country is called', () => {
    const lines = ['Verzonnenaar', 'Verzonnenlaan 12 bis', '9999 ZZ  WATERHOVEN'];
    for (const country of [undefined, 'Nederland', 'NL', 'the Netherlands'])
      expect(addressLines(person({ ...home, ...(country === undefined ? {} : { country }) }))).toEqual(lines);
  });

  test('abroad keeps its town as it was given and ends with the country in capitals', () => {
    const abroad = {
      street: 'Straße des 17. Juni',
      houseNumber: '135',
      postcode: '10623',
      town: 'Berlin',
      country: 'Duitsland',
    };
    expect(addressLines(person(abroad)).slice(1)).toEqual(['Straße des 17. Juni 135', '10623 Berlin', 'DUITSLAND']);
    expect(addressLines(person({ ...home, country: 'België' })).at(-1)).toBe('BELGIË');
  });
});

test('letters lie by postcode, house number as a number, and those from abroad last', () => {
  const at = (postcode: string, houseNumber: string, country?: string) =>
    person({ postcode, houseNumber, ...(country === undefined ? {} : { country }) });
  const order = [
    at('1011 AA', '2'),
    at('1011 AA', '10'),
    at('1011 AB', '1'),
    at('9999 ZZ', '1'),
    at('1000', '1', 'België'),
    at('1000', '1', 'Polen'),
  ];
  expect(order.toReversed().toSorted(postOrder)).toEqual(order);
});

test('help is said in each language that was chosen, with where to ask', () => {
  const lines = helpLines([...helpLanguages, 'xx'], 'hulp@bureau.example');
  expect(lines.length).toBe(helpLanguages.length);
  expect(new Set(lines).size).toBe(lines.length);
  for (const line of lines) expect(line).toContain('hulp@bureau.example');
});

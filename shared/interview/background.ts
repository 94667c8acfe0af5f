/** What a response takes over from the contact data when it is cut loose from them: no more than the tables need. */
import { ageOn, type Day } from '../calendar.ts';
import { ageBandOf } from '../study/age-band.ts';
import type { ContactData } from '../study/contact-data.ts';
import type { Background } from '../study/response.ts';

/**
 * Sex, age in completed years on `today`, stratum and whether support has ended; what is not known is absent. Of whom only the year of birth
 * is known there is a band, of the age that they reach this year, and no age: nobody's birthday is guessed.
 */
export function backgroundOf(contact: ContactData, stratum: string | undefined, today: Day): Background {
  const { sex, birthDate, birthYear, supportEnded } = contact;
  const ageBand = birthYear === undefined ? contact.ageBand : ageBandOf(Number(today.slice(0, 4)) - birthYear);
  return {
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { age: ageOn(birthDate, today) }),
    ...(birthDate !== undefined || ageBand === undefined ? {} : { ageBand }),
    ...(stratum === undefined ? {} : { stratum }),
    ...(supportEnded === undefined ? {} : { supportEnded }),
  };
}

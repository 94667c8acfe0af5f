/** What a response takes over from the contact data when it is cut loose from them: no more than the tables need. */
import { ageOn, type Day } from '../calendar.ts';
import type { ContactData } from '../study/contact-data.ts';
import type { Background } from '../study/response.ts';

/** Sex, age in completed years on `today`, stratum and whether support has ended; what is not known is absent. */
export function backgroundOf(contact: ContactData, stratum: string | undefined, today: Day): Background {
  const { sex, birthDate, supportEnded } = contact;
  return {
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { age: ageOn(birthDate, today) }),
    ...(stratum === undefined ? {} : { stratum }),
    ...(supportEnded === undefined ? {} : { supportEnded }),
  };
}

/** Contact data as they are after someone had them corrected, AVG art. 16: only fields that the agreement allows, read as an extract is read. */
import type { Day } from '../calendar.ts';
import {
  type ContactData,
  type ContactField,
  type CorrectableField,
  type Sex,
  withNewChances,
} from '../study/contact-data.ts';

/** How a text becomes a value of its kind; undefined: it cannot be read as one. */
export interface FieldReaders {
  readonly text: (text: string) => string | undefined;
  readonly postcode: (text: string) => string | undefined;
  readonly email: (text: string) => string | undefined;
  readonly day: (text: string) => Day | undefined;
  readonly sex: (text: string) => Sex | undefined;
  readonly phone: (text: string) => string | undefined;
}

export type Corrected =
  | { readonly kind: 'corrected'; readonly contact: ContactData; readonly fields: number }
  | { readonly kind: 'refused'; readonly field: ContactField; readonly why: 'not-allowed' | 'unreadable' };

export type Changes = Readonly<Partial<Record<CorrectableField, string>>>;

/** An empty change takes the field away. `phone` holds all numbers, in the order in which they are rung, separated by commas. */
export function correctedContact(
  contact: ContactData,
  changes: Changes,
  { allowed, readers }: { readonly allowed: readonly ContactField[]; readonly readers: FieldReaders },
): Corrected {
  const changed: Record<string, unknown> = { ...contact };
  let fields = 0;
  for (const [field, text] of Object.entries(changes) as [CorrectableField, string][]) {
    const isAllowed = allowed.includes(field) || (field === 'phone' && allowed.includes('mobile'));
    if (!isAllowed) return { kind: 'refused', field, why: 'not-allowed' };
    const value = text.trim() === '' ? undefined : readField(field, text, readers);
    if (value === undefined && text.trim() !== '') return { kind: 'refused', field, why: 'unreadable' };
    const name = field === 'phone' ? 'phones' : field;
    const next = field === 'phone' ? (value ?? []) : value;
    if (JSON.stringify(next) === JSON.stringify(changed[name])) continue;
    fields += 1;
    if (next === undefined) delete changed[name];
    else changed[name] = next;
  }
  return { kind: 'corrected', contact: withNewChances(contact, changed as unknown as ContactData), fields };
}

function readField(field: CorrectableField, text: string, readers: FieldReaders): unknown {
  if (field === 'postcode') return readers.postcode(text);
  if (field === 'email') return readers.email(text);
  if (field === 'birthDate') return readers.day(text);
  if (field === 'sex') return readers.sex(text);
  if (field !== 'phone') return readers.text(text);
  const numbers = text.split(',').map((part) => readers.phone(part.trim()));
  return numbers.includes(undefined) ? undefined : [...new Set(numbers)];
}

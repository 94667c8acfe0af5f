/**
 * Invented names, addresses, numbers. Telephone numbers cannot be anyone's: subscriber numbers of Dutch area codes never begin with 0, and no
 * operator is listed for 06-89. E-mail domains are those that RFC 2606 keeps for examples, and example.nl. Citizen service numbers
 * are from 9999....., which is used for test persons only.
 */
import { addDays, type Day, day } from '../../shared/calendar.ts';
import type { Seeded } from '../seeded.ts';
import {
  initialLetters,
  prefixes,
  streetEnds,
  streetStarts,
  surnameEnds,
  surnameStarts,
  surnamesFurther,
  surnamesVeryLong,
  surnamesWesternEuropean,
  syllables,
} from './names.ts';

export type InventedSex = 'man' | 'vrouw' | 'anders' | '';

export interface InventedName {
  readonly sex: InventedSex;
  readonly salutation: string;
  readonly initials: string;
  readonly prefix: string;
  readonly surname: string;
}

/** Draws in which nothing comes twice: no second person of one name, e-mail address, telephone number or client number. */
export class Inventor {
  readonly draw: Seeded;
  readonly #given = new Set<string>();

  constructor(draw: Seeded) {
    this.draw = draw;
  }

  /** The first value of `invent` that was not given before. */
  #once(invent: () => string): string {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const value = invent();
      if (this.#given.has(value)) continue;
      this.#given.add(value);
      return value;
    }
    throw new RangeError('the lists are too short to invent so many');
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.draw.below(10)).join('');
  }

  /** A word of no language with a number, 'praldulfen-4821': 12 characters or more, never given twice. */
  word(): string {
    const { pick } = this.draw;
    return this.#once(() => `${pick(syllables)}${pick(syllables)}${pick(syllables)}-${this.digits(4)}`);
  }

  /** `surnames`: another list to take the surname from. */
  name(surnames?: readonly string[]): InventedName {
    const { pick, below, chance } = this.draw;
    const sex: InventedSex = chance(0.02) ? pick(['anders', '']) : pick(['man', 'vrouw']);
    const salutation = sex === 'man' ? 'Dhr.' : sex === 'vrouw' ? 'Mevr.' : '';
    const prefix = surnames === undefined ? pick(prefixes) : '';
    const surname = this.#once(() => pick(surnames ?? [`${pick(surnameStarts)}${pick(surnameEnds)}`]));
    return { sex, salutation, initials: this.initials(1 + below(3)), prefix, surname };
  }

  /** With letters outside ASCII, or very long; a common name once these are all given. */
  uncommonName(): InventedName {
    const left = uncommonSurnames.filter((surname) => !this.#given.has(surname));
    return this.name(left.length > 0 ? left : undefined);
  }

  initials(count: number): string {
    return Array.from({ length: count }, () => `${this.draw.pick([...initialLetters])}.`).join('');
  }

  street(): string {
    return `${this.draw.pick(streetStarts)}${this.draw.pick(streetEnds)}`;
  }

  /** Letters from A to H only; written in three ways. */
  postcode(): string {
    const letters = `${this.draw.pick([...'ABCDEFGH'])}${this.draw.pick([...'ABCDEFGHJKLMN'])}`;
    return this.draw.pick([`9999 ${letters}`, `9999 ${letters}`, `9999 ${letters}`, `9999${letters}`]);
  }

  mobile(): string {
    const rest = this.#once(() => `89${this.digits(6)}`);
    return this.mobileWritten(rest);
  }

  /** `rest`: the eight digits after 06. */
  mobileWritten(rest: string): string {
    const pairs = rest.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4');
    return this.draw.pick([
      `06-${rest}`,
      `06-${rest}`,
      `06 ${pairs}`,
      `06${rest}`,
      `+31 6 ${rest}`,
      `+316${rest}`,
      `+31 (0)6 ${pairs}`,
      `00316${rest}`,
    ]);
  }

  landline(): string {
    const rest = this.#once(() => `0${this.digits(6)}`);
    const spaced = rest.replace(/(...)(..)(..)/, '$1 $2 $3');
    return this.draw.pick([`010-${rest}`, `010 ${spaced}`, `010${rest}`, `+31 10 ${spaced}`, `0031 10 ${rest}`]);
  }

  brokenNumber(): string {
    const { pick } = this.draw;
    return pick([
      `06-89${this.digits(2)}`,
      `06-89${this.digits(5)}`,
      `0689${this.digits(9)}`,
      'geheim',
      'nummer onbekend',
      '010-0',
    ]);
  }

  email(of: InventedName, domains: readonly string[]): string {
    const { pick, below } = this.draw;
    const local = plainLetters(`${of.initials}${of.prefix}${of.surname}`).slice(0, 24);
    const domain = pick(domains);
    let address = `${local}@${domain}`;
    if (this.#given.has(address)) address = this.#once(() => `${local}${10 + below(90)}@${domain}`);
    this.#given.add(address);
    return address;
  }

  brokenEmail(of: InventedName): string {
    const local = plainLetters(of.surname).slice(0, 12);
    return this.draw.pick([
      `${local}@`,
      `${local}.example.nl`,
      `${local}@@example.org`,
      `${local}@example,org`,
      '@example.nl',
      'geen',
    ]);
  }

  clientNumber(): string {
    return this.#once(() => `WT-000${this.digits(5)}`);
  }

  citizenServiceNumber(): string {
    return this.#once(() => {
      for (;;) {
        const number = `9999${this.digits(5)}`;
        if (passesElevenTest(number)) return number;
      }
    });
  }

  /** A day from `first` up to and including `last`. */
  dayBetween(first: string, last: string): Day {
    const from = day(first);
    return addDays(from, this.draw.below((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1));
  }
}

const uncommonSurnames: readonly string[] = [...surnamesWesternEuropean, ...surnamesFurther, ...surnamesVeryLong];

/** The test on citizen service numbers (11-proef): 9a + 8b + ... + 2h - i is a multiple of 11. */
export function passesElevenTest(nineDigits: string): boolean {
  const sum = [...nineDigits].reduce((total, digit, at) => total + (at === 8 ? -1 : 9 - at) * Number(digit), 0);
  return nineDigits.length === 9 && Number(nineDigits) > 0 && sum % 11 === 0;
}

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z]/g, '');
}

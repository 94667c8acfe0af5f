/** How numbers, days, counts, names and lists are written inside a sentence, in each language of the application. */
import type { Day } from '../../shared/calendar.ts';

export type WordingLanguage = 'nl' | 'en';

/** The two forms that Dutch and English nouns and verbs have. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

export interface Grammar {
  /** 1234 as '1.234' (nl) or '1,234' (en). */
  readonly number: (value: number) => string;
  /** '14 mei 2026', '14 May 2026'. */
  readonly day: (day: Day) => string;
  /** 'ma 2 mrt', 'Mon 2 Mar': where the year is clear and there is little room. */
  readonly shortDay: (day: Day) => string;
  /** The form that goes with `count`: 'letter' with 1, 'letters' with 0. */
  readonly form: (count: number, forms: Forms) => string;
  /** The number and its form: '1 letter', '1,234 letters'. */
  readonly count: (count: number, forms: Forms) => string;
  /** 'a, b and c'. */
  readonly all: (parts: readonly string[]) => string;
  /** 'a, b or c'. */
  readonly oneOf: (parts: readonly string[]) => string;
  /** A name that somebody else made up, between quotes. Long ones are cut off with '…', and what cannot be seen becomes a space. */
  readonly quoted: (name: string) => string;
  /** As `all`, each quoted; of a long list the first twelve and how many more there are. */
  readonly allQuoted: (names: readonly string[]) => string;
}

const longestName = 60;
const mostNames = 12;

const locales = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<WordingLanguage, string>;
const more: Readonly<Record<WordingLanguage, Forms>> = {
  nl: { one: 'nog {n} andere', other: 'nog {n} andere' },
  en: { one: '{n} other', other: '{n} others' },
};

/** Makes the grammar of one language; made once, used for all its sentences. */
export function grammarOf(language: WordingLanguage): Grammar {
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale);
  // Days have no time zone: both ends are in UTC, so that no day moves.
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const plurals = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });

  const form = (count: number, forms: Forms) => (plurals.select(count) === 'one' ? forms.one : forms.other);
  return {
    number: (value) => numbers.format(value),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    shortDay: (day) => shortDays.format(new Date(`${day}T00:00:00Z`)).replace(',', ''),
    form,
    count: (count, forms) => `${numbers.format(count)} ${form(count, forms)}`,
    all: (parts) => conjunction.format(parts),
    oneOf: (parts) => disjunction.format(parts),
    quoted,
    allQuoted(names) {
      const shown = names.slice(0, mostNames).map(quoted);
      const rest = names.length - shown.length;
      const others = form(rest, more[language]).replace('{n}', numbers.format(rest));
      return conjunction.format(rest === 0 ? shown : [...shown, others]);
    },
  };
}

function quoted(name: string): string {
  const characters = [...name.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim()];
  const short = characters.length <= longestName ? characters : [...characters.slice(0, longestName - 1), '…'];
  return `“${short.join('')}”`;
}

/**
 * A whole name as its parts. Every letter of the text stands in one of them: what cannot be told apart is the surname. 'Wal, A.B. van der',
 * 'Mevr. A.B. van der Wal' and 'WAL-JANSEN, VAN DER, A.' are told apart; so are given names, which stand where initials do.
 */

export interface NameParts {
  readonly salutation?: string;
  readonly initials?: string;
  readonly prefix?: string;
  readonly surname: string;
}

const longestName = 200;

const salutations = new Set(
  `mevr mevrouw mw mej mejuffrouw dhr heer hr mr mrs ms miss drs dr ir ing prof fam familie meneer mijnheer madame monsieur frau herr sir
  dhr/mevr dhr./mevr mevr/dhr heer/mevrouw mevrouw/heer m/v`.split(/\s+/),
);
/** Stand between or before salutations: 'de heer', 'dhr. en mevr.'. */
const joining = new Set(['de', 'en', 'of', '&', '/', 'aan', 'the', 'and']);

/** Prefixes of surnames as the population register lists them, alone or one after another. */
const prefixes = new Set(
  `van von de den der des het 't ter ten te tot toe in op aan bij onder over uit voor vd v.d v/d vden vander van't 's la le les l' d' du da das
  do dos di del della dal el al ben bin ibn abu zu zum zur af av st`.split(/\s+/),
);
/** Also at the front of a surname that stands there with a capital; 'El' and 'Ben' then belong to the surname as it is written. */
const dutchPrefixes = new Set("van de den der het 't ter ten te in op aan vd v.d v/d 's".split(' '));
/** Behind these comes another surname, which stays with the first. */
const married = /^(geb|geboren|gehuwd|wed|weduwe|gesch|e\/v|echtg|echtgenote|ev|jr|sr|junior|senior)$/;

/** Parts of a name as people and systems write it, and of any other text. The surname is empty only when the text is. */
export function splitName(text: string): NameParts {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  // A longer text is no name, and is not read as one.
  if (line.length > longestName) return { surname: line };
  const [before, ...behind] = line.split(/\s*,\s*/);
  const parts = behind.some((part) => part !== '') ? withComma(before!, behind) : inOrder(line);
  const surname = parts.surname.join(' ');
  if (surname === '' || !isWhole(line, parts)) return { surname: line };
  return {
    ...(parts.salutation.length > 0 ? { salutation: parts.salutation.join(' ') } : {}),
    ...(parts.initials.length > 0 ? { initials: parts.initials.join(' ') } : {}),
    ...(parts.prefix.length > 0 ? { prefix: parts.prefix.join(' ') } : {}),
    surname,
  };
}

type Tokens = Readonly<Record<keyof NameParts, readonly string[]>>;

const bare = (word: string) => word.toLowerCase().replace(/[.,:]+$/, '');
const tokensOf = (text: string) => text.split(' ').filter((word) => word !== '');

/** How many words at the front are a salutation or title. */
function salutationLength(words: readonly string[]): number {
  let length = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = bare(words[at]!);
    if (salutations.has(word)) length = at + 1;
    else if (!joining.has(word)) break;
  }
  return length;
}

/** 'A.B.', 'AB', 'Th.', 'J.-P.', 'A'; not 'de' and not a name. */
function isInitials(word: string, isAllCapitals: boolean): boolean {
  if (/^(?:\p{Lu}\p{Ll}{0,2}\.-?)+\p{Lu}?$/u.test(word) || /^\p{Lu}$/u.test(word)) return true;
  if (/^(?:\p{L}\.)+$/u.test(word)) return true;
  return !isAllCapitals && /^\p{Lu}{2,5}$/u.test(word);
}

/** Surname first: 'Wal, A.B. van der', 'Wal-Jansen, van der, A.', 'Jansen, Anna (mevr.)'. */
function withComma(before: string, behind: readonly string[]): Tokens {
  const front = tokensOf(before);
  const said = salutationLength(front);
  const own = frontPrefix(front.slice(said));
  const words = behind.flatMap(tokensOf);
  const salutation = [...front.slice(0, said)];
  const initials: string[] = [];
  const prefix: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = salutationLength(words.slice(at));
    if (length > 0 && salutation.length === 0) {
      salutation.push(...words.slice(at, at + length));
      at += length;
      continue;
    }
    (prefixes.has(bare(words[at]!)) ? prefix : initials).push(words[at]!);
    at += 1;
  }
  return { salutation, initials, prefix: [...prefix, ...own.prefix], surname: own.surname };
}

/** 'Mevr. A.B. van der Wal', 'Fatima El Amrani', 'van der Wal'. */
function inOrder(line: string): Tokens {
  const all = tokensOf(line);
  const said = salutationLength(all);
  const words = all.slice(said);
  const salutation = all.slice(0, said);
  const isAllCapitals = words.length > 1 && line === line.toUpperCase();
  let first = 0;
  while (first < words.length - 1 && isInitials(words[first]!, isAllCapitals)) first += 1;
  if (first > 0) return { salutation, initials: words.slice(0, first), ...frontPrefix(words.slice(first)) };
  const end = words.findIndex((word) => married.test(bare(word)) || word.startsWith('('));
  const main = end > 0 ? words.slice(0, end) : words;
  const tail = end > 0 ? words.slice(end) : [];
  const at = main.findIndex((word, index) => index > 0 && prefixes.has(bare(word)));
  if (main.length < 2 || prefixes.has(bare(main[0]!))) {
    const { prefix, surname } = frontPrefix(words);
    return { salutation, initials: [], prefix, surname };
  }
  // Without a prefix the last word is the surname, with what a hyphen ties to it.
  const from = at > 0 ? at : lastName(main);
  const { prefix, surname } = at > 0 ? anyPrefix(main.slice(from)) : { prefix: [], surname: main.slice(from) };
  return { salutation, initials: main.slice(0, from), prefix, surname: [...surname, ...tail] };
}

/** 'Jansen - Bakker' and 'Jansen -Bakker' are one surname. */
function lastName(words: readonly string[]): number {
  let at = words.length - 1;
  while (at > 1 && (/^[-–]/.test(words[at]!) || /[-–]$/.test(words[at - 1]!))) at -= 1;
  return at;
}

function frontPrefix(words: readonly string[]): Pick<Tokens, 'prefix' | 'surname'> {
  const isOwn = (word: string) => (word === word.toLowerCase() ? prefixes : dutchPrefixes).has(bare(word));
  return dividedAt(words, isOwn);
}

function anyPrefix(words: readonly string[]): Pick<Tokens, 'prefix' | 'surname'> {
  return dividedAt(words, (word) => prefixes.has(bare(word)));
}

/** At least one word is the surname. */
function dividedAt(words: readonly string[], isPrefix: (word: string) => boolean): Pick<Tokens, 'prefix' | 'surname'> {
  let at = 0;
  while (at < words.length - 1 && isPrefix(words[at]!)) at += 1;
  return { prefix: words.slice(0, at), surname: words.slice(at) };
}

/** The second lock: a word that got lost shows, whatever the text was. Only spaces and commas stand in no part. */
function isWhole(line: string, { salutation, initials, prefix, surname }: Tokens): boolean {
  const kept = [salutation, initials, prefix, surname].reduce(
    (sum, words) => words.reduce((length, word) => length + signsIn(word), sum),
    0,
  );
  return kept === signsIn(line);
}

function signsIn(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if (text[at] === ' ' || text[at] === ',') count -= 1;
  return count;
}

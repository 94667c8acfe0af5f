/**
 * Syllables of a word, counted from its letters: good for a score over a text, not for hyphenation. Dutch by its vowel combinations
 * (a diaeresis begins a syllable), English by its groups of vowels without the silent e.
 */

/** Vowel letters that make one syllable together, the longest first. */
const dutchVowels =
  /aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|ae(?=[^ö])|é[eé]|[aeiouyàáâèéêëìíîïòóôöùúûüÿ]/g;

/** Borrowed parts of words that do not follow the rule, by how many syllables the rule counts too many (or too few). */
const dutchExceptions: readonly (readonly [RegExp, number])[] = [
  [/team|steak|leasing|teaser/, -1],
  [/online|offline|website|(?<![a-z])site|update|download(?=s?$)|(?<![a-z])file(?=s?$)/, -1],
  [/(?:mus|lyc|petrol|mausol)eum/, 1],
  [/(?:^|[^a-z])(?:m)?aerob/, 1],
  [/cious|tion(?=s?$)/, -1],
];

export function dutchSyllables(word: string): number {
  const letters = plain(word)
    .replaceAll(/qu/g, 'q')
    .replaceAll(/(?<=[aeou])y(?=[aeiou])/g, 'j');
  const counted = letters.match(dutchVowels)?.length ?? 0;
  const corrected = dutchExceptions.reduce((sum, [form, by]) => sum + (form.test(letters) ? by : 0), counted);
  return Math.max(1, corrected);
}

export function englishSyllables(word: string): number {
  const letters = plain(word).replaceAll(/[^a-z]/g, '');
  // The e of 'made', 'times' and 'asked' is silent; that of 'table', 'houses' and 'wanted' is not.
  const spoken = letters
    .replace(/(?<=[^aeiouy])(?:es|ed|e)$/, (ending, at: number) => {
      const before = letters.slice(0, at);
      if (ending === 'e') return /[^aeiouy]l$/.test(before) ? 'e' : '';
      if (ending === 'ed') return /[td]$/.test(before) ? 'e' : '';
      return /(?:s|z|x|ch|sh|c|g)$/.test(before) ? 'e' : /[^aeiouy]l$/.test(before) ? 'e' : '';
    })
    .replace(/(?<=[aeiouy][a-z]+)e(?=(?:ly|ment|ful|less|ness)$)/, '')
    .replace(/^y/, '');
  const groups = spoken.match(/[aeiouy]+/g) ?? [];
  // Two syllables in one group: 'area', 'being', 'riot', 'idea', 'video', 'usual', 'client', but not 'nation' and 'social'.
  const split = spoken.match(/(?<![tcs])i(?:a|o|u|en)|eo(?!us|p)|[aoeuy]ing|ea$|(?<![gq])ua|rea$/g)?.length ?? 0;
  return Math.max(1, groups.length + split);
}

const plain = (word: string) => word.normalize('NFC').toLowerCase();

/** Words that people type in many ways, brought to one form. */

/** Lower case, without diacritics, letters and digits only: 'Cliënt-nummer' and 'CLIENT NUMMER' are both 'clientnummer'. */
export function plainWord(text: string): string {
  return plainAscii.test(text)
    ? text
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Most words are in this form already, and a list has many. */
const plainAscii = /^[a-z0-9]*$/;

/** The words of a text, each in that form: 'Straat + huisnr.' is 'straat', 'huisnr'; 'clientBSN' is 'client', 'bsn'. */
export function plainWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Words that people type in many ways, brought to one form. */

/** Lower case, without diacritics, letters and digits only: 'Cliënt-nummer' and 'CLIENT NUMMER' are both 'clientnummer'. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

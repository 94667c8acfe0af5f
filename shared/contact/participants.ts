/**
 * The participants of a survey platform as LimeSurvey takes them in: codes, and nothing by which anyone is known. Its columns for a name and an e-mail address
 * have to be there. The last name is the code again: rows that are alike in names and address are taken for the same person there, and left out.
 */
import type { LoginCode } from '../study/login-code.ts';

export const participantHeaders = [
  'firstname',
  'lastname',
  'email',
  'emailstatus',
  'token',
  'language',
  'validfrom',
  'validuntil',
  'usesleft',
] as const;

/** In the order of the codes, which says nothing of the people. Every cell in quotes, with a byte order mark. */
export function participantsText(codes: readonly LoginCode[], language: string): string {
  const rows = codes.toSorted().map((code) => ['', code, '', 'OK', code, language, '', '', '1']);
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  return `\uFEFF${[[...participantHeaders], ...rows].map(line).join('\r\n')}\r\n`;
}

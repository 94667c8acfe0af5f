/**
 * The three layouts of a survey platform's export, brought to one: columns with a name each, and rows under them. LimeSurvey's CSV has one
 * line of headings; its VV file has two, the texts of the questions and under them the names of the columns, and writes signs that would
 * break a line as words in braces.
 */
import type { Table, TableRow } from '../study/table.ts';

export interface Column {
  /** The heading as written; of a second column with the same heading 'heading (2)'. Of a VV file the name in its second line. */
  readonly header: string;
  /** Only VV: the text of the question above the name. */
  readonly text?: string;
  /** A column before this one has the same heading. */
  readonly isAgain: boolean;
}

export interface ExportLayout {
  readonly isVv: boolean;
  readonly columns: readonly Column[];
  /** Trimmed, without empty rows; what was not shown to the respondent is empty. */
  readonly rows: readonly TableRow[];
}

/** What LimeSurvey adds of itself, as named in code headings and in VV. */
const platformHeaders: readonly string[] = [
  'id',
  'submitdate',
  'lastpage',
  'startlanguage',
  'seed',
  'startdate',
  'datestamp',
  'ipaddr',
  'refurl',
  'token',
];
/** The same written out, as LimeSurvey has them in Dutch and English. */
const writtenOut: readonly string[] = [
  ...['response id', 'date submitted', 'last page', 'start language', 'date started', 'date last action'],
  ...['ip address', 'referrer url', 'antwoord id', 'antwoord-id', 'datum inzending', 'laatste pagina', 'begintaal'],
  ...['starttaal', 'datum gestart', 'startdatum', 'datum laatste actie', 'ip-adres', 'verwijzende url'],
];
export const isPlatformsOwn = (header: string): boolean =>
  [...platformHeaders, ...writtenOut].includes(header.toLowerCase());

const fewestOwn = 2;

export function exportLayout({ headers, rows }: Table): ExportLayout {
  const [first, ...others] = rows;
  const isVv =
    first !== undefined &&
    first.cells.filter((cell) => platformHeaders.includes(cell.trim())).length >= fewestOwn &&
    !headers.some((header) => plainHeader(header) === 'submitdate');
  const names = (isVv ? first.cells : headers).map(plainHeader);
  const seen = new Map<string, number>();
  const columns = names.map((header, index): Column => {
    const times = (seen.get(header) ?? 0) + 1;
    seen.set(header, times);
    return {
      header: times === 1 || header === '' ? header : `${header} (${times})`,
      ...(isVv ? { text: plainHeader(headers[index] ?? '') } : {}),
      isAgain: times > 1 && header !== '',
    };
  });
  const cellOf = isVv ? (cell: string) => unescaped(cell).trim() : (cell: string) => cell.trim();
  return {
    isVv,
    columns,
    rows: (isVv ? others : rows)
      .map(({ row, cells }) => ({ row, cells: cells.map(cellOf) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

const plainHeader = (header: string) => header.replace(/^\uFEFF/, '').trim();

const escapes: Readonly<Record<string, string>> = {
  lbrace: '{',
  newline: '\n',
  cr: '\r',
  tab: '\t',
  quote: '"',
  question_not_shown: '',
};

/** Read in one go: an answer that itself holds '{newline}' was written '{lbrace}newline}'. */
function unescaped(cell: string): string {
  return cell.replaceAll(/\{(lbrace|newline|cr|tab|quote|question_not_shown)\}/g, (_, word: string) => escapes[word]!);
}

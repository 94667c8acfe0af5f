/** A judged delivery as the manager sees it: counts, row numbers, columns and masked rows. */
import type { Extract } from '../../shared/intake/extract.ts';
import { maskedExamples } from '../../shared/intake/mask.ts';
import { fieldsOfColumns } from '../../shared/intake/newer-contact.ts';
import type { ContactField } from '../../shared/study/contact-data.ts';
import type { IntakeView } from '../../shared/views.ts';
import type { Judged } from './judged-delivery.ts';
import { questionsOf } from './questions.ts';
import { sampleOf } from './sample.ts';

/** A field that several columns make together (a house number and its addition) has its examples with the first of them. */
function columnsOf({ columns, rows }: Pick<Extract, 'columns' | 'rows'>): IntakeView['files'][number]['columns'] {
  const seen = new Set<string>();
  return columns.map(({ mayTellNo: _, ...column }) => {
    const { becomes } = column;
    const isRead = becomes !== 'not-allowed' && becomes !== 'not-recognised' && !seen.has(becomes);
    seen.add(becomes);
    return { ...column, examples: isRead ? maskedExamples(valuesIn(rows, [...fieldsOfColumns([column])])) : [] };
  });
}

/** A column of one and the same value is not gone through to its end for another one. */
const rowsLookedAt = 1000;

/** As they stand in one column: a whole name is of several fields. */
function* valuesIn(rows: Extract['rows'], fields: readonly ContactField[]): Generator<string> {
  for (const { values } of rows.slice(0, rowsLookedAt)) yield fields.flatMap((field) => values[field] ?? []).join(' ');
}

export function viewOf({ files, result, ends, gone }: Judged): IntakeView {
  return {
    files: result.reports.map((report, index) => {
      const { extract, missing, undecidedColumns } = files[index]!;
      return {
        ...report,
        sha256: files[index]!.sha256,
        sheet: extract.sheet,
        sheets: extract.sheets,
        columns: columnsOf(extract),
        missing,
        undecidedColumns,
        ...(extract.headerRow === undefined ? {} : { headerRow: extract.headerRow }),
        hiddenRows: extract.hiddenRows,
        sample: sampleOf(files[index]!, result.judged),
      };
    }),
    stopped: ends.size,
    gone,
    questions: questionsOf(result),
    undecided: result.undecided,
    needsConsentText: result.needsConsentText,
    noticed: result.noticed,
    ...(result.drawn === undefined ? {} : { drawn: result.drawn }),
    accepted: result.accepted.length,
    withEmail: result.accepted.filter(({ channels }) => channels.includes('email')).length,
  };
}

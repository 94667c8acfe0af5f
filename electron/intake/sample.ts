/** A few rows of a list, masked: the first ones, and those with which most is the matter. */

import type { IntakeResult } from '../../shared/intake/gate.ts';
import { masked } from '../../shared/intake/mask.ts';
import { type ContactField, contactFields } from '../../shared/study/contact-data.ts';
import type { IntakeFileView, MaskedRow } from '../../shared/views.ts';
import type { ReadList } from './read-lists.ts';

const most = 3;

type JudgedRow = IntakeResult['judged'][number];

/** The worst are those of which most could not be read, and then the first that are refused; a row stands in one of the two. */
export function sampleOf(
  { file, extract: { rows } }: ReadList,
  judged: IntakeResult['judged'],
): IntakeFileView['sample'] {
  const ofList = judged.filter(({ candidate }) => candidate.file === file);
  const first = ofList.slice(0, most);
  const worst = ofList
    .slice(most)
    .filter((row) => trouble(row) > 0)
    // Stable: of equally bad rows the first.
    .toSorted((one, other) => trouble(other) - trouble(one))
    .slice(0, most);
  const shown = [...first, ...worst];
  const rowsShown = new Set(shown.map(({ candidate }) => candidate.row));
  const values = new Map(rows.flatMap((one) => (rowsShown.has(one.row) ? [[one.row, one.values]] : [])));
  const fields = contactFields.filter(
    (field) => [...values.values()].some((one) => one[field] !== undefined) || shown.some(isUnreadable(field)),
  );
  const maskedRow = (row: JudgedRow): MaskedRow => ({
    row: row.candidate.row,
    cells: fields.map((field) => ({
      field,
      masked: masked(values.get(row.candidate.row)?.[field] ?? ''),
      isUnreadable: isUnreadable(field)(row),
    })),
    outcome: outcomeOf(row),
    isRefused: row.fate.kind === 'refused',
  });
  return { first: first.map(maskedRow), worst: worst.map(maskedRow) };
}

function outcomeOf({ fate }: JudgedRow): string {
  if (fate.kind === 'refused') return fate.reason;
  return fate.kind === 'applied' ? fate.as : fate.kind;
}

const isUnreadable =
  (field: ContactField) =>
  ({ candidate }: JudgedRow): boolean =>
    candidate.read.unreadable.includes(field);

/** A row that is refused is less bad than one of which anything could not be read. */
function trouble({ candidate, fate }: JudgedRow): number {
  return candidate.read.unreadable.length * 2 + (fate.kind === 'refused' ? 1 : 0);
}

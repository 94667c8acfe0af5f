/** Update lists and stop lists judged: nobody is taken in by them, and everyone in the study may be meant, of whatever group. */
import { type Candidate, candidateOf } from '../../shared/intake/candidate.ts';
import type { ColumnMatch } from '../../shared/intake/column-map.ts';
import type { Effects } from '../../shared/intake/effects.ts';
import { reportOf } from '../../shared/intake/fate.ts';
import { fieldsRead } from '../../shared/intake/fields-read.ts';
import type { IntakeResult } from '../../shared/intake/gate.ts';
import { fieldsOfColumns } from '../../shared/intake/newer-contact.ts';
import type { DeliveryKind } from '../../shared/intake/report.ts';
import { applyingStops } from '../../shared/intake/stop-list.ts';
import { applyingUpdates, type UpdateRow } from '../../shared/intake/update-list.ts';
import type { ContactField } from '../../shared/study/contact-data.ts';
import type { Desk } from '../desk.ts';
import { inTurns, type Pause } from '../pause.ts';
import type { ToJudge } from './judged-delivery.ts';

/** By one of these a person is found. */
const finding: readonly ContactField[] = ['clientNumber', 'surname', 'email', 'phone', 'mobile'];
/** One of these can tell what happened. */
const telling: readonly ContactField[] = [
  ...(['news', 'deceased', 'consent', 'channels'] as const),
  ...(['street', 'houseNumber', 'postcode', 'town', 'phone', 'mobile', 'email'] as const),
];

/** Without one of these fields nothing could come of any row. */
export function missingToApply(kind: DeliveryKind, columns: readonly ColumnMatch[]): readonly ContactField[] {
  const fields = fieldsOfColumns(columns);
  const hasAny = (some: readonly ContactField[]) => some.some((field) => fields.has(field));
  if (!hasAny(finding)) return ['clientNumber'];
  return kind === 'stops' || hasAny(telling) ? [] : ['news'];
}

export async function appliedList(
  { input, files, agreement, group, known }: ToJudge,
  desk: Desk,
  pause: Pause,
): Promise<{ readonly result: IntakeResult; readonly effects: Effects }> {
  const allowedFields = fieldsRead(input.kind, agreement.allowedFields);
  const reading = { group, agreement: { allowedFields }, readPhone: desk.files.readPhone };
  const rows = await inTurns(rowsOf(files, reading), pause);
  const candidates = rows.map(({ candidate }) => candidate);
  const applying =
    input.kind === 'stops'
      ? applyingStops(candidates, known)
      : applyingUpdates(rows, { group: group.code, known, decisions: input.decisions });
  const { judged, effects, questions, undecided } = await inTurns(applying, pause);
  const reports = files.map(({ file, extract }) =>
    reportOf(
      file,
      judged.filter(({ candidate }) => candidate.file === file),
      extract.masked,
    ),
  );
  const nobody = { accepted: [], met: [], ended: [], needsConsentText: false };
  const noticed = { sharedAddresses: 0, inOtherGroup: 0 };
  return { result: { ...nobody, reports, judged, questions, undecided, noticed }, effects };
}

function* rowsOf(files: ToJudge['files'], reading: Parameters<typeof candidateOf>[2]) {
  const total = files.reduce((sum, { extract }) => sum + extract.rows.length, 0);
  const rows: UpdateRow[] = [];
  for (const { file, extract } of files) {
    for (const row of extract.rows) {
      const candidate: Candidate = candidateOf({ file, rows: [] }, row, reading);
      const fields = new Set(Object.keys(row.values) as ContactField[]);
      rows.push({ candidate, news: row.values.news, fields });
      yield { done: rows.length, total };
    }
  }
  return rows;
}

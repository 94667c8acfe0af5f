/** The refused rows of a delivery as a file for the client. It holds nothing of a person, so it is not registered as handed out. */
import type { TargetFile } from '../../shared/contract.ts';
import { refusedTable } from '../../shared/intake/refused-table.ts';
import type { IntakeReport } from '../../shared/intake/report.ts';
import { refuse } from '../../shared/problem.ts';
import type { RefusedSaved } from '../../shared/views.ts';
import type { Desk } from '../desk.ts';

/** Writes a workbook or a CSV file, as the name of the target says. Refuses `file.inside-study-folder`, `file.not-written`. */
export function saveRefused(
  lists: readonly { readonly sheet: number; readonly report: IntakeReport }[],
  target: TargetFile,
  { host, files, study, write }: Desk,
): RefusedSaved {
  const path = host.pathOf(target);
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  const rows = refusedTable(lists);
  const refused = lists.reduce((sum, { report }) => sum + report.refusedRows.length, 0);
  write('intake.saveRefused', { lists: lists.length, rows: refused }, () => undefined);
  files.writeTable(path, 'Geweigerde rijen', rows);
  return { rows: refused };
}

/** The lists of a delivery as the reader processes give them: what the agreement allows of each, and by what the file is known again. */
import { createHash } from 'node:crypto';
import type { Extract, ExtractAsk } from '../../shared/intake/extract.ts';
import { fieldsRead } from '../../shared/intake/fields-read.ts';
import { type Problem, Refusal, refuse } from '../../shared/problem.ts';
import type { Agreement } from '../../shared/study/agreement.ts';
import type { Desk } from '../desk.ts';
import { ofFile } from '../files/read-file.ts';
import { refuseStopped } from './going-on.ts';
import type { Delivery } from './judged-delivery.ts';
import { rememberedColumns } from './remembered-columns.ts';

export interface ReadList {
  /** Which of the lists given together; counts from 1. */
  readonly file: number;
  readonly extract: Extract;
  readonly sha256: string;
  /** The stratum of rows that name none. */
  readonly stratum?: string;
}

/**
 * Reads the lists one after another. Refuses as `readExtract` does, `intake.file-changed` when a file is not the one that was looked at, and `intake.cancelled` once `stop` says so; then a reader that is at
 * work is ended by force.
 */
export async function readLists(
  { files: lists, kind }: Pick<Delivery, 'files' | 'kind'>,
  { allowedFields, specialCategories, client }: Agreement,
  desk: Desk,
  stop: AbortSignal,
): Promise<readonly ReadList[]> {
  const { host, today, progress } = desk;
  const allowed = fieldsRead(kind, allowedFields);
  const remembered = rememberedColumns(host.ownFolder, client);
  const read: ReadList[] = [];
  for (const [index, { file, stratum, sheet, password, looked, columns: map }] of lists.entries()) {
    refuseStopped(stop);
    progress(index, lists.length);
    const bytes = await host.readSource(file).catch((error: unknown) => {
      throw ofFile(error, index + 1);
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (looked !== undefined && looked !== sha256) refuse('intake.file-changed', { file: index + 1 });
    const ask: ExtractAsk = {
      allowed,
      map,
      remembered,
      today,
      ...(specialCategories === undefined ? {} : { specialCategories }),
      ...(sheet === undefined ? {} : { sheet }),
    };
    const extract = await readOrReport({ bytes, ask, file: index + 1, password, stop }, desk);
    read.push({ file: index + 1, extract, sha256, ...(stratum === undefined ? {} : { stratum }) });
  }
  progress(lists.length, lists.length);
  return read;
}

interface ToRead {
  readonly bytes: Uint8Array;
  readonly ask: ExtractAsk;
  readonly file: number;
  readonly password: string | undefined;
  readonly stop: AbortSignal;
}

/** For which a whole file is refused: it should not have been sent (UAVG art. 46, AVG art. 9 and 10). */
const incidents: readonly string[] = [
  'intake.citizen-service-number',
  'intake.special-category',
] satisfies readonly Problem['problem'][];

/** A file that should not have been sent: its refusal stands in the journal as an incident. */
async function readOrReport({ bytes, ask, file, password, stop }: ToRead, { files, write }: Desk): Promise<Extract> {
  try {
    return await files.readExtract(bytes, ask, file, { password, stop });
  } catch (error) {
    // A reader that was ended may have failed in any way.
    refuseStopped(stop);
    if (error instanceof Refusal && incidents.includes(error.problem.problem)) {
      write('intake.incident', { problem: error.problem.problem, file }, () => undefined);
    }
    throw error;
  }
}

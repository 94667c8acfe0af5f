/** A delivery before it is taken in: the files that were chosen, in the order in which duplicates are judged. */
import type { Asked, SourceFile } from '../../../shared/contract.ts';
import type { GroupCode } from '../../../shared/study/group.ts';

export interface ChosenFile {
  readonly file: SourceFile;
  readonly name: string;
  /** '' when the file is not one stratum. */
  readonly stratum: string;
}

export function extractOf(group: GroupCode, files: readonly ChosenFile[]): Asked<'intake.preview'> {
  return {
    group,
    files: files.map(({ file, stratum }) => ({
      file,
      ...(stratum.trim() === '' ? {} : { stratum: stratum.trim() }),
    })),
  };
}

/** The files with the one at `index` moved by one place. */
export function moved(files: readonly ChosenFile[], index: number, by: 1 | -1): readonly ChosenFile[] {
  const one = files[index];
  const other = files[index + by];
  if (one === undefined || other === undefined) return files;
  return files.map((file, at) => (at === index ? other : at === index + by ? one : file));
}

/** What sets each file name apart from the others: 'partners-oost.csv' and 'partners-west.csv' are 'oost' and 'west'. */
export function strataInNames(files: readonly ChosenFile[]): readonly ChosenFile[] {
  const parts = files.map(({ name }) => name.replace(/\.[^.]*$/, '').split(/[-_ ]+/));
  const isShared = (part: string) => parts.every((own) => own.includes(part));
  return files.map((file, index) => {
    const own = parts[index]!.filter((part) => !isShared(part)).join(' ');
    return { ...file, stratum: own === '' ? file.stratum : own.charAt(0).toUpperCase() + own.slice(1) };
  });
}

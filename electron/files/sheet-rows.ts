/** Rows of a sheet as they are read, cell by cell, within the limits: what is empty costs nothing, however far a file says it reaches. */
import { fileLimits, type LimitName } from './file-limits.ts';
import { zipLimits } from './zip-limits.ts';

/** A file goes over a limit while it is read. */
export class TooLarge extends Error {
  readonly limit: LimitName;
  constructor(limit: LimitName) {
    super(limit);
    this.limit = limit;
  }
}

/** A text in a cell has at most so many characters, in every spreadsheet program. */
export const longestCell = 32_767;

/**
 * What all sheets of a file may hold together: as many cells as one sheet may have, and as many characters as may be unpacked. A row or text
 * that is there many times is written once, so that a small file can say very much.
 */
export class RoomLeft {
  #cells = fileLimits.rows * fileLimits.columns;
  #characters = zipLimits.unpackedBytes;

  take(cells: readonly string[], times: number): void {
    this.#cells -= cells.length * times;
    for (const cell of cells) this.#characters -= cell.length * times;
    if (this.#cells < 0) throw new TooLarge('cells');
    if (this.#characters < 0) throw new TooLarge('unpackedBytes');
  }
}

const nothing: readonly string[] = Object.freeze([]);

export class SheetRows {
  readonly rows: (readonly string[])[] = [];
  readonly #room: RoomLeft;

  constructor(room: RoomLeft) {
    this.#room = room;
  }

  /**
   * Adds a row with content at an index from 0, `times` times below each other; the same cells then stand for all of them. Its cells are
   * not to be changed afterwards. Throws TooLarge.
   */
  add(index: number, cells: readonly string[], times = 1): void {
    if (cells.length === 0) return;
    if (cells.length > fileLimits.columns || index + times > fileLimits.rows) throw new TooLarge('cells');
    this.#room.take(cells, times);
    const { rows } = this;
    while (rows.length < index) rows.push(nothing);
    for (let at = index; at < index + times; at += 1) {
      const before = rows[at];
      // A file that describes a row twice: both are read, as spreadsheet programs do.
      if (before === undefined || before.length === 0) rows[at] = cells;
      else rows[at] = merged(before, cells);
    }
  }
}

function merged(one: readonly string[], other: readonly string[]): readonly string[] {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  return long.map((cell, index) => (cell === '' ? (short[index] ?? '') : cell));
}

/** Puts the text of a cell into a row that is being read. Throws TooLarge beyond the last column. */
export function putCell(cells: string[], column: number, text: string): void {
  if (text === '') return;
  if (column >= fileLimits.columns) throw new TooLarge('cells');
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

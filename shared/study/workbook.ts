/** A workbook as text: sheet name -> rows -> trimmed cell texts. Row 1 of the sheet is index 0; an empty cell is ''. */
export type Workbook = ReadonlyMap<string, readonly (readonly string[])[]>;

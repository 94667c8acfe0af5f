/** The English sentences for what goes wrong with a file or an intake. */
import type { Problems } from '../../shared/problem.ts';
import { type FileLimit, readFileLimit } from './file-limit.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemText, ProblemTexts } from './problem-text.ts';
import { wordsEn as words } from './words-en.ts';

const { all, count, form, number, oneOf } = grammarOf('en');
const nothingRead = 'Nothing was taken in.';
/** Of several that were given together, which. */
const thisFile = (file?: number) => (file === undefined ? 'this file' : `file ${file}`);
const theFile = (file?: number) => (file === undefined ? 'This file' : `File ${file}`);

export const intakeProblemsEn: ProblemTexts<ProblemsOf<'file' | 'intake'>> = {
  'file.not-found': ({ file }) => ({
    happened: `Veldwerk cannot find or open ${thisFile(file)}.`,
    todo: 'Check the name and the folder. Then choose the file again.',
  }),
  'file.kind-unsupported': ({ supported, file }) => ({
    happened: `${theFile(file)} is of a kind that Veldwerk does not read.`,
    safe: nothingRead,
    todo: `Save the file as ${oneOf(supported)}, without macros. Then choose it again.`,
  }),
  'file.too-large': ({ limit, file }) => fileTooLarge(readFileLimit(limit), file),
  'file.reader-stopped': ({ reason, row, file }) => ({
    happened: row === undefined ? readerStops[reason](file) : `${theFile(file)} cannot be read from row ${row} on.`,
    safe: nothingRead,
    todo:
      reason === 'unreadable'
        ? `${row === undefined ? 'Open the file' : 'Look at that row'} in a spreadsheet program. Save it again there and choose it again.`
        : 'Remove empty rows, empty columns and other sheets. Then choose the file again.',
  }),
  'file.empty': ({ file }) => ({
    happened: `${theFile(file)} has no rows with data under a row with headers.`,
    safe: nothingRead,
    todo: 'Check that this is the right file. Put a header above each column.',
  }),
  'file.inside-study-folder': () => ({
    happened: 'The chosen place lies in the folder of the study.',
    safe: 'Nothing was made.',
    todo: 'Choose a folder outside the study. There letters stand apart from what is sealed.',
  }),
  'file.not-written': () => ({
    happened: 'No file can be made in that place.',
    safe: 'Nothing was made.',
    todo: 'See whether the drive or stick is there and not full. Or choose another folder.',
  }),
  'file.has-macros': ({ file }) => ({
    happened: `${theFile(file)} has macros in it. Veldwerk does not open such a file.`,
    safe: nothingRead,
    todo: 'Save it in Excel as a plain workbook (.xlsx) and choose that file.',
  }),
  'file.password-needed': ({ file }) => ({
    happened: `${theFile(file)} is locked with a password.`,
    safe: nothingRead,
    todo: 'Fill in the password. Veldwerk keeps it nowhere.',
  }),
  'file.password-wrong': ({ file }) => ({
    happened: `The password of ${thisFile(file)} is wrong.`,
    safe: nothingRead,
    todo: 'Check the password and fill it in again. Mind the capitals.',
  }),
  'file.exists': () => ({
    happened: 'There is already a file with this name.',
    safe: 'That file was not overwritten.',
    todo: 'Choose another name or another folder.',
  }),

  'intake.citizen-service-number': ({ file, sheet, column, recognisedBy }) => ({
    happened: `In file ${file}${sheet === undefined ? '' : `, sheet ${sheet}`}, column ${column} ${
      recognisedBy === 'header' ? 'is headed as' : 'holds'
    } citizen service numbers (BSN). You may not use such a file.`,
    safe: `${nothingRead} This incident is in the journal.`,
    todo: 'Tell the client and your data protection officer. Delete the file. Ask for a new file without these numbers.',
  }),
  'intake.special-category': ({ file, sheet, column, category }) => ({
    happened: `According to its header, column ${column} of file ${file}${sheet === undefined ? '' : `, sheet ${sheet}`} holds special categories of data: ${words.specialCategories[category]}. The agreement does not allow these.`,
    safe: nothingRead,
    todo: 'Ask the client for a new file without this column. If the study really needs it, the agreement has to name it.',
  }),
  'intake.sheet-unknown': ({ file, sheet }) => ({
    happened: `File ${file} has no sheet ${sheet} with content.`,
    safe: nothingRead,
    todo: 'Choose another sheet.',
  }),
  'intake.consent-text-missing': () => ({
    happened: 'It is not known to which text these people said yes.',
    safe: nothingRead,
    todo: 'Fill in which text they were given, with its version, and where their consent is recorded.',
  }),
  'intake.undecided': ({ questions }) => ({
    happened: `You still have to decide on ${count(questions, { one: 'person', other: 'people' })}.`,
    safe: 'Nothing has been stored.',
    todo: 'Decide on each of them, then try again.',
  }),
  'intake.cancelled': () => ({
    happened: 'The intake was stopped.',
    safe: 'Nothing has been stored.',
    todo: 'Begin again if you want to go on.',
  }),
  'intake.delivery-unknown': () => ({
    happened: 'This delivery is not in the study (any more).',
    safe: 'Nothing was changed.',
    todo: 'Look at the list of deliveries again.',
  }),
  'intake.contacted-already': ({ people }) => ({
    happened: `${count(people, { one: 'person', other: 'people' })} of this delivery ${form(people, { one: 'was', other: 'were' })} contacted already.`,
    safe: 'Nothing was changed.',
    todo: 'It cannot be undone any more. Whoever may not take part can be stopped one by one.',
  }),
  'intake.columns-missing': ({ file, fields }) => ({
    happened: `File ${file} lacks ${count(fields.length, { one: 'column', other: 'columns' })}: ${all(
      fields.map((field) => words.contactFields[field]),
    )}.`,
    safe: nothingRead,
    todo: 'Ask the client for these columns, each with a clear header. The agreement has to allow them too.',
  }),
  'intake.column-undecided': ({ file, columns }) => ({
    happened: `In file ${file}, column ${all(columns)} may say who died or does not want to take part.`,
    safe: nothingRead,
    todo: 'Choose what this column is, or choose ‘do not read’.',
  }),
  'intake.file-changed': ({ file }) => ({
    happened: `File ${file} has changed since you looked at it.`,
    safe: nothingRead,
    todo: 'Look at the file again, and decide after that.',
  }),
  'intake.file-taken-before': ({ file }) => ({
    happened: `File ${file} has been taken in before.`,
    safe: `${nothingRead} Nobody is in the study twice.`,
    todo: 'Leave this file out, or choose a new one.',
  }),
};

const readerStops: Readonly<Record<Problems['file.reader-stopped']['reason'], (file?: number) => string>> = {
  time: (file) => `Reading ${thisFile(file)} took too long. Veldwerk stopped.`,
  memory: (file) => `Reading ${thisFile(file)} took too much memory. Veldwerk stopped.`,
  unreadable: (file) => `${theFile(file)} cannot be read.`,
};

function fileTooLarge(limit: FileLimit, file?: number): ProblemText {
  const bounds: { readonly [K in FileLimit['kind']]: (given: Extract<FileLimit, { kind: K }>) => string } = {
    size: ({ size }) => `A file may be at most ${size}.`,
    cells: ({ rows, columns }) => `A sheet may have at most ${number(rows)} rows and ${number(columns)} columns.`,
    parts: ({ parts }) => `A workbook may have at most ${number(parts)} parts.`,
    'unpacked-size': ({ size }) => `A workbook may be at most ${size} when unpacked.`,
    packing: ({ times }) => `A workbook may be at most ${number(times)} times as large when unpacked.`,
  };
  const bound = bounds[limit.kind] as (given: FileLimit) => string;
  return {
    happened: `${theFile(file)} is too large. ${bound(limit)}`,
    safe: nothingRead,
    todo: 'Remove what you do not need, or divide the rows over several files.',
  };
}

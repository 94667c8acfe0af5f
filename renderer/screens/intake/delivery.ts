/** A delivery before it is taken in: what it is, its lists in the order in which duplicates are judged, and what was decided about it. */
import type { Asked, SourceFile } from '../../../shared/contract.ts';
import type { ColumnMeaning } from '../../../shared/intake/column-map.ts';
import type { DeliveryKind } from '../../../shared/intake/report.ts';
import type { ConsentRecord, GroupCode } from '../../../shared/study/group.ts';
import type { SheetView } from '../../../shared/views.ts';

/** What a person made of a column, over what is suggested. */
export type ColumnChoice = ColumnMeaning | 'not-read';

/** A file, or one sheet of it. */
export interface ChosenList {
  /** Stays the same when the list is moved. */
  readonly key: string;
  readonly file: SourceFile;
  /** Of the file. */
  readonly name: string;
  /** '' when the list is not one stratum. */
  readonly stratum: string;
  /** Counts from 1; absent: the first sheet that is shown. */
  readonly sheet?: number;
  readonly sheetName?: string;
  /** Lives as long as the list is here, and nowhere else. */
  readonly password?: string;
  readonly columns: Readonly<Record<string, ColumnChoice>>;
}

export interface Draw {
  readonly seed: string;
  readonly by: 'people' | 'stratum';
  /** So many in all; by stratum: so many of those without one. */
  readonly people: number | undefined;
  readonly perStratum: Readonly<Record<string, number>>;
}

export interface Decision {
  readonly list: string;
  readonly row: number;
  readonly take: boolean;
}

export interface DeliveryDraft {
  readonly group: GroupCode;
  readonly kind: DeliveryKind;
  readonly lists: readonly ChosenList[];
  readonly consent: ConsentRecord;
  readonly onePerAddress: boolean;
  readonly draw: Draw | undefined;
  readonly gone: 'keep' | 'stop';
  readonly decisions: readonly Decision[];
}

/** A delivery that was begun, whatever it is: that is remembered by itself. */
export type BegunDelivery = Omit<DeliveryDraft, 'kind'>;

/** As it may be kept while another screen is looked at: passwords stay with the screen. */
export const withoutPasswords = (begun: BegunDelivery): BegunDelivery => ({
  ...begun,
  lists: begun.lists.map(({ password: _, ...list }) => list),
});

/** Only people and the same list again can bring in somebody new. */
export const bringsPeople = (kind: DeliveryKind): boolean => kind === 'people' || kind === 'difference';

/** The delivery as it is taken in: of the very files that were looked at. */
export function asLooked(
  input: Asked<'intake.accept'>,
  looked: readonly { readonly sha256: string }[],
): Asked<'intake.accept'> {
  const files = input.files.map((list, index) => {
    const sha256 = looked[index]?.sha256;
    return sha256 === undefined ? list : { ...list, looked: sha256 };
  });
  return { ...input, files };
}

/** The delivery as it is asked; what does not belong to its kind is left out. Undefined as long as there is no list. */
export function deliveryOf(draft: DeliveryDraft): Asked<'intake.preview'> | undefined {
  const { group, kind, lists, gone, onePerAddress } = draft;
  if (lists.length === 0) return undefined;
  const [text, source] = [draft.consent.text.trim(), draft.consent.source.trim()];
  const place = new Map(lists.map(({ key }, index) => [key, index + 1]));
  const decisions = draft.decisions.flatMap(({ list, row, take }) => {
    const file = place.get(list);
    return file === undefined ? [] : [{ file, row, take }];
  });
  return {
    group,
    kind,
    files: lists.map(({ file, stratum, sheet, password, columns }) => ({
      file,
      ...(stratum.trim() === '' ? {} : { stratum: stratum.trim() }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(password === undefined ? {} : { password }),
      ...(Object.keys(columns).length === 0 ? {} : { columns: { ...columns } }),
    })),
    ...(bringsPeople(kind)
      ? {
          ...(text === '' || source === '' ? {} : { consent: { text, source } }),
          onePerAddress,
          ...(draft.draw === undefined ? {} : { draw: drawOf(draft.draw) }),
        }
      : {}),
    ...(kind === 'difference' ? { gone } : {}),
    ...(decisions.length === 0 ? {} : { decisions }),
  };
}

function drawOf({ seed, by, people, perStratum }: Draw): NonNullable<Asked<'intake.preview'>['draw']> {
  return {
    seed,
    ...(people === undefined ? {} : { people }),
    ...(by === 'people' ? {} : { perStratum: { ...perStratum } }),
  };
}

/** The lists with the one at `index` moved by one place. */
export function moved(lists: readonly ChosenList[], index: number, by: 1 | -1): readonly ChosenList[] {
  const one = lists[index];
  const other = lists[index + by];
  if (one === undefined || other === undefined) return lists;
  return lists.map((list, at) => (at === index ? other : at === index + by ? one : list));
}

/** What sets each list apart from the others: 'partners-oost.csv' and 'partners-west.csv' are 'oost' and 'west'; of sheets of one file their own names. */
export function strataInNames(lists: readonly ChosenList[]): readonly ChosenList[] {
  const isOneFile = (list: ChosenList) => lists.filter(({ file }) => file === list.file).length > 1;
  const names = lists.map((list) => (isOneFile(list) && list.sheetName ? list.sheetName : withoutEnding(list.name)));
  const parts = names.map((name) => name.split(/[-_ ]+/));
  const isShared = (part: string) => parts.every((own) => own.includes(part));
  return lists.map((list, index) => {
    const own = parts[index]!.filter((part) => !isShared(part)).join(' ');
    return { ...list, stratum: own === '' ? list.stratum : own.charAt(0).toUpperCase() + own.slice(1) };
  });
}

/** What a list is called: its file, and the sheet where one was chosen. */
export function listName(
  { name, sheet, sheetName }: ChosenList,
  withSheet: (name: string, sheet: string) => string,
): string {
  return sheet === undefined ? name : withSheet(name, sheetName ?? String(sheet));
}

const withoutEnding = (name: string) => name.replace(/\.[^.]*$/, '');

/** Another sheet of the same file: what was said of the columns of the former one is forgotten. */
export function onSheet(list: ChosenList, { sheet, name }: SheetView): ChosenList {
  const { sheetName: _, ...rest } = list;
  return { ...rest, sheet, columns: {}, ...(name === undefined ? {} : { sheetName: name }) };
}

/** The list at `index` as a list of each of its sheets that is shown; the one that was looked at keeps what was said of it. */
export function aListEach(
  lists: readonly ChosenList[],
  index: number,
  now: number,
  sheets: readonly SheetView[],
): readonly ChosenList[] {
  return lists.flatMap((list, at) => {
    if (at !== index) return [list];
    return sheets
      .filter(({ hidden, sheet }) => !hidden || sheet === now)
      .map((sheet) => {
        const other = { ...onSheet(list, sheet), key: `${list.key}.${sheet.sheet}` };
        return sheet.sheet === now ? { ...other, columns: list.columns } : other;
      });
  });
}

/** A column with another meaning; without one it is as suggested again. */
export function withColumn(list: ChosenList, column: string, choice: ColumnChoice | undefined): ChosenList {
  const { [column]: _, ...others } = list.columns;
  return { ...list, columns: choice === undefined ? others : { ...others, [column]: choice } };
}

/** What was decided, with more decisions, or other ones about the same rows: those stay where they stand. */
export function decided(decisions: readonly Decision[], next: readonly Decision[]): readonly Decision[] {
  const isSame = (one: Decision) => (other: Decision) => other.list === one.list && other.row === one.row;
  return [
    ...decisions.map((one) => next.find(isSame(one)) ?? one),
    ...next.filter((one) => !decisions.some(isSame(one))),
  ];
}

/** The codebook (codeboek) of a dataset: what each column means, and what was done so that nobody can be recognised. In Dutch, for the client. */
import type { Dataset } from './anonymous-rows.ts';
import type { Code, Column, WhyLeftOut } from './columns.ts';
import type { CsvCell } from './csv.ts';

export interface Variable {
  readonly name: string;
  readonly label: string;
  readonly kind: Column['kind'];
  readonly values: readonly Code[];
  /** Codes that percentages do not count. */
  readonly missing: readonly Code[];
  /** Rows with a value that is not missing. */
  readonly answered: number;
  /** Rows with a code for a missing answer. */
  readonly missed: number;
  /** Empty cells: not asked (routing), passed over, unknown, or taken away. */
  readonly empty: number;
  /** Of a quantity: what stands for everything beyond it. Absent when the column had to stay empty. */
  readonly bounds?: { readonly lowest: number; readonly highest: number };
}

export interface Codebook {
  readonly title: string;
  readonly version: string;
  readonly rows: number;
  readonly k: number;
  readonly smallestClass: number;
  readonly suppressed: Dataset['suppressed'];
  readonly leftOut: Dataset['leftOut'];
  readonly variables: readonly Variable[];
}

/** The codebook of `dataset`; `title` and `version` are those of its questionnaire. */
export function codebook(
  dataset: Dataset,
  { title, version }: { readonly title: string; readonly version: string },
): Codebook {
  const { rows, k, smallestClass, suppressed, leftOut } = dataset;
  const variables = dataset.columns.map((column, i): Variable => {
    const { name, label, kind, values } = column;
    const codes = new Set(column.missing.map((each) => each.code));
    const cells = rows.map((row) => row[i] ?? null);
    const missed = cells.filter((cell) => cell !== null && codes.has(cell)).length;
    const empty = cells.filter((cell) => cell === null).length;
    const bounds =
      kind === 'quantity' ? dataset.quantities.find((each) => each.item === column.item)?.bounds : undefined;
    return {
      name,
      label,
      kind,
      values,
      missing: column.missing.map(({ code, label: meaning }) => ({ code, label: meaning })),
      answered: rows.length - missed - empty,
      missed,
      empty,
      ...(bounds && { bounds }),
    };
  });
  return { title, version, rows: rows.length, k, smallestClass, suppressed, leftOut, variables };
}

const kinds: Readonly<Record<Column['kind'], string>> = {
  number: 'volgnummer',
  key: 'achtergrond',
  choice: 'keuze',
  mention: 'genoemd',
  place: 'plaats in de volgorde',
  quantity: 'getal',
};
const reasons: Readonly<Record<WhyLeftOut, string>> = {
  'open-text': 'open antwoorden worden niet geleverd',
  date: 'datums worden niet geleverd',
  chosen: 'weggelaten door de onderzoeker',
  gone: 'staat niet meer in de vragenlijst',
};

function boundCodes({ kind, bounds }: Variable): readonly (readonly [CsvCell, string])[] {
  if (kind !== 'quantity') return [];
  if (!bounds) return [[null, 'leeg gelaten: te weinig mensen gaven een getal']];
  return [
    [bounds.lowest, 'dit getal of lager'],
    [bounds.highest, 'dit getal of hoger'],
  ];
}

/** The codebook as rows for a CSV file or a sheet: what was done, then per variable a line, with a line for each of its codes below it. */
export function codebookRows(book: Codebook): readonly (readonly CsvCell[])[] {
  const { suppressed } = book;
  const about: readonly (readonly CsvCell[])[] = [
    ['Codeboek', book.title, book.version],
    ['Aantal rijen', book.rows],
    ['Status', 'geanonimiseerd volgens de regels hieronder; voor de opdrachtgever, niet openbaar'],
    ['Kleinste groep met gelijke achtergrond', book.smallestClass, `ten minste ${book.k} (k)`],
    ['Rijen waarvan de achtergrond is weggelaten', suppressed.keys],
    ['Getallen die door een grens zijn vervangen', suppressed.extremes],
    ['Antwoorden die in geen kolom passen', suppressed.unplaced],
    ['Volgorde', 'de rijen zijn geschud en opnieuw genummerd'],
    ['Lege cel', 'niet gesteld, overgeslagen, onbekend of weggelaten'],
    ...book.leftOut.map(({ item, why, answers }) => ['Niet in het bestand', item, reasons[why], answers]),
  ];
  const variables = book.variables.flatMap((variable): readonly (readonly CsvCell[])[] => [
    [
      variable.name,
      variable.label,
      kinds[variable.kind],
      null,
      null,
      variable.answered,
      variable.missed,
      variable.empty,
    ],
    ...variable.values.map(({ code, label }) => [variable.name, null, null, code, label]),
    ...boundCodes(variable).map(([code, label]) => [variable.name, null, null, code, label]),
    ...variable.missing.map(({ code, label }) => [variable.name, null, null, code, `${label} (telt niet mee)`]),
  ]);
  return [
    ...about,
    [],
    ['Variabele', 'Omschrijving', 'Soort', 'Code', 'Betekenis', 'Beantwoord', 'Telt niet mee', 'Leeg'],
    ...variables,
  ];
}

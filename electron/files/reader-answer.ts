/**
 * What the reader process says, and what of it is believed. A file might one day bring the reader to say something else than it was made
 * for, so nothing is taken that has not the shape of one of its own answers: no text in a refusal, no field that is none.
 */

import { incomingKinds } from '../../shared/contact/read-incoming.ts';
import type { Extract, ExtractFound } from '../../shared/intake/extract.ts';
import { type ContactField, contactFields } from '../../shared/study/contact-data.ts';
import { type SpecialCategory, specialCategories } from '../../shared/study/special-category.ts';
import type { Table } from '../../shared/study/table.ts';
import type { Workbook } from '../../shared/study/workbook.ts';
import { limitNames } from './file-limits.ts';
import type { MessageRead } from './messages-of-files.ts';
import type { PackedRows } from './packed-rows.ts';
import type { FileFault } from './sheets-of-file.ts';

export type ExtractWithoutRows = Omit<Extract, 'rows'>;

export type ReaderAnswer =
  | FileFault
  | Exclude<ExtractFound, { readonly kind: 'extract' }>
  | { readonly kind: 'extract'; readonly extract: ExtractWithoutRows; readonly rows: PackedRows }
  | { readonly kind: 'messages'; readonly messages: readonly MessageRead[] }
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'table'; readonly table: Table };

type Loose = Readonly<Record<string, unknown>>;

/** The answer, or undefined when it is none of the reader's. Rows are looked at when they are unpacked. */
export function findAnswer(message: unknown): ReaderAnswer | undefined {
  if (!isObject(message) || typeof message.kind !== 'string') return undefined;
  const check = Object.hasOwn(checks, message.kind) ? checks[message.kind as ReaderAnswer['kind']] : undefined;
  return check?.(message) ? (message as unknown as ReaderAnswer) : undefined;
}

const always = () => true;

const checks: Readonly<Record<ReaderAnswer['kind'], (answer: Loose) => boolean>> = {
  'kind-unsupported': always,
  'has-macros': always,
  'password-needed': always,
  'password-wrong': always,
  memory: always,
  empty: always,
  'too-large': ({ limit }) => (Object.values(limitNames) as unknown[]).includes(limit),
  unreadable: ({ row }) => row === undefined || isPlace(row),
  'citizen-service-number': ({ sheet, found }) =>
    isPlace(sheet) &&
    isObject(found) &&
    isColumn(found.column) &&
    (found.recognisedBy === 'header' || found.recognisedBy === 'content'),
  'special-category': ({ sheet, column, category }) =>
    isPlace(sheet) && isColumn(column) && specialCategories.includes(category as SpecialCategory),
  'sheet-unknown': ({ sheet }) => isPlace(sheet),
  extract: ({ extract }) => isObject(extract) && isExtract(extract),
  messages: ({ messages }) => isListOf(messages, isMessage),
  workbook: ({ workbook }) =>
    workbook instanceof Map && [...workbook].every(([name, rows]) => isText(name) && isRows(rows)),
  table: ({ table }) =>
    isObject(table) &&
    isTexts(table.headers) &&
    isListOf(table.rows, (row) => isObject(row) && isPlace(row.row) && isTexts(row.cells)),
};

function isExtract({ columns, sheet, sheets, headerRow, hiddenRows, masked }: Loose): boolean {
  return (
    isListOf(
      columns,
      (one) =>
        isObject(one) &&
        isColumn(one.column) &&
        isText(one.becomes) &&
        (one.header === undefined || isText(one.header)),
    ) &&
    isPlace(sheet) &&
    isListOf(sheets, (one) => isObject(one) && isPlace(one.sheet) && (one.name === undefined || isText(one.name))) &&
    (headerRow === undefined || isPlace(headerRow)) &&
    Number.isInteger(hiddenRows) &&
    isListOf(masked, (one) => isObject(one) && isPlace(one.row) && contactFields.includes(one.field as ContactField))
  );
}

function isMessage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, attempts, sentTo } = value;
  if (kind === 'unreadable') return attempts === undefined && sentTo === undefined;
  return (
    incomingKinds.some((known) => known === kind) &&
    isListOf(attempts, (id) => isText(id) && /^[\w-]{22}$/.test(id)) &&
    (sentTo === undefined || (isText(sentTo) && sentTo.length <= 400))
  );
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Of a row or sheet; they count from 1. */
function isPlace(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function isColumn(value: unknown): boolean {
  return isText(value) && /^[A-Z]{1,3}$/.test(value);
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isTexts(value: unknown): boolean {
  return isListOf(value, isText);
}

function isRows(value: unknown): boolean {
  return isListOf(value, isTexts);
}

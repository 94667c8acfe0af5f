/** The requests of the intake, and what a delivery of the client is made of: its lists, how it is judged, what a person decided. */
import { z } from 'zod';
import { asks, nothing } from './definition.ts';
import { count, group, id, line, nr, secret, sourceFile, targetFile } from './inputs.ts';
import { columnMeanings } from './intake/column-map.ts';
import { deliveryKinds } from './intake/report.ts';
import type * as view from './intake-views.ts';

/** Of a spreadsheet: 'A' to 'ZZZ'. */
const column = z.string().regex(/^[A-Z]{1,3}$/, 'the letter of a column');

/** One list of a delivery: a file, or one sheet of it. */
const list = z.object({
  file: sourceFile,
  /** Counts from 1, hidden sheets included; absent: the first that is shown and has content. */
  sheet: nr.optional(),
  /** For lists that are one stratum each. */
  stratum: line.optional(),
  /** Of a workbook or file that is locked; kept nowhere. */
  password: secret.optional(),
  /** SHA-256 of the file that was looked at, hex: what was decided by its rows and columns counts for no other. */
  looked: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a hash')
    .optional(),
  /** What a person decided about columns, over what is suggested. */
  columns: z.record(column, z.enum([...columnMeanings, 'not-read'])).default({}),
});

const delivery = z.object({
  group,
  kind: z.enum(deliveryKinds).default('people'),
  /** In the order in which duplicates are judged. */
  files: z.array(list).min(1).max(50),
  /** By what consent can be shown, where the file does not say it per person; absent: as the group says. */
  consent: z.object({ text: line, source: line }).optional(),
  /** Only one person of each address. */
  onePerAddress: z.boolean().default(false),
  /** A random selection of those who could be accepted: so many of each stratum that is named, and `people` of all others together. */
  draw: z
    .object({
      /** As the preview gave it; absent: the office draws one, and tells and records it. */
      seed: z
        .string()
        .regex(/^\d{1,12}$/, 'a number')
        .optional(),
      people: count.optional(),
      perStratum: z.record(line, count).default({}),
    })
    .optional(),
  /** Of a difference: what becomes of people who are not in the newer list any more. */
  gone: z.enum(['keep', 'stop']).default('keep'),
  /** What the manager decided where a rule cannot: whether the person in this row is taken. */
  decisions: z
    .array(z.object({ file: nr, row: nr, take: z.boolean() }))
    .max(10_000)
    .default([]),
});

export const intakeRequests = {
  'intake.preview': asks<view.IntakeView>()(['manager'], delivery),
  'intake.accept': asks<view.IntakeView>()(['manager'], delivery),
  /** Stops the reading or taking in that goes on; nothing of it is stored. */
  'intake.cancel': asks<null>()(['manager'], nothing),
  'intake.deliveries': asks<view.DeliveriesView>()(['manager', 'officer'], nothing),
  /** Takes everyone out again who came with this delivery, as long as nobody of them was contacted. Turns to a new epoch. */
  'intake.undo': asks<view.DeliveriesView>()(['manager'], z.object({ delivery: id })),
  /** For the client, of a delivery that is looked at: row numbers and reasons, nothing of a person. */
  'intake.saveRefused': asks<view.RefusedSaved>()(['manager'], delivery.extend({ target: targetFile })),
  /** As `saveRefused`, of a delivery that was taken in. */
  'intake.saveRefusedOf': asks<view.RefusedSaved>()(['manager'], z.object({ delivery: id, target: targetFile })),
} as const;

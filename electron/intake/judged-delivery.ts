/** A delivery read and judged: what is in its lists, and what would become of each row. Nothing is stored. */
import { randomInt } from 'node:crypto';
import type { Input } from '../../shared/contract.ts';
import { fieldsMissing } from '../../shared/intake/column-map.ts';
import { differenceOf } from '../../shared/intake/difference.ts';
import { type Effects, type EndReason, endsOf } from '../../shared/intake/effects.ts';
import { reportOf } from '../../shared/intake/fate.ts';
import { fieldsRead } from '../../shared/intake/fields-read.ts';
import { type IntakeResult, judging } from '../../shared/intake/gate.ts';
import type { DrawAsked } from '../../shared/intake/intake.ts';
import { fieldsOfColumns } from '../../shared/intake/newer-contact.ts';
import { refuse } from '../../shared/problem.ts';
import {
  type Agreement,
  findAgreement,
  missingProperties,
  refuseOutsideAgreement,
} from '../../shared/study/agreement.ts';
import type { ContactData, ContactField } from '../../shared/study/contact-data.ts';
import type { Group } from '../../shared/study/group.ts';
import type { Strata } from '../../shared/study/stratum.ts';
import type { Desk } from '../desk.ts';
import { inTurns, letOthersGo, type Pause } from '../pause.ts';
import type { StoredCase } from '../store/cases.ts';
import { refuseStopped } from './going-on.ts';
import { appliedList, missingToApply } from './judged-updates.ts';
import { keptLists } from './kept-lists.ts';
import { everyoneKnown, type KnownCase } from './known-people.ts';
import { type ReadList, readLists } from './read-lists.ts';
import { suppressedBy } from './suppressed.ts';

/** A delivery as it was asked. */
export type Delivery = Input<'intake.preview'>;

export interface JudgedFile extends ReadList {
  /** Fields without which nobody of this list could be accepted, or found. */
  readonly missing: readonly ContactField[];
  /** Letters of columns that may say a no, and nobody knows. On a list of people not to approach everyone is stopped anyhow. */
  readonly undecidedColumns: readonly string[];
}

export interface Judged {
  readonly files: readonly JudgedFile[];
  readonly result: IntakeResult;
  /** Names of strata that the study knows already. */
  readonly strata: Strata;
  /** Cases of earlier deliveries, of all groups, that end because of this one. */
  readonly ends: ReadonlyMap<StoredCase, EndReason>;
  /** Contact data of earlier deliveries as they are now. */
  readonly changes: ReadonlyMap<StoredCase, ContactData>;
  /** People to remember as not to be approached. */
  readonly suppress: readonly ContactData[];
  /** Open cases that the newer list does not have any more. */
  readonly gone: number;
}

/** Reads and judges in turns that hold nothing up. Refuses `intake.cancelled` once `stop` says so. */
export async function readAndJudge(input: Delivery, desk: Desk, stop: AbortSignal): Promise<Judged> {
  const { settings, store, today, progress } = desk;
  const pause: Pause = async (done, total) => {
    await letOthersGo(done, total);
    refuseStopped(stop);
    progress(done, total);
  };
  const draft = (await settings.find('agreement')) ?? {};
  const agreement = findAgreement(draft) ?? refuse('study.agreement-incomplete', { missing: missingProperties(draft) });
  if (!store.groups.all().includes(input.group)) refuse('study.group-unknown', { group: input.group });
  refuseOutsideAgreement(agreement, today);
  const group = await settings.get('group', input.group);
  const isToApply = input.kind === 'updates' || input.kind === 'stops';
  const files = (await readLists(input, agreement, desk, stop)).map((list) => {
    const { columns } = list.extract;
    const undecided = input.kind === 'stops' ? [] : columns.filter(({ mayTellNo }) => mayTellNo);
    return {
      ...list,
      missing: isToApply ? missingToApply(input.kind, columns) : fieldsMissing(columns, group),
      undecidedColumns: undecided.map(({ column }) => column),
    };
  });
  const known = await everyoneKnown(desk, pause);
  const at = { input, files, agreement, group, known };
  const { result, effects } = isToApply ? await appliedList(at, desk, pause) : await gated(at, desk, pause);
  const byKey = new Map<string, StoredCase>(known.map(({ key, one }) => [key, one]));
  const ofCases = <T>(map: ReadonlyMap<string, T>) => new Map([...map].map(([key, value]) => [byKey.get(key)!, value]));
  return {
    files,
    result,
    strata: (await settings.find('strata')) ?? [],
    ends: ofCases(effects.ends),
    changes: ofCases(effects.changes),
    suppress: effects.suppress,
    gone: effects.gone,
  };
}

export interface ToJudge {
  readonly input: Delivery;
  readonly files: readonly JudgedFile[];
  readonly agreement: Agreement;
  readonly group: Group;
  readonly known: readonly KnownCase[];
}

/** People to take in, through the gate; of a difference also what it does to those who were there. */
async function gated(
  { input, files, agreement, group, known }: ToJudge,
  desk: Desk,
  pause: Pause,
): Promise<{ readonly result: IntakeResult; readonly effects: Effects }> {
  const lists = files.map((list) => ({ ...list, rows: list.extract.rows, masked: list.extract.masked }));
  const { kind, consent, onePerAddress, decisions } = input;
  const allowedFields = fieldsRead(kind, agreement.allowedFields);
  const intake = {
    ...{
      files: lists,
      group,
      agreement: { ...agreement, allowedFields },
      today: desk.today,
      known,
      consent,
      onePerAddress,
      decisions,
    },
    draw: await drawOf(input, desk),
    isSuppressed: await suppressedBy(desk),
    readPhone: desk.files.readPhone,
  };
  const result = await inTurns(judging(intake), pause);
  if (kind === 'people') {
    const effects = { ends: endsOf(result.ended, known), changes: new Map(), suppress: [], gone: 0 };
    return { result, effects };
  }
  const fields = new Map(files.map(({ file, extract }) => [file, fieldsOfColumns(extract.columns)]));
  const { judged, effects } = differenceOf(result, { group: group.code, known, fields, gone: input.gone });
  const reports = files.map(({ file, extract }) =>
    reportOf(
      file,
      judged.filter(({ candidate }) => candidate.file === file),
      extract.masked,
    ),
  );
  return { result: { ...result, judged, reports }, effects };
}

/** Where a group was drawn, a newer list adds nobody to it who was not drawn then, unless the manager asks for a number of them. */
async function drawOf({ kind, group, draw }: Delivery, desk: Desk): Promise<DrawAsked | undefined> {
  const isDrawn = async () => (await keptLists(desk)).some((list) => list.group === group && list.kept.rules.draw);
  if (draw !== undefined) return { ...draw, seed: draw.seed ?? newSeed() };
  return kind === 'difference' && (await isDrawn()) ? { seed: newSeed(), people: 0, perStratum: {} } : undefined;
}

/** Refuses what may be looked at but not taken in: columns that are missing, or that may say a no and nobody knows, people who wait for a decision, a consent that cannot be shown. */
export function refuseUnfinished({ files, result }: Judged): void {
  const file = files.findIndex(({ missing }) => missing.length > 0);
  if (file >= 0) refuse('intake.columns-missing', { file: file + 1, fields: files[file]!.missing });
  for (const { file: nr, undecidedColumns: columns } of files)
    if (columns.length > 0) refuse('intake.column-undecided', { file: nr, columns });
  if (result.undecided > 0) refuse('intake.undecided', { questions: result.undecided });
  if (result.needsConsentText) refuse('intake.consent-text-missing', {});
}

/** Twelve digits by chance: a selection is drawn by it again, and nobody chose whom it falls on. */
function newSeed(): string {
  return String(randomInt(10 ** 12)).padStart(12, '0');
}

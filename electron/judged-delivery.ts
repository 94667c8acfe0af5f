/** A delivery read and judged: what is in its lists, and what would become of each row. Nothing is stored. */
import { randomInt } from 'node:crypto';
import type { Input } from '../shared/contract.ts';
import { fieldsMissing } from '../shared/intake/column-map.ts';
import { type IntakeResult, judging } from '../shared/intake/gate.ts';
import { refuse } from '../shared/problem.ts';
import { findAgreement, missingProperties } from '../shared/study/agreement.ts';
import type { ContactField } from '../shared/study/contact-data.ts';
import type { Strata } from '../shared/study/stratum.ts';
import type { Desk } from './desk.ts';
import { refuseStopped } from './going-intakes.ts';
import { everyoneKnown } from './known-people.ts';
import { inTurns, letOthersGo, type Pause } from './pause.ts';
import { type ReadList, readLists } from './read-lists.ts';
import type { StoredCase } from './store/cases.ts';
import { suppressedBy } from './suppressed.ts';

/** A delivery as it was asked. */
export type Delivery = Input<'intake.preview'>;

export interface JudgedFile extends ReadList {
  /** Fields without which nobody of this list could be accepted. */
  readonly missing: readonly ContactField[];
}

export interface Judged {
  readonly files: readonly JudgedFile[];
  readonly result: IntakeResult;
  /** Names of strata that the study knows already. */
  readonly strata: Strata;
  /** Open cases of earlier deliveries, of all groups, of whom a row now tells that they have died or object. */
  readonly ended: ReadonlyMap<StoredCase, 'deceased' | 'objection'>;
}

/** Reads and judges in turns that hold nothing up. Refuses `intake.cancelled` once `stop` says so. */
export async function readAndJudge(input: Delivery, desk: Desk, stop: AbortSignal): Promise<Judged> {
  const { settings, store, files, today, progress } = desk;
  const pause: Pause = async (done, total) => {
    await letOthersGo(done, total);
    refuseStopped(stop);
    progress(done, total);
  };
  const draft = (await settings.find('agreement')) ?? {};
  const agreement = findAgreement(draft) ?? refuse('study.agreement-incomplete', { missing: missingProperties(draft) });
  if (!store.groups.all().includes(input.group)) refuse('study.group-unknown', { group: input.group });
  const group = await settings.get('group', input.group);
  const lists = (await readLists(input, agreement, desk, { stop })).map((list) => {
    const { rows, columns, masked } = list.extract;
    return { ...list, rows, masked, missing: fieldsMissing(columns, group) };
  });
  const strata = (await settings.find('strata')) ?? [];
  const known = await everyoneKnown(desk, pause);
  const { consent, onePerAddress, draw, decisions } = input;
  const intake = {
    ...{ files: lists, group, agreement, today, known, consent, onePerAddress, decisions },
    draw: draw && { ...draw, seed: draw.seed ?? newSeed() },
    isSuppressed: await suppressedBy(desk),
    readPhone: files.readPhone,
  };
  const result = await inTurns(judging(intake), pause);
  const byKey = new Map<string, StoredCase>(known.map(({ key, one }) => [key, one]));
  const ended = new Map<StoredCase, 'deceased' | 'objection'>();
  for (const { key, reason } of result.ended) {
    const one = byKey.get(key)!;
    if (one.state.kind === 'open') ended.set(one, reason);
  }
  return { files: lists, result, strata, ended };
}

/** Refuses what may be looked at but not taken in: columns that are missing, people who wait for a decision, a consent that cannot be shown. */
export function refuseUnfinished({ files, result }: Judged): void {
  const file = files.findIndex(({ missing }) => missing.length > 0);
  if (file >= 0) refuse('intake.columns-missing', { file: file + 1, fields: files[file]!.missing });
  if (result.undecided > 0) refuse('intake.undecided', { questions: result.undecided });
  if (result.needsConsentText) refuse('intake.consent-text-missing', {});
}

/** Twelve digits by chance: a selection is drawn by it again, and nobody chose whom it falls on. */
function newSeed(): string {
  return String(randomInt(10 ** 12)).padStart(12, '0');
}

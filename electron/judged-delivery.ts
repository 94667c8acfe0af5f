/** A delivery read and judged: what is in its lists, and what would become of each row. Nothing is stored. */
import type { Input } from '../shared/contract.ts';
import { fieldsMissing } from '../shared/intake/column-map.ts';
import type { Extract } from '../shared/intake/extract.ts';
import { acceptRows, type IntakeResult } from '../shared/intake/gate.ts';
import { refuse } from '../shared/problem.ts';
import { findAgreement, missingProperties } from '../shared/study/agreement.ts';
import type { Strata } from '../shared/study/stratum.ts';
import type { Desk } from './desk.ts';
import { peopleIn } from './known-people.ts';
import { readLists } from './read-lists.ts';
import type { StoredCase } from './store/cases.ts';

/** A delivery as it was asked. */
export type Delivery = Input<'intake.preview'>;

export interface Judged {
  readonly files: readonly { readonly extract: Extract; readonly sha256: string }[];
  readonly result: IntakeResult;
  /** Names of strata that the study knows already. */
  readonly strata: Strata;
  /** Open cases of earlier deliveries that a row now tells have died or object. */
  readonly ended: ReadonlyMap<StoredCase, 'deceased' | 'objection'>;
}

export async function readAndJudge(input: Delivery, desk: Desk, stop: AbortSignal): Promise<Judged> {
  const { settings, store, files, today } = desk;
  const draft = (await settings.find('agreement')) ?? {};
  const agreement = findAgreement(draft) ?? refuse('study.agreement-incomplete', { missing: missingProperties(draft) });
  if (!store.groups.all().includes(input.group)) refuse('study.group-unknown', { group: input.group });
  const group = await settings.get('group', input.group);
  const lists = await readLists(input, agreement, desk, { stop });
  const read = lists.map((list) => {
    const fields = fieldsMissing(list.extract.columns, group);
    if (fields.length > 0) refuse('intake.columns-missing', { file: list.file, fields });
    return { ...list, rows: list.extract.rows };
  });
  const strata = (await settings.find('strata')) ?? [];
  const known = new Map<string, StoredCase>();
  for (const { one, identity } of await peopleIn(input.group, desk)) for (const key of identity) known.set(key, one);
  const result = acceptRows({
    files: read,
    group,
    agreement,
    today,
    known: new Set(known.keys()),
    readPhone: files.readPhone,
  });
  const ended = new Map<StoredCase, 'deceased' | 'objection'>();
  for (const { key, reason } of result.ended) {
    const one = known.get(key)!;
    if (one.state.kind === 'open' && ended.get(one) !== 'deceased') ended.set(one, reason);
  }
  return { files: read, result, strata, ended };
}

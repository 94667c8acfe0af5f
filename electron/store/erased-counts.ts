/** Those who were erased, as counts: so that what is reported still adds up. Nothing here tells of one person. */
import type { Channel, Mode } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome, FinalCode } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface ErasedCases {
  readonly group: GroupCode;
  readonly code: FinalCode;
  readonly mode?: Mode;
  readonly count: number;
}
export interface ErasedAttempts {
  readonly group: GroupCode;
  readonly channel: Channel;
  readonly outcome: AttemptOutcome;
  readonly count: number;
}

interface CasesRow {
  readonly group_code: string;
  readonly final_code: string;
  readonly mode: string;
  readonly cases: number;
  readonly mac: Uint8Array;
}
interface AttemptsRow {
  readonly group_code: string;
  readonly channel: string;
  readonly outcome: string;
  readonly attempts: number;
  readonly mac: Uint8Array;
}

export function erasedCountsTables(database: Database, integrity: Integrity) {
  const putCases = database.prepare(
    'INSERT OR REPLACE INTO erased_cases VALUES (@group_code, @final_code, @mode, @cases, @mac)',
  );
  const putAttempts = database.prepare(
    'INSERT OR REPLACE INTO erased_attempts VALUES (@group_code, @channel, @outcome, @attempts, @mac)',
  );
  const allCases = database.prepare<[], CasesRow>('SELECT * FROM erased_cases');
  const allAttempts = database.prepare<[], AttemptsRow>('SELECT * FROM erased_attempts');
  const cases = (): readonly ErasedCases[] =>
    allCases.all().map((row) => {
      const { group_code, final_code, mode, cases: count } = checked(integrity, 'erased_cases', row);
      const held = mode === '' ? {} : { mode: mode as Mode };
      return { group: group_code as GroupCode, code: final_code as FinalCode, ...held, count };
    });
  const attempts = (): readonly ErasedAttempts[] =>
    allAttempts.all().map((row) => {
      const { group_code, channel, outcome, attempts: count } = checked(integrity, 'erased_attempts', row);
      return {
        group: group_code as GroupCode,
        channel: channel as Channel,
        outcome: outcome as AttemptOutcome,
        count,
      };
    });
  return {
    cases,
    attempts,
    /** Inside a write: one more case of this group that ended so. */
    addCase({ group, code, mode }: Omit<ErasedCases, 'count'>): void {
      const isIt = (one: ErasedCases) => one.group === group && one.code === code && one.mode === mode;
      const before = cases().find(isIt)?.count ?? 0;
      const row = { group_code: group, final_code: code, mode: mode ?? '', cases: before + 1 };
      putCases.run(signed(integrity, 'erased_cases', row));
    },
    /** Inside a write: one more attempt of this channel and outcome. */
    addAttempt(group: GroupCode, channel: Channel, outcome: AttemptOutcome): void {
      const isIt = (one: ErasedAttempts) => one.group === group && one.channel === channel && one.outcome === outcome;
      const before = attempts().find(isIt)?.count ?? 0;
      const row = { group_code: group, channel, outcome, attempts: before + 1 };
      putAttempts.run(signed(integrity, 'erased_attempts', row));
    },
  };
}

/** A study read from its raw file, without any of the app's own code for reading: the independent witness of the journey. */
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface RawCase {
  readonly id: string;
  readonly group_code: string;
  readonly channels: string;
  readonly state: string;
  readonly final_code: string | null;
  readonly mode: string | null;
  readonly final_on: string | null;
}
export interface RawAttempt {
  readonly case_id: string;
  readonly step: string;
  readonly channel: string;
  readonly on_day: string;
  readonly outcome: string;
}
export interface RawStudy {
  readonly cases: readonly RawCase[];
  readonly attempts: readonly RawAttempt[];
  readonly responses: number;
  readonly links: number;
}

export function readRawStudy(folder: string): RawStudy {
  const raw = new Database(join(folder, 'study.db'), { readonly: true });
  const count = (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const study = {
    cases: raw.prepare<[], RawCase>('SELECT * FROM cases').all(),
    attempts: raw.prepare<[], RawAttempt>('SELECT * FROM attempts').all(),
    responses: count('responses'),
    links: count('links'),
  };
  raw.close();
  return study;
}

/** By these it showed that a channel that was agreed to reaches the person no more: it was taken off since. */
const lost = ['wrong-number', 'disconnected', 'failed', 'bounced', 'returned', 'moved'];

/** What was done to people that may never be done; empty in a study that keeps its promises. */
export function wrongs({ cases, attempts, responses, links }: RawStudy): readonly string[] {
  const found: string[] = [];
  const byId = new Map(cases.map((one) => [one.id, one]));
  const deliveries = new Set<string>();
  const days = new Set<string>();
  for (const { case_id, step, channel, on_day, outcome } of attempts) {
    const one = byId.get(case_id);
    if (one === undefined) found.push('an attempt at nobody');
    else {
      if (one.final_on !== null && on_day > one.final_on) found.push(`contact after the end, by ${channel}`);
      const isLost = attempts.some(
        (other) => other.case_id === case_id && other.channel === channel && lost.includes(other.outcome),
      );
      if (!one.channels.split(' ').includes(channel) && !isLost)
        found.push(`contact by ${channel}, which was not agreed to`);
    }
    if (channel !== 'phone' && deliveries.size === deliveries.add(`${case_id} ${step}`).size)
      found.push('a step sent twice');
    if (days.size === days.add(`${case_id} ${on_day}`).size) found.push('two contacts on one day');
    if (outcome === 'intended') found.push('an attempt without a result');
  }
  const answered = cases.filter(({ final_code }) => final_code === '1.1' || final_code === '2.12').length;
  if (responses !== answered) found.push(`${responses} responses of ${answered} people`);
  if (links !== responses) found.push(`${links} links for ${responses} responses`);
  const ended = attempts.filter(({ outcome }) =>
    ['completed', 'refused', 'withdrew', 'deceased', 'unable', 'language', 'broke-off'].includes(outcome),
  );
  for (const { case_id } of ended)
    if (byId.get(case_id)?.state !== 'final') found.push('an end that did not end the case');
  if (new Set(ended.map(({ case_id }) => case_id)).size !== ended.length) found.push('someone who ended twice');
  return found;
}

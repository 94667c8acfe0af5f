/** People who are in a study, and rows about them, for tests of what a later delivery does. */
import { day } from '../../../shared/calendar.ts';
import { type Candidate, candidateOf } from '../../../shared/intake/candidate.ts';
import type { PersonThere } from '../../../shared/intake/effects.ts';
import type { RowValues } from '../../../shared/intake/extract.ts';
import type { UpdateRow } from '../../../shared/intake/update-list.ts';
import { type ContactField, contactFields } from '../../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../../shared/study/group.ts';

export const today = day('2026-03-01');
export const agreement = { allowedFields: contactFields, startsOn: day('2026-01-01'), endsOn: day('2026-12-31') };
export const readPhone = (text: string) => (/^0\d{9}$/.test(text) ? `+31${text.slice(1)}` : undefined);
export const residents: Group = {
  code: 'residents' as GroupCode,
  title: 'Residents',
  consentBasis: 'no-objection',
  consentBasisByStratum: {},
};
export const asked: Group = { ...residents, code: 'asked' as GroupCode, consentBasis: 'opt-in' };

export function candidate(values: RowValues, row = 2, group = residents): Candidate {
  return candidateOf({ file: 1, rows: [] }, { row, values }, { group, agreement, readPhone });
}

/** Someone of a delivery with these cells. */
export function there(
  key: string,
  values: RowValues,
  { group = residents, isOpen = true, hasAnswered = false } = {},
): PersonThere {
  const { contact, basis, identity } = candidate(values, 2, group);
  return { key, group: group.code, contact, basis, identity, isOpen, hasAnswered };
}

export function updateRow(values: RowValues, row = 2): UpdateRow {
  const fields = new Set(Object.keys(values) as ContactField[]);
  return { candidate: candidate(values, row), news: values.news, fields };
}

/** What work that stops now and then comes to, done without a stop; and how often it would have. */
export function atOnce<R>(work: Generator<{ readonly done: number; readonly total: number }, R>) {
  let steps = 0;
  for (;;) {
    const step = work.next();
    if (step.done) return { result: step.value, steps };
    if (step.value.done > step.value.total) throw new Error('further than the end');
    steps += 1;
  }
}

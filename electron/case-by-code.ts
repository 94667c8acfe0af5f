/** A case found by the login code that someone typed or scanned. */
import { refuse } from '../shared/problem.ts';
import { findLoginCode } from '../shared/study/login-code.ts';
import { codeTag, type Desk } from './desk.ts';
import type { StoredCase } from './store/cases.ts';

/** Refuses `contact.code-revoked` for a code that was replaced by another, `contact.code-unknown` for one that never was. */
export function caseByCode(typed: string, { store, study }: Pick<Desk, 'store' | 'study'>): StoredCase {
  const code = findLoginCode(typed) ?? refuse('contact.code-unknown', {});
  const tag = codeTag(study, code);
  const found = store.cases.findByTag(tag);
  if (found !== undefined) return found;
  return refuse(store.revokedCodes.find(tag) === undefined ? 'contact.code-unknown' : 'contact.code-revoked', {});
}

/** The case of a letter or slip that came back: it may bear a code that was replaced since. Refuses `contact.code-unknown`. */
export function caseOfLetter(typed: string, { store, study }: Pick<Desk, 'store' | 'study'>): StoredCase {
  const code = findLoginCode(typed) ?? refuse('contact.code-unknown', {});
  const tag = codeTag(study, code);
  const revoked = store.revokedCodes.find(tag);
  const found = store.cases.findByTag(tag) ?? (revoked && store.cases.find(revoked));
  return found ?? refuse('contact.code-unknown', {});
}

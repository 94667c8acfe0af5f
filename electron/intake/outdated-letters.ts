/**
 * Letters that were made and not posted yet when the address, name or channels of their person changed: they are taken out of the batch as
 * those of people who stopped are, and made anew.
 */
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Desk } from '../desk.ts';
import type { StoredAttempt } from '../store/attempts.ts';

/** The unposted letters to these people are outdated from now on; the function given back stores that, inside a write. */
export async function outdateLetters(people: readonly CaseId[], { store, settings }: Desk): Promise<() => void> {
  const letters = people.flatMap((id) => store.attempts.ofCase(id).filter(isUnposted)).map(({ id }) => id);
  if (letters.length === 0) return () => undefined;
  const before = (await settings.find('outdatedLetters')) ?? [];
  return settings.seal('outdatedLetters', [...new Set([...before, ...letters])].toSorted());
}

export async function outdatedLetters({ settings }: Desk): Promise<ReadonlySet<AttemptId>> {
  return new Set(await settings.find('outdatedLetters'));
}

const isUnposted = ({ outcome, batch }: StoredAttempt) => outcome === 'intended' && batch !== undefined;

/**
 * People who must not be approached, whoever delivers them: remembered as keyed hashes, never as names. The key is of this study, so the
 * same list remembered in two studies has nothing in common, and without a passphrase nobody can try names on it.
 */
import { createHmac } from 'node:crypto';
import { stopListKeys, stopListLookUps } from '../../shared/intake/identity.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import type { Desk } from '../desk.ts';
import type { OpenStudy } from '../session.ts';
import { keptLists } from './kept-lists.ts';

/** 16 bytes: two of 100,000 people are not taken for one another. */
const tagBytes = 16;

function tagOf({ lookupKey }: OpenStudy, key: string): string {
  const hash = createHmac('sha256', lookupKey).update(`suppressed ${key}`).digest();
  return hash.subarray(0, tagBytes).toString('base64url');
}

/** The tags of these people. Without their numbers: the same number is someone else's in another list. */
export function tagsOfNoes(people: readonly ContactData[], study: OpenStudy): readonly string[] {
  const keys = people.flatMap(({ clientNumber: _, ...contact }) => stopListKeys(contact));
  return [...new Set(keys.map((key) => tagOf(study, key)))].toSorted();
}

/** Whether someone of a delivery must not be approached, as the lists say that were taken in until now. */
export async function suppressedBy(
  desk: Pick<Desk, 'settings' | 'study' | 'store' | 'vault'>,
): Promise<(contact: ContactData) => boolean> {
  const noes = (await keptLists(desk)).flatMap(({ kept }) => kept.noes ?? []);
  const tags = new Set([...((await desk.settings.find('suppressed')) ?? []), ...noes]);
  if (tags.size === 0) return () => false;
  return (contact) => stopListLookUps(contact).some((key) => tags.has(tagOf(desk.study, key)));
}

/** From now on none of these people is taken in; the function given back stores it, inside a write. */
export async function suppress(
  people: readonly ContactData[],
  { settings, study }: Pick<Desk, 'settings' | 'study'>,
): Promise<() => void> {
  const before = (await settings.find('suppressed')) ?? [];
  const tags = new Set(before);
  for (const contact of people) for (const key of stopListKeys(contact)) tags.add(tagOf(study, key));
  // In an order that says nothing about who came together.
  return tags.size === before.length ? () => undefined : settings.seal('suppressed', [...tags].toSorted());
}

/**
 * An address or number that does not work: the channel is taken off the case, so that the steps of the protocol for people without it apply.
 * The one way in which a refused message, a bounce and a returned letter are stored; another address gives the channel back.
 */

import type { CaseId } from '../shared/study/case.ts';
import { type Channel, usableChannels, withUnreachable } from '../shared/study/contact-data.ts';
import type { GroupCode } from '../shared/study/group.ts';
import { keysOfCase, openContacts } from './contacts.ts';
import type { Desk } from './desk.ts';
import { dueOf } from './next-due.ts';

export interface Unreachable {
  readonly caseId: CaseId;
  readonly channels: readonly Channel[];
  /** The e-mail address that failed, where it is known: whoever has another one by now can be reached by that. */
  readonly email?: string;
}

/** Contact data are opened and sealed in portions of so many. */
const atOnce = 500;

/**
 * Opens and seals the contact data of these people, each named once. The function given back stores the change inside a write, after the attempts
 * that go with it: channels, contact data, and what is due for each of them next. Whoever ended, or has other contact data since, is left as they
 * are. Needs the manager's keys.
 */
export async function unreachable(
  found: readonly Unreachable[],
  { store, settings, vault }: Pick<Desk, 'store' | 'settings' | 'vault'>,
): Promise<() => void> {
  const marked: {
    readonly caseId: CaseId;
    readonly opened: Uint8Array;
    readonly sealed: Uint8Array;
    readonly channels: readonly Channel[];
  }[] = [];
  const groups = new Set<GroupCode>();
  for (let from = 0; from < found.length; from += atOnce) {
    const part = found.slice(from, from + atOnce).map((each) => ({ ...each, one: store.cases.get(each.caseId) }));
    const contacts = await openContacts(
      vault,
      part.map(({ one }) => one),
    );
    const changed = [];
    for (const [index, { one, channels, email }] of part.entries()) {
      const contact = contacts[index]!;
      if (email !== undefined && contact.email?.toLowerCase() !== email.toLowerCase()) continue;
      const next = withUnreachable(contact, channels);
      groups.add(one.group);
      changed.push({ one, contact: next, channels: usableChannels(next, await settings.get('group', one.group)) });
    }
    const items = changed.map(({ one, contact }) => {
      return { ...keysOfCase(one), table: 'cases', row: one.id, field: 'contact', text: JSON.stringify(contact) };
    });
    const sealed = items.length === 0 ? [] : await vault.ask('sealCase', items);
    for (const [index, { one, channels }] of changed.entries())
      marked.push({ caseId: one.id, opened: one.contact, sealed: sealed[index]!, channels });
  }
  const protocols = new Map(
    await Promise.all([...groups].map(async (group) => [group, await settings.find('protocol', group)] as const)),
  );
  return () => {
    for (const { caseId, opened, sealed, channels } of marked) {
      const one = store.cases.get(caseId);
      if (one.state.kind !== 'open' || Buffer.compare(one.contact, opened) !== 0) continue;
      const protocol = protocols.get(one.group);
      const next = protocol && dueOf(protocol, { ...one, channels }, store);
      store.cases.correct(one, { contact: sealed, channels, nextDue: next?.on });
    }
  };
}

/** Contact data that a delivery changes, sealed anew; with them the channels change, what is due, and letters that were made to an older address. */

import { refuse } from '../../shared/problem.ts';
import { settled } from '../../shared/study/case.ts';
import { usableChannels } from '../../shared/study/contact-data.ts';
import type { Group, GroupCode } from '../../shared/study/group.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import { keysOfCase } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import { refuseStopped } from './going-on.ts';
import type { Judged } from './judged-delivery.ts';
import { outdateLetters } from './outdated-letters.ts';

const sealedAtOnce = 500;

/**
 * The function given back stores the changes, inside a write. It refuses `study.changed-meanwhile` when someone else corrected the same
 * person; whoever ended meanwhile is left as they ended.
 */
export async function sealedChanges({ changes }: Judged, desk: Desk, stop: AbortSignal): Promise<() => void> {
  const { store, settings, vault } = desk;
  const all = [...changes];
  const sealed: Uint8Array[] = [];
  for (let from = 0; from < all.length; from += sealedAtOnce) {
    refuseStopped(stop);
    const items = all.slice(from, from + sealedAtOnce).map(([one, contact]) => {
      const place = { ...keysOfCase(one), table: 'cases', row: one.id, field: 'contact' };
      return { ...place, text: JSON.stringify(contact) };
    });
    sealed.push(...(await vault.ask('sealCase', items)));
  }
  const groups = new Map<GroupCode, { readonly group: Group; readonly protocol: Protocol | undefined }>();
  for (const code of new Set(all.map(([{ group }]) => group)))
    groups.set(code, { group: await settings.get('group', code), protocol: await settings.find('protocol', code) });
  const outdate = await outdateLetters(
    all.map(([{ id }]) => id),
    desk,
  );
  return () => {
    for (const [index, [before, contact]] of all.entries()) {
      const one = store.cases.get(before.id);
      if (Buffer.compare(one.contact, before.contact) !== 0) refuse('study.changed-meanwhile', {});
      // Data that are set aside may be put right; nobody is contacted by them.
      if (settled(one.state).kind !== 'open') continue;
      const { group, protocol } = groups.get(one.group)!;
      const channels = usableChannels(contact, group);
      const next = protocol && dueOf(protocol, { ...one, channels }, store);
      store.cases.correct(one, { contact: sealed[index]!, channels, nextDue: next?.on });
    }
    outdate();
  };
}

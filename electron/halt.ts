/**
 * Contact stopped for everyone at once, of the study or of one group: a setting that is there or not, so that it is asked in the same breath as the contact
 * itself. Nothing is forgotten by it: what is due stays due until it is lifted.
 */
import { refuse } from '../shared/problem.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { HaltView } from '../shared/views.ts';
import type { Desk } from './desk.ts';
import type { Store } from './store/store.ts';

/** Whether nobody of this group may be contacted now, in whatever channel. */
export function isHalted(group: GroupCode, { store }: { readonly store: Pick<Store, 'settings'> }): boolean {
  return store.settings.has('halt') || store.settings.has(`halt ${group}`);
}

export function refuseWhenHalted(group: GroupCode, desk: Pick<Desk, 'store'>): void {
  if (isHalted(group, desk)) refuse('contact.halted', { isWholeStudy: desk.store.settings.has('halt') });
}

export async function haltView({ store, settings }: Pick<Desk, 'store' | 'settings'>): Promise<HaltView> {
  const all = (await settings.find('halt'))?.since;
  const groups: HaltView['groups'][number][] = [];
  for (const group of store.groups.all()) {
    const since = (await settings.find('halt', group))?.since;
    if (since !== undefined) groups.push({ group, since });
  }
  const of = (group: GroupCode) => isHalted(group, { store });
  const unposted = store.batches.all().filter(({ group, postedOn }) => postedOn === undefined && of(group));
  const held = store.cases.holders().flatMap((person) => store.cases.findHeldBy(person) ?? []);
  return {
    ...(all === undefined ? {} : { all }),
    groups,
    lettersUnposted: unposted.reduce((sum, { letters }) => sum + letters, 0),
    inHand: held.filter(({ group }) => of(group)).length,
  };
}

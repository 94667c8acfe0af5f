/**
 * Taking a delivery back as long as nobody of it was contacted: its people leave the study as if they had never been in it, in a turn to a
 * new epoch, so that an older copy of the folder opens nobody of them either. See docs/decisions/0026-deliveries.md.
 */
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { turnEpoch } from '../epoch.ts';
import type { StoredList } from './kept-lists.ts';
import { suppress } from './suppressed.ts';

/** `nobody`: no case came with it, or none is left. */
export type UndoState = 'possible' | 'contacted' | 'nobody' | 'unlinked';

/** What stands in the way of undoing deliveries, seen once for all of them. */
export interface Standing {
  readonly cases: ReadonlySet<CaseId>;
  readonly contacted: ReadonlySet<CaseId>;
  readonly isUnlinked: boolean;
}

export function standingOf({ cases, epochs }: Desk['store']): Standing {
  return { cases: cases.ids(), contacted: cases.idsContacted(), isUnlinked: epochs.isUnlinked() };
}

/** `people`: of the delivery who were contacted already. After unlinking nobody knows who of them answered. */
export function undoOf(
  lists: readonly StoredList[],
  { cases, contacted, isUnlinked }: Standing,
): { readonly undo: UndoState; readonly people: number } {
  const left = lists.flatMap(({ kept }) => kept.cases.filter((id) => cases.has(id)));
  const people = left.filter((id) => contacted.has(id)).length;
  if (left.length === 0) return { undo: 'nobody', people };
  if (isUnlinked) return { undo: 'unlinked', people };
  return { undo: people > 0 ? 'contacted' : 'possible', people };
}

/**
 * Undoes the delivery of these lists. Refuses `intake.delivery-unknown` when nobody came with it, `intake.contacted-already`,
 * `study.unlinked`, `study.work-going-on`, `study.changed-meanwhile`.
 */
export async function undoDelivery(lists: readonly StoredList[], desk: Desk): Promise<void> {
  const { store, vault, session } = desk;
  refuseUndo(lists, desk);
  const ids = lists.flatMap(({ kept }) => kept.cases);
  // A stop stays a stop: whoever objected or died meanwhile is not taken in by the same list another time.
  const findStopped = () =>
    ids.flatMap((id) => store.cases.find(id) ?? []).filter(({ state }) => state.kind === 'final');
  const stopped = findStopped();
  const deliveries = store.intakes.all().length;
  const remember = await suppress(await openContacts(vault, stopped), desk);
  const detail = { group: lists[0]!.group, kind: lists[0]!.kept.kind, files: lists.length };
  const people = ids.filter((id) => standingOf(store).cases.has(id)).length;
  await turnEpoch(desk, {
    why: 'intake-undone',
    act: 'intake.undo',
    detail: { ...detail, takenOut: people, stopped: stopped.length },
    within() {
      // Someone may have been contacted while this waited for the others to finish.
      refuseUndo(lists, desk);
      // Or have stopped, or a list of people not to approach came in: what is remembered now would lack them.
      const isAsItWas = store.intakes.all().length === deliveries && findStopped().length === stopped.length;
      if (!isAsItWas) refuse('study.changed-meanwhile', {});
      remember();
      for (const id of ids) {
        const one = store.cases.find(id);
        if (one !== undefined) store.cases.erase(one);
      }
      for (const { id } of lists) store.intakes.remove(id);
    },
  });
  session.endings.clear();
  session.backs.clear();
}

function refuseUndo(lists: readonly StoredList[], { store }: Desk): void {
  const { undo, people } = undoOf(lists, standingOf(store));
  if (undo === 'nobody') refuse('intake.delivery-unknown', {});
  if (undo === 'unlinked') refuse('study.unlinked', {});
  if (undo === 'contacted') refuse('intake.contacted-already', { people });
}

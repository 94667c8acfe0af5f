/** The sum of a list: rows read = accepted + all that was applied + all refusals + what is still undecided; never without one of its parts. */
import { appliedKinds, refusalReasons } from '../../../shared/intake/report.ts';
import type { IntakeView } from '../../../shared/views.ts';

export type Counts = Pick<IntakeView['files'][number], 'read' | 'accepted' | 'applied' | 'refused' | 'undecided'>;

export type Part =
  | { readonly kind: 'accepted'; readonly count: number }
  | { readonly kind: 'undecided'; readonly count: number }
  | { readonly kind: 'applied' | 'refused'; readonly name: string; readonly count: number };

/** `accepted` always, the others when there are any, in the order in which they are judged. */
export function partsOf({ accepted, applied, refused, undecided }: Counts): readonly Part[] {
  const filled = (kind: 'applied' | 'refused', counts: Readonly<Record<string, number>>, order: readonly string[]) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([name, count]): Part => ({ kind, name, count }));
  return [
    { kind: 'accepted', count: accepted },
    ...filled('applied', applied, appliedKinds),
    ...filled('refused', refused, refusalReasons),
    ...(undecided > 0 ? [{ kind: 'undecided', count: undecided } as const] : []),
  ];
}

/** The lists together, as one sum. */
export function sumOf(lists: readonly Counts[]): Counts {
  const total = (of: (counts: Counts) => number) => lists.reduce((sum, counts) => sum + of(counts), 0);
  const totals = (of: (counts: Counts) => Readonly<Record<string, number>>) => {
    const names = new Set(lists.flatMap((counts) => Object.keys(of(counts))));
    return Object.fromEntries([...names].map((name) => [name, total((counts) => of(counts)[name] ?? 0)]));
  };
  return {
    read: total(({ read }) => read),
    accepted: total(({ accepted }) => accepted),
    applied: totals(({ applied }) => applied),
    refused: totals(({ refused }) => refused),
    undecided: total(({ undecided }) => undecided),
  };
}

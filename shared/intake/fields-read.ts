/** Which fields are read of a delivery. */
import type { ContactField } from '../study/contact-data.ts';
import type { DeliveryKind } from './report.ts';

/** Without these someone who died or does not want it would go on being contacted, AVG art. 21. They are kept of nobody. */
const readAnyway = ['deceased', 'consent'] as const satisfies readonly ContactField[];

/**
 * As the agreement says, and of everyone whether they live and what they want; what happened to people only of a list of such news, because
 * nothing else makes anything of it.
 */
export function fieldsRead(kind: DeliveryKind, allowed: readonly ContactField[]): readonly ContactField[] {
  const isNews = kind === 'updates' || kind === 'stops';
  const told = allowed.filter((field) => field !== 'news');
  return [...new Set<ContactField>([...told, ...readAnyway, ...(isNews ? (['news'] as const) : [])])];
}

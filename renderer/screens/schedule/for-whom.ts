/** For whom a step is, in three words. */
import type { StepFor } from '../../../shared/study/protocol.ts';

export const forWhoms = ['everyone', 'with-email', 'without-email'] as const;
export type ForWhom = (typeof forWhoms)[number];

export function forWhomOf({ has, lacks }: StepFor): ForWhom {
  if (has?.includes('email')) return 'with-email';
  return lacks?.includes('email') ? 'without-email' : 'everyone';
}

export function stepForOf(whom: ForWhom): StepFor {
  if (whom === 'everyone') return {};
  return whom === 'with-email' ? { has: ['email'] } : { lacks: ['email'] };
}

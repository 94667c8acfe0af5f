/** The name of the problem with which `work` is refused; 'none' when it is not. Anything else that is thrown goes on. */
import { Refusal } from '../shared/problem.ts';

export function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.problem;
    throw error;
  }
  return 'none';
}

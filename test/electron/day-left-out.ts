/** An office that was built wrongly: one act leaves the next due day of every case as it was. */
import { vi } from 'vitest';
import * as cases from '../../electron/store/cases.ts';
import { acts } from './next-due-law.ts';

/** For studies that are opened from now on. `vi.restoreAllMocks` brings the right office back. */
export function leaveDayOutIn(what: string): void {
  let isLeftOut = false;
  const act = acts[what]!;
  vi.spyOn(acts as Record<string, typeof act>, what).mockImplementation(async (turn) => {
    isLeftOut = true;
    try {
      return await act(turn);
    } finally {
      isLeftOut = false;
    }
  });
  const { casesTable } = cases;
  vi.spyOn(cases, 'casesTable').mockImplementation((...given) => {
    const table = casesTable(...given);
    return {
      ...table,
      change: (one, change) => table.change(one, isLeftOut ? { ...change, nextDue: one.nextDue } : change),
      correct: (one, correction) =>
        table.correct(one, isLeftOut ? { ...correction, nextDue: one.nextDue } : correction),
    };
  });
}

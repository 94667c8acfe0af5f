/** Asking the office as someone, for scripts: a view, or the refusal thrown. */
import type { OpenOffice } from '../../electron/office.ts';
import type { SeatId } from '../../electron/session.ts';
import type { Asked, RequestName, View } from '../../shared/contract.ts';
import { type Problem, Refusal } from '../../shared/problem.ts';

/** Asks at the seat of that name. */
export type AskAs = <N extends RequestName>(seat: string, name: N, input: Asked<N>) => Promise<View<N>>;

export function askingAs(office: OpenOffice): AskAs {
  return async (seat, name, input) => {
    const outcome = await office.ask(seat as SeatId, name, input);
    if (outcome.kind === 'ok') return outcome.view;
    if (outcome.kind === 'refused') throw new Refusal(outcome.problem);
    throw new Error(`${name} failed; reference ${outcome.reference} in the log`);
  };
}

/** The problem with which something is refused. Throws when it is not refused. */
export async function refusalOf(asked: Promise<unknown>): Promise<Problem> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('this should have been refused');
}
